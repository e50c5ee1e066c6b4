"""Two parts beside each other where there is room, else one below the other."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from ui.theme import current_tokens
from ui.theme.tokens import MEDIUM

_LOW, _SMALLER_PART = 520, 0.43
"""Below this height in pixels at 100 % the list keeps more of the room, or it would show no rows."""

_MEASURE = 640
"""Beside a list nothing is wider than this, in pixels at 100 %: fields need no more, and columns do."""


class AdaptiveSplit(QWidget):
    """Splits its room between a list and what is shown of one of its items."""

    def __init__(
        self,
        listing: QWidget,
        detail: QWidget,
        *,
        beside_from: int,
        detail_part: float,
        detail_height: Callable[[], int] | None = None,
    ) -> None:
        """Put two parts together.

        Args:
            listing: the first part.
            detail: the second part.
            beside_from: width in pixels at 100 % from which on they stand beside each other.
            detail_part: part of the room that the second one takes, of the height at most.
            detail_height: tells the height that the second part needs at most, below the list.
        """
        super().__init__()
        self._listing, self._detail = listing, detail
        self._beside_from, self._detail_part, self._detail_height = beside_from, detail_part, detail_height
        self._by_hand = False
        self._split = QSplitter(Qt.Orientation.Vertical)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(MEDIUM)
        self._split.addWidget(listing)
        self._split.addWidget(detail)
        self._split.splitterMoved.connect(self._moved_by_hand)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._split)

    @property
    def is_beside(self) -> bool:
        """Whether the parts stand beside each other now."""
        return self._split.orientation() is Qt.Orientation.Horizontal

    def minimumSizeHint(self) -> QSize:
        """Return room for one over the other: beside each other they only stand where there is more."""
        one, other = self._listing.minimumSizeHint(), self._detail.minimumSizeHint()
        if self._detail.isHidden():
            return one
        return QSize(max(one.width(), other.width()) + 2, one.height() + other.height() + MEDIUM)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn the parts where the room asks for it."""
        super().resizeEvent(event)
        beside = event.size().width() >= current_tokens().px(self._beside_from)
        wanted = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        if wanted is not self._split.orientation():
            self._split.setOrientation(wanted)
            self._by_hand = False
        self.share()

    def share(self) -> None:
        """Share the room anew, unless somebody moved the border."""
        if self._by_hand:
            return
        room = (self.width() if self.is_beside else self.height()) - MEDIUM
        is_low = not self.is_beside and room < current_tokens().px(_LOW)
        detail = round(room * (_SMALLER_PART if is_low or self.is_beside else self._detail_part))
        if self.is_beside:
            detail = min(detail, current_tokens().px(_MEASURE))
        elif self._detail_height is not None:
            detail = min(detail, self._detail_height())
        self._split.setSizes([room - detail, detail])

    def _moved_by_hand(self) -> None:
        self._by_hand = True
