"""The line in which one types a name and presses Enter, again and again."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from ui.kit.clipboard_rows import rows_of_text


class QuickLine(QLineEdit):
    """A line for one name; several rows that are pasted into it are no name.

    Signals:
        rows_pasted: the rows of the clipboard are wanted, each as an entry of its own.
    """

    rows_pasted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass on rows that come from a spreadsheet: a line would join them to one long name."""
        if event.matches(QKeySequence.StandardKey.Paste) and _are_rows(QGuiApplication.clipboard().text()):
            self.rows_pasted.emit()
        else:
            super().keyPressEvent(event)


def _are_rows(text: str) -> bool:
    rows = rows_of_text(text)
    return len(rows) > 1 or any(len(row) > 1 for row in rows)
