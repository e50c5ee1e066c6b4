"""Widths of a table's columns of text, moved about until its rows take as few lines as they can."""

from collections.abc import Callable, Sequence
from functools import cache, partial
from itertools import permutations
from math import ceil
from operator import itemgetter

_STEPS = (12.0, 36.0, 72.0)
"""Points that one column gives to another at a time."""
_MOVES = 12
_SPARE = 1.06
"""Lines are never quite full: a text takes a little more than its width tells."""

Texts = Sequence[Sequence[float]]
"""For each row of a column, the widths of the cell's own lines, in points."""


def evened(widths: Sequence[float], floors: Sequence[float], texts: Sequence[Texts]) -> list[float]:
    """Return the widths of columns whose sum is the same, with which the rows take fewer lines.

    Args:
        widths: of each column, in points.
        floors: below which no column goes, in points.
        texts: what stands in each column.
    """
    # A move changes two columns: what the others take at their widths is known by then.
    columns = [cache(partial(_column, column)) for column in texts]
    found = list(widths)
    needed = _needed(found, columns)
    for _ in range(_MOVES):
        fewer, best = min(
            ((_needed(moved, columns), moved) for moved in _moved(found, floors)),
            key=itemgetter(0),
            default=(needed, found),
        )
        if fewer >= needed:
            break
        found, needed = best, fewer
    return found


def _moved(widths: Sequence[float], floors: Sequence[float]) -> list[list[float]]:
    """Return all ways in which one column gives a step to another."""
    ways = []
    for giver, taker in permutations(range(len(widths)), 2):
        for step in _STEPS:
            if widths[giver] - step >= floors[giver]:
                moved = list(widths)
                moved[giver] -= step
                moved[taker] += step
                ways.append(moved)
    return ways


def _needed(widths: Sequence[float], columns: Sequence[Callable[[float], list[int]]]) -> int:
    """Return how many lines all rows take."""
    taken = (column(width) for column, width in zip(columns, widths, strict=True))
    return sum(map(max, zip(*taken, strict=True)))


def _column(column: Texts, width: float) -> list[int]:
    """Return how many lines each cell of a column takes at a width."""
    return [sum(1 if text <= width else ceil(text * _SPARE / width) for text in cell) for cell in column]
