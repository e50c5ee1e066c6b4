"""Printing: the very pages that are exported, looked at first."""

from ui.dialogs.printing.dialog import PrintDialog

__all__ = ["PrintDialog"]
