"""The shelf of the wall: all groups side by side, scrolled sideways where they are many."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from ui.theme.tokens import SMALL
from ui.workshop.wall.group_column import GroupColumn


class GroupShelf(QScrollArea):
    """Holds the columns of the groups, and leads the keyboard among them."""

    def __init__(self, behind: QWidget) -> None:
        """Make an empty shelf.

        Args:
            behind: stands behind the last group.
        """
        super().__init__()
        self._columns: list[GroupColumn] = []
        inner = QWidget()
        inner.setObjectName("page")
        self._row = QHBoxLayout(inner)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(SMALL)
        self._row.addWidget(behind, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addStretch(1)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inner)

    @property
    def columns(self) -> Sequence[GroupColumn]:
        """The groups, first the cards that are in none."""
        return self._columns

    @property
    def has_keyboard(self) -> bool:
        """Whether the keyboard is on a card."""
        return any(column.cards.hasFocus() for column in self._columns)

    @property
    def current(self) -> str:
        """Id of the card that the keyboard is on; empty where it is on none."""
        on = (column.cards.current for column in self._columns if column.cards.hasFocus())
        return next(on, "")

    def column(self, group: str) -> GroupColumn:
        """Return the column of a group."""
        return next(column for column in self._columns if column.group == group)

    def column_with(self, idea: str) -> GroupColumn | None:
        """Return the column in which a card is."""
        return next((column for column in self._columns if column.has(idea)), None)

    def beside(self, idea: str, way: int) -> tuple[bool, GroupColumn | None]:
        """Return whether there is a place beside the group of a card, and the group that is there.

        Args:
            idea: the card.
            way: 1 for the group behind, -1 for the one before; behind the last one there is place for one.
        """
        own = self.column_with(idea)
        if own is None:
            return False, None
        place = self._columns.index(own) + way
        if 0 <= place < len(self._columns):
            return True, self._columns[place]
        return place >= 0, None

    def remake(self, groups: Sequence[str], make: Callable[[str], GroupColumn]) -> None:
        """Show other groups, or the same ones in another size of letters."""
        for column in self._columns:
            self._row.removeWidget(column)
            column.blockSignals(True)  # noqa: FBT003 - Qt's; a name that is half typed is not taken now
            column.hide()
            column.deleteLater()
        self._columns = [make(group) for group in groups]
        for at, column in enumerate(self._columns):
            self._row.insertWidget(at, column)

    def lead_to(self, idea: str) -> None:
        """Lead the keyboard to a card, or to the first one where that is not here."""
        column = self.column_with(idea) or next((one for one in self._columns if one.cards.cards), None)
        if column is not None:
            column.cards.choose(idea)
            self._lead(column)

    def step(self, way: int) -> None:
        """Lead the keyboard to the next group that has cards."""
        at = next((at for at, column in enumerate(self._columns) if column.cards.hasFocus()), 0)
        beyond = self._columns[at + 1 :] if way > 0 else self._columns[:at][::-1]
        target = next((column for column in beyond if column.cards.cards), None)
        if target is not None:
            self._lead(target)

    def _lead(self, column: GroupColumn) -> None:
        column.cards.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(column)
