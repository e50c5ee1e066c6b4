"""A list of things to start from: a title and a few words about each."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.kit.flat_list import ENTRY, EntryModel, FlatList, Index
from ui.kit.text import plain_tooltip
from ui.theme import colour, current_tokens, elided, mirrored, paint_icon, ui_font
from ui.theme.tokens import BODY, CAPTION, CORNER
from ui.theme.wrapping import wrapped

_ICON, _AROUND, _AROUND_TITLE = 20, 18, 10


@dataclass(frozen=True, slots=True)
class ListChoice:
    """One thing to choose.

    Attributes:
        id: what is chosen.
        title: its name.
        detail: a few words about it.
        icon: name of its icon.
        enabled: whether it can be chosen.
    """

    id: str
    title: str
    detail: str
    icon: str
    enabled: bool = True


class _ChoiceModel(EntryModel[ListChoice]):
    is_brief = False

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return whether a choice can be made."""
        enabled = index.isValid() and self.entries[index.row()].enabled
        return super().flags(index) if enabled else Qt.ItemFlag.ItemIsSelectable

    def told(self, entry: ListChoice, role: int) -> str | None:
        """Return the words of a choice."""
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.ToolTipRole and self.is_brief:
            return plain_tooltip(entry.detail)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{entry.title}. {entry.detail}"
        return None


class ChoiceList(FlatList):
    """Shows the choices.

    Signals:
        picked: the id of the choice that was clicked, or on which Enter was pressed.
    """

    picked = Signal(str)

    def __init__(self, name: str, *, folds: bool = False) -> None:
        """Make an empty list.

        Args:
            name: what it holds, for screen readers.
            folds: titles stand alone where there is no room for the words about all of them.
        """
        super().__init__(name)
        self._folds = folds
        self._is_brief = False
        self._needed = 0
        self._choices = _ChoiceModel(self)
        self.setModel(self._choices)
        self.setItemDelegate(_ChoiceDelegate(self))
        self.clicked.connect(self._pick)

    def show_choices(self, choices: Sequence[ListChoice]) -> None:
        """Show other choices."""
        self._choices.show(tuple(choices))
        self._fit()

    @property
    def is_brief(self) -> bool:
        """Whether titles stand alone; the words about them are in their tool tips."""
        return self._is_brief

    @property
    def choice_ids(self) -> list[str]:
        """The ids of the choices shown."""
        return [choice.id for choice in self._choices.entries]

    def sizeHint(self) -> QSize:
        """Return the room for all choices with their words, at the present width."""
        return QSize(super().sizeHint().width(), self._needed + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        """Return the room for all titles where these may stand alone."""
        least = super().minimumSizeHint()
        if not self._folds:
            return least
        titles = sum(row_height(each, self.width(), brief=True) for each in self._choices.entries)
        return QSize(least.width(), titles + 2 * self.frameWidth())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pick on Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self._pick(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Make the first choice the current one where none is, so that the keyboard is seen to be here."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._choices.index(0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        needed = sum(row_height(choice, self.width()) for choice in self._choices.entries)
        self._is_brief = self._choices.is_brief = self._folds and needed > self.height()
        if needed != self._needed:
            self._needed = needed
            self.updateGeometry()
        self.scheduleDelayedItemsLayout()

    def _pick(self, index: QModelIndex) -> None:
        choice: ListChoice = index.data(ENTRY)
        if choice.enabled:
            self.picked.emit(choice.id)


class _ChoiceDelegate(QStyledItemDelegate):
    """Paints icon, title and the words below it."""

    def __init__(self, view: ChoiceList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height that the text needs at the view's width."""
        width = self._view.viewport().width()
        return QSize(width, row_height(index.data(ENTRY), width, brief=self._view.is_brief))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the row."""
        choice: ListChoice = index.data(ENTRY)
        area: QRect = option.rect.adjusted(2, 2, -2, -2)
        has_focus = self._view.hasFocus() and index.row() == self._view.currentIndex().row()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver) and choice.enabled
        painter.setPen(QPen(colour("focus"), 2) if has_focus else Qt.PenStyle.NoPen)
        painter.setBrush(colour("raised") if hovered else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), CORNER, CORNER)
        _paint_choice(painter, area, choice, brief=self._view.is_brief)
        painter.restore()


def row_height(choice: ListChoice, width: int, *, brief: bool = False) -> int:
    """Return the height in pixels of a row of a width; a brief one has its title alone."""
    title = QFontMetrics(ui_font(BODY, QFont.Weight.Medium)).height()
    if brief:
        return max(title, current_tokens().px(_ICON)) + _AROUND_TITLE
    detail = wrapped(choice.detail, ui_font(CAPTION), _text_width(width)).boundingRect().height()
    return round(title + detail + _AROUND)


def _text_width(row_width: int) -> int:
    return max(80, row_width - current_tokens().px(_ICON) - 38)


def _paint_choice(painter: QPainter, area: QRect, choice: ListChoice, *, brief: bool) -> None:
    tokens = current_tokens()
    size = tokens.px(_ICON)
    ink = tokens.accent if choice.enabled else tokens.muted
    above = (area.height() - size) / 2 if brief else 7
    mark = QRectF(area.left() + 10, area.top() + above, size, size)
    paint_icon(painter, mirrored(area, mark), choice.icon, ink)
    left = area.left() + size + 20
    font = ui_font(BODY, QFont.Weight.Medium)
    metrics = QFontMetrics(font)
    width = area.right() - left - 8
    painter.setFont(font)
    painter.setPen(colour("text" if choice.enabled else "muted"))
    top, height = (area.top(), area.height()) if brief else (area.top() + 6, metrics.height())
    head = mirrored(area, QRect(left, top, width, height))
    title = elided(choice.title.replace("\n", " "), metrics, width)
    painter.drawText(head, Qt.AlignmentFlag.AlignVCenter, title)
    if brief:
        return
    painter.setPen(colour("muted"))
    wrapped(choice.detail, ui_font(CAPTION), width).draw(painter, QPointF(head.left(), head.bottom() + 3))
