"""Which accepted exceptions hold: a reason, a senior person of one's own, and a date not past."""

from collections.abc import Iterator
from datetime import date

from planner.model.people import is_senior
from planner.model.plan import Plan
from planner.model.records_signoff import Waiver


def valid_waivers(plan: Plan, today: date) -> Iterator[Waiver]:
    """Yield the waivers that hold on a day."""
    for waiver in plan.waivers.values():
        by = plan.people.get(waiver.by or "")
        on_time = waiver.until is None or waiver.until >= today
        if waiver.reason.strip() and by is not None and is_senior(by) and on_time:
            yield waiver
