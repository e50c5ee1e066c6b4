"""Edits that widgets put together from the planner's verbs, each still one step to undo."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from planner.editing import revision, verbs
from planner.editing.verbs import Edit
from planner.language import worded, worded_small
from planner.model.kinds import Kind, kind_of
from planner.model.plan import Plan, display_name, new_id
from planner.model.record import Record


def new_record(kind: Kind | str, name: str = "", **values: Any) -> Any:  # noqa: ANN401 - a record of any kind
    """Return a record that is not in a plan yet.

    Args:
        kind: the kind or its key.
        name: what it is called; left out where the kind has no name.
        **values: further fields.
    """
    kind = kind_of(kind) if isinstance(kind, str) else kind
    if "name" in kind.record.__struct_fields__:
        values["name"] = name
    return kind.make(id=new_id(kind), **values)


def link_new(plan: Plan, record_id: str, field: str, kind_key: str, name: str) -> Edit:
    """Add a named record and link a field of another record to it, in one step.

    Args:
        plan: the plan.
        record_id: the record that is to lead to the new one.
        field: its link field; one for several records gains the new one at the end.
        kind_key: kind of the new record.
        name: what the new record is called.

    Raises:
        PlanError: the name or the link does not fit.
    """
    record = new_record(kind_key, name)
    added = verbs.add(plan, record)
    linked = verbs.link(added.plan, record_id, field, record.id)
    return Edit(linked.plan, worded("{edit} and link it", edit=added.label))


def add_all(plan: Plan, records: Sequence[Record], label: str) -> Edit:
    """Add several records in one step.

    Raises:
        PlanError: one of them does not fit; none is added then.
    """
    for record in records:
        plan = verbs.add(plan, record).plan
    return Edit(plan, label)


def move_together(plan: Plan, record_ids: Sequence[str], to: int) -> Edit:
    """Move records of one kind, kept in their order, so that the first stands at a place.

    Args:
        plan: the plan.
        record_ids: which records.
        to: place from 0 in the order as it is now; what stands there moves behind them.
    """
    kind = kind_of(plan.find(record_ids[0]))
    table = plan.records(kind)
    chosen = set(record_ids)
    moving = [key for key in table if key in chosen]
    before = [key for key in list(table)[:to] if key not in chosen]
    behind = [key for key in list(table)[to:] if key not in chosen]
    moved = revision.with_tables(plan, {kind.key: {key: table[key] for key in (*before, *moving, *behind)}})
    name = display_name(table[moving[0]])
    return Edit(
        moved,
        worded("Move “{name}”", name=name)
        if len(moving) == 1
        else worded("Move {count} {kinds}", count=len(moving), kinds=worded_small(kind.all)),
    )


def with_values(record: Record, values: Mapping[str, object]) -> Any:  # noqa: ANN401 - a record of any kind
    """Return the record with some fields replaced."""
    return msgspec.structs.replace(record, **values)
