"""A chart for those who read from right to left: the same scene, turned over from side to side.

Time, bars and levels then begin where a reader begins, as the calendars and tables around them do. All charts
turn, also the course of a rush: its hours belong to the same days as the bars of the timeline. Words,
figures and signs stay as they are; a text only changes the side from which its room is reckoned.
"""

from msgspec.structs import replace

from planner.charts.scene import Anchor, Circle, Line, Mark, Op, Point, Polygon, Polyline, Rect, Scene, Text

_OTHER_END = {Anchor.START: Anchor.END, Anchor.MIDDLE: Anchor.MIDDLE, Anchor.END: Anchor.START}


def mirrored(scene: Scene) -> Scene:
    """Return a scene turned over, with its marks; their order, in which they are read, stays."""
    return replace(
        scene,
        ops=tuple(_turned(op, scene.width) for op in scene.ops),
        marks=tuple(_turned_mark(mark, scene.width) for mark in scene.marks),
        from_right=not scene.from_right,
    )


def _turned_mark(mark: Mark, width: float) -> Mark:
    return replace(mark, x=width - mark.x - mark.width)


def _turned(op: Op, width: float) -> Op:
    """Return a shape as it lies in a drawing of a width that is turned over."""
    match op:
        case Line():
            return replace(op, x1=width - op.x1, x2=width - op.x2)
        case Rect():
            return replace(op, x=width - op.x - op.width)
        case Circle():
            return replace(op, x=width - op.x)
        case Text():
            return replace(op, x=width - op.x, anchor=_OTHER_END[op.anchor])
        case Polygon() | Polyline():
            return replace(op, points=_turned_points(op.points, width))


def _turned_points(points: tuple[Point, ...], width: float) -> tuple[Point, ...]:
    return tuple((width - x, y) for x, y in points)
