"""Messages to the user: plain text only, never blocking the window's loop."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from planner.errors import PlanError
from planner.language import say


def tell_error(parent: QWidget, error: PlanError) -> QMessageBox:
    """Show what went wrong and what would help."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(say("That did not work"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    # In one text: the second one of a message box would be read as markup where it looks like it.
    box.setText(f"{error.message}\n\n{error.hint}" if error.hint else error.message)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
    return box
