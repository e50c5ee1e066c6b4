"""What is painted over the board while a card is dragged: outlines, the card itself, and what a drop does."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPixmap

from ui.theme import current_tokens, reads_from_right
from ui.theme.state import ui_font
from ui.theme.tokens import BODY, CORNER, SMALL, TIGHT

_OUTLINE, _CHOSEN = 1.5, 3.0
_GHOST = 0.65
"""How much of the dragged card covers what lies beneath it."""
_WIDEST = 26 * BODY
"""Width of a line of words, in pixels at 100 %."""
_TEXT = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeading


def paint_targets(painter: QPainter, boxes: Iterable[QRect]) -> None:
    """Outline the cards on which a drop would mean something."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(current_tokens().accent), _OUTLINE, Qt.PenStyle.DashLine))
    for box in boxes:
        painter.drawRoundedRect(box, TIGHT, TIGHT)


def paint_target(painter: QPainter, box: QRect) -> None:
    """Outline the card on which the dragged one would be dropped now."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(current_tokens().focus), _CHOSEN))
    painter.drawRoundedRect(box, TIGHT, TIGHT)


def paint_ghost(painter: QPainter, card: QPixmap, at: QPoint) -> None:
    """Paint the dragged card where it is held."""
    painter.setOpacity(_GHOST)
    painter.drawPixmap(at, card)
    painter.setOpacity(1.0)


def paint_words(painter: QPainter, words: str, box: QRect, seen: QRect) -> None:
    """Write what a drop would do below a card, or above it where there is no room; always in sight.

    Args:
        painter: where to.
        words: what is said; lines end in a newline.
        box: the card.
        seen: what can be seen of the board.
    """
    font = ui_font()
    room = min(current_tokens().px(_WIDEST), seen.width() - 4 * SMALL)
    inner = QFontMetrics(font).boundingRect(QRect(0, 0, room, seen.height()), int(_TEXT), words)
    frame = _placed(QRect(0, 0, inner.width() + 2 * SMALL + 1, inner.height() + 2 * SMALL), box, seen)
    tokens = current_tokens()
    painter.setPen(QPen(QColor(tokens.focus), _OUTLINE))
    painter.setBrush(QColor(tokens.surface))
    painter.drawRoundedRect(frame, CORNER, CORNER)
    painter.setFont(font)
    painter.setPen(QColor(tokens.text))
    painter.drawText(frame.adjusted(SMALL, SMALL, -SMALL, -SMALL), int(_TEXT), words)


def _placed(frame: QRect, box: QRect, seen: QRect) -> QRect:
    """Return the frame at its place beside a card, within what is seen."""
    frame.moveTop(box.bottom() + SMALL)
    if reads_from_right():
        frame.moveRight(box.right())
    else:
        frame.moveLeft(box.left())
    if frame.bottom() > seen.bottom():
        frame.moveBottom(box.top() - SMALL)
    frame.moveTop(max(frame.top(), seen.top() + TIGHT))
    frame.moveRight(min(frame.right(), seen.right() - TIGHT))
    frame.moveLeft(max(frame.left(), seen.left() + TIGHT))
    return frame
