"""How many answers fit, and how large: few stand large, many smaller, and the rest are counted."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

Height = Callable[[str, int, float], float]
"""Height of a text at a size in a width."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """How a list stands in its room.

    Attributes:
        size: of the letters.
        columns: which of the texts stand in each column, by their heights.
        more: how many have no room.
    """

    size: int
    columns: tuple[tuple[float, ...], ...]
    more: int = 0

    @property
    def shown(self) -> int:
        """How many texts stand there."""
        return sum(len(column) for column in self.columns)


def fit(
    texts: Sequence[str],
    height_of: Height,
    room: tuple[float, float],
    sizes: Iterable[int],
    gap: float,
) -> Fitted:
    """Return the largest size at which all texts have room, or the smallest with the rest counted.

    Args:
        texts: in the order in which they are read.
        height_of: how high a text stands.
        room: width and height.
        sizes: the sizes that may be, the largest first.
        gap: between columns, and half of it between rows, in sizes of the letters.
    """
    size = 0
    for size in sizes:
        for count in (1, 2):
            fitted = _at_size(texts, height_of, room, (size, count), gap)
            if not fitted.more:
                return fitted
    left = (room[0], room[1] - 1.6 * size)
    return _at_size(texts, height_of, left, (size, 2), gap)


def _at_size(
    texts: Sequence[str], height_of: Height, room: tuple[float, float], setting: tuple[int, int], gap: float
) -> Fitted:
    size, count = setting
    width = column_width(room[0], count, gap * size)
    columns: list[tuple[float, ...]] = []
    at = 0
    for _ in range(count):
        column: list[float] = []
        used = 0.0
        while at < len(texts):
            needed = height_of(texts[at], size, width)
            if used + needed > room[1]:
                break
            column.append(needed)
            used += needed + gap * size / 2
            at += 1
        columns.append(tuple(column))
    return Fitted(size, tuple(columns), len(texts) - at)


def column_width(width: float, count: int, gap: float) -> float:
    """Return how wide each of several columns is."""
    return (width - gap * (count - 1)) / count
