"""Forms on the page: cards of fields in a grid of twelve columns, which break between rows of fields."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from types import MappingProxyType

from planner.document.pages import theme
from planner.document.pages.direction import placed
from planner.document.pages.setting import Strip, draw_strips, height_of
from planner.document.worksheets import look
from planner.document.worksheets.cells import LaidCell, laid_cell, least_width
from planner.document.worksheets.content import Card, Cell
from planner.model.values import Form
from planner.paper.tags.drawing import Tags
from planner.paper.text.block import lines_for
from planner.paper.text.flow import DrawnFlow

_COLUMNS = 12
_LEAST: Mapping[Form, int] = MappingProxyType(
    {
        Form.LINE: 5,
        Form.TEXT: 6,
        Form.LINK: 4,
        Form.LINKS: 6,
        Form.VOICES: 6,
        Form.SHARES: 6,
    }
)
"""Columns that a field takes at least by what is written there; a figure or a day takes three."""
_FIGURE = 3
_TALL = 3
"""Lines from which a field takes the whole width."""
_AFTER = 4.0
"""Below a card's last line."""


@dataclass(frozen=True, slots=True)
class _Row:
    """Fields beside each other, each with its distance from the edge at which reading begins."""

    cells: tuple[tuple[float, LaidCell], ...]

    @property
    def height(self) -> float:
        return max(cell.height for _, cell in self.cells)


class CardFlow(DrawnFlow):
    """One card, or the part of it that stands on a page."""

    def __init__(self, card: Card, scale: float, *, goes_on: bool = False) -> None:
        """Take a card.

        Args:
            card: what stands on it.
            scale: points on the paper for each point of the layout.
            goes_on: it began on an earlier page, which has its question.
        """
        super().__init__()
        self._card = card
        self._scale = scale
        self._goes_on = goes_on
        self._rows: list[_Row] = []
        self._question: list[Strip] = []
        self._laid_out_for: float | None = None

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Return width and height."""
        if self._laid_out_for != width:
            self._lay_out(width)
            self._laid_out_for = width
        return self.width, self.height

    def _lay_out(self, width: float) -> None:
        left = look.LABEL_WIDTH if self._card.label else 0.0
        writing = look.WRITING / self._scale
        self._rows = [
            _laid_row(row, left, width - left, writing) for row in _in_rows(self._card.cells, width - left)
        ]
        asked = "" if self._goes_on else self._card.question
        lines = lines_for(asked, look.QUESTION, width - left) if asked else ()
        self._question = [Strip(line, look.QUESTION) for line in lines]
        self.width, self.height = width, self._head + sum(row.height for row in self._rows) + _AFTER

    def split(self, width: float, height: float) -> list["CardFlow"]:
        """Return the rows of fields that fit and the rest; nothing where none fits."""
        self.wrap(width, height)
        room, fit = height - self._head - _AFTER, 0
        while fit < len(self._rows) and self._rows[fit].height <= room:
            room -= self._rows[fit].height
            fit += 1
        if fit == len(self._rows) - 1 and fit > 1:
            fit -= 1  # no row of fields stands alone on the next page
        if not 0 < fit < len(self._rows):
            return []
        above = sum(len(row.cells) for row in self._rows[:fit])
        return [self._part(0, above, goes_on=self._goes_on), self._part(above, None, goes_on=True)]

    def draw(self) -> None:
        """Draw rule, letter, question and fields."""
        self.canv.rule((0, self.height), (self.width, self.height), theme.THICK, theme.INK)
        with Tags.of(self.canv).group("Div"):
            self._draw_inside()

    @property
    def whole_height(self) -> float:
        """Height of the whole card, after it was laid out."""
        return float(self.height)

    @property
    def _head(self) -> float:
        return height_of(self._question) + look.PAD if self._question else 0.0

    def _draw_inside(self) -> None:
        top = self.height
        if self._card.label:
            style = look.QUESTION_NUMBER if self._card.question else look.LETTER
            strips = [Strip(line, style) for line in lines_for(self._card.label, style, look.LABEL_WIDTH)]
            x = placed(0, look.LABEL_WIDTH, self.width)
            draw_strips(self.canv, strips, (x, top - 2), look.LABEL_WIDTH)
        if self._question:
            room = self.width - look.LABEL_WIDTH
            x = placed(look.LABEL_WIDTH, room, self.width)
            draw_strips(self.canv, self._question, (x, top - look.PAD), room)
            top -= self._head
        for row in self._rows:
            for begin, cell in row.cells:
                cell.draw(self.canv, placed(begin, cell.width, self.width), top)
            top -= row.height

    def _part(self, first: int, behind: int | None, *, goes_on: bool) -> "CardFlow":
        card = Card(self._card.label, self._card.question, self._card.cells[first:behind])
        return CardFlow(card, self._scale, goes_on=goes_on)


def _in_rows(cells: Sequence[Cell], width: float) -> list[list[tuple[Cell, int]]]:
    """Return the fields in rows, each with the columns that it takes; together they fill the row."""
    rows: list[list[tuple[Cell, int]]] = []
    room = 0
    for cell in cells:
        span = _least_span(cell, width)
        if span > room:
            rows.append([])
            room = _COLUMNS
        rows[-1].append((cell, span))
        room -= span
    return [_filled(row) for row in rows]


def _filled(row: Sequence[tuple[Cell, int]]) -> list[tuple[Cell, int]]:
    """Give the columns that are left to what takes long answers, or else to all."""
    left = _COLUMNS - sum(span for _, span in row)
    wide = [number for number, (cell, _) in enumerate(row) if cell.form in _LEAST] or list(range(len(row)))
    more = dict.fromkeys(range(len(row)), 0)
    for step in range(left):
        more[wide[step % len(wide)]] += 1
    return [(cell, span + more[number]) for number, (cell, span) in enumerate(row)]


def _least_span(cell: Cell, width: float) -> int:
    if cell.lines >= _TALL:
        return _COLUMNS
    needed = ceil(least_width(cell) / ((width + look.GUTTER) / _COLUMNS))
    least = _FIGURE if cell.ticks else _LEAST.get(cell.form, _FIGURE)
    return max(least, min(_COLUMNS, needed))


def _laid_row(row: Sequence[tuple[Cell, int]], left: float, width: float, writing: float) -> _Row:
    one = (width + look.GUTTER) / _COLUMNS
    laid, at = [], 0
    for cell, span in row:
        laid.append((left + at * one, laid_cell(cell, span * one - look.GUTTER, writing)))
        at += span
    return _Row(tuple(laid))
