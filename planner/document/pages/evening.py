"""Widths of a table's columns of text, moved about until its rows take as few lines as they can."""

from collections.abc import Sequence
from itertools import permutations
from math import ceil

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
    found = list(widths)
    needed = _needed(found, texts)
    for _ in range(_MOVES):
        best = min(_moved(found, floors), key=lambda moved: _needed(moved, texts), default=found)
        if _needed(best, texts) >= needed:
            break
        found, needed = best, _needed(best, texts)
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


def _needed(widths: Sequence[float], texts: Sequence[Texts]) -> int:
    """Return how many lines all rows take."""
    columns = ([_lines(cell, width) for cell in column] for column, width in zip(texts, widths, strict=True))
    return sum(map(max, zip(*columns, strict=True)))


def _lines(cell: Sequence[float], width: float) -> int:
    return sum(1 if text <= width else ceil(text * _SPARE / width) for text in cell)
