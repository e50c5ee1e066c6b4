"""The plan as a document: first a pure report model, then pages."""
