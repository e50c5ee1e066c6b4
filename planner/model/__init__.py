"""The plan as a value: frozen records, their vocabulary, and what is known about each field."""
