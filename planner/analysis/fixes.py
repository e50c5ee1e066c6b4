"""What must be mended before a tactic may push."""

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct

from planner.model.plan import Plan
from planner.model.records_experience import ExperienceIssue
from planner.model.records_work import Tactic
from planner.model.vocabulary import PUSH_KINDS, FixStatus, Severity


class PushStart(Struct, frozen=True):
    """A push tactic in the sequence of fixes and pushes.

    Attributes:
        tactic: id of the tactic.
        starts_on: its first day; the plan's where it names none, None where nobody does.
        waits_for: ids of the open critical issues that have to be mended first, the last one last.
        late: those of them whose fix has no date or is due after the start.
        free_from: the day by which the last of them is mended; None without any, or where a date is missing.
    """

    tactic: str
    starts_on: date | None
    waits_for: tuple[str, ...]
    late: tuple[str, ...]
    free_from: date | None

    @property
    def days_early(self) -> int | None:
        """How many days before the last fix it starts; None where it does not, or no date is known."""
        if not self.late or self.free_from is None or self.starts_on is None:
            return None
        return (self.free_from - self.starts_on).days


def open_criticals(plan: Plan) -> tuple[ExperienceIssue, ...]:
    """Return the critical issues that are not mended yet, in the plan's order."""
    return tuple(
        issue
        for issue in plan.issues.values()
        if issue.severity is Severity.CRITICAL and issue.status is not FixStatus.DONE
    )


def fixes_needed(
    plan: Plan, tactic: Tactic, criticals: Iterable[ExperienceIssue] | None = None
) -> Iterator[ExperienceIssue]:
    """Yield the open critical issues that have to be mended before a push tactic starts.

    Those are the issues at the touchpoints that the tactic touches (at any, where it names none; an
    issue without a touchpoint may be at any). Other kinds of tactics wait for no fix.

    Args:
        plan: the plan.
        tactic: one of its tactics.
        criticals: `open_criticals(plan)`, where the caller has them for many tactics.
    """
    if tactic.kind not in PUSH_KINDS:
        return
    touched = (None, *tactic.touchpoints)
    for issue in open_criticals(plan) if criticals is None else criticals:
        if not tactic.touchpoints or issue.touchpoint in touched:
            yield issue


def fixes_in_front(
    plan: Plan, tactic: Tactic, criticals: Iterable[ExperienceIssue] | None = None
) -> Iterator[ExperienceIssue]:
    """Yield the needed fixes of a push tactic that come too late: without a date, or due after its start.

    A tactic without a start begins with the plan. Source of the rule: truth R9,
    `experience.push-before-fix`. See `fixes_needed` for the arguments.
    """
    start = tactic.starts_on or plan.the_brief.starts_on
    if start is None:
        return
    for issue in fixes_needed(plan, tactic, criticals):
        if _is_late(issue, start):
            yield issue


def push_sequence(plan: Plan) -> tuple[PushStart, ...]:
    """Return the push tactics in the order of their starts, each with the fixes that it waits for.

    Source: the experience first, then the push (R9).
    """
    criticals = sorted(open_criticals(plan), key=lambda issue: issue.fix_due or date.max)
    pushes = (tactic for tactic in plan.tactics.values() if tactic.kind in PUSH_KINDS)
    starts = (_push_start(plan, tactic, criticals) for tactic in pushes)
    return tuple(sorted(starts, key=lambda push: push.starts_on or date.max))


def _push_start(plan: Plan, tactic: Tactic, criticals: Iterable[ExperienceIssue]) -> PushStart:
    start = tactic.starts_on or plan.the_brief.starts_on
    needed = tuple(fixes_needed(plan, tactic, criticals))
    late = () if start is None else tuple(issue.id for issue in needed if _is_late(issue, start))
    free_from = needed[-1].fix_due if needed else None
    return PushStart(tactic.id, start, tuple(issue.id for issue in needed), late, free_from)


def _is_late(issue: ExperienceIssue, start: date) -> bool:
    return issue.fix_due is None or issue.fix_due > start
