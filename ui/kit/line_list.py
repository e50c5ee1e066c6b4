"""A list of lines that the keyboard walks and Enter or a click picks: a name, what it is, parts marked."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent

from ui.kit.flat_list import ENTRY, EntryModel, FlatList, Index
from ui.kit.line import Line
from ui.kit.line_painting import LineDelegate
from ui.kit.text import plain_tooltip


class _LineModel(EntryModel[Line]):
    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let headings be read only."""
        is_heading = index.isValid() and self.entries[index.row()].is_heading
        return Qt.ItemFlag.ItemIsEnabled if is_heading else super().flags(index)

    def told(self, entry: Line, role: int) -> str | None:
        """Return the words of a line."""
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip("\n".join(_texts(entry)))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return entry.spoken or ", ".join(_texts(entry))
        return None


def _texts(line: Line) -> list[str]:
    return [part for part in (line.title, line.aside, line.detail) if part]


class LineList(FlatList):
    """Shows lines.

    Signals:
        picked: the key of the line that was clicked, or on which Enter was pressed.
    """

    picked = Signal(object)

    def __init__(self, name: str) -> None:
        """Make an empty list.

        Args:
            name: what it holds, for screen readers.
        """
        super().__init__(name)
        self._lines = _LineModel(self)
        self.setModel(self._lines)
        self.setItemDelegate(LineDelegate(self))
        self.clicked.connect(self._pick)

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines shown."""
        return self._lines.entries

    @property
    def current(self) -> Line | None:
        """The line that has the mark."""
        index = self.currentIndex()
        return self.lines[index.row()] if index.isValid() else None

    def show_lines(self, lines: Sequence[Line], current: object = None) -> None:
        """Show other lines.

        Args:
            lines: the lines.
            current: key of the line that gets the mark; the first one where it is not there.
        """
        self._lines.show(tuple(lines))
        keys = [None if line.is_heading else line.key for line in lines]
        if current is not None and current in keys:
            self._mark(keys.index(current))
        else:
            self.step(1)

    def step(self, by: int) -> None:
        """Move the mark by so many lines, headings left out, as far as there are any."""
        places = [at for at, line in enumerate(self.lines) if not line.is_heading]
        if not places:
            return
        now = self.currentIndex().row()
        after = next((at for at, place in enumerate(places) if place >= now), len(places) - 1)
        if now >= 0:
            after = max(0, min(len(places) - 1, after + by))
        self._mark(places[after if now >= 0 else 0])

    def pick_current(self) -> None:
        """Pick the line that has the mark."""
        if self.currentIndex().isValid():
            self._pick(self.currentIndex())

    def page(self) -> int:
        """Return how many lines a page has."""
        height = max(1, self.sizeHintForRow(0)) if self.lines else 1
        return max(1, self.viewport().height() // height - 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk by the arrows and pick on Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.pick_current()
        elif event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.step(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def _mark(self, row: int) -> None:
        index = self._lines.index(row)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def _pick(self, index: QModelIndex) -> None:
        line: Line = index.data(ENTRY)
        if not line.is_heading:
            self.picked.emit(line.key)
