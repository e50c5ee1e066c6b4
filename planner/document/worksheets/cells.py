"""One field of a form, broken to its width: number, title and hint, then lines to write on or boxes."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.colors import HexColor

from planner.document.pages import theme
from planner.document.pages.direction import draw_begun, led, placed_in
from planner.document.pages.setting import Strip, draw_strips, height_of
from planner.document.worksheets import look
from planner.document.worksheets.content import Cell, Tick
from planner.language import say
from planner.paper.tags.drawing import Tags
from planner.paper.text.block import lines_for, text_width
from planner.paper.text.canvas import TextCanvas
from planner.paper.text.layout import Line
from planner.paper.text.style import Span

_BETWEEN_TICKS = 12.0


@dataclass(frozen=True, slots=True)
class LaidCell:
    """A field, ready to be drawn.

    Attributes:
        cell: the field.
        width: of the field.
        writing: distance of the lines to write on.
        head: number, title and hint.
        ticks: the rows of boxes.
        value: what is there already, a line each.
    """

    cell: Cell
    width: float
    writing: float
    head: list[Strip]
    ticks: tuple[tuple[Tick, ...], ...]
    value: list[Line]

    @property
    def height(self) -> float:
        """Height that it takes."""
        below = len(self.ticks) * look.TICK.leading if self.ticks else self.cell.lines * self.writing
        return look.PAD + height_of(self.head) + below

    def draw(self, canvas: TextCanvas, x: float, top: float) -> None:
        """Draw the field below a height."""
        top -= look.PAD
        draw_strips(canvas, self.head, (x, top), self.width)
        top -= height_of(self.head)
        if self.ticks:
            self._draw_ticks(canvas, x, top)
        else:
            self._draw_lines(canvas, x, top)

    def _draw_lines(self, canvas: TextCanvas, x: float, top: float) -> None:
        for number in range(self.cell.lines):
            y = top - (number + 1) * self.writing
            if number < len(self.value):
                strip = Strip(self.value[number], look.VALUE)
                draw_strips(canvas, [strip], (x, y + look.VALUE.leading + 1), self.width)
            _hairline(canvas, x, y, x + self.width)

    def _draw_ticks(self, canvas: TextCanvas, x: float, top: float) -> None:
        edges = (x, x + self.width)
        with Tags.of(canvas).text("P", spoken=_spoken(self.cell.ticks)):
            for row in self.ticks:
                top -= look.TICK.leading
                at = x
                for tick in row:
                    _draw_box(canvas, placed_in(edges, at, look.BOX), top + 4, ticked=tick.ticked)
                    word = at + look.BOX + 4
                    taken = draw_begun(canvas, (word, top + 4.8), tick.word, look.TICK, edges)
                    at = word + taken + _BETWEEN_TICKS


def laid_cell(cell: Cell, width: float, writing: float) -> LaidCell:
    """Return a field, broken to a width.

    Args:
        cell: the field.
        width: in points.
        writing: distance of the lines to write on, in points.
    """
    head = [Strip(line, look.TITLE) for line in lines_for(_title(cell), look.TITLE, width)]
    if cell.hint:
        head += [Strip(line, look.HINT) for line in lines_for(cell.hint, look.HINT, width)]
    return LaidCell(cell, width, writing, head, _tick_rows(cell.ticks, width), _value(cell, width))


def _value(cell: Cell, width: float) -> list[Line]:
    """Return what is there already, as far as the lines take it; the plan has all of it."""
    if not cell.value:
        return []
    lines = lines_for(cell.value[:1000], look.VALUE, width)
    if len(lines) <= cell.lines:
        return lines
    kept = lines[: cell.lines]
    last = lines_for(kept[-1].text, look.VALUE, width - text_width("…", look.VALUE))[0].text
    return [*kept[:-1], *lines_for(f"{last.rstrip()}…", look.VALUE, width)[:1]]


def least_width(cell: Cell) -> float:
    """Return the width in which title and boxes take one line each, with the gutter behind them."""
    boxes = sum(_tick_width(tick) for tick in cell.ticks) - _BETWEEN_TICKS
    return max(boxes, text_width(_title(cell), look.TITLE)) + look.GUTTER


def _title(cell: Cell) -> Sequence[Span]:
    return (Span(led(f"{cell.number}  "), colour=theme.ACCENT), Span(cell.title))


def _tick_width(tick: Tick) -> float:
    return look.BOX + 4 + text_width(tick.word, look.TICK) + _BETWEEN_TICKS


def _tick_rows(ticks: Sequence[Tick], width: float) -> tuple[tuple[Tick, ...], ...]:
    rows: list[list[Tick]] = []
    room = 0.0
    for tick in ticks:
        needed = _tick_width(tick)
        if not rows or needed - _BETWEEN_TICKS > room:
            rows.append([])
            room = width
        rows[-1].append(tick)
        room -= needed
    return tuple(map(tuple, rows))


def _spoken(ticks: Sequence[Tick]) -> str:
    """Return the boxes as readers that speak say them."""
    return ", ".join(say("{word} (ticked)", word=tick.word) if tick.ticked else tick.word for tick in ticks)


def _draw_box(canvas: TextCanvas, x: float, y: float, *, ticked: bool) -> None:
    canvas.setLineWidth(0.9)
    canvas.setStrokeColor(HexColor(theme.GREY))
    canvas.rect(x, y, look.BOX, look.BOX, stroke=1, fill=0)
    if ticked:
        canvas.setStrokeColor(HexColor(theme.INK))
        canvas.setLineWidth(1.6)
        canvas.line(x + 1.6, y + 1.6, x + look.BOX - 1.6, y + look.BOX - 1.6)
        canvas.line(x + 1.6, y + look.BOX - 1.6, x + look.BOX - 1.6, y + 1.6)


def _hairline(canvas: TextCanvas, left: float, y: float, right: float) -> None:
    canvas.rule((left, y), (right, y), 0.6, theme.GREY)
