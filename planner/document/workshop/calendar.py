"""The next steps in the calendar (.ics): whole days, each with its owner.

They are events and not to-dos: Google's calendar and Outlook drop to-dos when they take in a file.
"""

from collections.abc import Iterable
from datetime import date

from planner.document.workshop.next_steps import NextStep
from planner.exchange.calendar_out import PlannedDay, calendar_of
from planner.language import say
from planner.model.plan import Plan


def next_steps_calendar(plan: Plan, steps: Iterable[NextStep], today: date) -> bytes:
    """Return the next steps that have a day as a calendar file; empty where none has one.

    Args:
        plan: to which they belong.
        steps: in any order.
        today: stands as the moment at which the file was made.
    """
    days = [_day(plan, step, step.due) for step in steps if step.due is not None]
    return calendar_of(plan, days, today) if days else b""


def _day(plan: Plan, step: NextStep, due: date) -> PlannedDay:
    # A tactic stands in the plan's own calendar from its first day to its last, under its own id.
    record_id = f"start-{step.id}" if step.id in plan.tactics else step.id
    title = say("{task}: {entry}", task=say(step.word), entry=step.text)
    owner = say("Owner: {name}", name=step.owner) if step.owner else say("Nobody owns it yet")
    return PlannedDay(record_id, title, due, due, "\n".join(filter(None, (owner, step.why))))
