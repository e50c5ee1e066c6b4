"""Pages in the direction in which the language in use is written.

Where it is written from the right, columns, labels, marks and lists stand the other way round, and so do
header and footer, the margin for the holes of a binder, the poster's panels and the worksheets' fields;
charts turn by themselves (`planner.charts.mirrored`). Running text needs nothing: each paragraph begins at
the side at which its own words begin.
"""

from collections.abc import Sequence
from dataclasses import replace

from reportlab.pdfgen.canvas import Canvas

from planner.language import language
from planner.language.figures import RIGHT_TO_LEFT_MARK
from planner.paper.text.block import draw_line
from planner.paper.text.style import Alignment, Span, TextStyle

_OTHER_SIDE = {"left": "right", "right": "left", "centre": "centre"}
_OTHER_END: dict[Alignment, Alignment] = {"start": "end", "end": "start", "centre": "centre"}


def placed(begin: float, width: float, whole: float) -> float:
    """Return the left edge of a part.

    Args:
        begin: where it begins, from the side where reading begins.
        width: of the part.
        whole: width of what it is a part of.
    """
    return whole - begin - width if language().right_to_left else begin


def aligned(align: str) -> str:
    """Return the side at which text stands.

    Args:
        align: where one writes from the left: "left", "right" or "centre".
    """
    return _OTHER_SIDE[align] if language().right_to_left else align


def placed_in(edges: tuple[float, float], begin: float, width: float) -> float:
    """Return the left edge of a part of something that does not begin at 0.

    Args:
        edges: left and right edge of what it is a part of.
        begin: where the part begins where one writes from the left.
        width: of the part.
    """
    left, right = edges
    return left + placed(begin - left, width, right - left)


def draw_begun(
    canvas: Canvas,
    at: tuple[float, float],
    content: str | Sequence[Span],
    style: TextStyle,
    edges: tuple[float, float],
) -> float:
    """Draw a text as one line that begins, or ends, where it does for its readers.

    Args:
        canvas: where.
        at: its place and its baseline where one writes from the left, as `draw_line` takes them.
        content: the text.
        style: its look.
        edges: left and right edge of what it stands in.

    Returns:
        The width that it takes.
    """
    x, baseline = at
    if not language().right_to_left:
        return draw_line(canvas, x, baseline, content, style)
    turned = replace(style, alignment=_OTHER_END[style.alignment])
    return draw_line(canvas, sum(edges) - x, baseline, content, turned)


def led(text: str) -> str:
    """Return a text that begins with a number or a code so that it runs as the language in use does."""
    return f"{RIGHT_TO_LEFT_MARK}{text}" if language().right_to_left else text
