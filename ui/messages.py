"""Messages to the user: plain text only, never blocking the window's loop."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from planner.errors import PlanError


def tell_error(parent: QWidget, error: PlanError, title: str = "That did not work") -> QMessageBox:
    """Show what went wrong and what would help."""
    return _box(parent, QMessageBox.Icon.Warning, title, error.message, error.hint)


def tell(parent: QWidget, title: str, message: str, hint: str = "") -> QMessageBox:
    """Show something worth knowing."""
    return _box(parent, QMessageBox.Icon.Information, title, message, hint)


def _box(parent: QWidget, sort: QMessageBox.Icon, title: str, message: str, hint: str) -> QMessageBox:
    box = QMessageBox(sort, title, message, QMessageBox.StandardButton.Ok, parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    # Qt shows the second text as rich text where it looks like it: it belongs into the first.
    if hint:
        box.setText(f"{message}\n\n{hint}")
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
    return box
