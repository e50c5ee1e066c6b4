"""What a rule's function sees: the plan, the day, and figures that several rules share."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from planner.analysis.load import PersonLoad, weekly_loads
from planner.model.plan import Plan
from planner.model.records_work import Tactic
from planner.truths.findings import Finding


@dataclass(frozen=True)
class Look:
    """One check's view of a plan; figures are worked out once and kept for all rules.

    Attributes:
        plan: the plan.
        today: the day as of which it is checked.
        findings: what the other rules found; filled for late rules only (`Rule.late`).
    """

    plan: Plan
    today: date
    findings: tuple[Finding, ...] = ()

    @cached_property
    def loads(self) -> Mapping[str, PersonLoad]:
        """The load of each person, week by week."""
        return weekly_loads(self.plan)

    @cached_property
    def tactics_by_channel(self) -> Mapping[str | None, tuple[Tactic, ...]]:
        """The tactics of each channel that has any, in the plan's order; those without one under None."""
        found: dict[str | None, list[Tactic]] = {}
        for tactic in self.plan.tactics.values():
            found.setdefault(tactic.channel, []).append(tactic)
        return {channel: tuple(tactics) for channel, tactics in found.items()}
