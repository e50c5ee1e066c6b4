"""Painting a finding as a card: mark, word and colour of its level, what is wrong, what would mend it."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPainterPath, QPen, QTextLayout
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from planner.model.vocabulary import Weight
from planner.truths.findings import Finding
from ui.findings.model import ROW
from ui.findings.rows import Row
from ui.theme import colour, current_tokens, paint_icon, ui_font
from ui.theme.tokens import BODY, CAPTION, CORNER
from ui.theme.wrapping import wrapped

_PAD, _GAP, _BETWEEN, _BAR = 10, 4, 6, 4


@dataclass(frozen=True, slots=True)
class LevelMark:
    """How a level looks: shape, colour token, and token of the card's ground."""

    icon: str
    tone: str
    ground: str


LEVEL_MARKS = {
    Weight.STOP: LevelMark("octagon-x", "bad", "bad_tint"),
    Weight.WARN: LevelMark("triangle-alert", "warn", "warn_tint"),
    Weight.ADVICE: LevelMark("lightbulb", "note", "note_tint"),
}
_Index = QModelIndex | QPersistentModelIndex


class FindingDelegate(QStyledItemDelegate):
    """Paints headings and cards, as high as their text needs."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the height that the row's text needs at the view's width."""
        row: Row = index.data(ROW)
        width = self._view.viewport().width()
        if row.finding is None:
            return QSize(width, current_tokens().px(34))
        return QSize(width, _Card(row.finding, width).height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint the row."""
        row: Row = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.finding is None:
            _paint_heading(painter, option.rect, row.heading)
        else:
            selected = bool(option.state & QStyle.StateFlag.State_Selected)
            ring = ("focus" if self._view.hasFocus() else "field") if selected else ""
            _Card(row.finding, option.rect.width()).paint(painter, option.rect, ring)
        painter.restore()


class _Card:
    """The texts of one card, laid out for a width."""

    def __init__(self, finding: Finding, width: int) -> None:
        tokens = current_tokens()
        self._finding = finding
        self._left = _BAR + _PAD + tokens.px(18) + 8
        inner = max(60, width - self._left - _PAD)
        self._head_height = QFontMetrics(ui_font(CAPTION, QFont.Weight.DemiBold)).height()
        self._message = wrapped(finding.message, ui_font(BODY), inner)
        self._remedy = wrapped(finding.remedy, ui_font(CAPTION), inner)
        self._inner = inner

    @property
    def height(self) -> int:
        """The card's height with the room around it."""
        text = self._head_height + _text_height(self._message) + _text_height(self._remedy)
        return round(text + 2 * _GAP + 2 * _PAD + _BETWEEN)

    def paint(self, painter: QPainter, area: QRect, ring: str) -> None:
        """Paint the card into its row, with a ring in the colour of a token where one is named."""
        tokens = current_tokens()
        mark = LEVEL_MARKS[self._finding.level]
        box = area.adjusted(1, 0, -1, -_BETWEEN)
        _paint_ground(painter, box, mark, ring)
        size = tokens.px(18)
        top = box.top() + _PAD
        paint_icon(
            painter,
            QRectF(box.left() + _BAR + _PAD, top, size, size),
            mark.icon,
            getattr(tokens, mark.tone),
        )
        left = box.left() + self._left
        self._paint_head(painter, QRect(left, top, self._inner, self._head_height), mark)
        top += self._head_height + _GAP
        painter.setPen(colour("text"))
        self._message.draw(painter, QPointF(left, top))
        painter.setPen(colour("muted"))
        self._remedy.draw(painter, QPointF(left, top + _text_height(self._message) + _GAP))

    def _paint_head(self, painter: QPainter, area: QRect, mark: LevelMark) -> None:
        font = ui_font(CAPTION, QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(colour(mark.tone))
        word = _state_word(self._finding)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, word)
        used = QFontMetrics(font).horizontalAdvance(word + "  ")
        name_font = ui_font(CAPTION)
        painter.setFont(name_font)
        painter.setPen(colour("muted"))
        room = area.adjusted(used, 0, 0, 0)
        name = QFontMetrics(name_font).elidedText(
            self._finding.subject_name.replace("\n", " "), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, name)


def _state_word(finding: Finding) -> str:
    if finding.waived:
        return f"{finding.level.label}, accepted"
    if finding.dismissed:
        return f"{finding.level.label}, dismissed"
    return finding.level.label


def _text_height(layout: QTextLayout) -> float:
    return layout.boundingRect().height()


def _paint_ground(painter: QPainter, box: QRect, mark: LevelMark, ring: str) -> None:
    card = QPainterPath()
    card.addRoundedRect(QRectF(box), CORNER, CORNER)
    bar = QPainterPath()
    bar.addRect(QRectF(box.left(), box.top(), _BAR, box.height()))
    painter.fillPath(card, colour(mark.ground))
    painter.fillPath(card.intersected(bar), colour(mark.tone))
    if ring:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour(ring), 2))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), CORNER, CORNER)


def _paint_heading(painter: QPainter, area: QRect, heading: str) -> None:
    painter.setPen(colour("muted"))
    painter.setFont(ui_font(CAPTION, QFont.Weight.DemiBold))
    painter.drawText(
        area.adjusted(2, 0, 0, -4), Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, heading
    )
