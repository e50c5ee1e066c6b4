"""A table with a head, rules and columns as wide as their contents ask."""

from collections.abc import Iterator, Sequence
from itertools import accumulate

from planner.document.blocks import Cell, Column, Named, Table
from planner.document.pages import theme
from planner.document.pages.evening import evened
from planner.document.pages.grid import Grid, Row, lay_row
from planner.document.pages.rows import RowsFlow
from planner.document.pages.setting import (
    CellStyles,
    Extent,
    Strip,
    extent_of,
    height_of,
    strips,
)
from planner.document.pages.widths import Wish, settled, share_out
from planner.paper.tags.structure import HEADS_ROW, Role

_SAMPLE = 300
"""Rows by which the widths of the columns are judged."""
_SAMPLE_OF_LINES = 24
"""Rows by which columns give and take."""
_LONGEST_NAME = 110.0
"""Points beyond which a word in a column of names is broken."""
_MATRIX_PART = 0.66
"""Part of the width that the columns of a matrix take at most."""
_CELLS = CellStyles(theme.CELL, theme.CELL_STRONG, theme.CELL_DETAIL)
_NOTES = CellStyles(theme.QUIET, theme.QUIET, theme.QUIET)
_NOTE_PART = 0.84
"""Part of the width that a note below a table fills."""
_LINES_OF_HEADS = (2, 3)
"""Lines that heads take at most: more where fewer would squeeze the names of the rows."""
_SQUEEZED = 0.2
"""Part of the width below which names of rows are squeezed, if they wish more."""
_TURNED_LINES = 2
_TURNED_ROOM = 90.0
"""Points that a head which runs upwards takes without growing."""
_HEADS = CellStyles(theme.HEAD, theme.HEAD, theme.HEAD)


class TableFlow(RowsFlow):
    """A table, broken over pages between its rows."""

    def __init__(self, table: Table) -> None:
        super().__init__()
        self._table = table

    def lay_out(self, width: float) -> Grid:
        """Return the rows, broken to the widths that the columns get."""
        columns = self._table.columns
        edges = tuple(accumulate(column_widths(self._table, width), initial=0.0))
        empty = Grid(_inner(edges), tuple(column.align for column in columns), theme.CELL_PAD_Y, ())
        head = _head(columns, empty)
        sums = len(self._table.rows) - 1 if self._table.total else None
        rows = (
            lay_row(
                _strong(row) if number == sums else row, empty, [_CELLS] * len(columns), total=number == sums
            )
            for number, row in enumerate(self._table.rows)
        )
        return Grid(empty.edges, empty.aligns, empty.pad, (*rows, *self._note(width)), head)

    def cell_tag(self, _grid: Grid, column: int) -> tuple[Role, str]:
        """Return that cells which name their rows head them."""
        names = column == 0 and any(isinstance(row[0], Named) for row in self._table.rows[:_SAMPLE])
        return ("TH", HEADS_ROW) if names else ("TD", "")

    def rule_above(self, grid: Grid, number: int) -> tuple[float, str]:
        """Return a dark rule below the head and above a sum, a thick one above a note, else a hairline."""
        if grid.rows[number].note:
            return theme.THICK, theme.INK
        if number == 0 or grid.rows[number].total:
            return theme.MIDDLE, theme.INK
        return theme.HAIR, theme.RULE

    def draw_frame(self, grid: Grid) -> None:
        """Draw the rules above and below; a table that goes on ends with a hairline."""
        self.rule(self.height, theme.THICK, theme.INK)
        if not grid.rows[-1].note:
            self.rule(0, *((theme.THICK, theme.INK) if grid.ends else (theme.HAIR, theme.RULE)))

    def _note(self, width: float) -> Iterator[Row]:
        if self._table.note:
            found = strips(self._table.note, _NOTES, width * _NOTE_PART)
            yield Row((found,), height_of(found) + 2 * theme.CELL_PAD_Y, note=True)


def _head(columns: Sequence[Column], grid: Grid) -> Row:
    titles = ["" if column.turned else column.title for column in columns]
    level = lay_row(titles, grid, [_HEADS] * len(columns))
    turned = {number: _upwards(column.title) for number, column in enumerate(columns) if column.turned}
    cells = tuple(turned.get(number, cell) for number, cell in enumerate(level.cells))
    longest = max((strip.line.width for cell in turned.values() for strip in cell), default=0.0)
    return Row(cells, max(level.height, longest + 2 * grid.pad), turned=frozenset(turned))


def _upwards(title: str) -> list[Strip]:
    """Return a head that runs upwards, in two lines at most."""
    room = _TURNED_ROOM
    while len(found := strips(title, _HEADS, room)) > _TURNED_LINES:
        room *= 1.1
    return found


def _strong(row: Sequence[Cell]) -> list[Cell]:
    return [Named(cell) if isinstance(cell, str) else cell for cell in row]


def _inner(edges: Sequence[float]) -> tuple[tuple[float, float], ...]:
    """Return the edges of the columns' texts: first and last stand flush with the page's text."""
    last = len(edges) - 2
    return tuple(
        (
            edges[number] + (theme.CELL_PAD_X if number else 0.0),
            edges[number + 1] - (theme.CELL_PAD_X if number < last else 0.0),
        )
        for number in range(last + 1)
    )


def column_widths(table: Table, width: float) -> list[float]:
    """Return how wide each column of a table is, in points with its padding.

    Args:
        table: the table.
        width: of all columns together, in points.
    """
    count = len(table.columns)
    padding = [theme.CELL_PAD_X * ((number > 0) + (number < count - 1)) for number in range(count)]
    room = width - sum(padding)
    extents = [_extents(table, number) for number in range(count)]
    for lines in _LINES_OF_HEADS:
        asked = _alike([_wish(table, n, extents[n], lines) for n in range(count)], table.columns, room)
        wishes = settled(asked, room)
        shares = share_out(wishes, room)
        if not _squeezed(wishes, shares, room):
            break
    shares = _evened(table, wishes, shares)
    return [share + pad for share, pad in zip(shares, padding, strict=True)]


def _squeezed(wishes: Sequence[Wish], shares: Sequence[float], room: float) -> bool:
    """Whether the names of rows have far less room than they wish."""
    return any(
        wish.names and share < min(wish.natural, _SQUEEZED * room)
        for wish, share in zip(wishes, shares, strict=True)
    )


def _evened(table: Table, wishes: Sequence[Wish], shares: list[float]) -> list[float]:
    """Return the shares after columns that are broken gave and took among each other."""
    open_ones = [number for number, wish in enumerate(wishes) if not wish.whole]
    if all(wishes[number].natural <= shares[number] for number in open_ones):
        return shares
    rows = table.rows[:_SAMPLE_OF_LINES]
    texts = [[extent_of(row[number], _CELLS).lines for row in rows] for number in open_ones]
    floors = [min(wishes[number].least, _LONGEST_NAME, shares[number]) for number in open_ones]
    moved = evened([shares[number] for number in open_ones], floors, texts)
    widths = dict(zip(open_ones, moved, strict=True))
    return [widths.get(number, share) for number, share in enumerate(shares)]


def _extents(table: Table, number: int) -> list[Extent]:
    """Return how wide the cells of a column are, by its first rows and its sum."""
    cells = [row[number] for row in table.rows[:_SAMPLE]]
    if table.total:
        cells.append(_strong(table.rows[-1])[number])
    return [extent_of(cell, _CELLS) for cell in cells]


def _wish(table: Table, number: int, extents: Sequence[Extent], lines: int) -> Wish:
    column = table.columns[number]
    head = _TURNED_LINES * theme.HEAD.leading if column.turned else _head_width(column.title, lines)
    natural = max([head, *(extent.line for extent in extents)])
    least = max([head, *(extent.word for extent in extents)])
    names = number == 0 and (table.total or any(isinstance(row[0], Named) for row in table.rows[:_SAMPLE]))
    least = min(least, _LONGEST_NAME) if names else least
    return Wish(natural, least, column.whole, names)


def _head_width(title: str, lines: int) -> float:
    """Return the least width at which a head takes so many lines at most."""
    words = title.split()
    if lines == 1 or len(words) < 2:
        return extent_of(" ".join(words), _HEADS).line
    splits = ((" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words) + 1))
    return min(max(extent_of(first, _HEADS).line, _head_width(rest, lines - 1)) for first, rest in splits)


def _alike(wishes: list[Wish], columns: Sequence[Column], room: float) -> list[Wish]:
    """Give all centred columns, those of a matrix, the same width, which leaves room for the names."""
    centred = [column.align == "centre" for column in columns]
    wide = max((wish.least for wish, middle in zip(wishes, centred, strict=True) if middle), default=0.0)
    wide = min(wide, _MATRIX_PART * room / max(sum(centred), 1))
    return [
        Wish(wide, wide, whole=True) if middle else wish for wish, middle in zip(wishes, centred, strict=True)
    ]
