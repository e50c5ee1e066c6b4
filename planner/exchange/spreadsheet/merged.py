"""Cells that are merged downwards: what stands in the first of them counts for each of their rows.

A spreadsheet keeps it in the first cell alone: an objective that is merged over three tasks would be that of
the first task only. Figures are left where they are, since an amount for three rows is not three amounts.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from planner.exchange.spreadsheet.tables import Cell

_RANGE = re.compile(rb'<mergeCell\b[^>]*\bref="([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})"')
_MOST = 5_000
"""Merged ranges of one sheet; more are in no plan of people."""


@dataclass(frozen=True, slots=True)
class Merged:
    """Cells of one column that are merged; places are counted from 0.

    Attributes:
        column: the column.
        top: the first row.
        bottom: the last row.
    """

    column: int
    top: int
    bottom: int


def merged_in(sheet: bytes) -> Iterator[Merged]:
    """Yield what is merged downwards on a sheet.

    Args:
        sheet: its part of the workbook, as XML.
    """
    for number, found in enumerate(_RANGE.finditer(sheet)):
        if number == _MOST:
            return
        top, bottom = int(found[2]) - 1, int(found[3]) - 1
        if bottom > top:
            yield Merged(_column(found[1]), top, bottom)


def filled_down(rows: Sequence[tuple[Cell, ...]], merged: Sequence[Merged]) -> list[tuple[Cell, ...]]:
    """Return rows in which texts and days of merged cells stand in each of their rows."""
    cells = [list(row) for row in rows]
    for one in merged:
        value = _cell(cells, one.top, one.column)
        if not isinstance(value, str | date):
            continue
        for row in range(one.top + 1, min(one.bottom + 1, len(cells))):
            if one.column < len(cells[row]) and cells[row][one.column] is None:
                cells[row][one.column] = value
    return [tuple(row) for row in cells]


def _cell(cells: Sequence[Sequence[Cell]], row: int, column: int) -> Cell:
    return cells[row][column] if row < len(cells) and column < len(cells[row]) else None


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number - 1
