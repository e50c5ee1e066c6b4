"""Editing a plan: pure, labelled verbs, the change that each makes, and the history of changes."""
