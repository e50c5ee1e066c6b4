"""The plan's days as a calendar file (.ics, RFC 5545): tactics as spans, dues and reviews as whole days."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from planner.language import phrase, say
from planner.model.plan import Plan, display_name

if TYPE_CHECKING:
    from icalendar import Calendar, Event

_DUES = (
    ("issues", "fix_due", phrase("Fix due: {entry}")),
    ("objectives", "due", phrase("Objective due: {entry}")),
    ("metrics", "due", phrase("Metric due: {entry}")),
    ("changes", "due", phrase("Change due: {entry}")),
    ("reviews", "on", phrase("Review: {entry}")),
    ("channels", "opens_on", phrase("Channel opens: {entry}")),
)


@dataclass(frozen=True, slots=True)
class PlannedDay:
    """What stands in the calendar.

    Attributes:
        id: of the entry that it is about.
        title: what it is.
        first: its first day.
        last: its last day.
        words: more about it.
    """

    id: str
    title: str
    first: date
    last: date
    words: str = ""


def planned_days(plan: Plan) -> Iterator[PlannedDay]:
    """Yield everything in the plan that has a day, by kind."""
    for tactic in plan.tactics.values():
        first = tactic.starts_on or tactic.ends_on
        if first is not None:
            last = max(first, tactic.ends_on or first)
            words = say("Accountable: {person}", person=plan.name_of(tactic.accountable))
            yield PlannedDay(tactic.id, display_name(tactic), first, last, words)
    for key, name, message in _DUES:
        for record in plan.records(key).values():
            day = getattr(record, name)
            if day is not None:
                yield PlannedDay(record.id, say(message, entry=display_name(record)), day, day)


def calendar(plan: Plan, today: date) -> bytes:
    """Return the plan's days as a calendar file.

    Args:
        plan: the plan.
        today: stands as the moment at which the file was made, so that equal plans give equal bytes.
    """
    return calendar_of(plan, planned_days(plan), today)


def calendar_of(plan: Plan, days: Iterable[PlannedDay], today: date) -> bytes:
    """Return days as a calendar file; an entry has the same id in each file, so that none stands twice.

    Args:
        plan: to which they belong.
        days: what stands in the calendar.
        today: stands as the moment at which the file was made.
    """
    made = empty_calendar(plan.the_brief.title)
    for day in days:
        event = empty_event(plan, day.id, today)
        event.add("summary", day.title)
        event.add("dtstart", day.first)
        event.add("dtend", day.last + timedelta(days=1))
        event.add("transp", "TRANSPARENT")
        if day.words:
            event.add("description", day.words)
        made.add_component(event)
    return bytes(made.to_ical())


def empty_calendar(name: str) -> "Calendar":
    """Return a calendar under a name, with nothing in it."""
    from icalendar import Calendar  # noqa: PLC0415 - slow to import; only where needed

    made = Calendar()
    made.add("prodid", "-//Truecourse//EN")
    made.add("version", "2.0")
    made.add("x-wr-calname", name)
    return made


def empty_event(plan: Plan, record_id: str, today: date) -> "Event":
    """Return an event for an entry of a plan, known by the same id in every file."""
    from icalendar import Event  # noqa: PLC0415 - slow to import; only where needed

    event = Event()
    event.add("uid", f"{record_id}@{plan.plan_id}.truecourse")
    event.add("dtstamp", datetime.combine(today, time(), UTC))
    return event
