"""The cards of one group: notes in a list that the keyboard walks and the mouse carries away."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication

from ui.kit.flat_list import FlatList
from ui.workshop.wall.card_model import Card, CardDelegate, CardModel


class CardList(FlatList):
    """Shows the cards of a group.

    Signals:
        edited: id and new text of a card.
        sent: id of a card and -1 or 1: it is to go to the group before or behind.
        stepped: -1 or 1: the keyboard is to go to the group before or behind.
        menu_wanted: id of a card and where: what can be done with it is asked for.
        remove_wanted: id of a card.
        lifted: id of a card that the mouse has taken up.
        carried: where on the screen the card is now.
        dropped: where on the screen the card was let go.
        put_back: the card that was carried stays where it was.
    """

    edited = Signal(str, str)
    sent = Signal(str, int)
    stepped = Signal(int)
    menu_wanted = Signal(str, QPoint)
    remove_wanted = Signal(str)
    lifted = Signal(str)
    carried = Signal(QPoint)
    dropped = Signal(QPoint)
    put_back = Signal()

    def __init__(self, name: str) -> None:
        """Make an empty list.

        Args:
            name: of the group, for screen readers.
        """
        super().__init__(name)
        self._cards = CardModel(self)
        self._pressed: tuple[str, QPoint] | None = None
        self._carries = False
        self._read_only = False
        self.setModel(self._cards)
        self._cards.written.connect(self._take_text)
        self.setItemDelegate(CardDelegate(self))
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed
        )

    @property
    def cards(self) -> tuple[Card, ...]:
        """The cards shown."""
        return self._cards.entries

    @property
    def current(self) -> str:
        """Id of the card that has the mark; empty where none has."""
        index = self.currentIndex()
        return self.cards[index.row()].id if index.isValid() else ""

    def set_read_only(self, on: bool) -> None:  # noqa: FBT001 - a plain setter like Qt's
        """Let cards be looked at only."""
        self._read_only = on
        if on:
            self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def show_cards(self, cards: Sequence[Card]) -> None:
        """Show other cards; the mark stays on the same one."""
        if tuple(cards) == self.cards:
            return
        current = self.current
        self._cards.show(tuple(cards))
        self.choose(current)

    def choose(self, card_id: str) -> bool:
        """Give the mark to a card; return whether it is here."""
        for row, card in enumerate(self.cards):
            if card.id == card_id:
                self.setCurrentIndex(self._cards.index(row))
                self.scrollTo(self.currentIndex())
                return True
        return False

    def middle_of(self, card_id: str) -> QPoint:
        """Return the middle of a card in the viewport."""
        row = next(row for row, card in enumerate(self.cards) if card.id == card_id)
        return self.visualRect(self._cards.index(row)).center()

    def _take_text(self, card_id: str, text: str) -> None:
        """Tell that a card's text was written anew."""
        if text.strip() and not self._read_only:
            self.edited.emit(card_id, text.strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, send a card to another group, open what can be done with it, or take it away."""
        if self.state() is QAbstractItemView.State.EditingState:
            return  # what the line over the card has no use for
        key, current = Qt.Key(event.key()), self.current
        way = self._way(key)
        if key is Qt.Key.Key_Escape and self._carries:
            self._put_back()
        elif way and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._when_editable(current, lambda: self.sent.emit(current, way))
        elif way:
            self.stepped.emit(way)
        elif key in {Qt.Key.Key_M, Qt.Key.Key_Menu}:
            self._when_editable(current, lambda: self._want_menu(current))
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self._when_editable(current, lambda: self.remove_wanted.emit(current))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._when_editable(current, lambda: self.edit(self.currentIndex()))
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep the keys that send cards from other uses of them."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            sends = self._way(Qt.Key(event.key())) and event.modifiers() & Qt.KeyboardModifier.AltModifier
            if sends or (event.key() == Qt.Key.Key_Escape and self._carries):
                event.accept()
                return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Mark a card and take hold of it."""
        super().mousePressEvent(event)
        at = event.position().toPoint()
        index = self.indexAt(at)
        if event.button() is Qt.MouseButton.LeftButton and index.isValid() and not self._read_only:
            self._pressed = (self.cards[index.row()].id, at)
        elif event.button() is Qt.MouseButton.RightButton and index.isValid() and not self._read_only:
            self.menu_wanted.emit(self.cards[index.row()].id, event.globalPosition().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry the card that is held."""
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        way = event.position().toPoint() - self._pressed[1]
        if not self._carries and way.manhattanLength() >= QApplication.startDragDistance():
            self._carries = True
            self.lifted.emit(self._pressed[0])
        if self._carries:
            self.carried.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the card go."""
        carried, self._carries, self._pressed = self._carries, False, None
        super().mouseReleaseEvent(event)
        if carried:
            self.dropped.emit(event.globalPosition().toPoint())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Mark the first card where none is marked, so that the keyboard is seen to be here."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.cards:
            self.setCurrentIndex(self._cards.index(0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the words of the cards anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _way(self, key: Qt.Key) -> int:
        """Return -1 or 1 for the keys that lead to the group before or behind, else 0."""
        before, behind = Qt.Key.Key_Left, Qt.Key.Key_Right
        if self.isRightToLeft():
            before, behind = behind, before
        return {before: -1, behind: 1}.get(key, 0)

    def _when_editable(self, current: str, then: Callable[[], None]) -> None:
        if current and not self._read_only:
            then()

    def _want_menu(self, current: str) -> None:
        self.menu_wanted.emit(current, self.viewport().mapToGlobal(self.middle_of(current)))

    def _put_back(self) -> None:
        self._carries, self._pressed = False, None
        self.put_back.emit()
