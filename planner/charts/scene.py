"""A chart as a value: shapes and text at positions, with roles in place of colours.

A scene knows no window and no paper. Lengths are in its own unit, which a renderer takes as a pixel
or a point; x grows to the right and y downwards from the top left corner. Each renderer brings a
theme that says which colour a role has, so that light, dark and paper draw the same scene.
"""

from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct

Point: TypeAlias = tuple[float, float]
Measure: TypeAlias = Callable[[str, float, str], float]
"""Width of a text: takes the text, its size and its weight ("regular" or "semibold")."""


class Role(StrEnum):
    """What a colour stands for; a theme says which one it is."""

    INK = "ink"
    MUTED = "muted"
    ACCENT = "accent"
    ACCENT_TINT = "accent-tint"
    BAD = "bad"
    BAD_TINT = "bad-tint"
    WARN = "warn"
    WARN_TINT = "warn-tint"
    OK = "ok"
    OK_TINT = "ok-tint"
    RULE = "rule"
    PANEL = "panel"
    SURFACE = "surface"


class Weight(StrEnum):
    """How heavy a text is set."""

    REGULAR = "regular"
    SEMIBOLD = "semibold"


class Anchor(StrEnum):
    """Which end of a text stands at its position."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


class Dash(StrEnum):
    """How a line is broken."""

    SOLID = "solid"
    DASHED = "dashed"
    DOTTED = "dotted"


DASHES: dict[Dash, tuple[float, ...]] = {Dash.SOLID: (), Dash.DASHED: (5.0, 3.0), Dash.DOTTED: (1.2, 2.4)}
"""Lengths of the strokes and gaps of a broken line, in the scene's unit."""


class Line(Struct, frozen=True, gc=False):
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    stroke: Role = Role.RULE
    thick: float = 0.5
    dash: Dash = Dash.SOLID


class Rect(Struct, frozen=True, gc=False):
    """A rectangle.

    Attributes:
        strength: how much of the fill's colour is mixed into the surface, 0 to 1.
    """

    x: float
    y: float
    width: float
    height: float
    fill: Role | None = None
    stroke: Role | None = None
    thick: float = 0.8
    radius: float = 0.0
    strength: float = 1.0
    dash: Dash = Dash.SOLID


class Polygon(Struct, frozen=True):
    """A closed shape with straight sides."""

    points: tuple[Point, ...]
    fill: Role | None = None
    stroke: Role | None = None
    thick: float = 0.8


class Polyline(Struct, frozen=True):
    """A line through several points."""

    points: tuple[Point, ...]
    stroke: Role = Role.INK
    thick: float = 0.8
    dash: Dash = Dash.SOLID


class Circle(Struct, frozen=True, gc=False):
    """A circle around its centre."""

    x: float
    y: float
    radius: float
    fill: Role | None = None
    stroke: Role | None = None
    thick: float = 0.8


class Text(Struct, frozen=True, gc=False):
    """One line of text on its baseline; never markup."""

    x: float
    y: float
    text: str
    size: float
    role: Role = Role.INK
    anchor: Anchor = Anchor.START
    weight: Weight = Weight.REGULAR


Op: TypeAlias = Line | Rect | Polygon | Polyline | Circle | Text


class Mark(Struct, frozen=True, gc=False):
    """A place on the chart that leads to an entry.

    Attributes:
        x: left edge.
        y: top edge.
        width: from the left to the right edge.
        height: from the top to the bottom edge.
        record: id of the entry.
        text: what it is, for the tooltip and for screen readers; lines end in a newline.
        folds: in a window, it opens or closes what belongs to the entry instead of leading to it.
    """

    x: float
    y: float
    width: float
    height: float
    record: str
    text: str
    folds: bool = False

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies on the mark."""
        return self.x <= x <= self.x + self.width and self.y <= y <= self.y + self.height

    @property
    def centre(self) -> Point:
        """The middle of the mark."""
        return self.x + self.width / 2, self.y + self.height / 2


class Scene(Struct, frozen=True):
    """A chart, ready to be drawn.

    Attributes:
        width: of the whole drawing.
        height: of the whole drawing.
        ops: the shapes, from back to front.
        marks: the places that lead to entries, in reading order.
        summary: what the chart says, in a sentence or two, for those who can't see it.
        details: the figures behind it, a line each; left empty, the marks' own texts are taken.
        from_right: it is turned over for those who read from right to left; see `planner.charts.mirrored`.
    """

    width: float
    height: float
    ops: tuple[Op, ...]
    marks: tuple[Mark, ...]
    summary: str
    details: tuple[str, ...] = ()
    from_right: bool = False

    @property
    def lines(self) -> tuple[str, ...]:
        """All that the picture shows, in words: the details, or each mark's text as one line."""
        return self.details or tuple(dict.fromkeys(", ".join(m.text.split("\n")) for m in self.marks))

    @property
    def description(self) -> str:
        """The whole picture in words, for those who can't see it: the summary, then each line."""
        return "\n".join((self.summary, *self.lines))

    def mark_at(self, x: float, y: float) -> int | None:
        """Return the index of the topmost mark at a point, or None."""
        return next((i for i in reversed(range(len(self.marks))) if self.marks[i].holds(x, y)), None)

    def built_x(self, x: float) -> float:
        """Return where a place across the drawing lay when it was built, from left to right."""
        return self.width - x if self.from_right else x

    def texts(self) -> Iterator[Text]:
        """Yield the texts in drawing order."""
        return (op for op in self.ops if isinstance(op, Text))


def vertical_reach(op: Op) -> tuple[float, float]:
    """Return the top and bottom between which a shape is drawn, its line's thickness included."""
    match op:
        case Line(y1=y1, y2=y2, thick=thick):
            return min(y1, y2) - thick, max(y1, y2) + thick
        case Rect(y=y, height=height, thick=thick):
            return y - thick, y + height + thick
        case Circle(y=y, radius=radius, thick=thick):
            return y - radius - thick, y + radius + thick
        case Text(y=y, size=size):
            return y - 1.2 * size, y + 0.5 * size
        case Polygon(points=points, thick=thick) | Polyline(points=points, thick=thick):
            ys = [y for _, y in points]
            return min(ys) - thick, max(ys) + thick
