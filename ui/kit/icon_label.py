"""A mark that takes its colour from the theme whenever it is painted."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.theme import current_tokens, paint_icon


class IconLabel(QWidget):
    """Shows one icon; the words beside it say the same."""

    def __init__(self, pixels: int = 16) -> None:
        """Make an empty mark.

        Args:
            pixels: its size at 100 %.
        """
        super().__init__()
        self._pixels = pixels
        self._drawing = ""
        self._tone = "text"

    def show_icon(self, name: str, tone: str) -> None:
        """Show an icon in the colour of a token."""
        self._drawing, self._tone = name, tone
        self.update()

    def sizeHint(self) -> QSize:
        """Return its size at the chosen size of text."""
        side = current_tokens().px(self._pixels)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Return the same: it can't shrink."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the icon in the middle."""
        if not self._drawing:
            return
        tokens = current_tokens()
        side = tokens.px(self._pixels)
        area = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        painter = QPainter(self)
        paint_icon(painter, area, self._drawing, getattr(tokens, self._tone))
        painter.end()
