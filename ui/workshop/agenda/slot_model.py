"""The blocks of an agenda for its view and for screen readers."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from planner.language import say
from ui.kit.text import plain_tooltip
from ui.workshop.agenda.painting import SLOT
from ui.workshop.agenda.slots import Slot

_Index = QModelIndex | QPersistentModelIndex


class SlotModel(QAbstractListModel):
    """The blocks of a day, in its order."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.slots: tuple[Slot, ...] = ()

    def rowCount(self, parent: _Index | None = None) -> int:
        """Return the number of blocks."""
        return 0 if parent is not None and parent.isValid() else len(self.slots)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's
        """Return what a view, a delegate or a screen reader asks for."""
        if not index.isValid():
            return None
        slot = self.slots[index.row()]
        if role == SLOT:
            return slot
        if role == Qt.ItemDataRole.DisplayRole:
            return slot.name or slot.word
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(slot)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(spoken(slot))
        return None

    def show(self, slots: tuple[Slot, ...]) -> None:
        """Take up other blocks."""
        if [slot.id for slot in slots] == [slot.id for slot in self.slots]:
            self.slots = slots
            if slots:
                self.dataChanged.emit(self.index(0), self.index(len(slots) - 1))
            return
        self.beginResetModel()
        self.slots = slots
        self.endResetModel()


def spoken(slot: Slot) -> str:
    """Return a block in a sentence, for screen readers and tool tips."""
    name = slot.name or slot.word
    if slot.output:
        return say(
            "{name}, {start} to {end}, {minutes} minutes. Result: {output}",
            name=name,
            start=slot.starts,
            end=slot.ends,
            minutes=slot.minutes,
            output=slot.output,
        )
    times = say(
        "{name}, {start} to {end}, {minutes} minutes.",
        name=name,
        start=slot.starts,
        end=slot.ends,
        minutes=slot.minutes,
    )
    return say("{sort}: {block}", sort=slot.word, block=times) if slot.word else times
