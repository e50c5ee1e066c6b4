"""Finding anything in the plan, and replacing it."""
