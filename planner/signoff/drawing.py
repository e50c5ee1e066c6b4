"""A drawn signature as text: strokes of points, whatever the size of the pad or the page."""

from collections.abc import Iterable, Sequence

WIDTH, HEIGHT = 1000, 400
"""The field that points are counted in, from its upper left corner; the pad and the page keep its shape."""

_LONGEST = 15_000
"""Points of one drawing; more than any signature has, and a file stays small."""

Point = tuple[float, float]
Stroke = Sequence[Point]


def drawing_text(strokes: Iterable[Stroke]) -> str:
    """Return strokes as they are kept in an approval.

    Args:
        strokes: each of points (x, y), x from 0 to `WIDTH`, y from 0 (top) to `HEIGHT`; points outside
            are moved to the edge, and what comes after very many points is left out.
    """
    left, kept = _LONGEST, []
    for stroke in strokes:
        points = list(stroke)[:left]
        left -= len(points)
        if points:
            kept.append(" ".join(f"{_within(x, WIDTH)},{_within(y, HEIGHT)}" for x, y in points))
    return ";".join(kept)


def strokes_of(drawing: str) -> list[list[Point]]:
    """Return the strokes of a drawing that is kept; what is no point is left out.

    Args:
        drawing: as `drawing_text` wrote it; it may come from a foreign file.
    """
    strokes = ([_point(word) for word in stroke.split()] for stroke in drawing.split(";"))
    return [points for found in strokes if (points := [point for point in found if point is not None])]


def _within(number: float, most: int) -> str:
    return f"{min(max(number, 0), most):.1f}".removesuffix(".0")


def _point(word: str) -> Point | None:
    x, comma, y = word.partition(",")
    try:
        point = float(x), float(y)
    except ValueError:
        return None
    return point if comma and 0 <= point[0] <= WIDTH and 0 <= point[1] <= HEIGHT else None
