"""A card of the wall: what it says, how it is listed, and how it is painted."""

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractItemModel,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from planner.language import say
from ui.kit.editors.base import UNDO_FOR_ALL
from ui.kit.flat_list import ENTRY, EntryModel, Index
from ui.kit.text import plain_tooltip
from ui.theme import colour, current_tokens, elided, own_way, ui_font
from ui.theme.tokens import BODY, CAPTION, CORNER, MEDIUM, SMALL
from ui.theme.wrapping import evened

_LEAST = 56


@dataclass(frozen=True, slots=True)
class Card:
    """One idea on the wall.

    Attributes:
        id: of the idea.
        text: the idea.
        aside: who said it and what was decided; may be empty.
    """

    id: str
    text: str
    aside: str = ""

    @property
    def spoken(self) -> str:
        """The card in a sentence."""
        return say("{idea}, {aside}", idea=self.text, aside=self.aside) if self.aside else self.text


class CardModel(EntryModel[Card]):
    """The cards of a group.

    Signals:
        written: id and text of a card that was written anew.
    """

    written = Signal(str, str)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let cards be written in."""
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def told(self, entry: Card, role: int) -> str | None:
        """Return the words of a card."""
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}:
            return entry.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return entry.spoken
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(entry.spoken)
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell of a new text; the plan brings it here."""
        if role != Qt.ItemDataRole.EditRole:
            return False
        self.written.emit(self.entries[index.row()].id, str(value))
        return True


class CardDelegate(QStyledItemDelegate):
    """Paints a note with a folded corner, as high as its words need."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return room for all words of a card."""
        card: Card = index.data(ENTRY)
        width = self._view.viewport().width()
        return QSize(width, card_height(card, width))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the card."""
        card: Card = index.data(ENTRY)
        is_current = self._view.hasFocus() and index.row() == self._view.currentIndex().row()
        is_pointed_at = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_card(painter, option.rect, card, is_current=is_current, is_raised=is_pointed_at)
        painter.restore()

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index) -> QWidget:
        """Return a line for the card's text."""
        line = QLineEdit(parent)
        line.setAccessibleName(say("Idea"))
        line.installEventFilter(UNDO_FOR_ALL)
        return line

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand the new text on."""
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        """Put the line over the card."""
        place: QRect = option.rect
        editor.setGeometry(place.adjusted(3, 3, -3, -3))


def paint_card(painter: QPainter, area: QRect, card: Card, *, is_current: bool, is_raised: bool) -> None:
    """Paint a card into a rectangle.

    Args:
        painter: where to.
        area: the place.
        card: the card.
        is_current: it has the keyboard.
        is_raised: the mouse is over it, or it is carried.
    """
    place = area.adjusted(3, 3, -3, -3)
    ground = "selected" if is_current else "raised" if is_raised else "surface"
    painter.setBrush(colour(ground))
    painter.setPen(QPen(colour("focus" if is_current else "field"), 2 if is_current else 1))
    painter.drawRoundedRect(place, CORNER, CORNER)
    inner = place.adjusted(MEDIUM, SMALL, -MEDIUM, -SMALL)
    ink, second = ("on_selected", "on_selected") if is_current else ("text", "muted")
    flags = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
    painter.setFont(ui_font(BODY))
    painter.setPen(colour(ink))
    painter.drawText(inner, flags, own_way(evened(card.text, painter.font(), inner.width())))
    if card.aside:
        painter.setFont(ui_font(CAPTION))
        painter.setPen(colour(second))
        low = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignBottom)
        said = elided(card.aside, QFontMetrics(painter.font()), inner.width())
        painter.drawText(inner, low, said)


def card_height(card: Card, width: int) -> int:
    """Return how high a card is at a width."""
    room = QRect(0, 0, max(40, width - 6 - 2 * MEDIUM), 10_000)
    wrap = int(Qt.TextFlag.TextWordWrap)
    text = QFontMetrics(ui_font(BODY)).boundingRect(room, wrap, card.text).height()
    aside = QFontMetrics(ui_font(CAPTION, QFont.Weight.Normal)).height() + 4 if card.aside else 0
    return max(current_tokens().px(_LEAST), text + aside + 2 * SMALL + 8)
