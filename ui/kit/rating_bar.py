"""Ten cells that show a rating and take one by mouse; the line beside it is for the keyboard."""

from decimal import Decimal

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.language import say
from ui.theme import colour, current_tokens, mirrored, reads_from_right

_CELLS = 10
_GAP = 3


class RatingBar(QWidget):
    """Shows a rating from 0 to 10 as filled cells.

    Signals:
        picked: the `Decimal` that was clicked.
    """

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rating: Decimal | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(say("Rating"))

    def set_rating(self, rating: Decimal | None) -> None:
        """Show a rating; None shows empty cells."""
        if rating != self._rating:
            self._rating = rating
            self.update()

    def sizeHint(self) -> QSize:
        """Return a size at which single cells can be hit."""
        return QSize(current_tokens().px(180), current_tokens().px(24))

    def minimumSizeHint(self) -> QSize:
        """Return the least size that still tells ten cells apart."""
        return QSize(current_tokens().px(80), current_tokens().px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the cells, the last one filled in part."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        rating = float(self._rating or 0)
        for number in range(_CELLS):
            cell = self._cell(number)
            painter.setBrush(colour("line"))
            painter.drawRoundedRect(cell, 2, 2)
            filled = max(0.0, min(1.0, rating - number))
            if filled:
                painter.setBrush(colour("accent" if self.isEnabled() else "field"))
                part = cell.adjusted(0, 0, -cell.width() * (1 - filled), 0)
                painter.drawRoundedRect(mirrored(cell, part), 2, 2)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the rating of the cell that was clicked."""
        if event.button() is Qt.MouseButton.LeftButton:
            share = event.position().x() / max(1, self.width())
            share = 1 - share if reads_from_right() else share
            self.picked.emit(Decimal(max(1, min(_CELLS, int(share * _CELLS) + 1))))

    def _cell(self, number: int) -> QRectF:
        width = (self.width() - _GAP * (_CELLS - 1)) / _CELLS
        height = min(12.0, self.height())
        place = QRectF(number * (width + _GAP), (self.height() - height) / 2, width, height)
        return mirrored(self.rect(), place)
