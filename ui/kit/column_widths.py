"""How wide the columns of a table are: none is cut at the edge, and short texts are not cut for long ones."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate


@dataclass(frozen=True, slots=True)
class ColumnNeed:
    """How much room one column asks for, in pixels.

    Attributes:
        natural: at which nothing in it is cut.
        least: below which it does not give way.
    """

    natural: int
    least: int


def shared_widths(needs: Sequence[ColumnNeed], room: int) -> list[int]:
    """Return the width of each column so that the last one seen ends at the edge of the room.

    Where not all find room at their least, those behind have their natural width and are scrolled to.

    Args:
        needs: one per column, in the order of the columns; the first takes what is left over.
        room: pixels to share.
    """
    seen = _number_seen(needs, room)
    widths = _lowered(needs[:seen], room)
    if widths:
        widths[0] += max(0, room - sum(widths))
    return widths + [need.natural for need in needs[seen:]]


def _number_seen(needs: Sequence[ColumnNeed], room: int) -> int:
    """Return how many columns find room at their least; the first is always seen."""
    ends = accumulate(need.least for need in needs)
    return min(len(needs), max(1, sum(1 for end in ends if end <= room)))


def _lowered(needs: Sequence[ColumnNeed], room: int) -> list[int]:
    """Return natural widths, of which the widest give way until all find room."""
    lowest, highest = 0, max((need.natural for need in needs), default=0)
    while lowest < highest:
        limit = (lowest + highest + 1) // 2
        if sum(_width(need, limit) for need in needs) <= room:
            lowest = limit
        else:
            highest = limit - 1
    return [_width(need, lowest) for need in needs]


def _width(need: ColumnNeed, limit: int) -> int:
    return max(need.least, min(need.natural, limit))
