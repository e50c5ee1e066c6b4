"""What differs as rows under headings: entries by kind, then what became of findings."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont, QIcon

from planner.language import phrase, say
from planner.model.kinds import kind_of
from planner.signoff.compare import Comparison, EntryChange, Sort
from planner.signoff.compare_text import ARISEN, GONE
from planner.truths.findings import Finding
from ui.kit.finding_note import LEVEL_LOOKS
from ui.theme import colour, icon, ui_font

_Index = QModelIndex | QPersistentModelIndex
_NO_ROWS: tuple["Row", ...] = ()


@dataclass(frozen=True, slots=True)
class SortLook:
    """How it is told what happened to an entry: by shape, word and colour."""

    icon: str
    tone: str
    message: str

    @property
    def word(self) -> str:
        """What happened, in a word."""
        return say(self.message)


SORT_LOOKS = {
    Sort.ADDED: SortLook("plus", "ok", phrase("Added")),
    Sort.REMOVED: SortLook("minus", "bad", phrase("Removed")),
    Sort.CHANGED: SortLook("pencil", "accent", phrase("Changed")),
    Sort.MOVED: SortLook("arrow-down", "muted", phrase("Moved")),
}


@dataclass(frozen=True, slots=True)
class Row:
    """A heading, an entry that differs, or a finding that came or went.

    Attributes:
        title: what it says.
        entry: the entry that differs.
        finding: the finding.
        words: what a filter looks into, in small letters.
    """

    title: str
    entry: EntryChange | None = None
    finding: Finding | None = None
    words: str = ""

    @property
    def is_heading(self) -> bool:
        """Whether it stands above others."""
        return self.entry is None and self.finding is None


def rows_of(found: Comparison) -> tuple[Row, ...]:
    """Return all rows of a comparison, headings included."""
    return tuple(_rows(found))


def filtered(rows: tuple[Row, ...], text: str, sorts: Collection[Sort]) -> tuple[Row, ...]:
    """Return the rows that are wanted, and the headings that still have any.

    Args:
        rows: all of them.
        text: words that each must contain.
        sorts: what may have happened to an entry.
    """
    words = text.casefold().split()
    kept: list[Row] = []
    for row in rows:
        if row.is_heading:
            if kept and kept[-1].is_heading:
                kept.pop()
            kept.append(row)
        elif (row.entry is None or row.entry.sort in sorts) and all(word in row.words for word in words):
            kept.append(row)
    if kept and kept[-1].is_heading:
        kept.pop()
    return tuple(kept)


def _rows(found: Comparison) -> Iterator[Row]:
    kind = ""
    for entry in found.entries:
        if entry.kind != kind:
            kind = entry.kind
            yield Row(kind_of(kind).words)
        yield Row(f"{SORT_LOOKS[entry.sort].word}: {entry.name}", entry=entry, words=_words_of(entry))
    for title, findings in ((GONE, found.mended), (ARISEN, found.arisen)):
        if findings:
            yield Row(say(title))
        for finding in findings:
            text = f"{finding.level.label}: {finding.message}"
            yield Row(text, finding=finding, words=f"{text} {finding.rule}".casefold())


def _words_of(entry: EntryChange) -> str:
    kind = kind_of(entry.kind)
    fields = (f"{change.title} {change.before} {change.after}" for change in entry.fields)
    return " ".join([kind.words, entry.name, entry.sort.value, *fields]).casefold()


class DifferenceModel(QAbstractListModel):
    """The rows that are shown."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows = _NO_ROWS

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row_at(self, index: _Index) -> Row | None:
        """Return the row at an index."""
        return self._rows[index.row()] if index.isValid() else None

    def first(self) -> QModelIndex:
        """Return the index of the first row that is no heading; an invalid one where there is none."""
        at = next((at for at, row in enumerate(self._rows) if not row.is_heading), -1)
        return self.index(at)

    def rowCount(self, parent: _Index | None = None) -> int:
        """Return the number of rows."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Return that headings can't be chosen."""
        row = self.row_at(index)
        return Qt.ItemFlag.NoItemFlags if row is None or row.is_heading else super().flags(index)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's
        """Return what a view or a screen reader asks for."""
        row = self.row_at(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.FontRole and row.is_heading:
            return ui_font(weight=QFont.Weight.DemiBold)
        if role == Qt.ItemDataRole.ForegroundRole and row.is_heading:
            return colour("muted")  # what can't be chosen would be painted too faint to read
        if role == Qt.ItemDataRole.DecorationRole:
            return _icon_of(row)
        return None


def _icon_of(row: Row) -> QIcon | None:
    if row.entry is not None:
        look = SORT_LOOKS[row.entry.sort]
        return _kept_icon(look.icon, look.tone)
    if row.finding is not None:
        level = LEVEL_LOOKS[row.finding.level]
        return _kept_icon(level.icon, level.tone)
    return None


@cache
def _kept_icon(name: str, tone: str) -> QIcon:
    """Return one icon for all rows: each made anew would stay for good."""
    return icon(name, tone)
