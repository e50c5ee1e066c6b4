"""The findings panel: list, explanation and what can be done about each."""
