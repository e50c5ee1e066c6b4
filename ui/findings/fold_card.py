"""Painting many findings of a kind as one card that opens: mark, how many, of which truth, a chevron."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from planner.language import say
from ui.findings.ground import BAR, BETWEEN, GAP, PAD, paint_ground, text_height
from ui.findings.rows import Fold
from ui.kit.finding_note import LEVEL_LOOKS
from ui.theme import colour, current_tokens, mirrored, paint_icon, ui_font
from ui.theme.tokens import BODY, CAPTION
from ui.theme.wrapping import wrapped

_MARK, _CHEVRON = 18, 16


class FoldCard:
    """The texts of one fold, laid out for a width."""

    def __init__(self, fold: Fold, width: int) -> None:
        tokens = current_tokens()
        self._fold = fold
        self._left = BAR + PAD + tokens.px(_MARK) + 8
        self._inner = max(60, width - self._left - PAD - tokens.px(_CHEVRON) - 8)
        self._head_height = QFontMetrics(ui_font(CAPTION, QFont.Weight.DemiBold)).height()
        self._title = wrapped(fold.title, ui_font(BODY), self._inner)

    @property
    def height(self) -> int:
        """The card's height with the room around it."""
        return round(self._head_height + text_height(self._title) + GAP + 2 * PAD + BETWEEN)

    def paint(self, painter: QPainter, area: QRect, ring: str) -> None:
        """Paint the card into its row, with a ring in the colour of a token where one is named."""
        tokens = current_tokens()
        look = LEVEL_LOOKS[self._fold.findings[0].level]
        box = area.adjusted(1, 0, -1, -BETWEEN)
        paint_ground(painter, box, look, ring)
        size, top = tokens.px(_MARK), box.top() + PAD
        mark = mirrored(box, QRectF(box.left() + BAR + PAD, top, size, size))
        paint_icon(painter, mark, look.icon, getattr(tokens, look.tone))
        painter.setFont(ui_font(CAPTION, QFont.Weight.DemiBold))
        painter.setPen(colour(look.tone))
        head = mirrored(box, QRect(box.left() + self._left, top, self._inner, self._head_height))
        painter.drawText(head, Qt.AlignmentFlag.AlignVCenter, _count_words(self._fold))
        painter.setPen(colour("text"))
        self._title.draw(painter, QPointF(head.left(), top + self._head_height + GAP))
        _paint_chevron(painter, box, is_open=self._fold.is_open)


def _count_words(fold: Fold) -> str:
    return say("{level} · {count} of a kind", level=fold.findings[0].level.label, count=len(fold.findings))


def _paint_chevron(painter: QPainter, box: QRect, *, is_open: bool) -> None:
    size = current_tokens().px(_CHEVRON)
    place = mirrored(box, QRectF(box.right() - PAD - size, box.center().y() - size / 2, size, size))
    paint_icon(painter, place, "chevron-down" if is_open else "chevron-right", current_tokens().muted)
