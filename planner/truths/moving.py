"""Moving a tactic to another start, as several fixes do."""

from datetime import date

from planner.editing.verbs import Edit, change
from planner.model.format import day, quoted
from planner.model.plan import Plan, display_name
from planner.model.records_work import Tactic


def can_start(plan: Plan, start: date) -> bool:
    """Whether a tactic can start on a day: not after the plan's end, as far as that is known."""
    last = plan.the_brief.ends_on
    return last is None or start <= last


def moved(plan: Plan, tactic: Tactic, start: date) -> Edit | None:
    """Return the edit that moves a tactic to another first day, its length kept as far as the plan goes.

    Returns:
        The edit, or None where the new first day lies after the plan's end.
    """
    if not can_start(plan, start):
        return None
    last = plan.the_brief.ends_on
    after = change(plan, tactic.id, "starts_on", start).plan
    begun = tactic.starts_on or plan.the_brief.starts_on
    if tactic.ends_on is not None and begun is not None:
        end = tactic.ends_on + (start - begun)
        after = change(after, tactic.id, "ends_on", end if last is None else min(end, last)).plan
    return Edit(after, f"Move the start of {quoted(display_name(tactic))} to {day(start)}")
