"""What an edit did: the records and orders that differ between two plans."""

from collections.abc import Mapping
from typing import Any

import msgspec
from msgspec import Struct

from planner.errors import PlanError
from planner.language import say
from planner.model.kinds import KINDS
from planner.model.plan import Plan


class RecordChange(Struct, frozen=True):
    """One record before and after; None where it did not or does not exist."""

    kind: str
    id: str
    before: Any
    after: Any


class OrderChange(Struct, frozen=True):
    """The part of one kind's sequence of ids that differs, additions and removals included.

    Attributes:
        kind: key of the kind.
        start: how many ids stand before that part.
        before: that part as it was.
        after: that part as it is; what follows is the same again.
    """

    kind: str
    start: int
    before: tuple[str, ...]
    after: tuple[str, ...]


class Patch(Struct, frozen=True):
    """The difference between two plans; can be applied and turned round.

    Attributes:
        records: changed, added and removed records.
        orders: kinds whose sequence of ids differs, additions and removals included.
        revision: the plan's revision number before and after.
    """

    records: tuple[RecordChange, ...] = ()
    orders: tuple[OrderChange, ...] = ()
    revision: tuple[int, int] = (1, 1)

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs."""
        return not self.records and not self.orders and self.revision[0] == self.revision[1]

    @property
    def touched(self) -> dict[str, frozenset[str]]:
        """The ids that differ by kind; a kind whose order alone changed stands with no ids."""
        found: dict[str, set[str]] = {change.kind: set() for change in self.orders}
        for change in self.records:
            found.setdefault(change.kind, set()).add(change.id)
        return {kind: frozenset(ids) for kind, ids in found.items()}

    def inverse(self) -> "Patch":
        """Return the patch that leads back."""
        return Patch(
            records=tuple(RecordChange(c.kind, c.id, c.after, c.before) for c in self.records),
            orders=tuple(OrderChange(c.kind, c.start, c.after, c.before) for c in self.orders),
            revision=(self.revision[1], self.revision[0]),
        )


def diff(before: Plan, after: Plan) -> Patch:
    """Return what differs between two states of a plan.

    Untouched kinds and records are recognised by identity, so the cost follows the edit.
    """
    records: list[RecordChange] = []
    orders: list[OrderChange] = []
    for kind in KINDS:
        old, new = before.records(kind), after.records(kind)
        if old is new:
            continue
        records += _record_changes(kind.key, old, new)
        order = _order_change(kind.key, tuple(old), tuple(new))
        if order is not None:
            orders.append(order)
    return Patch(tuple(records), tuple(orders), (before.revision, after.revision))


def _record_changes(kind: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> list[RecordChange]:
    found = [
        RecordChange(kind, key, old.get(key), record)
        for key, record in new.items()
        if old.get(key) is not record and old.get(key) != record
    ]
    return found + [RecordChange(kind, key, record, None) for key, record in old.items() if key not in new]


def _order_change(kind: str, old: tuple[str, ...], new: tuple[str, ...]) -> OrderChange | None:
    if old == new:
        return None
    start = _same_from_front(old, new)
    same_behind = _same_from_front(old[start:][::-1], new[start:][::-1])
    return OrderChange(kind, start, old[start : len(old) - same_behind], new[start : len(new) - same_behind])


def _same_from_front(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def apply(plan: Plan, patch: Patch) -> Plan:
    """Return the plan with a patch applied.

    Raises:
        PlanError: the patch was made for another state of the plan.
    """
    tables = {key: dict(plan.records(key)) for key in patch.touched}
    for change in patch.records:
        if change.after is None:
            tables[change.kind].pop(change.id, None)
        else:
            tables[change.kind][change.id] = change.after
    for order in patch.orders:
        table = tables[order.kind]
        ids = _reordered(tuple(plan.records(order.kind)), order)
        if set(ids) != set(table):
            raise _misfit()
        tables[order.kind] = {key: table[key] for key in ids}
    return msgspec.structs.replace(plan, revision=patch.revision[1], **tables)


def _reordered(ids: tuple[str, ...], order: OrderChange) -> tuple[str, ...]:
    end = order.start + len(order.before)
    if ids[order.start : end] != order.before:
        raise _misfit()
    return ids[: order.start] + order.after + ids[end:]


def _misfit() -> PlanError:
    return PlanError(
        say("This step does not fit the plan as it is now."), hint=say("Read the plan from its file again.")
    )
