"""The field for many lines, in which lines that don't fit are underlined."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from ui.theme import colour


class LinesEdit(QPlainTextEdit):
    """Plain text whose lines are spoken about.

    Signals:
        completion_wanted: Ctrl+Space was pressed.
    """

    completion_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)

    @property
    def line(self) -> str:
        """The line in which the cursor stands."""
        return self.textCursor().block().text()

    def replace_line(self, text: str) -> None:
        """Put another text in the place of the cursor's line, as one step to undo."""
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text)
        self.setTextCursor(cursor)

    def go_to(self, line: int) -> None:
        """Put the cursor at the end of a line, from 1, and give it the keyboard."""
        block = self.document().findBlockByNumber(line - 1)
        cursor = QTextCursor(block)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        self.setTextCursor(cursor)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def underline(self, lines: Iterable[int]) -> None:
        """Underline lines, from 1."""
        form = QTextCharFormat()
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        form.setUnderlineColor(colour("bad"))
        marks = []
        for line in lines:
            mark = QTextEdit.ExtraSelection()
            mark.cursor = QTextCursor(self.document().findBlockByNumber(line - 1))
            mark.cursor.select(QTextCursor.SelectionType.LineUnderCursor)
            mark.format = form
            marks.append(mark)
        self.setExtraSelections(marks)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Complete on Ctrl+Space."""
        is_ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Space and is_ctrl:
            self.completion_wanted.emit()
        else:
            super().keyPressEvent(event)
