"""The card under the mouse while it is carried from one group to another."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.workshop.wall.card_model import Card, card_height, paint_card


class Ghost(QWidget):
    """Follows the mouse; takes no part in anything else."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._card = Card("", "")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def lift(self, card: Card, width: int) -> None:
        """Begin to carry a card as wide as it was."""
        self._card = card
        self.resize(width, card_height(card, width))

    def carry(self, at: QPoint) -> None:
        """Show the card at a place of the parent."""
        self.move(at - QPoint(self.width() // 2, self.height() // 2))
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRect(0, 0, self.width(), self.height())
        paint_card(painter, place, self._card, is_current=False, is_raised=True)
        painter.end()
