"""Cells and short texts as strips: lines of text with their leading, and a mark or bar before the first."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from reportlab.pdfgen.canvas import Canvas

from planner.document.blocks import Cell, Gauge, Marked, Named
from planner.document.pages import marks
from planner.document.pages.direction import aligned, placed
from planner.document.text.block import lines_for, text_width
from planner.document.text.layout import Line
from planner.document.text.paint import paint_line
from planner.document.text.style import TextStyle
from planner.document.text.tagged import tagged

_RISE = 0.7
"""Part of the leading that lies above the baseline."""
_NATURAL = 300
"""Characters by which the wish of a long cell for width is judged."""
_width = lru_cache(maxsize=16_384)(text_width)
"""Widths of words and short lines: the same ones come again in many cells."""


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


def strips(cell: Cell, styles: CellStyles, width: float) -> list[Strip]:
    """Return a cell's lines, broken to a width."""
    match cell:
        case Named(name, detail):
            below = _lines(detail, styles.detail, width) if detail else ()
            return [*_lines(name, _name_style(cell, styles), width), *below]
        case Marked(text, _):
            return _signed(text, styles.text, width, cell, marks.INDENT)
        case Gauge(text, _, _):
            return _signed(text, styles.text, width, cell, marks.GAUGE_WIDTH + marks.INDENT / 2)
        case _:
            return list(_lines(cell, styles.text, width))


def _name_style(cell: Named, styles: CellStyles) -> TextStyle:
    return styles.text if cell.sentence else styles.name


def _lines(text: str, style: TextStyle, width: float) -> Iterator[Strip]:
    return (Strip(line, style) for line in lines_for(text, style, width))


def _signed(text: str, style: TextStyle, width: float, sign: Marked | Gauge, indent: float) -> list[Strip]:
    lines = lines_for(text, style, max(width - indent, style.size))
    return [Strip(line, style, indent, None if number else sign) for number, line in enumerate(lines)]


def natural_width(cell: Cell, styles: CellStyles) -> float:
    """Return the width that a cell would take without any break, long texts judged by their beginning."""
    return max(line_widths(cell, styles), default=0.0)


def line_widths(cell: Cell, styles: CellStyles) -> tuple[float, ...]:
    """Return the width of each of a cell's own lines, long texts judged by their beginning."""
    return tuple(indent + _width(text, style) for text, style, indent in _parts(cell, styles))


def least_width(cell: Cell, styles: CellStyles) -> float:
    """Return the width of a cell's longest word, its beginning taken for the whole."""
    return max(
        (
            indent + _width(word, style)
            for text, style, indent in _parts(cell, styles)
            for word in text.split()
        ),
        default=0.0,
    )


def _parts(cell: Cell, styles: CellStyles) -> Iterator[tuple[str, TextStyle, float]]:
    """Yield each source line of a cell with its style and what stands before it."""
    texts: tuple[tuple[str, TextStyle, float], ...]
    match cell:
        case Named(name, detail):
            texts = ((name, _name_style(cell, styles), 0.0), (detail, styles.detail, 0.0))
        case Marked(text, _):
            texts = ((text, styles.text, marks.INDENT),)
        case Gauge(text, _, _):
            texts = ((text, styles.text, marks.GAUGE_WIDTH + marks.INDENT / 2),)
        case _:
            texts = ((cell, styles.text, 0.0),)
    for text, style, indent in texts:
        yield from ((line, style, indent) for line in text[:_NATURAL].splitlines())


def height_of(found: list[Strip]) -> float:
    """Return the height of strips one below the other."""
    return sum(strip.height for strip in found)


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
    for strip in tagged(canvas, found, attrgetter("line")):
        baseline = top - _RISE * strip.height
        room = width - strip.indent
        left = x + placed(strip.indent, room, width)
        paint_line(canvas, strip.line, left + _shift(strip.line, room, aligned(align)), baseline)
        if strip.sign is not None:
            signs.append((strip.sign, baseline))
        top -= strip.height
    # A mark stands beside the word that says the same: readers who listen get the word.
    for sign, baseline in signs:
        _draw_sign(canvas, sign, x + placed(0, _sign_width(sign), width), baseline)


def _shift(line: Line, room: float, align: str) -> float:
    """Return how far a line stands from its left edge; text that runs to the left begins at the right."""
    if align == "left" and line.leftward:
        align = "right"
    return {"left": 0.0, "right": room - line.width, "centre": (room - line.width) / 2}[align]


def _sign_width(sign: Marked | Gauge) -> float:
    return marks.SIZE if isinstance(sign, Marked) else marks.GAUGE_WIDTH


def _draw_sign(canvas: Canvas, sign: Marked | Gauge, x: float, baseline: float) -> None:
    match sign:
        case Marked(_, mark):
            marks.draw_mark(canvas, mark, x, baseline)
        case Gauge(_, part, mark):
            marks.draw_gauge(canvas, part, mark, x, baseline)
