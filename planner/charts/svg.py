"""Scenes as SVG pictures, for other programs."""

from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

from planner.charts.scene import (
    DASHES,
    Circle,
    Dash,
    Line,
    Op,
    Point,
    Polygon,
    Polyline,
    Rect,
    Role,
    Scene,
    Text,
)


def scene_to_svg(scene: Scene, theme: Mapping[Role, str], family: str = "sans-serif") -> str:
    """Return a scene as a whole SVG document.

    Args:
        scene: what to draw.
        theme: the colour of each role, as "#RRGGBB".
        family: the font; texts were measured with the one that the scene was built for.

    Returns:
        XML in which the scene's summary is the picture's title, for screen readers.
    """
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_n(scene.width)}" height="{_n(scene.height)}" '
        f'viewBox="0 0 {_n(scene.width)} {_n(scene.height)}" role="img" font-family={quoteattr(family)}>'
    )
    title = f"<title>{escape(scene.summary)}</title>"
    return "\n".join([head, title, *(_element(op, theme) for op in scene.ops), "</svg>\n"])


def _element(op: Op, theme: Mapping[Role, str]) -> str:
    match op:
        case Text():
            return _text(op, theme)
        case Line():
            place = f'x1="{_n(op.x1)}" y1="{_n(op.y1)}" x2="{_n(op.x2)}" y2="{_n(op.y2)}"'
            return f"<line {place}{_stroke(op.stroke, op.thick, op.dash, theme)}/>"
        case Polyline():
            look = _stroke(op.stroke, op.thick, op.dash, theme)
            return f'<polyline points="{_points(op.points)}" fill="none"{look}/>'
        case Rect():
            place = f'x="{_n(op.x)}" y="{_n(op.y)}" width="{_n(op.width)}" height="{_n(op.height)}"'
            look = _look(op, theme) + _stroke(op.stroke, op.thick, op.dash, theme)
            return f'<rect {place} rx="{_n(op.radius)}" fill-opacity="{_n(op.strength)}"{look}/>'
        case Polygon():
            look = _look(op, theme) + _stroke(op.stroke, op.thick, Dash.SOLID, theme)
            return f'<polygon points="{_points(op.points)}"{look}/>'
        case Circle():
            look = _look(op, theme) + _stroke(op.stroke, op.thick, Dash.SOLID, theme)
            return f'<circle cx="{_n(op.x)}" cy="{_n(op.y)}" r="{_n(op.radius)}"{look}/>'


def _text(text: Text, theme: Mapping[Role, str]) -> str:
    weight = ' font-weight="600"' if text.weight == "semibold" else ""
    return (
        f'<text x="{_n(text.x)}" y="{_n(text.y)}" font-size="{_n(text.size)}" fill="{theme[text.role]}" '
        f'text-anchor="{text.anchor}"{weight}>{escape(text.text)}</text>'
    )


def _look(op: Rect | Polygon | Circle, theme: Mapping[Role, str]) -> str:
    return f' fill="{"none" if op.fill is None else theme[op.fill]}"'


def _stroke(role: Role | None, thick: float, dash: Dash, theme: Mapping[Role, str]) -> str:
    if role is None:
        return ""
    broken = " ".join(map(_n, DASHES[dash]))
    dashes = f' stroke-dasharray="{broken}"' if broken else ""
    return f' stroke="{theme[role]}" stroke-width="{_n(thick)}"{dashes}'


def _points(points: tuple[Point, ...]) -> str:
    return " ".join(f"{_n(x)},{_n(y)}" for x, y in points)


def _n(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")
