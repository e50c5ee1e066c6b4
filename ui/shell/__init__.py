"""The window around the pages: bars, steps, start page, plans and session."""
