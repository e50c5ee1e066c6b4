"""Dialogs; none of them blocks the window's loop."""
