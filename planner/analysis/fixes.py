"""What must be mended before a tactic may push."""

from collections.abc import Iterable, Iterator

from planner.model.plan import Plan
from planner.model.records_experience import ExperienceIssue
from planner.model.records_work import Tactic
from planner.model.vocabulary import PUSH_KINDS, FixStatus, Severity


def open_criticals(plan: Plan) -> tuple[ExperienceIssue, ...]:
    """Return the critical issues that are not mended yet, in the plan's order."""
    return tuple(
        issue
        for issue in plan.issues.values()
        if issue.severity is Severity.CRITICAL and issue.status is not FixStatus.DONE
    )


def fixes_in_front(
    plan: Plan, tactic: Tactic, criticals: Iterable[ExperienceIssue] | None = None
) -> Iterator[ExperienceIssue]:
    """Yield the open critical issues whose fix comes too late for a push tactic.

    Those are the issues at the touchpoints that the tactic touches (at any, where it names none; an
    issue without a touchpoint may be at any) whose fix has no date or is due after the tactic's start.
    A tactic without a start begins with the plan. Other kinds of tactics wait for no fix.
    Source of the rule: truth R9, `experience.push-before-fix`.

    Args:
        plan: the plan.
        tactic: one of its tactics.
        criticals: `open_criticals(plan)`, where the caller has them for many tactics.
    """
    start = tactic.starts_on or plan.the_brief.starts_on
    if tactic.kind not in PUSH_KINDS or start is None:
        return
    touched = (None, *tactic.touchpoints)
    for issue in open_criticals(plan) if criticals is None else criticals:
        late = issue.fix_due is None or issue.fix_due > start
        if late and (not tactic.touchpoints or issue.touchpoint in touched):
            yield issue
