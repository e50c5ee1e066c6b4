"""One group of the wall: its name, how many cards it has, and the cards."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout

from planner.language import say, say_count
from ui.kit.buttons import IconButton
from ui.kit.editors.base import UNDO_FOR_ALL
from ui.kit.text import plain_label
from ui.theme import current_tokens, set_look
from ui.theme.tokens import SMALL, TIGHT
from ui.workshop.wall.card_model import Card
from ui.workshop.wall.cards import CardList

_WIDTH = 248


class GroupColumn(QFrame):
    """Shows a group; its name is written at the top.

    Signals:
        renamed: the name as it was and the new one.
        remove_wanted: the group is to be taken away; its cards are not.
    """

    renamed = Signal(str, str)
    remove_wanted = Signal(str)

    def __init__(self, name: str, *, read_only: bool) -> None:
        """Make a column without cards.

        Args:
            name: of the group; empty for the cards that are in none.
            read_only: it is only looked at.
        """
        super().__init__()
        self._group = name
        said = name or say("Not in a group")
        self.setProperty("role", "card")
        self.setMinimumWidth(current_tokens().px(_WIDTH))
        self.setMaximumWidth(current_tokens().px(_WIDTH))
        self._cards = CardList(said)
        self._cards.set_read_only(read_only)
        self._count = plain_label(role="caption")
        self._title = plain_label(said, role="strong", wraps=True)
        self._line = QLineEdit(name)
        self._line.setAccessibleName(say("Name of the group"))
        self._line.installEventFilter(UNDO_FOR_ALL)
        self._line.editingFinished.connect(self._rename)
        can_rename = bool(name) and not read_only
        self._away = IconButton("x", say("Take the group away; its cards stay"))
        self._away.clicked.connect(self._want_away)
        for unneeded in (self._title,) if can_rename else (self._line, self._away):
            unneeded.hide()
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._line, 1)
        head.addWidget(self._count)
        head.addWidget(self._away)
        column = QVBoxLayout(self)
        column.setContentsMargins(SMALL, SMALL, SMALL, SMALL)
        column.setSpacing(TIGHT)
        column.addLayout(head)
        column.addWidget(self._cards, 1)

    @property
    def group(self) -> str:
        """Name of the group; empty for the cards that are in none."""
        return self._group

    @property
    def cards(self) -> CardList:
        """Its cards."""
        return self._cards

    @property
    def line(self) -> QLineEdit:
        """Where its name is written."""
        return self._line

    @property
    def away_button(self) -> IconButton:
        """Takes the group away."""
        return self._away

    def has(self, card: str) -> bool:
        """Whether a card is in this group."""
        return any(one.id == card for one in self._cards.cards)

    def call(self, name: str) -> None:
        """Take on another name."""
        self._group = name
        self._line.setText(name)
        self._cards.setAccessibleName(name)

    def show_cards(self, cards: Sequence[Card]) -> None:
        """Show the group's cards."""
        self._cards.show_cards(cards)
        self._count.setText(str(len(cards)))
        self._count.setAccessibleName(say_count("{count} card", "{count} cards", len(cards)))

    def holds(self, at: QPoint) -> bool:
        """Whether a place on the screen lies in this column."""
        return self.isVisible() and self.rect().contains(self.mapFromGlobal(at))

    def set_target(self, on: bool) -> None:  # noqa: FBT001 - a plain setter like Qt's
        """Show that a card would be dropped here."""
        set_look(self, "role", "drawer" if on else "card")

    def write_name(self) -> None:
        """Lead the keyboard to the name."""
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)
        self._line.selectAll()

    def _want_away(self) -> None:
        self.remove_wanted.emit(self._group)

    def _rename(self) -> None:
        name = self._line.text().strip()
        if not name:
            self._line.setText(self._group)
        elif name != self._group:
            self.renamed.emit(self._group, name)
