"""From which day something is done for a metric or an objective."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from planner.model.plan import Plan
from planner.model.records_work import Tactic


class FirstStart(NamedTuple):
    """The start of the first tactic that feeds something, directly or up the ladder."""

    day: date
    tactic: str


def first_starts(plan: Plan, default: date | None) -> dict[str, FirstStart]:
    """Return the first start for each metric and objective that any tactic feeds or serves, by id.

    Tactics are taken in the order of their starts, and each climbs the ladder only as far as nobody was
    before, so that the cost follows the number of tactics and metrics.

    Args:
        plan: the plan.
        default: the start of a tactic that states none; None leaves such tactics out.
    """
    dated = [
        FirstStart(start, tactic.id)
        for tactic in plan.tactics.values()
        if (start := tactic.starts_on or default) is not None
    ]
    found: dict[str, FirstStart] = {}
    for first in sorted(dated, key=lambda first: first.day):
        for rung in _climb(plan, plan.tactics[first.tactic], found):
            found[rung] = first
    return found


def _climb(plan: Plan, tactic: Tactic, found: dict[str, FirstStart]) -> Iterator[str]:
    """Yield the ids that a tactic is the first to feed; each is entered before the next is asked for."""
    for serving in tactic.objectives:
        if serving.objective not in found:
            yield serving.objective
    for metric in tactic.metrics:
        rung: str | None = metric
        while rung is not None and rung not in found:
            yield rung
            rung = plan.metrics[rung].feeds if rung in plan.metrics else None
