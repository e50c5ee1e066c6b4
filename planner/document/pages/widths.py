"""How wide the columns of a table are."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

_MOST_WISHED = 260.0
"""Points beyond which a column's wish for width does not count: long texts are read in narrow columns."""
_LONGEST_WORD = 84.0
"""Points beyond which a word is broken rather than the other columns squeezed."""
_NARROWEST = 22.0
_NAMES_OF_ALL = 0.34
"""Part of the whole width that a column of names may claim."""
_NAMES_OF_BROKEN = 0.5
"""Part that it may claim of what the columns leave that are not to be broken."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a column asks for, in points without padding.

    Attributes:
        natural: width at which nothing in it would be broken.
        least: width of its longest word.
        whole: its cells are not to be broken.
        names: it names the rows, with more about them below; it gets a good part in any case.
    """

    natural: float
    least: float
    whole: bool = False
    names: bool = False


def share_out(wishes: Sequence[Wish], room: float) -> list[float]:
    """Return the width of each column; they fill the room.

    Columns whose cells stay whole get what they need. Of the others, those that wish less than their
    fair part get all of it, so that short words are not broken for the sake of long texts; the rest
    share what is left in proportion to their wishes.

    Args:
        wishes: what each column asks for; see `settled`.
        room: width of all columns together.
    """
    claimed = _with_room_for_names(wishes, room)
    floors = [_floor(wish) for wish in claimed]
    if sum(floors) < room:
        return _shared(claimed, floors, room)
    return [floor * room / sum(floors) for floor in floors]


def settled(wishes: Sequence[Wish], room: float) -> list[Wish]:
    """Return the wishes; where the longest words would not fit, the widest cells that stay whole are broken.

    Args:
        wishes: what each column asks for.
        room: width of all columns together.
    """
    found = list(wishes)
    while sum(_floor(wish) for wish in _with_room_for_names(found, room)) >= room:
        widest = max((wish.natural for wish in found if wish.whole), default=None)
        if widest is None:
            break
        found = [replace(wish, whole=wish.whole and wish.natural < widest) for wish in found]
    return found


def _shared(wishes: Sequence[Wish], floors: Sequence[float], room: float) -> list[float]:
    """Share a room that holds all floors."""
    widths = dict(enumerate(floors))
    rest = room - sum(floor for floor, wish in zip(floors, wishes, strict=True) if wish.whole)
    open_ones = sorted(
        (number for number, wish in enumerate(wishes) if not wish.whole), key=lambda n: wishes[n].natural
    )
    while open_ones and _wished(wishes[open_ones[0]]) <= rest / len(open_ones):
        first, *others = open_ones
        if rest - _wished(wishes[first]) < sum(floors[number] for number in others):
            break
        widths[first], open_ones = _wished(wishes[first]), others
        rest -= widths[first]
    if open_ones:
        widths |= _in_proportion({n: _wished(wishes[n]) for n in open_ones}, widths, rest)
        return [widths[number] for number in range(len(wishes))]
    return _stretched(wishes, [widths[number] for number in range(len(wishes))], rest)


def _with_room_for_names(wishes: Sequence[Wish], room: float) -> list[Wish]:
    broken = room - sum(wish.natural for wish in wishes if wish.whole)
    spare = room - sum(_floor(wish) for wish in wishes if not wish.names) - 1.0
    part = max(min(_NAMES_OF_ALL * room, _NAMES_OF_BROKEN * broken, spare), 0.0)
    return [
        replace(wish, least=max(wish.least, min(wish.natural, part))) if wish.names else wish
        for wish in wishes
    ]


def _floor(wish: Wish) -> float:
    """Return the width that a column gets in any case."""
    if wish.whole:
        return wish.natural
    longest = wish.least if wish.names else min(wish.least, _LONGEST_WORD)
    return max(longest, _NARROWEST)


def _wished(wish: Wish) -> float:
    return max(min(wish.natural, _MOST_WISHED), _floor(wish))


def _in_proportion(wished: dict[int, float], floors: dict[int, float], rest: float) -> dict[int, float]:
    """Share the rest: to each its floor, and of what is then left a part in proportion to its wish."""
    spare = rest - sum(floors[number] for number in wished)
    beyond = {number: wish - floors[number] for number, wish in wished.items()}
    total = sum(beyond.values()) or 1.0
    return {number: floors[number] + spare * part / total for number, part in beyond.items()}


def _stretched(wishes: Sequence[Wish], widths: list[float], spare: float) -> list[float]:
    """Give what is left to long texts, or where there are none to all columns of text by their width."""
    pairs = list(zip(wishes, widths, strict=True))
    weights = [0.0 if wish.whole else max(0.0, wish.natural - width) for wish, width in pairs]
    if not sum(weights):
        weights = [0.0 if wish.whole else width for wish, width in pairs]
    if not sum(weights):
        weights = [1.0] * len(widths)
    return [width + spare * weight / sum(weights) for width, weight in zip(widths, weights, strict=True)]
