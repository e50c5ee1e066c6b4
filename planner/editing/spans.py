"""When an entry is: the days of a tactic or a fix, moved and stretched, as one edit."""

from datetime import date
from enum import Enum

import msgspec
from msgspec import Struct

from planner.editing import verbs
from planner.editing.verbs import Edit
from planner.language import worded
from planner.model.kinds import kind_of
from planner.model.plan import Plan, display_name
from planner.model.records_experience import ExperienceIssue
from planner.model.records_work import Tactic


class Grip(Enum):
    """Which part of a span is taken hold of."""

    WHOLE = "whole"
    FIRST = "first"
    LAST = "last"


class Span(Struct, frozen=True):
    """The first and the last day of an entry; None where it does not name one."""

    first: date | None
    last: date | None

    @property
    def is_empty(self) -> bool:
        """Whether no day is named."""
        return self.first is None and self.last is None


def span_of(record: object) -> Span | None:
    """Return when a tactic is, or the one day of a fix; None for other entries and where no day is named."""
    span = None
    if isinstance(record, Tactic):
        span = Span(record.starts_on, record.ends_on)
    elif isinstance(record, ExperienceIssue):
        span = Span(record.fix_due, record.fix_due)
    return None if span is None or span.is_empty else span


def can_stretch(record: object) -> bool:
    """Whether an entry's first and last day can be moved apart: a fix has one day only."""
    return isinstance(record, Tactic)


def shifted(span: Span, grip: Grip, days: int) -> Span:
    """Return a span after one of its ends, or all of it, was moved.

    Args:
        span: the span.
        grip: what is moved; an end that is not named begins at the other one.
        days: how far; below 0 is earlier. An end never passes the other one.
    """
    if grip is Grip.WHOLE:
        return Span(_later(span.first, days), _later(span.last, days))
    if grip is Grip.FIRST:
        first = _later(span.first or span.last, days)
        return Span(first if first is None or span.last is None else min(first, span.last), span.last)
    last = _later(span.last or span.first, days)
    return Span(span.first, last if last is None or span.first is None else max(last, span.first))


def with_span(plan: Plan, record_id: str, span: Span) -> Plan:
    """Return the plan with an entry at other days, to look at: it is no edit, and nothing is checked."""
    record = plan.find(record_id)
    kind = kind_of(record)
    fresh = msgspec.structs.replace(record, **_values(record, span))
    return msgspec.structs.replace(plan, **{kind.key: {**plan.records(kind), record_id: fresh}})


def reschedule(plan: Plan, record_id: str, span: Span) -> Edit:
    """Put a tactic or a fix on other days, in one step.

    Args:
        plan: the plan.
        record_id: which entry.
        span: its days; a fix takes the last one.

    Raises:
        PlanError: as for `planner.editing.verbs.change`.
    """
    record = plan.find(record_id)
    changed = {name: day for name, day in _values(record, span).items() if getattr(record, name) != day}
    if len(changed) == 1 and can_stretch(record):
        ((name, day),) = changed.items()
        edit = verbs.change(plan, record_id, name, day)
        return Edit(edit.plan, edit.label)
    for name, day in changed.items():
        plan = verbs.change(plan, record_id, name, day).plan
    return Edit(plan, worded("Move {entry}", entry=worded("“{name}”", name=display_name(record))))


def _values(record: object, span: Span) -> dict[str, date | None]:
    if isinstance(record, Tactic):
        return {"starts_on": span.first, "ends_on": span.last}
    return {"fix_due": span.last}


def _later(day: date | None, days: int) -> date | None:
    if day is None:
        return None
    ordinal = day.toordinal() + days
    return date.fromordinal(max(date.min.toordinal(), min(date.max.toordinal(), ordinal)))
