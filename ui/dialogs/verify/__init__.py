"""Verifying a document or a plan, and what is to be said about it."""

from ui.dialogs.verify.dialog import VerifyDialog

__all__ = ["VerifyDialog"]
