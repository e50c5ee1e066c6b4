"""A scene as SVG: for the web, for slides, for whoever draws on with another program.

Text stays text. It names the document's font and asks for the width that it has there, so that it
fits its place where that font is not installed.
"""

from collections.abc import Iterator, Mapping
from xml.sax.saxutils import escape, quoteattr

from planner.charts.pdf import PAPER, paper_measure
from planner.charts.scene import (
    DASHES,
    Circle,
    Dash,
    Line,
    Mark,
    Op,
    Point,
    Polygon,
    Polyline,
    Rect,
    Role,
    Scene,
    Text,
    Weight,
)
from planner.charts.spoken import spoken
from planner.paper.text.bidi import base_level
from planner.paper.text.clean import printable
from planner.paper.text.style import rgb

FAMILY = "'Noto Sans', Inter, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"
MARGIN = 12.0
"""Points around the drawing."""


def scene_svg(scene: Scene, title: str, theme: Mapping[Role, str] = PAPER) -> str:
    """Return a scene as an SVG document in UTF-8; the same scene gives the same text.

    Args:
        scene: what to draw, in points.
        title: what it is called, for readers who can't see it.
        theme: the colour of each role, as "#RRGGBB".
    """
    width, height = scene.width + 2 * MARGIN, scene.height + 2 * MARGIN
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_n(width)}pt" height="{_n(height)}pt" '
        f'viewBox="{_n(-MARGIN)} {_n(-MARGIN)} {_n(width)} {_n(height)}" role="img" '
        f'aria-labelledby="title about" xml:space="preserve" font-family={quoteattr(FAMILY)}>'
    )
    ground = f'<rect x="{_n(-MARGIN)}" y="{_n(-MARGIN)}" width="{_n(width)}" height="{_n(height)}"'
    brush = _Brush(theme)
    return "\n".join(
        (
            '<?xml version="1.0" encoding="UTF-8"?>',
            head,
            f'<title id="title">{_said(title)}</title>',
            f'<desc id="about">{_said(spoken(scene))}</desc>',
            f'{ground} fill="{theme[Role.SURFACE]}"/>',
            *map(brush.element, scene.ops),
            *map(_hover, scene.marks),
            "</svg>\n",
        )
    )


class _Brush:
    """Writes shapes in a theme's colours."""

    def __init__(self, theme: Mapping[Role, str]) -> None:
        self._theme = theme

    def element(self, op: Op) -> str:
        """Return the element that draws a shape."""
        match op:
            case Text():
                return self._text(op)
            case Line():
                ends = _numbers(x1=op.x1, y1=op.y1, x2=op.x2, y2=op.y2)
                return f"<line {ends} {self._stroke(op.stroke, op.thick, op.dash)}/>"
            case Polyline():
                line = self._stroke(op.stroke, op.thick, op.dash)
                return f'<polyline points="{_points(op.points)}" fill="none" {line}/>'
            case Rect():
                box = _numbers(x=op.x, y=op.y, width=op.width, height=op.height)
                radius = f" {_numbers(rx=op.radius)}" if op.radius else ""
                return f"<rect {box}{radius} {self._both(op, op.strength, op.dash)}/>"
            case Polygon():
                return f'<polygon points="{_points(op.points)}" {self._both(op)}/>'
            case Circle():
                return f"<circle {_numbers(cx=op.x, cy=op.y, r=op.radius)} {self._both(op)}/>"

    def _text(self, op: Text) -> str:
        words = printable(op.text).replace("\n", " ")
        said = escape(words)
        if base_level(words):
            said = f'<tspan direction="rtl" unicode-bidi="embed">{said}</tspan>'
        look = f'font-size="{_n(op.size)}" fill="{self._theme[op.role]}" text-anchor="{op.anchor}"'
        weight = ' font-weight="600"' if op.weight is Weight.SEMIBOLD else ""
        room = _numbers(textLength=paper_measure(words, op.size, op.weight))
        return (
            f'<text {_numbers(x=op.x, y=op.y)} {look}{weight} {room} lengthAdjust="spacingAndGlyphs">'
            f"{said}</text>"
        )

    def _stroke(self, role: Role, thick: float, dash: Dash = Dash.SOLID) -> str:
        broken = f' stroke-dasharray="{" ".join(map(_n, DASHES[dash]))}"' if DASHES[dash] else ""
        return f'stroke="{self._theme[role]}" stroke-width="{_n(thick)}"{broken}'

    def _both(self, op: Rect | Polygon | Circle, strength: float = 1.0, dash: Dash = Dash.SOLID) -> str:
        fill = "none" if op.fill is None else self._mixed(op.fill, strength)
        stroke = "" if op.stroke is None else f" {self._stroke(op.stroke, op.thick, dash)}"
        return f'fill="{fill}"{stroke}'

    def _mixed(self, role: Role, strength: float) -> str:
        ground, colour = rgb(self._theme[Role.SURFACE]), rgb(self._theme[role])
        parts = (a * strength + b * (1 - strength) for a, b in zip(colour, ground, strict=True))
        return "#" + "".join(f"{round(part * 255):02X}" for part in parts)


def _hover(mark: Mark) -> str:
    """Return a place over which a reader's mouse is told what stands there."""
    box = _numbers(x=mark.x, y=mark.y, width=mark.width, height=mark.height)
    return f'<rect {box} fill="none" pointer-events="all"><title>{_said(mark.text)}</title></rect>'


def _said(text: str) -> str:
    return escape(printable(text))


def _points(points: tuple[Point, ...]) -> str:
    return " ".join(f"{_n(x)},{_n(y)}" for x, y in points)


def _numbers(**values: float) -> str:
    return " ".join(_pairs(values))


def _pairs(values: Mapping[str, float]) -> Iterator[str]:
    return (f'{name}="{_n(value)}"' for name, value in values.items())


def _n(value: float) -> str:
    """Return a number with two decimals at most: a hundredth of a point can't be seen."""
    return f"{round(value, 2) + 0.0:.2f}".rstrip("0").rstrip(".")
