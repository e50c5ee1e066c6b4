"""A block of the agenda that the mouse holds."""

from dataclasses import dataclass

from ui.workshop.agenda.slots import Order, Slot, moved, order_of, place_at, resized, stretched


@dataclass(frozen=True, slots=True)
class Drag:
    """Where a block was taken, and what the day was then.

    Attributes:
        block: its id.
        stretches: it is held by its lower edge.
        from_y: how far below the top of the day it was taken, in pixels.
        before: the day.
        is_moving: the mouse has gone far enough to mean it.
    """

    block: str
    stretches: bool
    from_y: int
    before: tuple[Slot, ...]
    is_moving: bool = False

    def order_at(self, depth: int) -> list[tuple[str, int]]:
        """Return the day as it would be with the block let go so far below its top, in pixels."""
        order = order_of(self.before)
        if not self.stretches:
            return moved(order, self.block, place_at(order, self.block, depth))
        return resized(order, self.block, stretched(dict(order)[self.block], depth - self.from_y))

    def minutes_in(self, order: Order) -> int | None:
        """Return the new length of the block; None where it was not stretched."""
        minutes = dict(order)[self.block]
        return minutes if self.stretches and minutes != dict(order_of(self.before))[self.block] else None

    def place_in(self, order: Order) -> int | None:
        """Return the new place of the block; None where it was not moved."""
        ids = [key for key, _minutes in order]
        is_moved = not self.stretches and ids != [slot.id for slot in self.before]
        return ids.index(self.block) if is_moved else None
