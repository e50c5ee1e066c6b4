"""Truths and sign-off: what is found, what was answered and accepted, and who approves."""

from ui.steps.sign_off.page import SignOffPage

__all__ = ["SignOffPage"]
