"""The editing verbs: pure functions from a plan to a labelled edit.

Every verb checks its input and raises `PlanError` with a plain sentence where it does not fit; the
plan given in is never changed. A signed revision is not edited: the edit begins the next one.
"""

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from msgspec import Struct

from planner.editing.filing import Filing
from planner.editing.removal import going_with, without_links
from planner.editing.revision import with_records, with_tables
from planner.errors import PlanError
from planner.language import say, worded, worded_small
from planner.language.wording import Wording
from planner.model.checked import checked_record, checked_value
from planner.model.kinds import Kind, kind_of
from planner.model.links import broken_links, item_for, linked_ids
from planner.model.plan import Plan, display_name, new_id
from planner.model.record import Record
from planner.model.schema import field, fields
from planner.model.values import Form, Money


class Edit(Struct, frozen=True):
    """What a verb returns.

    Attributes:
        plan: the plan after the edit.
        label: what was done, for undo and the log.
        field: (kind, id, field) where one field was changed: typing in it becomes one step.
        lasting: it can't be undone (an approval); later edits answer it instead.
        files: what is filed with it in the same write; only with a lasting edit.
    """

    plan: Plan
    label: str
    field: tuple[str, str, str] | None = None
    lasting: bool = False
    files: tuple[Filing, ...] = ()


def add(plan: Plan, record: Record, *, at: int | None = None) -> Edit:
    """Add a record.

    Args:
        plan: the plan.
        record: the new record, its id unused in the plan.
        at: place among the records of its kind from 0; at the end by default.

    Raises:
        PlanError: a value does not fit, a link leads nowhere, or the id is taken.
    """
    kind = kind_of(record)
    if kind.single:
        msg = say("A plan has one {kind} only.", kind=kind.word)
        raise PlanError(msg)
    record = checked_record(record)
    if plan.find(record.id) is not None:
        msg = say("There is already an entry with the id {id}.", id=record.id)
        raise PlanError(msg)
    ids = list(plan.records(kind))
    ids.insert(len(ids) if at is None else at, record.id)
    table = {**plan.records(kind), record.id: record}
    after = with_tables(plan, {kind.key: {key: table[key] for key in ids}})
    _refuse_broken_links(after, [record])
    _refuse_other_currency(after, record)
    return Edit(after, worded("Add {kind} {entry}", kind=worded(kind.one), entry=_quoted(record)))


def change(plan: Plan, record_id: str, name: str, value: object) -> Edit:
    """Change one field of one record.

    Args:
        plan: the plan.
        record_id: which record.
        name: which field.
        value: the new value, of the field's type.

    Raises:
        PlanError: there is no such record, the value does not fit, or a link leads nowhere.
    """
    edit = change_many(plan, [record_id], name, value)
    record = _must_find(edit.plan, record_id)
    kind = kind_of(record)
    named = field(kind.key, name).named
    if kind.single:
        label = worded("Change “{field}”", field=worded(named))
    else:
        label = worded("Change {field} of {entry}", field=worded_small(named), entry=_quoted(record))
    return Edit(edit.plan, label, (kind.key, record_id, name))


def change_many(plan: Plan, record_ids: Sequence[str], name: str, value: object) -> Edit:
    """Change one field of several records of one kind to the same value.

    Args:
        plan: the plan.
        record_ids: which records; all of one kind.
        name: attribute of the field.
        value: a value of the field's type, or its JSON form.

    Raises:
        PlanError: as for `change`; none is changed then.
    """
    _refuse_nothing(record_ids)
    records = [_must_find(plan, record_id) for record_id in record_ids]
    kind = kind_of(records[0])
    spec = field(kind.key, name)
    if kind.key == "brief" and spec.form is Form.CURRENCY:
        return change_currency(plan, str(value))
    new_value = checked_value(spec, value)
    changed = {r.id: msgspec.structs.replace(r, **{name: new_value}) for r in records}
    after = with_records(plan, kind, changed)
    _refuse_broken_links(after, changed.values())
    for record in changed.values():
        _refuse_other_currency(after, record)
    field_name, entries = worded_small(spec.named), _count(len(records), kind)
    return Edit(after, worded("Change {field} of {entries}", field=field_name, entries=entries))


def change_currency(plan: Plan, currency: str) -> Edit:
    """Put the whole plan into another currency: every amount keeps its figure, nothing is converted."""
    currency = checked_value(field("brief", "currency"), currency.upper())
    brief = msgspec.structs.replace(plan.the_brief, currency=currency)
    tables: dict[str, dict[str, Any]] = {"brief": {brief.id: brief}}
    for kind, record in plan.everything():
        amounts = {
            spec.name: Money(amount.amount, currency)
            for spec in fields(kind.key)
            if spec.form is Form.MONEY and (amount := getattr(record, spec.name)) is not None
        }
        if amounts:
            table = tables.setdefault(kind.key, dict(plan.records(kind)))
            table[record.id] = msgspec.structs.replace(table[record.id], **amounts)
    label = worded("Change currency to {currency}", currency=currency)
    return Edit(with_tables(plan, tables), label, ("brief", brief.id, "currency"))


def remove(plan: Plan, record_ids: Sequence[str]) -> Edit:
    """Remove records, the links to them, and the records that they own (a metric's readings).

    Raises:
        PlanError: there is no such record, or the plan can't be without it.
    """
    _refuse_nothing(record_ids)
    first = _must_find(plan, record_ids[0])
    for record_id in record_ids:
        kind = kind_of(_must_find(plan, record_id))
        if kind.single:
            msg = say("A plan always has its {kind}; empty its fields instead.", kind=kind.word)
            raise PlanError(msg)
    going = going_with(plan, record_ids)
    tables = without_links(plan, going)
    for key in {kind_of(plan.find(record_id)).key for record_id in going}:
        table = tables.get(key, plan.records(key))
        tables[key] = {i: record for i, record in table.items() if i not in going}
    kind = kind_of(first)
    if len(record_ids) == 1:
        label = worded("Remove {kind} {entry}", kind=worded(kind.one), entry=_quoted(first))
    else:
        label = worded("Remove {entries}", entries=_count(len(record_ids), kind))
    return Edit(with_tables(plan, tables), label)


def reorder(plan: Plan, record_id: str, to: int) -> Edit:
    """Move a record to another place (from 0) among those of its kind."""
    record = _must_find(plan, record_id)
    kind = kind_of(record)
    table = plan.records(kind)
    ids = [key for key in table if key != record_id]
    ids.insert(max(0, min(to, len(ids))), record_id)
    after = with_tables(plan, {kind.key: {key: table[key] for key in ids}})
    return Edit(after, worded("Move {entry}", entry=_quoted(record)))


def link(plan: Plan, record_id: str, name: str, target: str) -> Edit:
    """Link a record to another through one of its fields; a many-link field gains it at the end.

    Args:
        plan: the plan.
        record_id: which record.
        name: attribute of its link field.
        target: id of the other record.

    Raises:
        PlanError: one of them is not there, or the field leads to no records of that kind.
    """
    record = _must_find(plan, record_id)
    spec = field(kind_of(record).key, name)
    value = getattr(record, name)
    if isinstance(value, tuple):
        if target in linked_ids(spec, record):
            return Edit(plan, worded("Link {entry}", entry=_quoted(record)))
        new_value: object = (*value, item_for(spec, target))
    else:
        new_value = target
    after = change(plan, record_id, name, new_value).plan
    other = _quoted(_must_find(plan, target))
    return Edit(after, worded("Link {entry} to {other}", entry=_quoted(record), other=other))


def duplicate(plan: Plan, record_id: str, copy_id: str | None = None) -> Edit:
    """Add a copy of a record right after it, named as a copy, with the same links.

    Args:
        plan: the plan.
        record_id: which record.
        copy_id: the id of the copy; a new one by default.

    Raises:
        PlanError: the record is not there, or is of a kind of which there can be but one.
    """
    record = _must_find(plan, record_id)
    kind = kind_of(record)
    if kind.single or not kind.signed:
        msg = say("A plan can't have a second {kind} of this sort.", kind=kind.word)
        raise PlanError(msg)
    values: dict[str, Any] = {"id": copy_id or new_id(kind)}
    if "name" in record.__struct_fields__:
        values["name"] = say("{name} (copy)", name=record.name)[:300]
    copy = msgspec.structs.replace(record, **values)
    edit = add(plan, copy, at=list(plan.records(kind)).index(record_id) + 1)
    return Edit(edit.plan, worded("Duplicate {entry}", entry=_quoted(record)))


def _refuse_nothing(record_ids: Sequence[str]) -> None:
    if not record_ids:
        msg = say("No entry is chosen.")
        raise PlanError(msg)


def _must_find(plan: Plan, record_id: str) -> Any:  # noqa: ANN401 - a record of any kind
    record = plan.find(record_id)
    if record is None:
        msg = say("This entry is no longer in the plan.")
        raise PlanError(msg)
    return record


def _refuse_broken_links(plan: Plan, records: Iterable[Record]) -> None:
    for _record, spec, _target in broken_links(plan, records):
        msg = say("{field}: the chosen entry is no longer in the plan.", field=spec.title)
        raise PlanError(msg, hint=say("Choose another one."))


def _refuse_other_currency(plan: Plan, record: Record) -> None:
    currency = plan.the_brief.currency
    for spec in fields(kind_of(record).key):
        amount = getattr(record, spec.name)
        if spec.form is Form.MONEY and amount is not None and amount.currency != currency:
            msg = say(
                "{field}: the plan is in {currency}, not in {other}.",
                field=spec.title,
                currency=currency,
                other=amount.currency,
            )
            raise PlanError(msg, hint=say("Give the amount in the plan's currency, or change that first."))


def _quoted(record: Record) -> Wording:
    return worded("“{name}”", name=display_name(record))


def _count(number: int, kind: Kind) -> Wording:
    if number == 1:
        return worded("1 {kind}", kind=worded(kind.one))
    return worded("{count} {kinds}", count=number, kinds=worded_small(kind.all))
