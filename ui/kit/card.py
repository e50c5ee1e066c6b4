"""A card: a heading, a sentence where it helps, and what belongs together."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.kit.measure import Measure
from ui.kit.text import plain_label
from ui.theme.tokens import LARGE, MEDIUM, TIGHT

_WIDEST = 1080


class Card(QFrame):
    """A framed part of a page.

    Attributes:
        body: the layout below the heading.
    """

    def __init__(self, title: str = "", words: str = "", *, role: str = "h3") -> None:
        """Make a card with nothing in it.

        Args:
            title: its heading; empty leaves it out.
            words: a sentence below it.
            role: the look of the heading.
        """
        super().__init__()
        self.setProperty("role", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(LARGE, MEDIUM, LARGE, LARGE)
        self.body.setSpacing(MEDIUM)
        head = QVBoxLayout()
        head.setSpacing(TIGHT)
        if title:
            head.addWidget(plain_label(title, role=role, wraps=True))
        if words:
            head.addWidget(plain_label(words, role="muted", wraps=True))
        if title or words:
            self.body.addLayout(head)


def card_page(*cards: QWidget) -> QWidget:
    """Return a page with cards below each other, for a `ScrollPage`; no wider than is good to read."""
    inner = Measure(_WIDEST)
    column = QVBoxLayout(inner)
    column.setContentsMargins(0, MEDIUM, 0, 0)
    column.setSpacing(MEDIUM)
    for card in cards:
        column.addWidget(card)
    column.addStretch(1)
    page = QWidget()
    row = QHBoxLayout(page)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(inner, 1)
    row.addStretch(0)
    return page
