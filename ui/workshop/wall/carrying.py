"""A card that is carried over the wall by the mouse, from the group where it was to the one below it."""

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from ui.workshop.wall.cards import CardList
from ui.workshop.wall.ghost import Ghost
from ui.workshop.wall.shelf import GroupShelf

_EDGE = 40
"""Pixels at the sides of the wall at which a carried card moves it along."""


class Carrying(QObject):
    """Shows the card under the mouse and the group it would go to; tells where it was let go.

    Signals:
        lifted: id of the card that was taken up.
        put_wanted: id of a card and the group that it was let go over.
        new_wanted: id of a card that was let go over the button for a new group.
    """

    lifted = Signal(str)
    put_wanted = Signal(str, str)
    new_wanted = Signal(str)

    def __init__(
        self,
        wall: QWidget,
        shelf: GroupShelf,
        new: QWidget,
    ) -> None:
        """Carry nothing yet.

        Args:
            wall: over which cards are carried.
            shelf: holds the groups.
            new: the button for a new group.
        """
        super().__init__(wall)
        self._wall, self._shelf, self._new = wall, shelf, new
        self._ghost = Ghost(wall)
        self._card = ""

    def watch(self, cards: CardList) -> None:
        """Carry the cards of a group, too."""
        cards.lifted.connect(self._lift)
        cards.carried.connect(self._carry)
        cards.dropped.connect(self._drop)
        cards.put_back.connect(self._put_back)

    def _lift(self, idea: str) -> None:
        self._card = idea
        self.lifted.emit(idea)
        column = self._shelf.column_with(self._card)
        if column is not None:
            card = next(card for card in column.cards.cards if card.id == idea)
            self._ghost.lift(card, column.cards.viewport().width())

    def _carry(self, at: QPoint) -> None:
        self._ghost.carry(self._wall.mapFromGlobal(at))
        self._scroll_at_edge(self._shelf.mapFromGlobal(at).x())
        for column in self._shelf.columns:
            column.set_target(column.holds(at))

    def _scroll_at_edge(self, at: int) -> None:
        """Bring groups beyond the edge into sight while a card is carried there."""
        bar = self._shelf.horizontalScrollBar()
        if at < _EDGE:
            bar.setValue(bar.value() - _EDGE)
        elif at > self._shelf.width() - _EDGE:
            bar.setValue(bar.value() + _EDGE)

    def _drop(self, at: QPoint) -> None:
        self._put_back()
        target = next((column for column in self._shelf.columns if column.holds(at)), None)
        if target is not None and target is not self._shelf.column_with(self._card):
            self.put_wanted.emit(self._card, target.group)
        elif target is None and self._new.rect().contains(self._new.mapFromGlobal(at)):
            self.new_wanted.emit(self._card)

    def _put_back(self) -> None:
        self._ghost.hide()
        for column in self._shelf.columns:
            column.set_target(False)
