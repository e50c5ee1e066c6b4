"""Painting the blocks of an agenda: time beside, name and output inside; breaks look different."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from planner.language import say
from ui.kit.flat_list import ENTRY
from ui.theme import colour, current_tokens, elided, paint_icon, ui_font
from ui.theme.tokens import BODY, CAPTION, CORNER, MEDIUM, SMALL
from ui.workshop.agenda.slots import Slot, height_of

_BAR, _HATCH, _ICON, _GRIP_WIDE, _GRIP_HIGH, _TWO_LINES = 4, 10, 14, 28, 3, 46
_Index = QModelIndex | QPersistentModelIndex


class BlockDelegate(QStyledItemDelegate):
    """Paints a block as high as it is long.

    Attributes:
        held: id of the block that is dragged; empty where none is.
    """

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self.held = ""

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the height of a block's minutes."""
        slot: Slot = index.data(ENTRY)
        return QSize(self._view.viewport().width(), height_of(slot.minutes))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint the time and the block."""
        slot: Slot = index.data(ENTRY)
        gutter = gutter_width()
        is_current = index.row() == self._view.currentIndex().row()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area: QRect = option.rect
        beside = QRect(area.left(), area.top(), gutter - SMALL, area.height())
        card = QRect(area.left() + gutter, area.top() + 1, area.width() - gutter - 3, area.height() - 3)
        self._paint_times(painter, self._mirrored(area, beside), index, slot)
        card = self._mirrored(area, card)
        self._paint_ground(painter, card, slot, is_current=is_current)
        is_pointed_at = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if is_current or is_pointed_at:
            _paint_grip(painter, card, "on_selected" if is_current else "muted")
        self._paint_words(painter, card, slot, is_current=is_current)
        painter.restore()

    def _mirrored(self, area: QRect, part: QRect) -> QRect:
        return QStyle.visualRect(self._view.layoutDirection(), area, part)

    def _paint_times(self, painter: QPainter, beside: QRect, index: _Index, slot: Slot) -> None:
        painter.setFont(ui_font(CAPTION))
        painter.setPen(colour("warn" if slot.is_late else "muted"))
        ends = Qt.AlignmentFlag.AlignTrailing
        top = QStyle.visualAlignment(self._view.layoutDirection(), ends | Qt.AlignmentFlag.AlignTop)
        painter.drawText(beside, top, slot.starts)
        is_last = index.row() == index.model().rowCount() - 1
        if is_last and beside.height() > 2 * QFontMetrics(painter.font()).height():
            low = QStyle.visualAlignment(self._view.layoutDirection(), ends | Qt.AlignmentFlag.AlignBottom)
            painter.drawText(beside, low, slot.ends)

    def _paint_ground(self, painter: QPainter, card: QRect, slot: Slot, *, is_current: bool) -> None:
        is_held = slot.id == self.held
        edge = "focus" if is_current and (self._view.hasFocus() or is_held) else "field"
        pen = QPen(colour(edge), 2 if edge == "focus" else 1)
        if slot.word:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(colour("selected" if is_current else "bg" if slot.word else "surface"))
        painter.drawRoundedRect(QRectF(card).adjusted(1, 1, -1, -1), CORNER, CORNER)
        bar = QRect(card.left() + 2, card.top() + 4, _BAR, card.height() - 7)
        if slot.word:
            bar.setWidth(_HATCH)
            tone = colour("on_selected" if is_current else "field")
            painter.fillRect(self._mirrored(card, bar), QBrush(tone, Qt.BrushStyle.BDiagPattern))
        else:
            painter.fillRect(self._mirrored(card, bar), colour("on_selected" if is_current else "accent"))

    def _paint_words(self, painter: QPainter, card: QRect, slot: Slot, *, is_current: bool) -> None:
        ink, second = ("on_selected", "on_selected") if is_current else ("text", "muted")
        inner = card.adjusted(MEDIUM + _BAR, 4, -MEDIUM, -4)
        if self._view.isRightToLeft():
            inner = card.adjusted(MEDIUM, 4, -MEDIUM - _BAR, -4)
        long = say("{minutes} min", minutes=slot.minutes)
        if slot.is_late:
            long = say("{minutes} min, ends too late", minutes=slot.minutes)
        painter.setFont(ui_font(CAPTION))
        room = QFontMetrics(painter.font()).horizontalAdvance(long) + MEDIUM
        is_low = card.height() < current_tokens().px(_TWO_LINES)
        line = QRect(inner.left(), inner.top(), inner.width(), self._line_height(inner, is_low=is_low))
        self._draw(painter, line, long, second, ends=True)
        head = self._mirrored(inner, QRect(line.left(), line.top(), line.width() - room, line.height()))
        head = self._paint_icon(painter, head, slot, second)
        painter.setFont(ui_font(BODY, QFont.Weight.DemiBold))
        used = self._draw(painter, head, _title_of(slot), ink)
        if slot.output:
            self._paint_output(painter, inner, head, used, slot, second, is_low=is_low)

    def _paint_output(
        self,
        painter: QPainter,
        inner: QRect,
        head: QRect,
        used: int,
        slot: Slot,
        ink: str,
        *,
        is_low: bool,
    ) -> None:
        painter.setFont(ui_font(CAPTION))
        said = say("Result: {output}", output=slot.output)
        if is_low:
            rest = QRect(head.left() + used + SMALL, head.top(), head.width() - used - SMALL, head.height())
            self._draw(painter, self._mirrored(head, rest), said, ink)
            return
        below = QRect(inner.left(), head.bottom() + 1, inner.width(), inner.bottom() - head.bottom())
        flags = int(Qt.TextFlag.TextWordWrap) | self._aligned(Qt.AlignmentFlag.AlignTop)
        line = QFontMetrics(painter.font()).lineSpacing()
        lines = max(1, below.height() // line)
        below.setHeight(lines * line)
        words = said if lines > 1 else self._elided(painter, said, below.width())
        painter.setPen(colour(ink))
        painter.save()
        painter.setClipRect(below)
        painter.drawText(below, flags, words)
        painter.restore()

    def _paint_icon(self, painter: QPainter, head: QRect, slot: Slot, ink: str) -> QRect:
        """Paint the mark of a break; return what is left of the line."""
        if not slot.icon:
            return head
        side = current_tokens().px(_ICON)
        place = QRect(head.left(), head.center().y() - side // 2, side, side)
        paint_icon(painter, QRectF(self._mirrored(head, place)), slot.icon, colour(ink).name())
        rest = QRect(head.left() + side + SMALL, head.top(), head.width() - side - SMALL, head.height())
        return self._mirrored(head, rest)

    def _line_height(self, inner: QRect, *, is_low: bool) -> int:
        return inner.height() if is_low else QFontMetrics(ui_font(BODY)).height() + 2

    def _draw(self, painter: QPainter, area: QRect, text: str, ink: str, *, ends: bool = False) -> int:
        """Draw one line of words, cut where it does not fit; return how wide it is."""
        side = Qt.AlignmentFlag.AlignTrailing if ends else Qt.AlignmentFlag.AlignLeading
        words = self._elided(painter, text, area.width())
        painter.setPen(colour(ink))
        painter.drawText(area, self._aligned(Qt.AlignmentFlag.AlignVCenter, side), words)
        return QFontMetrics(painter.font()).horizontalAdvance(words)

    def _aligned(
        self, upright: Qt.AlignmentFlag, side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeading
    ) -> int:
        return int(QStyle.visualAlignment(self._view.layoutDirection(), upright | side))

    @staticmethod
    def _elided(painter: QPainter, text: str, width: int) -> str:
        return elided(" ".join(text.split()), QFontMetrics(painter.font()), width)


def gutter_width() -> int:
    """Return the room for the times beside the blocks."""
    return QFontMetrics(ui_font(CAPTION)).horizontalAdvance("00:00 PM") + MEDIUM


def _title_of(slot: Slot) -> str:
    if not slot.word or slot.name == slot.word:
        return slot.name or slot.word
    return say("{sort}: {name}", sort=slot.word, name=slot.name) if slot.name else slot.word


def _paint_grip(painter: QPainter, card: QRect, tone: str) -> None:
    """Paint the handle at the lower edge."""
    wide = current_tokens().px(_GRIP_WIDE)
    place = QRectF(card.center().x() - wide / 2, card.bottom() - _GRIP_HIGH - 2, wide, _GRIP_HIGH)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(tone))
    painter.drawRoundedRect(place, _GRIP_HIGH / 2, _GRIP_HIGH / 2)
