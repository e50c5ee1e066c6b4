"""What is typed and not in the plan yet: lines whose text waits for Enter, fields whose text does not fit."""

from dataclasses import dataclass

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

_MARK, _HAS = "draft", "yes"


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in a line or a field.

    Attributes:
        text: what is typed.
        cursor: where one goes on, in characters.
    """

    text: str
    cursor: int


def mark_draft(line: QLineEdit | QPlainTextEdit) -> None:
    """Say that what is typed in a line is nowhere else: it is carried over where its window is made anew."""
    line.setProperty(_MARK, _HAS)


def draft_of(widget: QWidget) -> Draft | None:
    """Return what is typed in a widget and nowhere else; None where there is nothing such."""
    if not (widget.property(_MARK) or widget.property("invalid")):
        return None
    if isinstance(widget, QLineEdit) and widget.text():
        return Draft(widget.text(), widget.cursorPosition())
    if isinstance(widget, QPlainTextEdit) and widget.toPlainText():
        return Draft(widget.toPlainText(), widget.textCursor().position())
    return None


def take_up(draft: Draft, widget: QWidget) -> None:
    """Type in a widget what was typed in the one before it."""
    if isinstance(widget, QLineEdit):
        widget.setText(draft.text)
        widget.setCursorPosition(draft.cursor)
    elif isinstance(widget, QPlainTextEdit):
        widget.setPlainText(draft.text)
        cursor = widget.textCursor()
        cursor.setPosition(draft.cursor)
        widget.setTextCursor(cursor)
