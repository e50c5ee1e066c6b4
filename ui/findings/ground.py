"""What the cards of the findings list share: their ground with its bar and ring."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QTextLayout

from ui.kit.finding_note import LevelLook
from ui.theme import colour, mirrored
from ui.theme.tokens import CORNER

PAD, GAP, BETWEEN, BAR = 10, 4, 6, 4


def text_height(layout: QTextLayout) -> float:
    """Return the height of a text that is laid out."""
    return layout.boundingRect().height()


def paint_ground(painter: QPainter, box: QRect, look: LevelLook, ring: str) -> None:
    """Paint the tinted ground with the bar of a level, and a ring in a token's colour where one is named."""
    card = QPainterPath()
    card.addRoundedRect(QRectF(box), CORNER, CORNER)
    bar = QPainterPath()
    bar.addRect(mirrored(box, QRectF(box.left(), box.top(), BAR, box.height())))
    painter.fillPath(card, colour(look.tint))
    painter.fillPath(card.intersected(bar), colour(look.tone))
    if ring:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour(ring), 2))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), CORNER, CORNER)
