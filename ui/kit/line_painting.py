"""Painting the lines of a list: a heading, or a name with what it is and a row below it."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.kit.line import Line, Marked
from ui.theme import colour, current_tokens, elided, mirrored, own_way, paint_icon, ui_font
from ui.theme.tokens import BODY, CAPTION, CORNER, SMALL
from ui.theme.wrapping import evened

_LINE = Qt.ItemDataRole.UserRole + 1
_ICON, _PAD, _BETWEEN = 16, 10, 2
_ROW, _ROW_OF_TWO, _HEADING = 34, 52, 30
_MOST_ROWS = 4
_WRAPPED = int(Qt.TextFlag.TextWordWrap)
_Index = QModelIndex | QPersistentModelIndex


class LineDelegate(QStyledItemDelegate):
    """Paints a line."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the height of a heading, of a line, or of one with two rows."""
        line: Line = index.data(_LINE)
        height = _HEADING if line.is_heading else _ROW_OF_TWO if line.detail else _ROW
        return QSize(self._view.viewport().width(), current_tokens().px(height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint the line."""
        line: Line = index.data(_LINE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.is_heading:
            _paint_heading(painter, option.rect, line.title)
        else:
            is_current = index.row() == self._view.currentIndex().row()
            is_hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
            _paint_ground(painter, option.rect, is_current=is_current, is_hovered=is_hovered)
            if is_current and self._view.hasFocus():
                _paint_ring(painter, option.rect)
            self.paint_text(painter, option.rect.adjusted(_PAD, 0, -_PAD, 0), line, is_current=is_current)
        painter.restore()

    def paint_text(self, painter: QPainter, area: QRect, line: "Line", *, is_current: bool) -> None:
        """Paint what a line says."""
        _paint_line(painter, area, line, is_current=is_current)


class WrappingDelegate(LineDelegate):
    """Paints names in as many rows as they need, up to a few; for lists that are narrow."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the height of the rows of a name."""
        size = super().sizeHint(option, index)
        line: Line = index.data(_LINE)
        width = size.width() - 2 * _PAD - current_tokens().px(_ICON) - SMALL
        metrics = QFontMetrics(ui_font(BODY))
        box = metrics.boundingRect(QRect(0, 0, max(1, width), 10_000), _WRAPPED, line.title)
        rows = max(1, min(_MOST_ROWS, round(box.height() / metrics.lineSpacing())))
        return QSize(size.width(), size.height() + (rows - 1) * metrics.lineSpacing())

    def paint_text(self, painter: QPainter, area: QRect, line: "Line", *, is_current: bool) -> None:
        """Paint icon and name, beginning at the top."""
        tokens = current_tokens()
        ink = "on_selected" if is_current else "text"
        side = tokens.px(_ICON)
        top = (tokens.px(_ROW) - side) / 2
        icon = mirrored(area, QRectF(area.left(), area.top() + top, side, side))
        paint_icon(painter, icon, line.icon, getattr(tokens, ink))
        font = ui_font(BODY)
        above = (tokens.px(_ROW) - QFontMetrics(font).lineSpacing()) // 2
        words = mirrored(area, area.adjusted(side + SMALL, above, 0, -above)).toRect()
        painter.setFont(font)
        painter.setPen(colour(ink))
        text = evened(_fitting(line.title, QFontMetrics(font), words), font, words.width())
        painter.drawText(words, _WRAPPED | int(Qt.AlignmentFlag.AlignLeft), own_way(text))


def _fitting(text: str, metrics: QFontMetrics, area: QRect) -> str:
    """Return as many words of a text as have room in an area."""
    words, shown = text.split(), text
    while words and metrics.boundingRect(area, _WRAPPED, shown).height() > area.height():
        words.pop()
        shown = " ".join(words) + "…"
    return shown


def _paint_heading(painter: QPainter, area: QRect, text: str) -> None:
    font = ui_font(CAPTION, QFont.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(colour("muted"))
    words = elided(text, QFontMetrics(font), area.width() - 2 * _PAD)
    bottom = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
    painter.drawText(area.adjusted(_PAD, 0, -_PAD, -4), bottom, words)


def _paint_ground(painter: QPainter, area: QRect, *, is_current: bool, is_hovered: bool) -> None:
    if is_current or is_hovered:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("selected" if is_current else "raised"))
        painter.drawRoundedRect(area.adjusted(2, 1, -2, -1), CORNER, CORNER)


def _paint_ring(painter: QPainter, area: QRect) -> None:
    painter.setPen(QPen(colour("focus"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(area.adjusted(3, 2, -3, -2), CORNER, CORNER)


def _paint_line(painter: QPainter, area: QRect, line: "Line", *, is_current: bool) -> None:
    tokens = current_tokens()
    ink = "on_selected" if is_current else "muted" if line.is_faded else "text"
    second = "on_selected" if is_current else "muted"
    left = area.left()
    side = tokens.px(_ICON)
    if line.icon:
        top = area.top() + (tokens.px(_ROW) - side) / 2
        place = mirrored(area, QRectF(left, top, side, side))
        paint_icon(painter, place, line.icon, getattr(tokens, ink))
        left += side + SMALL
    head = QRect(left, area.top(), area.right() - left, tokens.px(_ROW))
    if line.detail:
        head.setHeight(round(area.height() / 2) + _BETWEEN)
    _paint_head(painter, mirrored(area, head).toRect(), line, ink, second)
    if line.detail:
        top = head.bottom() - _BETWEEN
        below = mirrored(area, QRect(left, top, area.right() - left, area.bottom() - top))
        _paint_detail(painter, below.toRect(), line, second)


def _paint_head(painter: QPainter, area: QRect, line: "Line", ink: str, second: str) -> None:
    font, small = ui_font(BODY), ui_font(CAPTION)
    middle = Qt.AlignmentFlag.AlignVCenter
    most = round(area.width() * 0.55)
    aside = elided(line.aside, QFontMetrics(small), most)
    taken = QFontMetrics(small).horizontalAdvance(aside) + SMALL if aside else 0
    painter.setFont(small)
    painter.setPen(colour(second))
    painter.drawText(area, middle | Qt.AlignmentFlag.AlignRight, aside)
    painter.setFont(font)
    painter.setPen(colour(ink))
    words = " ".join(line.title.split())
    if line.title_marks:
        # Marked letters are a little wider than those that are measured.
        font.setWeight(QFont.Weight.DemiBold)
    room = area.width() - taken
    if line.title_marks:
        # Laid out by itself, it runs as its letters do; its marks are counted in these very letters.
        title = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, room)
        _paint_marked(painter, area, title, line.title_marks, ink)
    else:
        title = elided(words, QFontMetrics(font), room)
        painter.drawText(area, middle | Qt.AlignmentFlag.AlignLeft, title)


def _paint_marked(painter: QPainter, area: QRect, text: str, marks: Sequence["Marked"], ink: str) -> None:
    layout = _laid_out(text, ui_font(BODY), marks, ink)
    top = area.top() + (area.height() - layout.boundingRect().height()) / 2
    layout.draw(painter, QPointF(_start_of(layout, area), top))


def _paint_detail(painter: QPainter, area: QRect, line: "Line", ink: str) -> None:
    font = ui_font(CAPTION)
    # Marked letters are a little wider than others: measured in theirs, the sign of what is cut is whole.
    widest = ui_font(CAPTION, QFont.Weight.DemiBold if line.marks else QFont.Weight.Normal)
    text = QFontMetrics(widest).elidedText(line.detail, Qt.TextElideMode.ElideRight, area.width())
    layout = _laid_out(text, font, line.marks, ink)
    painter.setPen(colour(ink))
    painter.setClipRect(area)
    layout.draw(painter, QPointF(_start_of(layout, area), area.top()))


def _start_of(layout: QTextLayout, area: QRect) -> float:
    """Return the left end of a line of its own width that begins where one begins to read."""
    width = layout.lineAt(0).naturalTextWidth()
    return mirrored(area, QRectF(area.left(), area.top(), width, area.height())).left()


def _laid_out(text: str, font: QFont, marks: Sequence["Marked"], ink: str) -> QTextLayout:
    layout = QTextLayout(text, font)
    layout.setFormats([_range(marked, ink) for marked in marks])
    layout.beginLayout()
    layout.createLine().setNumColumns(len(text))
    layout.endLayout()
    return layout


def _range(marked: "Marked", ink: str) -> QTextLayout.FormatRange:
    """Return how a part is drawn: by weight and line too, never by colour alone."""
    shape = QTextCharFormat()
    shape.setForeground(colour(ink if ink == "on_selected" else "text"))
    shape.setFontWeight(QFont.Weight.DemiBold)
    shape.setFontUnderline(marked.mark.value in {"hit", "new"})
    shape.setFontStrikeOut(marked.mark.value == "old")
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = marked.start, marked.end - marked.start, shape
    return found
