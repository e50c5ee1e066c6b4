"""Scenes on paper: a flowable that draws one with the document's own text engine."""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from reportlab.pdfgen.canvas import FILL_EVEN_ODD, PATH_OPS

from planner.charts.scene import (
    DASHES,
    Anchor,
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
from planner.charts.spoken import spoken
from planner.paper.file.syntax import numbers
from planner.paper.tags.drawing import Tags
from planner.paper.text.block import draw_line, text_width
from planner.paper.text.canvas import TextCanvas
from planner.paper.text.flow import DrawnFlow
from planner.paper.text.style import INK, Alignment, TextStyle, Weight, rgb

PAPER: Mapping[Role, str] = MappingProxyType(
    {
        Role.INK: "#1B1F24",
        Role.MUTED: "#57606A",
        Role.ACCENT: "#0B4F7D",
        Role.ACCENT_TINT: "#E3EEF5",
        Role.BAD: "#B3261E",
        Role.BAD_TINT: "#FBEAE8",
        Role.WARN: "#B35C00",
        Role.WARN_TINT: "#FBF0E2",
        Role.OK: "#007A5E",
        Role.OK_TINT: "#E2F3EE",
        Role.RULE: "#C8CDD3",
        Role.PANEL: "#F3F5F7",
        Role.SURFACE: "#FFFFFF",
    }
)
"""The colours of the printed document; all text roles have at least 4.5:1 on white."""

_ALIGNMENTS: dict[Anchor, Alignment] = {Anchor.START: "start", Anchor.MIDDLE: "centre", Anchor.END: "end"}

_WEIGHTS: dict[str, Weight] = {"regular": "regular", "semibold": "semibold"}


@lru_cache(maxsize=8192)
def paper_measure(text: str, size: float, weight: str) -> float:
    """Return the width of a text as it is printed, in points."""
    return text_width(text, _style(size, weight))


@lru_cache(maxsize=256)
def _style(size: float, weight: str, colour: str = INK, anchor: Anchor = Anchor.START) -> TextStyle:
    return TextStyle(size, weight=_WEIGHTS[weight], colour=colour, alignment=_ALIGNMENTS[anchor])


class SceneFlowable(DrawnFlow):
    """A scene in the flow of a document; it is never split.

    Attributes:
        scene: what is drawn.
        alternative: what it says, for readers who can't see it.
    """

    def __init__(
        self, scene: Scene, theme: Mapping[Role, str] = PAPER, *, max_height: float | None = None
    ) -> None:
        """Take a scene.

        Args:
            scene: what to draw, in points.
            theme: the colour of each role, as "#RRGGBB".
            max_height: height of a page's frame in points; a scene that is higher is drawn smaller.
        """
        super().__init__()
        self.scene = scene
        self.alternative = spoken(scene)
        self._theme = theme
        self._max_height = max_height or scene.height
        self._scale = 1.0

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803, ARG002 - ReportLab's names
        """Return the size that the scene takes; it is never drawn larger than it is."""
        scene = self.scene
        across = availWidth / scene.width if scene.width else 1.0
        down = self._max_height / scene.height if scene.height else 1.0
        self._scale = min(1.0, across, down)
        self.width, self.height = scene.width * self._scale, scene.height * self._scale
        return self.width, self.height

    def draw(self) -> None:
        """Draw the scene; the origin is the flowable's lower left corner."""
        with Tags.of(self.canv).figure(self.alternative, (0, 0, self.width, self.height)):
            self.canv.saveState()
            self.canv.scale(self._scale, self._scale)
            self.canv.setLineCap(0)
            draw_scene(self.canv, self.scene, self._theme)
            self.canv.restoreState()


def draw_scene(canvas: TextCanvas, scene: Scene, theme: Mapping[Role, str] = PAPER) -> None:
    """Draw a scene with its lower left corner at the canvas's origin."""
    pen = _Pen(canvas, scene.height, theme)
    for op in scene.ops:
        pen.draw(op)


class _Pen:
    """Draws shapes on a canvas whose y grows upwards."""

    def __init__(self, canvas: TextCanvas, height: float, theme: Mapping[Role, str]) -> None:
        self._canvas, self._height, self._theme = canvas, height, theme
        self._stroked: tuple[Role, float, Dash] | None = None
        self._mixed: dict[tuple[Role, float], str] = {}

    def draw(self, op: Op) -> None:
        """Draw one shape."""
        canvas = self._canvas
        match op:
            case Text():
                self._text(op)
            case Line():
                self._stroke(op.stroke, op.thick, op.dash)
                canvas.line(op.x1, self._up(op.y1), op.x2, self._up(op.y2))
            case Polyline():
                self._stroke(op.stroke, op.thick, op.dash)
                self._path(op.points, closed=False, fill=False, stroke=True)
            case Rect():
                fill, stroke = self._both(op, op.strength, op.dash)
                bottom = self._up(op.y + op.height)
                radius = min(op.radius, op.width / 2, op.height / 2)
                if radius > 0:
                    canvas.roundRect(op.x, bottom, op.width, op.height, radius, stroke=stroke, fill=fill)
                else:
                    canvas.rect(op.x, bottom, op.width, op.height, stroke=stroke, fill=fill)
            case Polygon():
                fill, stroke = self._both(op)
                self._path(op.points, closed=True, fill=fill, stroke=stroke)
            case Circle():
                fill, stroke = self._both(op)
                canvas.circle(op.x, self._up(op.y), op.radius, stroke=stroke, fill=fill)

    def _up(self, y: float) -> float:
        return self._height - y

    def _text(self, text: Text) -> None:
        style = _style(text.size, text.weight, self._theme[text.role], text.anchor)
        draw_line(self._canvas, text.x, self._up(text.y), text.text, style)

    def _stroke(self, role: Role, thick: float, dash: Dash = Dash.SOLID) -> None:
        if self._stroked == (role, thick, dash):
            return
        self._stroked = (role, thick, dash)
        colour = self._canvas.spelled(rgb(self._theme[role]))
        self._canvas.write(f"{colour} RG\n{numbers(thick)} w\n[{numbers(*DASHES[dash])}] 0 d")

    def _both(
        self, op: Rect | Polygon | Circle, strength: float = 1.0, dash: Dash = Dash.SOLID
    ) -> tuple[bool, bool]:
        """Set a shape's fill and stroke, and return which of them it has."""
        if op.fill is not None:
            self._canvas.write(f"{self._mix(op.fill, strength)} rg")
        if op.stroke is not None:
            self._stroke(op.stroke, op.thick, dash)
        return op.fill is not None, op.stroke is not None

    def _mix(self, role: Role, strength: float) -> str:
        """Return the colour of a fill of some strength, spelled."""
        found = self._mixed.get((role, strength))
        if found is None:
            ground = rgb(self._theme[Role.SURFACE])
            pairs = zip(rgb(self._theme[role]), ground, strict=True)
            red, green, blue = (a * strength + b * (1 - strength) for a, b in pairs)
            found = self._mixed[role, strength] = self._canvas.spelled((red, green, blue))
        return found

    def _path(self, points: tuple[Point, ...], *, closed: bool, fill: bool, stroke: bool) -> None:
        height = self._height
        first, *others = [numbers(x, height - y) for x, y in points]
        sides = "".join([f" {place} l" for place in others])
        ends = " h" if closed else ""
        self._canvas.write(f"n {first} m{sides}{ends}\n{PATH_OPS[stroke, fill, FILL_EVEN_ODD]}")
