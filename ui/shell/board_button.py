"""The button above the steps that shows the board of the whole plan."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy

from planner.language import phrase, say
from ui.kit.buttons import WordButton
from ui.kit.text import set_tip
from ui.theme import current_tokens, icon

_NAME = phrase("Board")
_HEIGHT = 36


class BoardButton(WordButton):
    """Shows whether the board is open; where there is little room, by its icon alone."""

    def __init__(self) -> None:
        super().__init__(say(_NAME), "kanban", role="segment")
        self.setObjectName("board")
        self.setCheckable(True)
        self.setAccessibleName(say(_NAME))
        set_tip(self, say("Board of the whole plan (Ctrl+B)"))
        self.toggled.connect(self._colour)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_narrow(self, *, narrow: bool) -> None:
        """Show the icon alone, or the word beside it."""
        self.say_words("" if narrow else say(_NAME))

    def _colour(self, checked: bool) -> None:  # noqa: FBT001 - a signal's value
        self.setIcon(icon("kanban", "on_selected" if checked else "text"))

    def sizeHint(self) -> QSize:
        """Return the height of a comfortable target."""
        hint = super().sizeHint()
        return QSize(hint.width(), max(hint.height(), current_tokens().px(_HEIGHT)))
