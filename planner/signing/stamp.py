"""The visible part of a digital signature: a one-page PDF, drawn by the document's own text engine.

Whatever script the names have, the fonts are embedded, so the document stays PDF/A. What is written
is text only: nothing in it is read as markup or as a template.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from reportlab.lib.colors import HexColor

from planner.document.pages import theme
from planner.language import say
from planner.paper.text.block import draw_lines, lines_for
from planner.paper.text.canvas import TextCanvas, prepare_reportlab
from planner.paper.text.layout import Line
from planner.paper.text.style import TextStyle

_PADDING = 4.0
_BAR = 2.0
_SIZES = (9.0, 8.0, 7.0, 6.0)
"""The largest is taken in which everything fits; where nothing fits, the smallest is cut short."""


@dataclass(frozen=True, slots=True)
class StampText:
    """What the stamp says.

    Attributes:
        name: of the signer, set in a heavier weight.
        lines: what stands under it, such as role, statement and key.
    """

    name: str
    lines: tuple[str, ...]


def clock_line(at: datetime) -> str:
    """Return the line that tells when, and that only the signer's own clock says so."""
    zone = at.strftime("%z")
    return say(
        "Signer's computer clock: {moment} UTC{zone}",
        moment=f"{at:%Y-%m-%d %H:%M}",
        zone=f"{zone[:3]}:{zone[3:5]}",
    )


def stamp_pdf(text: StampText, width: float, height: float) -> bytes:
    """Return the stamp as a PDF of one page.

    Args:
        text: what it says.
        width: of the signature's box, in points.
        height: of the signature's box, in points.
    """
    prepare_reportlab()
    buffer = BytesIO()
    canvas = TextCanvas(buffer, pagesize=(width, height), tagged=False)
    canvas.setFillColor(HexColor(theme.ACCENT))
    canvas.rect(0, 0, _BAR, height, stroke=0, fill=1)
    room = max(width - 2 * _PADDING - _BAR, 1.0)
    top = height - _PADDING
    for lines, style in _fitting(text, room, height - 2 * _PADDING):
        top = draw_lines(canvas, lines, _BAR + _PADDING, top, room, style)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _fitting(text: StampText, width: float, height: float) -> list[tuple[list[Line], TextStyle]]:
    for size in _SIZES:
        parts = _parts(text, size, width)
        if _height(parts) <= height:
            return parts
    return _cut(parts, height)


def _parts(text: StampText, size: float, width: float) -> list[tuple[list[Line], TextStyle]]:
    strong = TextStyle(size=size, leading=size * 1.3, weight="semibold")
    plain = TextStyle(size=size, leading=size * 1.3)
    return [
        (lines_for(text.name, strong, width), strong),
        *((lines_for(line, plain, width), plain) for line in text.lines if line),
    ]


def _height(parts: Sequence[tuple[list[Line], TextStyle]]) -> float:
    return sum(len(lines) * style.leading for lines, style in parts)


def _cut(parts: Sequence[tuple[list[Line], TextStyle]], height: float) -> list[tuple[list[Line], TextStyle]]:
    """Keep of each text as many lines as there is room for; the plan's own record has all of it."""
    kept, left = [], height
    for lines, style in parts:
        fitting = lines[: max(int(left // style.leading), 0)]
        kept.append((fitting, style))
        left -= len(fitting) * style.leading
    return kept
