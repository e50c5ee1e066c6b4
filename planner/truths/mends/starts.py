"""Mends of what comes first: tactics behind fixes, policies and training, fixes before pushes."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from planner.analysis.fixes import fixes_in_front
from planner.model.records_experience import ExperienceIssue
from planner.model.records_work import Tactic
from planner.model.vocabulary import PUSH_KINDS, RELATIONSHIP_KINDS, FixStatus, PolicyKind
from planner.truths.look import Look
from planner.truths.policies import comes_into_force, policies_on
from planner.truths.steps import EditStep


def day_after(issues: Iterable[ExperienceIssue]) -> date | None:
    """Return the day after the last of some fixes; None where one has no date."""
    dates = [issue.fix_due for issue in issues]
    known = [when for when in dates if when is not None]
    return max(known) + timedelta(days=1) if known and len(known) == len(dates) else None


def behind_fix(look: Look, subject: str) -> Sequence[EditStep]:
    """Start a push tactic on the day after the last fix in its way."""
    tactic = look.plan.tactics[subject]
    start = day_after(fixes_in_front(look.plan, tactic))
    return () if start is None else _moved(look, tactic, start)


def with_policy(look: Look, subject: str) -> Sequence[EditStep]:
    """Start a tactic on the day on which its channel's response policy comes into force."""
    tactic = look.plan.tactics.get(subject)
    start = None if tactic is None else look.start_of(tactic)
    if tactic is None or start is None:
        return ()
    coming = comes_into_force(policies_on(look.plan, PolicyKind.RESPONSE, tactic.channel), start)
    return () if coming is None else _moved(look, tactic, coming)


def after_training(look: Look, subject: str) -> Sequence[EditStep]:
    """Start every relationship tactic of a person on the day on which the person is trained, or later."""
    trained = look.plan.people[subject].trained_on
    if trained is None:
        return ()
    steps: list[EditStep] = []
    for tactic in look.plan.tactics.values():
        start = look.start_of(tactic)
        waits = tactic.kind in RELATIONSHIP_KINDS and subject in tactic.responsible
        if waits and start is not None and start < trained:
            moved = _moved(look, tactic, trained)
            if not moved:
                return ()
            steps += moved
    return steps


def fixed_before_push(look: Look, subject: str) -> Sequence[EditStep]:
    """Date a fix on the day before the first push that has to wait for it."""
    issue = look.plan.issues[subject]
    if issue.fix_due is not None:
        return ()
    starts = [
        start
        for tactic in look.plan.tactics.values()
        if tactic.kind in PUSH_KINDS and (start := look.start_of(tactic)) is not None
        if not tactic.touchpoints or issue.touchpoint is None or issue.touchpoint in tactic.touchpoints
    ]
    due = min(starts) - timedelta(days=1) if starts else None
    return () if due is None or due < look.today else ((subject, "fix_due", due),)


def fix_done(_look: Look, subject: str) -> Sequence[EditStep]:
    """Mark a fix as done."""
    return ((subject, "status", FixStatus.DONE),)


def _moved(look: Look, tactic: Tactic, start: date) -> Sequence[EditStep]:
    """Return the edits that move a tactic to another first day, its length kept as far as the plan goes.

    None where the new first day lies after the plan's end.
    """
    last, begun = look.plan.the_brief.ends_on, look.start_of(tactic)
    if last is not None and start > last:
        return ()
    steps: list[EditStep] = [(tactic.id, "starts_on", start)]
    if tactic.ends_on is not None and begun is not None:
        end = tactic.ends_on + (start - begun)
        steps.append((tactic.id, "ends_on", end if last is None else min(end, last)))
    return steps
