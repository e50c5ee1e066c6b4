"""Exporting a plan: what to make, how it looks, what it will look like, and where it goes."""

from ui.dialogs.export.dialog import ExportDialog

__all__ = ["ExportDialog"]
