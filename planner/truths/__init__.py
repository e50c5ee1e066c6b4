"""The truths: rules and questions that a plan is held against, and the findings they give."""
