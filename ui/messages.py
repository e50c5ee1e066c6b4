"""Messages to the user: plain text only, never blocking the window's loop."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from planner.errors import PlanError
from planner.language import say
from ui.theme import dress


def tell_error(parent: QWidget, error: PlanError) -> QMessageBox:
    """Show what went wrong and what would help."""
    box = QMessageBox(parent)
    dress(box)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(say("That did not work"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    # In one text: the second one of a message box would be read as markup where it looks like it.
    box.setText(f"{error.message}\n\n{error.hint}" if error.hint else error.message)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
    return box


def ask_first(parent: QWidget, title: str, question: str, *, doing: str, leaving: str) -> QPushButton:
    """Ask before something that can't be taken back.

    Args:
        parent: the window that it lies over.
        title: what is about to be done.
        question: the whole question.
        doing: the answer that does it.
        leaving: the answer that leaves it; Escape gives that one.

    Returns:
        The button that does it; connect to its `clicked`.
    """
    box = QMessageBox(parent)
    dress(box)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(question)
    button = box.addButton(doing, QMessageBox.ButtonRole.AcceptRole)
    # A hasty Enter leaves it too.
    box.setDefaultButton(box.addButton(leaving, QMessageBox.ButtonRole.RejectRole))
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
    return button
