"""What the pictures of a rush are drawn on: the hours that are shown, the scale, and points that fit."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from planner.analysis.surge import SurgeCourse

_DAY = 24
_WEEK = 7 * _DAY
_LEAST_HOURS, _MOST_UNCLEARED = 7 * _DAY, 28 * _DAY
"""How much is shown at least, and at most of a backlog that does not go away within half a year."""

_STEPS = (1, 2, 5)


@dataclass(frozen=True)
class Frame:
    """One of the two pictures: where it stands, and its scale."""

    left: float
    right: float
    top: float
    bottom: float
    hours: int
    most: float

    def x(self, hour: float) -> float:
        """Return where an hour of the rush begins."""
        return self.left + (self.right - self.left) * hour / self.hours

    def y(self, figure: float) -> float:
        """Return the height of a figure."""
        return self.bottom - (self.bottom - self.top) * figure / self.most


def hours_shown(course: SurgeCourse) -> int:
    """Return how many hours are drawn: whole days until a day after the backlog is gone."""
    if course.cleared is None:
        needed = min(len(course.ages), max(_MOST_UNCLEARED, 2 * course.days * _DAY))
    else:
        needed = course.cleared + 1 + _DAY
    return max(_LEAST_HOURS, ceil(needed / _DAY) * _DAY)


def figures_shown(figures: Sequence[float], last: int) -> list[float]:
    """Return the figures from the rush's first moment on; after the last one nothing waits."""
    return [figures[0], *figures[:last], *[0.0] * (last - len(figures))]


def thinned(shown: Sequence[float], frame: Frame) -> Iterator[tuple[int, float]]:
    """Yield as many points as can be told apart, always the highest of those that fall together."""
    together = max(1, int(len(shown) / (frame.right - frame.left)))
    for first in range(0, len(shown), together):
        part = shown[first : first + together]
        offset = max(range(len(part)), key=part.__getitem__)
        yield first + offset, part[offset]


def closed_hours(course: SurgeCourse, last: int) -> Iterator[tuple[int, int]]:
    """Yield the runs of hours in which nobody is there."""
    minutes = course.setup.cover.minutes
    began: int | None = None
    for hour in range(last + 1):
        closed = hour < last and not minutes[hour % _WEEK]
        if closed and began is None:
            began = hour
        elif not closed and began is not None:
            yield began, hour
            began = None


def scale_step(most: float) -> float:
    """Return the distance of two lines of a scale: 1, 2 or 5 times a power of ten, at most five of them."""
    power = 10.0 ** max(0, len(str(int(most))) - 2)
    while True:
        for step in _STEPS:
            if most / (step * power) <= 4:
                return step * power
        power *= 10
