"""The chapters of the document: each reads the plan and says what stands there, without any layout."""
