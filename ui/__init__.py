"""The window of Truecourse."""
