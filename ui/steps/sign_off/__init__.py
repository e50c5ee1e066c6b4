"""Truths and sign-off: what is found, what was answered and accepted, and who approves."""
