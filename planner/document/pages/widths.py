"""How wide the columns of a table are."""

from collections.abc import Sequence
from dataclasses import dataclass

_MOST_WISHED = 260.0
"""Points beyond which a column's wish for width does not count: long texts are read in narrow columns."""
_LONGEST_WORD = 84.0
"""Points beyond which a word is broken rather than the other columns squeezed."""
_NARROWEST = 22.0


@dataclass(frozen=True, slots=True)
class Wish:
    """What a column asks for, in points without padding.

    Attributes:
        natural: width at which nothing in it would be broken.
        least: width of its longest word.
        whole: its cells are not to be broken.
    """

    natural: float
    least: float
    whole: bool = False


def share_out(wishes: Sequence[Wish], room: float) -> list[float]:
    """Return the width of each column; they fill the room.

    Columns whose cells stay whole get what they need. What is left goes to the others: first the width
    of their longest word, then in proportion to what they wish beyond it.

    Args:
        wishes: what each column asks for.
        room: width of all columns together.
    """
    floors = _floors(wishes, room)
    rest = room - sum(floors)
    extra = [max(0.0, min(w.natural, _MOST_WISHED) - floor) for w, floor in zip(wishes, floors, strict=True)]
    if sum(extra) >= rest and sum(extra) > 0:
        return [floor + rest * e / sum(extra) for floor, e in zip(floors, extra, strict=True)]
    widths = [floor + e for floor, e in zip(floors, extra, strict=True)]
    return _stretched(wishes, widths, room - sum(widths))


def _floors(wishes: Sequence[Wish], room: float) -> list[float]:
    """Return the width that each column gets in any case; all are shrunk where they do not fit."""
    floors = [w.natural if w.whole else max(min(w.least, _LONGEST_WORD), _NARROWEST) for w in wishes]
    total = sum(floors)
    return floors if total <= room else [floor * room / total for floor in floors]


def _stretched(wishes: Sequence[Wish], widths: list[float], spare: float) -> list[float]:
    """Give what nobody asked for to the columns of running text, the wide ones first."""
    weights = [0.0 if w.whole else width for w, width in zip(wishes, widths, strict=True)]
    if not sum(weights):
        weights = [1.0] * len(widths)
    total = sum(weights)
    return [width + spare * weight / total for width, weight in zip(widths, weights, strict=True)]
