"""The plan's days as a calendar file (.ics, RFC 5545): tactics as spans, dues and reviews as whole days."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from planner.model.plan import Plan, display_name

_DUES = (
    ("issues", "fix_due", "Fix due"),
    ("objectives", "due", "Objective due"),
    ("metrics", "due", "Metric due"),
    ("changes", "due", "Change due"),
    ("reviews", "on", "Review"),
    ("channels", "opens_on", "Channel opens"),
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
            words = f"Accountable: {plan.name_of(tactic.accountable)}"
            yield PlannedDay(tactic.id, display_name(tactic), first, last, words)
    for key, name, word in _DUES:
        for record in plan.records(key).values():
            day = getattr(record, name)
            if day is not None:
                yield PlannedDay(record.id, f"{word}: {display_name(record)}", day, day)


def calendar(plan: Plan, today: date) -> bytes:
    """Return the plan's days as a calendar file.

    Args:
        plan: the plan.
        today: stands as the moment at which the file was made, so that equal plans give equal bytes.
    """
    from icalendar import Calendar, Event  # noqa: PLC0415 - slow to import; only where needed

    made = Calendar()
    made.add("prodid", "-//Truecourse//EN")
    made.add("version", "2.0")
    made.add("x-wr-calname", plan.the_brief.title)
    for day in planned_days(plan):
        event = Event()
        event.add("uid", f"{day.id}@{plan.plan_id}.truecourse")
        event.add("dtstamp", datetime.combine(today, time(), UTC))
        event.add("summary", day.title)
        event.add("dtstart", day.first)
        event.add("dtend", day.last + timedelta(days=1))
        event.add("transp", "TRANSPARENT")
        if day.words:
            event.add("description", day.words)
        made.add_component(event)
    return bytes(made.to_ical())
