"""The blocks of an agenda for its view and for screen readers."""

from PySide6.QtCore import Qt

from planner.language import say
from ui.kit.flat_list import EntryModel
from ui.kit.text import plain_tooltip
from ui.workshop.agenda.slots import Slot


class SlotModel(EntryModel[Slot]):
    """The blocks of a day, in its order."""

    def told(self, entry: Slot, role: int) -> str | None:
        """Return the words of a block."""
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.name or entry.word
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(entry)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(spoken(entry))
        return None

    def show(self, entries: tuple[Slot, ...]) -> None:
        """Take up other blocks; where they are the same ones, the view keeps what it knows of them."""
        if [slot.id for slot in entries] != [slot.id for slot in self.entries]:
            super().show(entries)
            return
        self.entries = entries
        if entries:
            self.dataChanged.emit(self.index(0), self.index(len(entries) - 1))


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
