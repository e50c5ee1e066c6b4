"""Mends that set a date: within the plan, in its order, as early as results allow."""

from collections.abc import Sequence
from datetime import date, timedelta

from planner.analysis.feeding import first_starts
from planner.model.records_experience import Policy
from planner.model.vocabulary import Cadence
from planner.truths.findings import PLAN
from planner.truths.look import Look
from planner.truths.mends.places import objective_above
from planner.truths.steps import EditStep


def due_at_plan_end(look: Look, subject: str) -> Sequence[EditStep]:
    """Let a result fall due on the plan's last day."""
    start, end = look.plan.the_brief.starts_on, look.plan.the_brief.ends_on
    return () if end is None or (start is not None and end < start) else ((subject, "due", end),)


def dated_at_plan_end(look: Look, subject: str) -> Sequence[EditStep]:
    """Let a result that has no due date fall due on the plan's last day."""
    return () if look.plan.find(subject).due is not None else due_at_plan_end(look, subject)


def plan_until_due(look: Look, subject: str) -> Sequence[EditStep]:
    """Let the plan run until a result falls due."""
    return (("brief", "ends_on", look.plan.find(subject).due),)


def due_with_objective(look: Look, subject: str) -> Sequence[EditStep]:
    """Let a metric fall due with the objective to which it leads."""
    objective = objective_above(look.plan, subject)
    if look.plan.metrics[subject].due is not None or objective is None:
        return ()
    return () if objective.due is None else ((subject, "due", objective.due),)


def due_when_ripe(look: Look, subject: str) -> Sequence[EditStep]:
    """Let a result fall due as early as results may after the first tactic that feeds it."""
    first = first_starts(look.plan, look.period[0] if look.period else None).get(subject)
    last = look.plan.the_brief.ends_on
    if first is None:
        return ()
    due = first.day + timedelta(weeks=look.plan.the_limits.patience_weeks)
    return () if last is not None and due > last else ((subject, "due", due),)


def swapped(look: Look, subject: str) -> Sequence[EditStep]:
    """Swap the first and the last day of a period, tactic or policy."""
    record = look.plan.the_brief if subject == PLAN else look.plan.find(subject)
    of_policy = isinstance(record, Policy)
    first, last = ("in_force_from", "in_force_until") if of_policy else ("starts_on", "ends_on")
    return ((record.id, first, getattr(record, last)), (record.id, last, getattr(record, first)))


def within_plan(look: Look, subject: str) -> Sequence[EditStep]:
    """Cut a tactic to the days of the plan; none where it lies outside altogether."""
    tactic, brief = look.plan.tactics[subject], look.plan.the_brief
    first, last = brief.starts_on or date.min, brief.ends_on or date.max
    if (tactic.starts_on or date.min) > last or (tactic.ends_on or date.max) < first:
        return ()
    days = (("starts_on", tactic.starts_on), ("ends_on", tactic.ends_on))
    return [
        (subject, name, min(max(day, first), last))
        for name, day in days
        if day is not None and not first <= day <= last
    ]


def plan_around(look: Look, subject: str) -> Sequence[EditStep]:
    """Stretch the plan so that a tactic lies within it."""
    tactic, brief = look.plan.tactics[subject], look.plan.the_brief
    own = [day for day in (tactic.starts_on, tactic.ends_on) if day is not None]
    steps: list[EditStep] = []
    if own and brief.starts_on is not None and min(own) < brief.starts_on:
        steps.append(("brief", "starts_on", min(own)))
    if own and brief.ends_on is not None and max(own) > brief.ends_on:
        steps.append(("brief", "ends_on", max(own)))
    return steps


def rated_today(look: Look, subject: str) -> Sequence[EditStep]:
    """Enter today as the day of a rating."""
    return ((subject, "rated_on", look.today),)


def bought_after_training(look: Look, subject: str) -> Sequence[EditStep]:
    """Buy a tool on the day after the first training."""
    trained = min((p.trained_on for p in look.plan.people.values() if p.trained_on), default=None)
    return () if trained is None else ((subject, "bought_on", trained + timedelta(days=1)),)


def opened_later(look: Look, subject: str) -> Sequence[EditStep]:
    """Open a channel when so many days have passed since the first of its crowd that it is in none."""
    limits, channel = look.plan.the_limits, look.plan.channels[subject]
    opening = sorted(
        other.opens_on
        for other in look.plan.channels.values()
        if not other.existing and other.opens_on is not None and other.id != subject
    )
    window = timedelta(days=limits.launch_days)
    last = channel.opens_on or date.min
    near = [day for day in opening if timedelta(0) <= last - day <= window]
    if len(near) < limits.launch_channels:
        return ()
    return ((subject, "opens_on", near[-limits.launch_channels] + window + timedelta(days=1)),)


def monthly(look: Look, subject: str) -> Sequence[EditStep]:
    """Have a metric read once a month."""
    return () if look.plan.metrics[subject].cadence else ((subject, "cadence", Cadence.MONTHLY),)
