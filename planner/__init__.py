"""Truecourse without a window: the plan, its editing, checks, file, document and sign-off."""
