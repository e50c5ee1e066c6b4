"""The line that takes what is said: Enter keeps it, Tab completes it, Ctrl+Z takes the last one back."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from planner.language import say
from ui.workshop.capture.suggestions import Suggestion, Suggestions

Suggest = Callable[[str, int], Sequence[Suggestion]]
"""Tells how a text may go on at a place."""


class CaptureLine(QLineEdit):
    """Takes one thing after another; it keeps the keyboard.

    Signals:
        entered: what was typed, on Enter.
        undo_wanted: Ctrl+Z in the empty line.
        typed: the text is another one.
    """

    entered = Signal(str)
    undo_wanted = Signal()
    typed = Signal()

    def __init__(self, suggest: Suggest) -> None:
        """Make an empty line.

        Args:
            suggest: tells how what is typed may go on.
        """
        super().__init__()
        self._suggest = suggest
        self.setObjectName("capture")
        self.setAccessibleName(say("Capture"))
        self.setPlaceholderText(say("What was said? @owner #channel or objective by 3 May ~who said it"))
        self.setClearButtonEnabled(False)
        self._suggestions = Suggestions(self)
        self._suggestions.picked.connect(self._complete)
        self.textEdited.connect(self._offer)
        self.textChanged.connect(self._tell_typed)

    @property
    def suggestions(self) -> Suggestions:
        """The list below it."""
        return self._suggestions

    def event(self, event: QEvent) -> bool:
        """Complete on Tab while suggestions are open, and keep undo for itself while it is empty."""
        if isinstance(event, QKeyEvent):
            if event.type() is QEvent.Type.ShortcutOverride and self._undoes(event):
                event.accept()
                return True
            is_tab = event.type() is QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Tab
            if is_tab and self._suggestions.take():
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep what is typed on Enter, take the last one back on Ctrl+Z, clear on Escape."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._enter()
        elif self._undoes(event):
            self.undo_wanted.emit()
        elif event.key() == Qt.Key.Key_Escape and self._suggestions.is_open:
            self._suggestions.close()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down and not self._suggestions.is_open:
            self._offer()
        else:
            super().keyPressEvent(event)

    def _enter(self) -> None:
        if self._suggestions.is_marked and self._suggestions.take():
            return
        self._suggestions.close()
        if self.text().strip():
            self.entered.emit(self.text().strip())

    def _undoes(self, event: QKeyEvent) -> bool:
        return not self.text() and event.matches(QKeySequence.StandardKey.Undo)

    def _offer(self) -> None:
        self._suggestions.offer(self._suggest(self.text(), self.cursorPosition()))

    def _complete(self, suggestion: Suggestion) -> None:
        text = self.text()
        self.setText(text[: suggestion.start] + suggestion.text + text[suggestion.end :].lstrip())
        self.setCursorPosition(suggestion.start + len(suggestion.text))

    def _tell_typed(self) -> None:
        self.typed.emit()
