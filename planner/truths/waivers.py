"""Which accepted exceptions hold: for a warning, with a reason, a senior person's, and not past."""

from collections.abc import Iterator
from datetime import date

from planner.model.people import is_senior
from planner.model.plan import Plan
from planner.model.records_signoff import Waiver
from planner.model.vocabulary import Weight
from planner.truths.of_plan import rule_of


def can_be_waived(plan: Plan, rule_id: str) -> bool:
    """Whether findings of a rule may be waived: warnings only, the house's own included.

    Nobody waives a stop, and advice needs no waiver. What late rules say is about the waivers themselves:
    an expired one is renewed or removed, never excused by another.
    """
    known = rule_of(plan, rule_id)
    return known is not None and known.level is Weight.WARN and not known.late


def holds(plan: Plan, waiver: Waiver, today: date) -> bool:
    """Whether a waiver is good on a day, whatever the truths find."""
    by = plan.people.get(waiver.by or "")
    on_time = waiver.until is None or waiver.until >= today
    accepted = bool(waiver.reason.strip()) and by is not None and is_senior(by)
    return accepted and on_time and can_be_waived(plan, waiver.rule)


def valid_waivers(plan: Plan, today: date) -> Iterator[Waiver]:
    """Yield the waivers that hold on a day."""
    return (waiver for waiver in plan.waivers.values() if holds(plan, waiver, today))
