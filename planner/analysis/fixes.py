"""What must be mended before a tactic may push."""

from collections.abc import Iterable

from planner.model.plan import Plan
from planner.model.records_experience import ExperienceIssue
from planner.model.records_work import Tactic
from planner.model.vocabulary import PUSH_KINDS, FixStatus, Severity


def fixes_in_front(plan: Plan, tactic: Tactic) -> Iterable[ExperienceIssue]:
    """Return the open critical issues whose fix comes too late for a push tactic.

    Those are the issues at the touchpoints that the tactic touches (at any, where it names none) whose
    fix has no date or is due after the tactic's start. Other kinds of tactics wait for no fix.
    Source of the rule: truth R9, `experience.push-before-fix`.
    """
    if tactic.kind not in PUSH_KINDS or tactic.starts_on is None:
        return
    for issue in plan.issues.values():
        touched = not tactic.touchpoints or issue.touchpoint in tactic.touchpoints
        waits = issue.severity is Severity.CRITICAL and issue.status is not FixStatus.DONE
        if touched and waits and (issue.fix_due is None or issue.fix_due > tactic.starts_on):
            yield issue
