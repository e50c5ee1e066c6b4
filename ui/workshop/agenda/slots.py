"""What the column of an agenda shows of each block, and how high it is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ui.theme import current_tokens

STEP_MINUTES = 5
"""Blocks grow and shrink by so many minutes."""

LONGEST_MINUTES = 480
_PER_MINUTE, _LEAST_HEIGHT = 1.8, 32.0


@dataclass(frozen=True, slots=True)
class Slot:
    """One block with its place in the day.

    Attributes:
        id: of the block.
        name: what it is called.
        minutes: how long it takes.
        output: what is there at its end; empty for a break.
        starts: when it begins, in words.
        ends: when it ends, in words.
        word: what it is where it is no work, such as "Break"; else empty.
        icon: the icon of that; else empty.
        is_late: it ends after the day is to be over.
    """

    id: str
    name: str
    minutes: int
    output: str
    starts: str
    ends: str
    word: str = ""
    icon: str = ""
    is_late: bool = False


Order = Sequence[tuple[str, int]]
"""Blocks by id with their minutes, in the order of the day."""

Retime = Callable[[Order], Sequence[Slot]]
"""Tells how the day would be with the blocks in an order and of a length."""


def order_of(slots: Sequence[Slot]) -> list[tuple[str, int]]:
    """Return the order of some slots."""
    return [(slot.id, slot.minutes) for slot in slots]


def height_of(minutes: int) -> int:
    """Return the height of a block in pixels: by its minutes, but never too low to be read."""
    return current_tokens().px(max(_LEAST_HEIGHT, minutes * _PER_MINUTE))


def stretched(minutes: int, pixels: float) -> int:
    """Return the minutes of a block whose lower edge was pulled, in steps of five.

    Args:
        minutes: how long it was.
        pixels: how far the edge was pulled down; below 0 is up.
    """
    wanted = minutes + pixels / (_PER_MINUTE * current_tokens().scale)
    return clamped(round(wanted / STEP_MINUTES) * STEP_MINUTES)


def clamped(minutes: int) -> int:
    """Return a length that a block may have."""
    return max(STEP_MINUTES, min(LONGEST_MINUTES, minutes))


def place_at(order: Order, moving: str, height: float) -> int:
    """Return the place that a block would have, dropped so far below the top of the day.

    Args:
        order: the blocks as they were.
        moving: id of the block that is dragged.
        height: of the pointer below the top, in pixels.
    """
    place, top = 0, 0.0
    for key, minutes in order:
        if key == moving:
            continue
        if height < top + height_of(minutes) / 2:
            break
        top += height_of(minutes)
        place += 1
    return place


def moved(order: Order, moving: str, place: int) -> list[tuple[str, int]]:
    """Return the order with a block at another place."""
    own = next(pair for pair in order if pair[0] == moving)
    rest = [pair for pair in order if pair[0] != moving]
    return [*rest[:place], own, *rest[place:]]


def resized(order: Order, key: str, minutes: int) -> list[tuple[str, int]]:
    """Return the order with a block of another length."""
    return [(known, minutes if known == key else was) for known, was in order]
