"""Painting a finding as a card: mark, word and colour of its level, what is wrong, what would mend it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from planner.language import say
from planner.truths.findings import Finding
from ui.findings.fold_card import FoldCard
from ui.findings.ground import BAR, BETWEEN, GAP, PAD, paint_ground, text_height
from ui.findings.model import ROW
from ui.findings.rows import Row
from ui.kit.finding_note import LEVEL_LOOKS, LevelLook
from ui.theme import colour, current_tokens, elided, mirrored, paint_icon, ui_font
from ui.theme.tokens import BODY, CAPTION
from ui.theme.wrapping import wrapped

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
        if row.fold is not None:
            return QSize(width, FoldCard(row.fold, width).height)
        if row.finding is None:
            return QSize(width, current_tokens().px(34))
        return QSize(width, _Card(row.finding, width - _indent(row)).height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint the row."""
        row: Row = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        ring = ("focus" if self._view.hasFocus() else "field") if selected else ""
        if row.fold is not None:
            FoldCard(row.fold, option.rect.width()).paint(painter, option.rect, ring)
        elif row.finding is None:
            _paint_heading(painter, option.rect, row.heading)
        else:
            area = mirrored(option.rect, option.rect.adjusted(_indent(row), 0, 0, 0)).toRect()
            _Card(row.finding, area.width()).paint(painter, area, ring)
        painter.restore()


def _indent(row: Row) -> int:
    return PAD + GAP if row.is_inside else 0


class _Card:
    """The texts of one card, laid out for a width."""

    def __init__(self, finding: Finding, width: int) -> None:
        tokens = current_tokens()
        self._finding = finding
        self._left = BAR + PAD + tokens.px(18) + 8
        inner = max(60, width - self._left - PAD)
        self._head_height = QFontMetrics(ui_font(CAPTION, QFont.Weight.DemiBold)).height()
        self._message = wrapped(finding.message, ui_font(BODY), inner)
        self._remedy = wrapped(finding.remedy, ui_font(CAPTION), inner)
        self._inner = inner

    @property
    def height(self) -> int:
        """The card's height with the room around it."""
        text = self._head_height + text_height(self._message) + text_height(self._remedy)
        return round(text + 2 * GAP + 2 * PAD + BETWEEN)

    def paint(self, painter: QPainter, area: QRect, ring: str) -> None:
        """Paint the card into its row, with a ring in the colour of a token where one is named."""
        tokens = current_tokens()
        mark = LEVEL_LOOKS[self._finding.level]
        box = area.adjusted(1, 0, -1, -BETWEEN)
        paint_ground(painter, box, mark, ring)
        size = tokens.px(18)
        top = box.top() + PAD
        paint_icon(
            painter,
            mirrored(box, QRectF(box.left() + BAR + PAD, top, size, size)),
            mark.icon,
            getattr(tokens, mark.tone),
        )
        head = mirrored(box, QRect(box.left() + self._left, top, self._inner, self._head_height)).toRect()
        self._paint_head(painter, head, mark)
        left = head.left()
        top += self._head_height + GAP
        painter.setPen(colour("text"))
        self._message.draw(painter, QPointF(left, top))
        painter.setPen(colour("muted"))
        self._remedy.draw(painter, QPointF(left, top + text_height(self._message) + GAP))

    def _paint_head(self, painter: QPainter, area: QRect, mark: LevelLook) -> None:
        font = ui_font(CAPTION, QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(colour(mark.tone))
        word = _state_word(self._finding)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, word)
        used = QFontMetrics(font).horizontalAdvance(word + "  ")
        name_font = ui_font(CAPTION)
        painter.setFont(name_font)
        painter.setPen(colour("muted"))
        room = mirrored(area, area.adjusted(used, 0, 0, 0)).toRect()
        subject = self._finding.subject_name.replace("\n", " ")
        name = elided(subject, QFontMetrics(name_font), room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, name)


def _state_word(finding: Finding) -> str:
    if finding.waived:
        return say("{level}, accepted", level=finding.level.label)
    if finding.dismissed:
        return say("{level}, dismissed", level=finding.level.label)
    return finding.level.label


def _paint_heading(painter: QPainter, area: QRect, heading: str) -> None:
    painter.setPen(colour("muted"))
    painter.setFont(ui_font(CAPTION, QFont.Weight.DemiBold))
    painter.drawText(
        area.adjusted(2, 0, 0, -4), Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, heading
    )
