"""How far each step of the walk is, from what was entered and what the truths find."""

from collections.abc import Mapping, Sequence

from planner.editing.revision import is_signed
from planner.model.kinds import KINDS, Kind, Step
from planner.model.plan import Plan
from planner.model.schema import fields
from planner.model.values import Choice
from planner.model.vocabulary import Weight
from planner.truths.engine import of_step
from planner.truths.findings import Finding, Report

_NEEDED: Mapping[Step, Sequence[str]] = {
    Step.EXPERIENCE: ("touchpoints",),
    Step.OBJECTIVES: ("objectives",),
    Step.CHANNELS: ("channels",),
    Step.TACTICS: ("tactics",),
    Step.PEOPLE: ("people",),
    Step.METRICS: ("metrics",),
}
"""Kinds without an entry of which a step is not done, beside what findings ask for."""

_GIVEN = frozenset({"title", "currency"})
"""Fields of the brief that a new plan comes with: they are no sign that anybody began."""


class StepState(Choice):
    """How far a step is; the label is its word."""

    NOT_STARTED = "not-started", "Not started"
    OPEN = "open", "Open"
    STOPPED = "stopped", "Stopped"
    DONE = "done", "Done"


def step_states(plan: Plan, report: Report) -> dict[Step, StepState]:
    """Return the state of each of the nine steps, in their order.

    A step is *not started* while nothing of its kinds was entered, *stopped* while a stop stands on it,
    *open* while a warning stands or an entry is missing, and otherwise *done*. Advice blocks nothing; the
    last step is done once the present revision is signed.

    Args:
        plan: the plan.
        report: what the truths find in it.
    """
    return {step: _state(plan, step, report.standing) for step in Step}


def _state(plan: Plan, step: Step, standing: Sequence[Finding]) -> StepState:
    if not any(_is_begun(plan, kind) for kind in KINDS if kind.step is step and not kind.room):
        return StepState.NOT_STARTED
    levels = {finding.level for finding in of_step(standing, step)}
    if Weight.STOP in levels:
        return StepState.STOPPED
    if Weight.WARN in levels or _lacks_entries(plan, step):
        return StepState.OPEN
    return StepState.DONE


def _is_begun(plan: Plan, kind: Kind) -> bool:
    records = plan.records(kind)
    if not kind.single:
        return bool(records)
    return any(
        getattr(record, spec.name) != spec.default
        for record in records.values()
        for spec in fields(kind.key)
        if spec.name not in _GIVEN
    )


def _lacks_entries(plan: Plan, step: Step) -> bool:
    if step is Step.SIGN_OFF:
        return not is_signed(plan)
    return not all(plan.records(key) for key in _NEEDED.get(step, ()))
