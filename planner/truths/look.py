"""What a rule's function sees: the plan, the day, and figures that several rules share."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from planner.analysis.budget import CostSummary, planned_cost, tactic_costs
from planner.analysis.ladder import Ascent, Chain, ascents, chains
from planner.analysis.load import PersonLoad, weekly_loads
from planner.analysis.period import Span, plan_period
from planner.model.plan import Plan
from planner.model.records_experience import Channel, ExperienceIssue
from planner.model.records_work import Tactic
from planner.model.values import Money
from planner.model.vocabulary import FixStatus
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
    def period(self) -> Span | None:
        """The plan's first and last day, gaps filled from its tactics."""
        return plan_period(self.plan)

    @cached_property
    def loads(self) -> Mapping[str, PersonLoad]:
        """The load of each person, week by week."""
        return weekly_loads(self.plan)

    @cached_property
    def interactive_channels(self) -> tuple[Channel, ...]:
        """The channels on which people can expect an answer."""
        return tuple(channel for channel in self.plan.channels.values() if channel.interactive)

    @cached_property
    def tactics_by_channel(self) -> Mapping[str | None, tuple[Tactic, ...]]:
        """The tactics of each channel that has any, in the plan's order; those without one under None."""
        found: dict[str | None, list[Tactic]] = {}
        for tactic in self.plan.tactics.values():
            found.setdefault(tactic.channel, []).append(tactic)
        return {channel: tuple(tactics) for channel, tactics in found.items()}

    @cached_property
    def tactics_by_objective(self) -> Mapping[str, tuple[Tactic, ...]]:
        """The tactics that serve each objective that has any, in the plan's order."""
        found: dict[str, list[Tactic]] = {}
        for tactic in self.plan.tactics.values():
            for serving in tactic.objectives:
                found.setdefault(serving.objective, []).append(tactic)
        return {objective: tuple(tactics) for objective, tactics in found.items()}

    @cached_property
    def open_issues(self) -> Mapping[str | None, tuple[ExperienceIssue, ...]]:
        """The issues not mended yet at each touchpoint that has any, in the plan's order."""
        found: dict[str | None, list[ExperienceIssue]] = {}
        for issue in self.plan.issues.values():
            if issue.status is not FixStatus.DONE:
                found.setdefault(issue.touchpoint, []).append(issue)
        return {touchpoint: tuple(issues) for touchpoint, issues in found.items()}

    @cached_property
    def chains(self) -> tuple[Chain, ...]:
        """The ladder's chains, from each lowest metric up."""
        return chains(self.plan)

    @cached_property
    def ascents(self) -> tuple[Ascent, ...]:
        """What the chains to each objective yield together."""
        return ascents(self.plan)

    @cached_property
    def cost(self) -> CostSummary:
        """What the plan costs, by part."""
        return planned_cost(self.plan)

    @cached_property
    def tactic_costs(self) -> Mapping[str, Money]:
        """What each tactic costs, by its id."""
        return tactic_costs(self.plan)

    def start_of(self, tactic: Tactic) -> date | None:
        """Return a tactic's first day: its own, or the plan's where it names none."""
        return tactic.starts_on or self.plan.the_brief.starts_on
