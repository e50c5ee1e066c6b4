"""A list and one of its items: beside each other, one below the other, or one at a time."""

from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from planner.language import say
from ui.kit.buttons import WordButton
from ui.kit.item_bar import ItemBar
from ui.kit.text import set_tip
from ui.theme import current_tokens
from ui.theme.tokens import MEDIUM, SMALL

DETAILS_KEY = "Alt+Return"
_LOW = 480
"""Below this height in pixels at 100 % both at once would show a few rows and a few fields: one is shown."""

_BESIDE_PART = 0.43
_MEASURE = 640
"""Beside a list nothing is wider than this, in pixels at 100 %: fields need no more, and columns do."""


class Way(Enum):
    """How list and item share the room."""

    BESIDE = auto()
    BELOW = auto()
    IN_TURN = auto()


class AdaptiveSplit(QWidget):
    """Splits its room between a list and what is shown of one of its items.

    Signals:
        turned: the user asked for the other one of the two, where one is shown at a time.
        item_wanted: the item so many places further on is wanted (-1: the one before).
    """

    turned = Signal()
    item_wanted = Signal(int)

    def __init__(
        self,
        listing: QWidget,
        detail: QWidget,
        *,
        beside_from: int,
        detail_part: float,
        detail_height: Callable[[], int] | None = None,
        listing_height: Callable[[], int] | None = None,
        in_turn: bool = True,
    ) -> None:
        """Put two parts together.

        Args:
            listing: the first part.
            detail: the second part.
            beside_from: width in pixels at 100 % from which on they stand beside each other.
            detail_part: part of the height that the second one takes at most below the first.
            detail_height: tells the height that the second part needs at most, below the list.
            listing_height: tells the height that the list needs at most, above it.
            in_turn: in a low window only one of the two is shown.
        """
        super().__init__()
        self._listing, self._detail = listing, detail
        self._beside_from, self._detail_part = beside_from, detail_part
        self._detail_height, self._listing_height = detail_height, listing_height
        self._in_turn = in_turn
        self._way = Way.BELOW
        self._by_hand = self._shows_detail = False
        self._has_detail = True
        self._bar = ItemBar()
        self._open_button = WordButton(say("Details"), "chevron-right")
        set_tip(self._open_button, say("Show all fields of the chosen entry (Alt+Enter)"))
        self._split = QSplitter(Qt.Orientation.Vertical)
        self._build()

    @property
    def is_beside(self) -> bool:
        """Whether the parts stand beside each other now."""
        return self._way is Way.BESIDE

    @property
    def is_in_turn(self) -> bool:
        """Whether one part is shown at a time."""
        return self._way is Way.IN_TURN

    @property
    def shows_detail(self) -> bool:
        """Whether the second part can be seen now."""
        return self._has_detail and (self._shows_detail or not self.is_in_turn)

    @property
    def open_button(self) -> WordButton:
        """The button that leads to the item; stands by the list, wherever its owner puts it."""
        return self._open_button

    def set_has_detail(self, *, has: bool) -> None:
        """Say whether there is an item to show."""
        self._has_detail = has
        self._shows_detail = self._shows_detail and has
        self._arrange()

    def show_listing(self) -> None:
        """Let the list be seen."""
        self._turn(to_detail=False)

    def show_detail(self) -> None:
        """Let the item be seen."""
        self._turn(to_detail=True)

    def show_place(self, number: int, count: int) -> None:
        """Tell which item of how many is shown."""
        self._bar.show_place(number, count)

    def minimumSizeHint(self) -> QSize:
        """Return room for one over the other, or for one of them."""
        one, other = self._listing.minimumSizeHint(), self._detail.minimumSizeHint()
        if not self._has_detail:
            return one
        width = max(one.width(), other.width(), self._bar.minimumSizeHint().width()) + 2
        if self._in_turn:
            bar = self._bar.minimumSizeHint().height() + SMALL
            return QSize(width, max(one.height(), other.height() + bar))
        return QSize(width, one.height() + other.height() + MEDIUM)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn the parts where the room asks for it."""
        super().resizeEvent(event)
        way = self._way_for(event.size())
        if way is not self._way:
            had_focus = self._detail.isAncestorOf(self.focusWidget() or self)
            self._shows_detail = self._has_detail and had_focus
            self._way = way
            self._by_hand = False
            self._split.setOrientation(
                Qt.Orientation.Horizontal if self.is_beside else Qt.Orientation.Vertical
            )
            self._arrange()
        self.share()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the list on Escape."""
        if event.key() == Qt.Key.Key_Escape and self.is_in_turn and self._shows_detail:
            self._go_back()
        else:
            super().keyPressEvent(event)

    def share(self) -> None:
        """Share the room anew, unless somebody moved the border."""
        if self._by_hand or self.is_in_turn:
            return
        room = (self.width() if self.is_beside else self.height()) - MEDIUM
        if self.is_beside:
            detail = min(round(room * _BESIDE_PART), current_tokens().px(_MEASURE))
        else:
            detail = self._height_of_detail(room)
        self._split.setSizes([room - detail, detail])

    def _height_of_detail(self, room: int) -> int:
        """Return the second part's share of a height, and what a short list leaves over."""
        detail = round(room * self._detail_part)
        if self._listing_height is not None:
            detail = max(detail, room - self._listing_height())
        return detail if self._detail_height is None else min(detail, self._detail_height())

    def _build(self) -> None:
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(MEDIUM)
        self._split.addWidget(self._listing)
        self._split.addWidget(self._detail)
        self._split.splitterMoved.connect(self._moved_by_hand)
        self._open_button.hide()
        self._open_button.clicked.connect(self._go_in)
        self._bar.hide()
        self._bar.back_wanted.connect(self._go_back)
        self._bar.item_wanted.connect(self.item_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self._bar)
        column.addWidget(self._split, 1)

    def _way_for(self, size: QSize) -> Way:
        px = current_tokens().px
        if size.width() >= px(self._beside_from):
            return Way.BESIDE
        return Way.IN_TURN if self._in_turn and size.height() < px(_LOW) else Way.BELOW

    def _arrange(self) -> None:
        """Show what is to be seen."""
        self._detail.setVisible(self.shows_detail)
        self._listing.setVisible(not (self.is_in_turn and self.shows_detail))
        self._bar.setVisible(self.is_in_turn and self.shows_detail)
        self._open_button.setVisible(self.is_in_turn and self._has_detail and not self._shows_detail)

    def _turn(self, *, to_detail: bool) -> None:
        self._shows_detail = to_detail and self._has_detail
        self._arrange()

    def _go_in(self) -> None:
        self.show_detail()
        self.turned.emit()

    def _go_back(self) -> None:
        self.show_listing()
        self.turned.emit()

    def _moved_by_hand(self) -> None:
        self._by_hand = True
