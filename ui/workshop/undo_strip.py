"""A strip that offers to take back what was just done, as long as it was the last thing done."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from planner.errors import PlanError
from planner.language import say
from ui.document import PlanDocument
from ui.kit.buttons import WordButton
from ui.kit.text import plain_label
from ui.messages import tell_error
from ui.theme.tokens import MEDIUM, TIGHT


class UndoStrip(QFrame):
    """Says what is gone and brings it back; hidden while there is nothing to bring back."""

    def __init__(self, document: PlanDocument, parent: QWidget | None = None) -> None:
        """Make a hidden strip.

        Args:
            document: the document whose last step it takes back.
            parent: owns the strip.
        """
        super().__init__(parent)
        self._document = document
        self._steps = -1
        self._back: Callable[[], None] = self._undo_step
        self.setProperty("role", "note")
        self._words = plain_label(wraps=True)
        self._undo = WordButton(say("Undo"), "undo-2")
        self._undo.clicked.connect(self._take_back)
        row = QHBoxLayout(self)
        row.setContentsMargins(MEDIUM, TIGHT, TIGHT, TIGHT)
        row.addWidget(self._words, 1)
        row.addWidget(self._undo)
        document.changed.connect(self._look)
        self.hide()

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    @property
    def button(self) -> WordButton:
        """Takes it back."""
        return self._undo

    def offer(self, words: str, back: Callable[[], None] | None = None) -> None:
        """Offer to take back what was just done.

        Args:
            words: what was done, in a sentence.
            back: takes it back, where it was no step of the plan's history.
        """
        self._words.setText(words)
        self._back = back or self._undo_step
        self._steps = len(self._document.history.done)
        self.show()

    def _look(self) -> None:
        if len(self._document.history.done) != self._steps:
            self.hide()

    def _take_back(self) -> None:
        self._back()
        self.hide()

    def _undo_step(self) -> None:
        try:
            self._document.undo()
        except PlanError as error:
            tell_error(self.window(), error)
