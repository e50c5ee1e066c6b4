"""Marks of status, drawn as vectors: fonts of text have neither ticks nor diamonds."""

from collections.abc import Callable
from functools import partial

from reportlab.lib.colors import HexColor

from planner.document.blocks import Mark
from planner.document.pages.theme import MARK_COLOURS, RULE
from planner.paper.text.canvas import TextCanvas

SIZE = 6.5
"""Side of the square that a mark fills."""

_AROUND = 1.0
"""Room on each side for round ends and corners that stick out."""

INDENT = 11.0
"""Distance from the mark's left edge to its word."""

GAUGE_WIDTH = 44.0
_GAUGE_HEIGHT = 4.0
_HATCH = 2.2
"""Distance of the lines of a hatching, in points."""
_PAPER = "#FFFFFF"


def draw_mark(canvas: TextCanvas, mark: Mark, x: float, baseline: float) -> None:
    """Draw a mark whose left edge stands at x, beside a word on a baseline.

    Args:
        canvas: is drawn on.
        mark: which mark.
        x: left edge, in points.
        baseline: of the word, in points from the bottom of the page.
    """
    canvas.saveState()
    canvas.translate(x - _AROUND, baseline + 0.1 - _AROUND)
    canvas.draw_again(mark, partial(_draw_shape, canvas, mark), SIZE + 2 * _AROUND)
    canvas.restoreState()


def _draw_shape(canvas: TextCanvas, mark: Mark) -> None:
    colour = HexColor(MARK_COLOURS[mark])
    canvas.setFillColor(colour)
    canvas.setStrokeColor(colour)
    canvas.setLineCap(1)
    _SHAPES[mark](canvas, _AROUND, _AROUND)


def draw_gauge(canvas: TextCanvas, part: float, mark: Mark, x: float, baseline: float) -> None:
    """Draw a bar on which a part of the whole is filled; what is late is hatched, which grey shows too.

    Args:
        canvas: is drawn on.
        part: of the whole; what lies outside 0 to 1 is cut off.
        mark: how it stands, for colour and hatching.
        x: left edge, in points.
        baseline: of the words beside it, in points from the bottom of the page.
    """
    canvas.saveState()
    bottom, width = baseline + 1.4, GAUGE_WIDTH * min(max(part, 0.0), 1.0)
    canvas.setFillColor(HexColor(RULE))
    canvas.rect(x, bottom, GAUGE_WIDTH, _GAUGE_HEIGHT, stroke=0, fill=1)
    colour = HexColor(MARK_COLOURS[mark])
    canvas.setFillColor(colour)
    canvas.setStrokeColor(colour)
    if mark is Mark.LATE:
        _hatch(canvas, x, bottom, width)
    else:
        canvas.rect(x, bottom, width, _GAUGE_HEIGHT, stroke=0, fill=1)
    canvas.restoreState()


def _hatch(canvas: TextCanvas, x: float, bottom: float, width: float) -> None:
    canvas.setFillColor(HexColor(_PAPER))
    canvas.setLineWidth(0.7)
    canvas.rect(x, bottom, width, _GAUGE_HEIGHT, stroke=1, fill=1)
    box = canvas.beginPath()
    box.rect(x, bottom, width, _GAUGE_HEIGHT)
    canvas.clipPath(box, stroke=0, fill=0)
    for number in range(int((width + _GAUGE_HEIGHT) / _HATCH) + 1):
        right = x + number * _HATCH
        canvas.line(right - _GAUGE_HEIGHT, bottom, right, bottom + _GAUGE_HEIGHT)


def _tick(canvas: TextCanvas, x: float, y: float) -> None:
    canvas.setLineWidth(1.5)
    _line(canvas, (x + 0.4, y + 0.45 * SIZE), (x + 0.38 * SIZE, y + 0.1 * SIZE), (x + SIZE, y + 0.9 * SIZE))


def _disc(canvas: TextCanvas, x: float, y: float) -> None:
    canvas.circle(x + SIZE / 2, y + SIZE / 2, SIZE / 2, stroke=0, fill=1)


def _triangle(canvas: TextCanvas, x: float, y: float) -> None:
    _shape(canvas, (x, y), (x + SIZE, y), (x + SIZE / 2, y + SIZE))


def _diamond(canvas: TextCanvas, x: float, y: float) -> None:
    half = SIZE / 2
    _shape(
        canvas,
        (x + half, y - 0.3),
        (x + SIZE + 0.3, y + half),
        (x + half, y + SIZE + 0.3),
        (x - 0.3, y + half),
    )


def _ring(canvas: TextCanvas, x: float, y: float) -> None:
    canvas.setLineWidth(1.0)
    canvas.circle(x + SIZE / 2, y + SIZE / 2, SIZE / 2 - 0.5, stroke=1, fill=0)


def _shape(canvas: TextCanvas, *points: tuple[float, float]) -> None:
    path = canvas.beginPath()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)


def _line(canvas: TextCanvas, *points: tuple[float, float]) -> None:
    path = canvas.beginPath()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    canvas.drawPath(path, stroke=1, fill=0)


_SHAPES: dict[Mark, Callable[[TextCanvas, float, float], None]] = {
    Mark.DONE: _tick,
    Mark.ON_TRACK: _disc,
    Mark.AT_RISK: _triangle,
    Mark.LATE: _diamond,
    Mark.NOT_STARTED: _ring,
}
