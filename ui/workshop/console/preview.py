"""A small live picture of what the room sees now."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.language import say
from ui.theme import current_tokens
from ui.workshop.room.view import RoomView

_LEAST = 160
"""The least width at which one sees what is shown."""


class RoomPreview(QWidget):
    """Paints the room's view small, laid out exactly as it is there."""

    def __init__(self, view: RoomView) -> None:
        super().__init__()
        self._view = view
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        # So that a page that scrolls knows the height before it decides on a scroll bar; a hint that followed
        # the width let the bar come and go without end.
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        view.drawn.connect(self._follow)
        view.resized.connect(self._take_shape)
        self._follow()

    def sizeHint(self) -> QSize:
        """Return the least picture of the room's shape."""
        return QSize(_LEAST, self.heightForWidth(_LEAST))

    def heightForWidth(self, width: int) -> int:
        """Return the height at which the room's shape is kept."""
        size = self._view.size()
        return round(width * size.height() / max(1, size.width()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the room's view."""
        size = self._view.size()
        factor = min(self.width() / max(1, size.width()), self.height() / max(1, size.height()))
        painter = QPainter(self)
        painter.save()
        painter.scale(factor, factor)
        self._view.paint_at(painter, size)
        painter.restore()
        painter.setPen(QPen(QColor(current_tokens().field), 1))
        painter.drawRect(0, 0, round(size.width() * factor) - 1, round(size.height() * factor) - 1)
        painter.end()

    def _take_shape(self) -> None:
        self.updateGeometry()
        self.update()

    def _follow(self) -> None:
        words = say("The room sees: {shown}", shown=self._view.accessibleName())
        if words != self.accessibleName():
            self.setAccessibleName(words)
        self.update()
