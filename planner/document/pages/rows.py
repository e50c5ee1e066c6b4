"""Rows of cells that break over pages: rows move on whole, tall ones are broken, the head is repeated."""

from collections.abc import Hashable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace

from reportlab.platypus.flowables import Flowable

from planner.document.pages.direction import placed
from planner.document.pages.grid import Grid, Row, broken_at
from planner.document.pages.setting import Strip, draw_strips, height_of
from planner.paper.tags.drawing import Tags
from planner.paper.tags.structure import HEADS_COLUMN, Role, spanning
from planner.paper.text.flow import DrawnFlow

_HEAD: tuple[Role, str] = ("TH", HEADS_COLUMN)


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
        above, below = broken_at(grid, height - grid.head_height)
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
