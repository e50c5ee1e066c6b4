"""Cells and short texts as strips: lines of text with their leading, and a mark or bar before the first."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from reportlab.pdfgen.canvas import Canvas

from planner.document.blocks import Cell, Gauge, Marked, Named
from planner.document.pages import marks
from planner.document.pages.direction import aligned, placed
from planner.paper.text.block import lines_for, text_width
from planner.paper.text.layout import Line
from planner.paper.text.paint import paint_line
from planner.paper.text.style import TextStyle
from planner.paper.text.tagged import tagged

_RISE = 0.7
"""Part of the leading that lies above the baseline."""
_NATURAL = 300
"""Characters by which the wish of a long cell for width is judged."""
_LEFTWARD_SIDES = {"left": "right", "right": "right", "centre": "centre"}
"""Where text that runs to the left stands in a cell: it begins at the right."""
_width = lru_cache(maxsize=16_384)(text_width)
"""Widths of words: the same ones come again in many cells."""


@dataclass(frozen=True, slots=True)
class CellStyles:
    """How the parts of a cell are set; all that may stand on a first line share one leading.

    Attributes:
        text: of plain text and the words of marks.
        name: of what names a row.
        detail: of what stands below the name.
    """

    text: TextStyle
    name: TextStyle
    detail: TextStyle


class Strip(NamedTuple):
    """One line of a cell, as high as its leading; a tuple, as tables have tens of thousands of them.

    Attributes:
        line: the text.
        style: how it is set.
        indent: where it begins, from the cell's left edge.
        sign: drawn before it.
    """

    line: Line
    style: TextStyle
    indent: float = 0.0
    sign: Marked | Gauge | None = None

    @property
    def height(self) -> float:
        """As high as its leading."""
        return self.style.leading


_line_of: Callable[[Strip], Line] = itemgetter(0)


def strips(cell: Cell, styles: CellStyles, width: float) -> list[Strip]:
    """Return a cell's lines, broken to a width."""
    match cell:
        case str():
            return _lines(cell, styles.text, width)
        case Named(name, detail):
            below = _lines(detail, styles.detail, width) if detail else []
            return _lines(name, _name_style(cell, styles), width) + below
        case Marked() | Gauge():
            return _signed(cell, styles.text, width)


def _name_style(cell: Named, styles: CellStyles) -> TextStyle:
    return styles.text if cell.sentence else styles.name


def _lines(text: str, style: TextStyle, width: float) -> list[Strip]:
    return [Strip(line, style) for line in lines_for(text, style, width)]


def _signed(cell: Marked | Gauge, style: TextStyle, width: float) -> list[Strip]:
    indent = _indent(cell)
    lines = lines_for(cell.text, style, max(width - indent, style.size))
    return [Strip(line, style, indent, None if number else cell) for number, line in enumerate(lines)]


class Extent(NamedTuple):
    """How wide a cell is that is not broken; long texts are judged by their beginning.

    Attributes:
        lines: the width of each of its own lines.
        line: the width of the longest one.
        word: the width of its longest word.
    """

    lines: tuple[float, ...]
    line: float
    word: float


def extent_of(cell: Cell, styles: CellStyles) -> Extent:
    """Return how wide a cell is."""
    match cell:
        case str():
            return _extent(cell, styles.text)
        case Named(name, detail):
            upper, lower = _extent(name, _name_style(cell, styles)), _extent(detail, styles.detail)
            words = max(upper.word, lower.word)
            return Extent(upper.lines + lower.lines, max(upper.line, lower.line), words)
        case Marked() | Gauge():
            indent, found = _indent(cell), _extent(cell.text, styles.text)
            lines = tuple(indent + width for width in found.lines)
            return Extent(lines, indent + found.line, indent + found.word)


@lru_cache(maxsize=8192)
def _extent(text: str, style: TextStyle) -> Extent:
    own = text[:_NATURAL].splitlines()
    lines = tuple(text_width(line, style) for line in own)
    words = (_width(word, style) for line in own for word in line.split())
    return Extent(lines, max(lines, default=0.0), max(words, default=0.0))


def _indent(cell: Marked | Gauge) -> float:
    """Return how much stands before the words of a cell."""
    return marks.INDENT if isinstance(cell, Marked) else marks.GAUGE_WIDTH + marks.INDENT / 2


def height_of(found: list[Strip]) -> float:
    """Return the height of strips one below the other."""
    return sum([strip.style.leading for strip in found])


def draw_strips(
    canvas: Canvas, found: list[Strip], at: tuple[float, float], width: float, align: str = "left"
) -> None:
    """Draw strips one below the other.

    Args:
        canvas: where.
        found: the strips.
        at: left and upper edge of the first one.
        width: of the cell.
        align: "left", "right" or "centre", where one writes from the left.
    """
    x, top = at
    signs: list[tuple[Marked | Gauge, float]] = []
    side = aligned(align)
    for line, style, indent, sign in tagged(canvas, found, _line_of):
        baseline = top - _RISE * style.leading
        room = width - indent
        left = x + placed(indent, room, width) if indent else x
        paint_line(canvas, line, left + _shift(line, room, side), baseline)
        if sign is not None:
            signs.append((sign, baseline))
        top -= style.leading
    # A mark stands beside the word that says the same: readers who listen get the word.
    for sign, baseline in signs:
        _draw_sign(canvas, sign, x + placed(0, _sign_width(sign), width), baseline)


def _shift(line: Line, room: float, align: str) -> float:
    """Return how far a line stands from its left edge."""
    side = _LEFTWARD_SIDES[align] if line.leftward else align
    if side == "left":
        return 0.0
    return room - line.width if side == "right" else (room - line.width) / 2


def _sign_width(sign: Marked | Gauge) -> float:
    return marks.SIZE if isinstance(sign, Marked) else marks.GAUGE_WIDTH


def _draw_sign(canvas: Canvas, sign: Marked | Gauge, x: float, baseline: float) -> None:
    match sign:
        case Marked(_, mark):
            marks.draw_mark(canvas, mark, x, baseline)
        case Gauge(_, part, mark):
            marks.draw_gauge(canvas, part, mark, x, baseline)
