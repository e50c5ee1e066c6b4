"""The plan on a page: a poster that is read from a step away."""
