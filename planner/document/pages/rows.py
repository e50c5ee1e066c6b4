"""Rows of cells that break over pages: rows move on whole, tall ones are broken, the head is repeated."""

from collections.abc import Hashable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace

from reportlab.platypus.flowables import Flowable

from planner.document.blocks import Cell
from planner.document.pages.direction import placed
from planner.document.pages.setting import CellStyles, Strip, draw_strips, height_of, strips
from planner.paper.tags.drawing import Tags
from planner.paper.tags.structure import HEADS_COLUMN, Role, spanning
from planner.paper.text.flow import DrawnFlow

_HEAD: tuple[Role, str] = ("TH", HEADS_COLUMN)
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


class RowsFlow(DrawnFlow):
    """Rows on a page, or the part of them that stands there; subclasses lay them out and draw rules.

    Attributes:
        tag: what the whole is for readers who listen.
        body_tag: what holds the rows below the head; None where the whole does.
        row_tag: what each row is.
        token: names the whole in the structure; its parts share it.
    """

    tag: Role = "Table"
    body_tag: Role | None = "TBody"
    row_tag: Role = "TR"

    def __init__(self) -> None:
        super().__init__()
        self._grids: dict[float, Grid] = {}
        # Stands for the rows in the structure, which lives on when they are drawn and gone.
        self.token: Hashable = object()

    def lay_out(self, width: float) -> Grid:
        """Return the rows, broken for a width."""
        raise NotImplementedError

    def rule_above(self, grid: Grid, number: int) -> tuple[float, str] | None:
        """Return thickness and colour of the rule above a row; none by default."""
        del grid, number
        return None

    def cell_tag(self, grid: Grid, column: int) -> tuple[Role, str]:
        """Return what the cells of a column are, with further entries of their elements."""
        del grid, column
        return "TD", ""

    def draw_frame(self, grid: Grid) -> None:
        """Draw what stands around all rows; nothing by default."""

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Return width and height."""
        self.width = width
        self.height = self.grid_at(width).height
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """Return the part that fits and the rest; nothing where too little fits below the head."""
        grid = self.grid_at(width)
        above, below = _broken(grid, height - grid.head_height)
        if not above or not below:
            return []
        return [
            self._part(width, replace(grid, rows=tuple(above), ends=False)),
            self._part(width, replace(grid, rows=tuple(below))),
        ]

    def draw(self) -> None:
        """Draw rules and cells."""
        grid = self.grid_at(self.width)
        with Tags.of(self.canv).group(self.tag, key=self.token) as whole:
            if grid.head:
                self._draw_head(grid, grid.head, repeated=bool(whole.kids))
            with self._body():
                self._draw_rows(grid)
        self.draw_frame(grid)

    def _body(self) -> AbstractContextManager[object]:
        if self.body_tag is None:
            return nullcontext()
        return Tags.of(self.canv).group(self.body_tag, key=(self.token, self.body_tag))

    def _draw_head(self, grid: Grid, head: Row, *, repeated: bool) -> None:
        """Draw the head; on later pages it is there for the eye only."""
        tags = Tags.of(self.canv)
        if repeated:
            with tags.artifact("Pagination"):
                self._draw_cells(grid, head, self.height, bottom=True)
            return
        with tags.group("THead"), tags.group("TR"):
            self._draw_cells(grid, head, self.height, head=True, bottom=True)

    def _draw_rows(self, grid: Grid) -> None:
        y = self.height - grid.head_height
        for number, row in enumerate(grid.rows):
            rule = self.rule_above(grid, number)
            if rule:
                self.rule(y, *rule)
            self._draw_row(grid, row, y)
            y -= row.height

    def rule(self, y: float, thick: float, colour: str) -> None:
        """Draw a rule over the whole width."""
        self.canv.rule((0, y), (self.width, y), thick, colour)

    def grid_at(self, width: float) -> Grid:
        """Return the rows for a width, laid out once."""
        if width not in self._grids:
            self._grids[width] = self.lay_out(width)
        return self._grids[width]

    def _part(self, width: float, grid: Grid) -> Flowable:
        part = _Part(self)
        part._grids = {width: grid}  # noqa: SLF001 - of this class
        return part

    def _draw_row(self, grid: Grid, row: Row, top: float) -> None:
        tags = Tags.of(self.canv)
        with tags.group(self.row_tag, key=row.broken):
            if not row.note:
                self._draw_cells(grid, row, top)
                return
            with tags.group("TD", attributes=spanning(len(grid.edges))):
                draw_strips(self.canv, row.cells[0], (0, top - 2 * grid.pad), self.width)

    def _draw_cells(
        self, grid: Grid, row: Row, top: float, *, head: bool = False, bottom: bool = False
    ) -> None:
        tags = Tags.of(self.canv)
        for number, (cell, align, (left, right)) in enumerate(
            zip(row.cells, grid.aligns, grid.edges, strict=True)
        ):
            inset = row.height - grid.pad - height_of(cell) if bottom else grid.pad
            role, attributes = _HEAD if head else self.cell_tag(grid, number)
            key = (row.broken, number) if row.broken else None
            with tags.group(role, key=key, attributes=attributes):
                x = placed(left, right - left, self.width)
                if number in row.turned:
                    middle, room = x + (right - left) / 2, row.height - 2 * grid.pad
                    self._draw_turned(cell, (middle, top - row.height + grid.pad), room)
                elif row.target and number == len(row.cells) - 1:
                    self._draw_link(row, cell, (x, top, right - left), align)
                else:
                    draw_strips(self.canv, cell, (x, top - inset), right - left, align)

    def _draw_link(self, row: Row, cell: list[Strip], place: tuple[float, float, float], align: str) -> None:
        """Draw a cell that leads to another place, given its left edge, the row's top and its width."""
        x, top, width = place
        with Tags.of(self.canv).group("Link"):
            draw_strips(self.canv, cell, (x, top - self.grid_at(self.width).pad), width, align)
            words = " ".join(strip.line.text for strip in cell)
            self.canv.linkRect(words, row.target, (x, top - row.height, x + width, top))

    def _draw_turned(self, cell: list[Strip], foot: tuple[float, float], room: float) -> None:
        """Draw lines that run upwards from the middle of their foot, the first at the left."""
        middle, bottom = foot
        self.canv.saveState()
        self.canv.translate(middle - height_of(cell) / 2, bottom)
        self.canv.rotate(90)
        draw_strips(self.canv, cell, (0, 0), room)
        self.canv.restoreState()


class _Part(RowsFlow):
    """Some rows of a whole, drawn as the whole draws them."""

    def __init__(self, whole: RowsFlow) -> None:
        super().__init__()
        # Never a part of a part of a part: a text of a hundred thousand lines stands on thousands of pages.
        self.whole: RowsFlow = whole.whole if isinstance(whole, _Part) else whole
        self.tag, self.body_tag, self.row_tag = whole.tag, whole.body_tag, whole.row_tag
        self.token = whole.token

    def cell_tag(self, grid: Grid, column: int) -> tuple[Role, str]:
        """Return what the whole says."""
        return self.whole.cell_tag(grid, column)

    def rule_above(self, grid: Grid, number: int) -> tuple[float, str] | None:
        """Return what the whole says."""
        return self.whole.rule_above(grid, number)

    def draw_frame(self, grid: Grid) -> None:
        """Draw what the whole draws."""
        self.whole.canv, self.whole.width, self.whole.height = self.canv, self.width, self.height
        self.whole.draw_frame(grid)


def _broken(grid: Grid, room: float) -> tuple[list[Row], list[Row]]:
    """Return the rows that fit and those that do not; a tall row is broken between the two."""
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
