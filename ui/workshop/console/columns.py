"""The tool with what the facilitator keeps in sight beside it: in columns, or in tabs where room is short."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QTabWidget, QVBoxLayout, QWidget

from planner.language import say
from ui.kit.card import Card
from ui.kit.scrolling import ScrollPage
from ui.kit.text import caption_of
from ui.theme import current_tokens, keep_within
from ui.theme.tokens import MEDIUM, SMALL

_THREE_COLUMNS = 1180
"""From this width on, at 100 %, there is room on both sides of the tool."""
_SIDE_PART = 0.4
"""Part of the width for the tabs."""


Named = tuple[str, Card]
"""A card, and the words of its tab."""


class Columns(QWidget):
    """Holds the tool in the middle and cards on both sides, or all cards in tabs on one side."""

    def __init__(self, middle: QWidget, before: Sequence[Named], behind: Sequence[Named]) -> None:
        """Put everything in its place.

        Args:
            middle: the tool.
            before: cards of the column at which reading begins.
            behind: cards of the other column.
        """
        super().__init__()
        self._cards = (*before, *behind)
        self._columns = _Column(), _Column()
        self._places = [self._columns[0]] * len(before) + [self._columns[1]] * len(behind)
        self._pages = [_Column() for _ in self._cards]
        self._tabs = QTabWidget()
        self._is_narrow: bool | None = None
        self._split = QSplitter()
        self._build(middle)
        self._arrange(is_narrow=False)

    @property
    def tabs(self) -> QTabWidget:
        """Holds the cards where room is short."""
        return self._tabs

    @property
    def is_narrow(self) -> bool:
        """Whether the cards are in tabs."""
        return bool(self._is_narrow)

    def count(self, card: Card, number: int) -> None:
        """Say on a card's tab how much it has."""
        at = next(at for at, (_, known) in enumerate(self._cards) if known is card)
        name = self._cards[at][0]
        words = say("{name} ({count})", name=name, count=number) if number else name
        self._tabs.setTabText(at, caption_of(words))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the cards for the room that there is."""
        super().resizeEvent(event)
        self._arrange(is_narrow=event.size().width() < current_tokens().px(_THREE_COLUMNS))

    def _build(self, middle: QWidget) -> None:
        self._tabs.setDocumentMode(True)
        self._tabs.tabBar().setAccessibleName(say("What to keep in sight"))
        for (name, _), page in zip(self._cards, self._pages, strict=True):
            self._tabs.addTab(page, caption_of(name))
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(MEDIUM)
        keep_within(self._split)
        for part, stretch in ((self._columns[0], 3), (middle, 6), (self._columns[1], 3), (self._tabs, 4)):
            self._split.addWidget(part)
            self._split.setStretchFactor(self._split.count() - 1, stretch)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._split)

    def _arrange(self, *, is_narrow: bool) -> None:
        if is_narrow is self._is_narrow:
            return
        self._is_narrow = is_narrow
        for (_, card), place in zip(self._cards, self._pages if is_narrow else self._places, strict=True):
            place.take(card)
        for column in self._columns:
            column.setVisible(not is_narrow)
        self._tabs.setVisible(is_narrow)
        room = max(self.width(), 1)
        side = round(room * _SIDE_PART)
        third = room // 4
        sizes = [0, room - side, 0, side] if is_narrow else [third, room - 2 * third, third, 0]
        self._split.setSizes(sizes)


class _Column(ScrollPage):
    """Cards below each other."""

    def __init__(self) -> None:
        page = QWidget()
        self._cards = QVBoxLayout(page)
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(SMALL)
        self._cards.addStretch(1)
        super().__init__(page)

    def take(self, card: Card) -> None:
        """Take a card in below the others."""
        # A card that was never shown counts as hidden, too; only one that was told to hide stays so.
        is_told = card.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
        is_shown = not (card.isHidden() and is_told)
        self._cards.insertWidget(self._cards.count() - 1, card)
        card.setVisible(is_shown)
