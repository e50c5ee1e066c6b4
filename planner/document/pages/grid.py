"""Rows of cells, laid out for one width, and where they may be broken between two pages."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace

from planner.document.blocks import Cell
from planner.document.pages.setting import CellStyles, Strip, height_of, strips

_TALL = 150.0
"""A row higher than this, in points, is broken over pages; a lower one moves to the next as a whole."""
_SMALL = 170.0
"""A table up to this height, in points, stands on one page."""
_LINES_KEPT = 2
"""Lines of a broken row that stand above the break at least."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row, broken to the widths of its columns.

    Attributes:
        cells: the lines of each cell.
        height: with padding.
        total: it is a sum.
        note: its one cell is a note over the whole width.
        broken: names the row of which this is a part; None where it is whole.
        turned: numbers of the cells whose lines run upwards.
        target: key of the place that its last cell leads to; empty where it leads nowhere.
    """

    cells: tuple[list[Strip], ...]
    height: float
    total: bool = False
    note: bool = False
    broken: Hashable = None
    turned: frozenset[int] = frozenset()
    target: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows, laid out for one width.

    Attributes:
        edges: left and right edge of each column's text, where one writes from the left.
        aligns: "left", "right" or "centre" for each column, likewise.
        pad: above and below the text of a cell.
        rows: the rows.
        head: repeated on each page; None where there is none.
        ends: the last row is the last of all, and not of this page alone.
    """

    edges: tuple[tuple[float, float], ...]
    aligns: tuple[str, ...]
    pad: float
    rows: tuple[Row, ...]
    head: Row | None = None
    ends: bool = True

    @property
    def head_height(self) -> float:
        """Height of the head; 0 without one."""
        return self.head.height if self.head else 0.0

    @property
    def height(self) -> float:
        """Height of head and rows."""
        return self.head_height + sum(row.height for row in self.rows)

    @property
    def least(self) -> float:
        """Height of a small table, or of the head with two rows or up to the first lines of a tall one."""
        if self.height <= _SMALL:
            return self.height
        first = self.head_height
        for row in self.rows[:2]:
            if row.height > _TALL:
                return first + _TALL / 2
            first += row.height
        return first


def lay_row(cells: Sequence[Cell], grid: Grid, styles: Sequence[CellStyles], *, total: bool = False) -> Row:
    """Break cells to the widths of a grid's columns.

    Args:
        cells: one for each column.
        grid: gives the widths.
        styles: one for each column.
        total: the row is a sum.
    """
    found = tuple(
        strips(cell, style, right - left)
        for cell, style, (left, right) in zip(cells, styles, grid.edges, strict=True)
    )
    return _of_strips(found, grid.pad, total=total)


def broken_at(grid: Grid, room: float) -> tuple[list[Row], list[Row]]:
    """Return the rows that fit and those that do not; a tall row is broken between the two.

    Args:
        grid: the rows.
        room: height that there is for them, in points, without the head.
    """
    rows, fit = grid.rows, 0
    while fit < len(rows) and rows[fit].height <= room:
        room -= rows[fit].height
        fit += 1
    parts = _in_two(rows[fit], room, grid.pad) if fit < len(rows) and rows[fit].height > _TALL else None
    if parts:
        return [*rows[:fit], parts[0]], [parts[1], *rows[fit + 1 :]]
    # The last row never stands alone below a repeated head, nor with nothing but the note.
    last = len(rows) - 1 - rows[-1].note
    if fit in {last, len(rows) - 1} and last > 1:
        fit = last - 1
    return list(rows[:fit]), list(rows[fit:])


def _in_two(row: Row, room: float, pad: float) -> tuple[Row, Row] | None:
    """Return a row's lines that fit and those that do not; None where too few would stand above."""
    above = tuple(_lines_within(cell, room - 2 * pad) for cell in row.cells)
    below = tuple(cell[len(kept) :] for cell, kept in zip(row.cells, above, strict=True))
    if max(map(len, above)) < _LINES_KEPT or not any(below):
        return None
    broken = row.broken or object()
    parts = (_of_strips(cells, pad, total=row.total) for cells in (above, below))
    first, rest = (replace(part, broken=broken) for part in parts)
    return first, rest


def _lines_within(cell: list[Strip], room: float) -> list[Strip]:
    kept = 0
    while kept < len(cell) and cell[kept].height <= room:
        room -= cell[kept].height
        kept += 1
    return cell[:kept]


def _of_strips(cells: tuple[list[Strip], ...], pad: float, *, total: bool) -> Row:
    return Row(cells, max(map(height_of, cells)) + 2 * pad, total)
