"""Capturing at the speed of talk: one line, Enter, next."""
