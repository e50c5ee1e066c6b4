"""Moving the focus between the marks of a chart by arrow keys."""

from collections.abc import Sequence

from planner.charts.scene import Mark, Point

_ASIDE = 2.0
"""How much worse it is that a mark lies to the side of the direction than that it lies further along."""


def next_mark(marks: Sequence[Mark], current: int | None, direction: Point) -> int | None:
    """Return the mark that lies nearest in a direction.

    Args:
        marks: of the scene.
        current: index of the focused one, if any.
        direction: of length 1 along one axis: (1, 0) is to the right, (0, 1) downwards.

    Returns:
        Its index; the current one where nothing lies there; the first mark where none is focused.
    """
    if current is None or not marks:
        return 0 if marks else None
    x, y = marks[current].centre
    best, best_cost = current, float("inf")
    for index, mark in enumerate(marks):
        dx, dy = mark.centre[0] - x, mark.centre[1] - y
        along = dx * direction[0] + dy * direction[1]
        aside = abs(dx * direction[1]) + abs(dy * direction[0])
        cost = along + _ASIDE * aside
        if along > 0 and cost < best_cost:
            best, best_cost = index, cost
    return best
