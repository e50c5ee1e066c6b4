"""When a plan and its tactics run, with gaps filled the same way for every figure."""

from datetime import date, timedelta
from typing import TypeAlias

from planner.model.plan import Plan

Span: TypeAlias = tuple[date, date]
"""A first and a last day; the last does not come before the first."""

MOST_DAYS = 5 * 366
"""Weekly figures end this many days after their start, so that a mistyped year stays cheap."""


def plan_period(plan: Plan) -> Span | None:
    """Return the plan's first and last day, at most `MOST_DAYS` apart.

    A day that the brief does not name is taken from the tactics: the first start, the last end.

    Returns:
        Both days, or None where there are none or the last comes before the first.
    """
    brief, tactics = plan.the_brief, plan.tactics.values()
    first = brief.starts_on or min((t.starts_on for t in tactics if t.starts_on), default=None)
    last = brief.ends_on or max((day for t in tactics if (day := t.ends_on or t.starts_on)), default=None)
    if first is None or last is None or last < first:
        return None
    return first, min(last, first + timedelta(days=MOST_DAYS))


def within(period: Span, first: date | None, last: date | None) -> Span | None:
    """Return the part of a period between two days; a day that is missing does not narrow it.

    Returns:
        The part, or None where nothing of the period is left.
    """
    start = max(period[0], first or period[0])
    end = min(period[1], last or period[1])
    return None if end < start else (start, end)
