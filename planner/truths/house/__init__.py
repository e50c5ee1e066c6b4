"""House truths: rules and questions that an organisation adds to the catalogue, saved in its plan."""
