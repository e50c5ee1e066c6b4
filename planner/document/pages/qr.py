"""The code on each page that ties a printout to its revision; `planner.signoff.printed` says what is in it.

A QR code of version 5 with error correction M: 15 percent of it may be dirt. Drawn as areas, so that it
is sharp at any size.
"""

from collections.abc import Iterator
from functools import lru_cache, partial

from reportlab.lib.colors import HexColor

from planner.document.pages import theme
from planner.paper.text.canvas import TextCanvas

MODULE = 1.0
"""Points of one square: 0.353 mm, which telephones read off a print at 300 dots an inch."""
QUIET = 4
"""Squares of white that a reader needs on each side (ISO/IEC 18004)."""
_OVERLAP = 0.02
"""Points by which rows overlap, so that no viewer shows white hairs between them."""

Rows = tuple[tuple[tuple[int, int], ...], ...]
"""For each row from the top the dark stretches: the first square and how many."""


def code_size(text: str) -> float:
    """Return the side of a code without its white border, in points."""
    return len(_rows(text)) * MODULE


def draw_code(canvas: TextCanvas, text: str, x: float, y: float) -> None:
    """Draw a code, which stands in the file once; leave `QUIET` squares free around it.

    Args:
        canvas: where; the code becomes what is open there, an artifact in a header or footer.
        text: capitals, digits and colons.
        x: of its left edge, in points.
        y: of its lower edge, in points.
    """
    canvas.saveState()
    canvas.translate(x, y)
    canvas.draw_again(("QR code", text), partial(_draw, canvas, _rows(text)), code_size(text))
    canvas.restoreState()


def _draw(canvas: TextCanvas, rows: Rows) -> None:
    path = canvas.beginPath()
    for number, row in enumerate(rows, start=1):
        bottom = (len(rows) - number) * MODULE
        for first, count in row:
            path.rect(first * MODULE, bottom - _OVERLAP, count * MODULE, MODULE + _OVERLAP)
    canvas.setFillColor(HexColor(theme.INK))
    canvas.drawPath(path, stroke=0, fill=1)


@lru_cache(maxsize=8)
def _rows(text: str) -> Rows:
    import segno  # noqa: PLC0415 - only where a document is drawn

    code = segno.make(text, mode="alphanumeric", error="m", boost_error=False, micro=False)
    return tuple(tuple(_stretches(bytes(row))) for row in code.matrix)


def _stretches(row: bytes) -> Iterator[tuple[int, int]]:
    start = None
    for place, dark in enumerate([*row, 0]):
        if dark and start is None:
            start = place
        elif not dark and start is not None:
            yield start, place - start
            start = None
