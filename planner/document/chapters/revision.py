"""What changed since a revision was signed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from msgspec import Struct

from planner.document.blocks import Block, Cell, Column, Mark, Marked, Named, Table
from planner.document.chapters.common import Contents, quiet
from planner.document.source import Source
from planner.document.wording import NOTHING, counted, few_words, shortened, shown, shown_share
from planner.model.format import hours, listing
from planner.model.kinds import KINDS, Kind
from planner.model.plan import Plan
from planner.model.records_experience import Voice
from planner.model.records_work import Serving
from planner.model.schema import FieldSpec, fields
from planner.model.values import Choice, Form, Money

_TEXT = 240
"""Characters of a text that stand before and after a change."""


@dataclass(frozen=True, slots=True)
class _Change:
    """One entry that is not what it was.

    Attributes:
        kind: of the entry.
        before: what it was; None where it is new.
        after: what it is; None where it is gone.
    """

    kind: Kind
    before: Struct | None
    after: Struct | None


def revision(source: Source) -> Contents:
    """Write what changed since the last signed revision."""
    last = source.signed_before
    if last is None:
        return Contents("No revision was signed before this one", (quiet("There is nothing to compare."),))
    if source.signed is None:
        text = "This file does not hold what was signed; the plan's own file keeps it."
        return Contents(f"Revision {last} was signed before", (quiet(text),))
    found = tuple(_changes(source.signed, source.plan))
    if not found:
        text = "The plan reads as it was signed."
        return Contents(f"Nothing has changed since revision {last} was signed", (quiet(text),))
    finding = f"{counted(len(found), 'entry', 'entries')} changed since revision {last} was signed"
    return Contents(finding, (_table(source.signed, source.plan, found, last),))


def _changes(before: Plan, after: Plan) -> Iterator[_Change]:
    for kind in (kind for kind in KINDS if kind.signed):
        old, new = before.records(kind), after.records(kind)
        for key in [*new, *(key for key in old if key not in new)]:
            if old.get(key) != new.get(key):
                yield _Change(kind, old.get(key), new.get(key))


def _table(before: Plan, after: Plan, found: tuple[_Change, ...], number: int) -> Block:
    columns = (Column("Entry"), Column("What changed"), Column(f"Revision {number}"), Column("Now"))
    rows = tuple(row for change in found for row in _rows(before, after, change))
    return Table(columns, rows)


def _rows(before: Plan, after: Plan, change: _Change) -> Iterator[tuple[Cell, ...]]:
    if change.before is None or change.after is None:
        plan, record = (after, change.after) if change.after else (before, change.before)
        word, mark = ("Added", Mark.DONE) if change.after else ("Removed", Mark.NOT_STARTED)
        yield _named(plan, change.kind, record), Marked(word, mark), NOTHING, NOTHING
        return
    entry: Cell = _named(after, change.kind, change.after)
    for spec in fields(change.kind.key):
        old, new = getattr(change.before, spec.name), getattr(change.after, spec.name)
        if old != new:
            yield entry, spec.title, _words(before, spec, old), _words(after, spec, new)
            entry = ""


def _named(plan: Plan, kind: Kind, record: Struct | None) -> Named:
    name = plan.name_of(getattr(record, "id", ""))
    return Named(few_words(name, 16), "" if kind.single else kind.word.capitalize())


def _words(plan: Plan, spec: FieldSpec, value: object) -> str:
    """Return a field's value as it stands in a cell; the beginning of a long text."""
    if isinstance(value, tuple):
        return listing(_item(plan, spec, item) for item in value) or NOTHING
    return shortened(_item(plan, spec, value), _TEXT) if value is not None else NOTHING


def _item(plan: Plan, spec: FieldSpec, value: object) -> str:
    match value:
        case Voice():
            return f"{plan.name_of(value.person)} ({hours(value.hours)})"
        case Serving():
            share = "" if value.share is None else f" ({shown_share(value.share)})"
            return f"{plan.name_of(value.objective)}{share}"
        case str() if spec.is_link and not isinstance(value, Choice):
            return plan.name_of(value)
        case Decimal() if spec.form is Form.PERCENT:
            return shown_share(value)
        case datetime():
            return shown(value.date())
        case Choice() | bool() | str() | int() | Decimal() | Money() | date():
            return shown(value)
    msg = f"no words for {value!r}"
    raise TypeError(msg)
