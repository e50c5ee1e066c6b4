"""What goes and what loses something when records are removed from a plan."""

from collections.abc import Collection, Iterable
from typing import Any

import msgspec
from msgspec import Struct

from planner.language import say
from planner.model.format import in_sentence
from planner.model.kinds import kind_of
from planner.model.links import links_to, owned_by, without_link
from planner.model.plan import Plan, display_name
from planner.model.record import Record
from planner.model.schema import FieldSpec


class Loss(Struct, frozen=True):
    """What would lose something if a record were removed.

    Attributes:
        record: the record that links to the removed one.
        field: the field that holds the link.
        goes: the record is removed with it, not only the link.
    """

    record: Record
    field: FieldSpec
    goes: bool

    @property
    def sentence(self) -> str:
        """The loss in words, such as 'Tactic “Reply to reviews” loses its channel'."""
        kind = kind_of(self.record)
        field = in_sentence(self.field.title)
        if kind.single:
            return say("The plan loses: {field}", field=field)
        word, name = kind.word.capitalize(), display_name(self.record)
        if self.goes:
            return say("{kind} “{name}” is removed as well", kind=word, name=name)
        return say("{kind} “{name}” loses: {field}", kind=word, name=name, field=field)


def losses(plan: Plan, record_ids: Iterable[str]) -> tuple[Loss, ...]:
    """Say what would lose something if records were removed, those that go with them included."""
    going = going_with(plan, record_ids)
    links = links_to(plan, going)
    return tuple(
        Loss(record, spec, goes=spec.owned)
        for record_id in going
        for record, spec in links[record_id]
        if spec.owned or record.id not in going
    )


def going_with(plan: Plan, record_ids: Iterable[str]) -> dict[str, None]:
    """Return the ids that go: those named, and all that they own, in order."""
    owned = owned_by(plan)
    going: dict[str, None] = {}
    queue = list(record_ids)
    while queue:
        record_id = queue.pop(0)
        if record_id not in going:
            going[record_id] = None
            queue += owned.get(record_id, ())
    return going


def without_links(plan: Plan, going: Collection[str]) -> dict[str, dict[str, Any]]:
    """Return the tables, by key of their kind, in which links to what goes are taken out."""
    links = links_to(plan, going)
    tables: dict[str, dict[str, Any]] = {}
    for target in going:
        for record, spec in links[target]:
            if spec.kind not in tables:
                tables[spec.kind] = dict(plan.records(spec.kind))
            table = tables[spec.kind]
            current = table[record.id]
            value = without_link(getattr(current, spec.name), target)
            table[current.id] = msgspec.structs.replace(current, **{spec.name: value})
    return tables
