"""A strip of the console for what needs no answer at once."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from planner.language import say
from ui.kit.buttons import IconButton, WordButton
from ui.kit.keyboard import has_keyboard
from ui.kit.text import caption_of, plain_label
from ui.theme.tokens import MEDIUM, TIGHT


class Notice(QFrame):
    """Says one thing; hidden while there is nothing to say.

    Signals:
        left: it goes away while it has the keyboard.
    """

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._act: Callable[[], None] | None = None
        self.setProperty("role", "note")
        self._words = plain_label("", wraps=True)
        self._offer = WordButton()
        self._away = IconButton("x", say("Dismiss"))
        row = QHBoxLayout(self)
        row.setContentsMargins(MEDIUM, TIGHT, TIGHT, TIGHT)
        row.addWidget(self._words, 1)
        row.addWidget(self._offer)
        row.addWidget(self._away)
        self._offer.clicked.connect(self._take)
        self._away.clicked.connect(self.hide)
        self.hide()

    @property
    def words(self) -> str:
        """What it says; empty while hidden."""
        return "" if self.isHidden() else self._words.text()

    @property
    def dismiss_button(self) -> IconButton:
        """Puts it away."""
        return self._away

    def hideEvent(self, event: QHideEvent) -> None:
        """Let somebody give the keyboard to a better place than the button that comes next."""
        super().hideEvent(event)
        if has_keyboard(self):
            self.left.emit()

    def say(self, words: str, offer: str = "", act: Callable[[], None] | None = None) -> None:
        """Say something.

        Args:
            words: what.
            offer: what can be done about it; empty for nothing.
            act: does that.
        """
        self._act = act
        self._words.setText(words)
        self._offer.setText(caption_of(offer))
        self._offer.setVisible(bool(offer))
        self.setAccessibleName(words)
        self.show()

    def _take(self) -> None:
        act = self._act
        self.hide()
        if act is not None:
            act()
