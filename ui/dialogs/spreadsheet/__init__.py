"""Importing an old spreadsheet: what its sheets and columns become, looked at before anything is done."""

from ui.dialogs.spreadsheet.dialog import SpreadsheetDialog

__all__ = ["SpreadsheetDialog"]
