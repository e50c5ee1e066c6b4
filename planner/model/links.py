"""Which records lead to which: reading, replacing and checking the links of a plan."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from planner.model.kinds import KINDS, kind_of
from planner.model.plan import Plan
from planner.model.record import Record
from planner.model.records_experience import Voice
from planner.model.records_work import Serving
from planner.model.schema import FieldSpec, fields
from planner.model.values import Form


def target_of(item: object) -> str:
    """Return the id that one item of a many-link field leads to.

    Raises:
        TypeError: such a field holds no such item.
    """
    if isinstance(item, str):
        return item
    match item:
        case Voice(person=target) | Serving(objective=target):
            return target
    msg = f"not a link: {item!r}"
    raise TypeError(msg)


def linked_ids(spec: FieldSpec, record: Record) -> tuple[str, ...]:
    """Return the ids that one link field of a record holds, in order."""
    value = getattr(record, spec.name)
    if value is None:
        return ()
    if isinstance(value, str):
        return (value,)
    return tuple(target_of(item) for item in value)


def without_link(value: Any, target: str) -> Any:  # noqa: ANN401 - a field's own type
    """Return a link field's value with every link to one record taken out."""
    if isinstance(value, tuple):
        return tuple(item for item in value if target_of(item) != target)
    return None if value == target else value


def item_for(spec: FieldSpec, target: str) -> Any:  # noqa: ANN401 - a field's own type
    """Return what a many-link field holds for a new link to a record."""
    if spec.form is Form.VOICES:
        return Voice(person=target)
    return Serving(objective=target) if spec.form is Form.SHARES else target


def links_to(plan: Plan, targets: Collection[str]) -> Mapping[str, Sequence[tuple[Record, FieldSpec]]]:
    """Return each record and field that links to one of some records, by that one's id, in the plan's order.

    The plan is walked through once, however many records are asked about.
    """
    found: dict[str, list[tuple[Record, FieldSpec]]] = {target: [] for target in targets}
    for record, spec in _linking(plan):
        for target in dict.fromkeys(linked_ids(spec, record)):
            if target in found:
                found[target].append((record, spec))
    return found


def owned_by(plan: Plan) -> Mapping[str, Sequence[str]]:
    """Return the ids of the records that go with others, by the id of the one that owns them."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for record, spec in _linking(plan, only_owned=True):
        for target in dict.fromkeys(linked_ids(spec, record)):
            found[target].append(record.id)
    return dict(found)


def _linking(plan: Plan, *, only_owned: bool = False) -> Iterator[tuple[Record, FieldSpec]]:
    """Yield each record with each of its link fields."""
    for kind in KINDS:
        specs = [spec for spec in _link_fields(kind.key) if spec.owned or not only_owned]
        for record in plan.records(kind).values() if specs else ():
            for spec in specs:
                yield record, spec


def broken_links(
    plan: Plan, records: Iterable[Record] | None = None
) -> Iterator[tuple[Record, FieldSpec, str]]:
    """Yield each record, field and id where a link leads nowhere or to a record of a wrong kind.

    Args:
        plan: the plan.
        records: those to look at; all of the plan by default.
    """
    for record in (r for _, r in plan.everything()) if records is None else records:
        for spec in _link_fields(kind_of(record).key):
            for target in linked_ids(spec, record):
                if not any(target in plan.records(key) for key in spec.to):
                    yield record, spec, target


@cache
def _link_fields(kind_key: str) -> tuple[FieldSpec, ...]:
    return tuple(spec for spec in fields(kind_key) if spec.is_link)
