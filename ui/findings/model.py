"""The rows of the findings list for Qt; a new report changes only the rows that differ."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from planner.language import phrase, say
from planner.truths.findings import Finding
from ui.findings.rows import Fold, Row
from ui.kit.finding_note import headline_of

_OPEN, _FOLDED = phrase("{truth}: {count} findings, open"), phrase("{truth}: {count} findings, folded")
ROW = Qt.ItemDataRole.UserRole + 1
T = TypeVar("T")
_Index = QModelIndex | QPersistentModelIndex


class FindingModel(QAbstractListModel):
    """Lists rows; keeps what the views know of those that stay."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def rowCount(self, parent: _Index | None = None) -> int:
        """Return the number of rows."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Return that all but headings can be chosen."""
        if not index.isValid() or self._rows[index.row()].heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's
        """Return what a view, a delegate or a screen reader asks for."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return spoken_row(row)
        return None

    def finding(self, row: int) -> Finding | None:
        """Return the finding of a row, or None where there is none."""
        return self._rows[row].finding if 0 <= row < len(self._rows) else None

    def row(self, place: int) -> Row:
        """Return a row."""
        return self._rows[place]

    def key(self, place: int) -> tuple[str, ...]:
        """Return the key of a row; empty where there is none."""
        return self._rows[place].key if 0 <= place < len(self._rows) else ()

    def fold(self, row: int) -> Fold | None:
        """Return what is folded in a row, or None where nothing is."""
        return self._rows[row].fold if 0 <= row < len(self._rows) else None

    def fold_above(self, row: int) -> int:
        """Return the row of the fold in which a finding stands, or -1."""
        while 0 <= row < len(self._rows) and self._rows[row].is_inside:
            row -= 1
        return row if self.fold(row) is not None else -1

    def place_of(self, key: tuple[str, ...]) -> int:
        """Return the row with a key, or -1."""
        return next((place for place, row in enumerate(self._rows) if row.key == key), -1)

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Take up new rows; runs that go or come are told at once."""
        wanted = {row.key for row in rows}
        for first, last in reversed(list(_runs(self._rows, lambda row: row.key not in wanted))):
            self.beginRemoveRows(QModelIndex(), first, last)
            del self._rows[first : last + 1]
            self.endRemoveRows()
        kept = {row.key for row in self._rows}
        if [row.key for row in self._rows] != [row.key for row in rows if row.key in kept]:
            self._start_over(rows)
        else:
            self._fill_up(rows, kept)

    def _start_over(self, rows: tuple[Row, ...]) -> None:
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def _fill_up(self, rows: tuple[Row, ...], kept: set[tuple[str, ...]]) -> None:
        for first, last in list(_runs(rows, lambda row: row.key not in kept)):
            self.beginInsertRows(QModelIndex(), first, last)
            self._rows[first:first] = rows[first : last + 1]
            self.endInsertRows()
        for first, last in list(_runs(range(len(rows)), lambda place: self._rows[place] != rows[place])):
            self._rows[first : last + 1] = rows[first : last + 1]
            self.dataChanged.emit(self.index(first), self.index(last))


def _runs(items: Sequence[T], wanted: Callable[[T], bool]) -> Iterator[tuple[int, int]]:
    """Yield the first and last place of each run of items that are wanted."""
    start = -1
    for place, item in enumerate(items):
        if wanted(item) and start < 0:
            start = place
        elif not wanted(item) and start >= 0:
            yield start, place - 1
            start = -1
    if start >= 0:
        yield start, len(items) - 1


def spoken_row(row: Row) -> str:
    """Return a row as a screen reader reads it."""
    if row.fold is not None:
        return say(
            "{level}: {sentence}", level=row.fold.findings[0].level.label, sentence=fold_words(row.fold)
        )
    return row.heading if row.finding is None else spoken(row.finding)


def fold_words(fold: Fold) -> str:
    """Return how many findings of what kind are folded, and whether they are listed."""
    message = _OPEN if fold.is_open else _FOLDED
    return say(message, truth=fold.title, count=len(fold.findings))


def spoken(finding: Finding) -> str:
    """Return a finding as a screen reader reads it."""
    return f"{headline_of(finding)} {finding.remedy}"
