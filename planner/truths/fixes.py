"""Mends by machine: the edits that mend a finding, and all that are safe together."""

from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date

from planner.editing.verbs import Edit
from planner.errors import PlanError
from planner.language import worded, worded_count
from planner.model.plan import Plan
from planner.model.vocabulary import Weight
from planner.truths.catalogue import rules
from planner.truths.engine import UnwantedError, check_by, check_plan, never
from planner.truths.findings import PLAN, QUESTION, Finding, Report
from planner.truths.look import Look
from planner.truths.registry import Fix
from planner.truths.steps import EditStep, after_steps

_ROUNDS = 10
FindingKey = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Offer:
    """A fix that mends a finding of the plan as it is now.

    Attributes:
        fix: its declaration.
        steps: the edits that it makes, one after the other.
        edit: all of them as one step.
    """

    fix: Fix
    steps: Sequence[EditStep]
    edit: Edit


@dataclass(frozen=True, slots=True)
class SafeMend:
    """A safe fix with the finding that it mends, and its edits."""

    finding: Finding
    fix: Fix
    steps: Sequence[EditStep]


@dataclass(frozen=True, slots=True)
class MendedPlan:
    """A plan after safe fixes.

    Attributes:
        plan: the plan after them.
        mends: what was mended, in the order in which it was done.
    """

    plan: Plan
    mends: tuple[SafeMend, ...]

    @property
    def edit(self) -> Edit:
        """All of it as one step."""
        done = len(self.mends)
        label = worded_count("Fix {count} finding by machine", "Fix {count} findings by machine", done)
        return Edit(self.plan, label)


def offered_fixes(finding: Finding) -> tuple[Fix, ...]:
    """Return the fixes that the finding's rule offers for it; their labels say what they do."""
    known = rules().get(finding.rule)
    fixes = known[0].fixes if known is not None else ()
    return tuple(fix for fix in fixes if fix.message in finding.fixes)


def has_safe_fix(finding: Finding) -> bool:
    """Whether a finding stands that a safe fix may mend."""
    return finding.stands and any(fix.safe for fix in offered_fixes(finding))


def offers(plan: Plan, finding: Finding, today: date) -> tuple[Offer, ...]:
    """Return what would mend a finding now; empty where there is nothing, or it no longer applies.

    Args:
        plan: the plan as it is now; it may have changed since the finding was made.
        finding: what is to be mended.
        today: the day as of which dates are judged.
    """
    look = Look(plan, today)
    if not is_there(plan, finding):
        return ()
    return tuple(offer for fix in offered_fixes(finding) for offer in _offer(look, finding, fix))


def mend_all_safe(
    plan: Plan,
    today: date,
    skip: AbstractSet[FindingKey] = frozenset(),
    is_unwanted: Callable[[], bool] = never,
) -> MendedPlan:
    """Apply every safe fix, those that become possible by others included.

    No fix stays that would bring a new stop or warning, whatever its declaration says.

    Args:
        plan: the plan.
        today: the day as of which dates are judged.
        skip: keys of findings (`Finding.key`) that are to stay as they are.
        is_unwanted: asked again and again whether to break off.

    Raises:
        UnwantedError: the result is no longer wanted.
    """
    mends: list[SafeMend] = []
    tried = set(skip)
    for _ in range(_ROUNDS):
        report = check_plan(plan, today, is_unwanted)
        wanted = list(_safe_mends(Look(plan, today), report, tried))
        tried |= {mend.finding.key for mend in wanted}
        plan, done = _applied(plan, wanted, _Judge(today, _objections(report), is_unwanted))
        mends += done
        if not done:
            break
    return MendedPlan(plan, tuple(mends))


def _offer(look: Look, finding: Finding, fix: Fix) -> Iterator[Offer]:
    try:
        steps = fix.steps(look, finding.subject)
        after = after_steps(look.plan, steps)
    except PlanError:
        return
    if steps:
        yield Offer(fix, steps, Edit(after, _label(fix, finding)))


def _label(fix: Fix, finding: Finding) -> str:
    if not finding.subject_name:
        return worded(fix.message)
    subject = worded("“{name}”", name=finding.subject_name)
    return worded("{fix}: {subject}", fix=worded(fix.message), subject=subject)


def is_there(plan: Plan, finding: Finding) -> bool:
    """Whether the plan still has what a finding is about."""
    return finding.kind in {PLAN, QUESTION} or plan.find(finding.subject) is not None


def _safe_mends(look: Look, report: Report, tried: AbstractSet[FindingKey]) -> Iterator[SafeMend]:
    for finding in report.standing:
        fix = next((fix for fix in offered_fixes(finding) if fix.safe), None)
        if fix is not None and finding.key not in tried:
            yield SafeMend(finding, fix, fix.steps(look, finding.subject))


@dataclass(slots=True)
class _Judge:
    """Says whether a plan after some mends has something new to object to.

    It asks the rules alone that have objected to all mends together: of some hundred mends each may have to
    be tried by itself, and a check by all rules takes a few tenths of a second in a large plan.
    """

    today: date
    known: AbstractSet[FindingKey]
    is_unwanted: Callable[[], bool]
    objecting: set[str] = field(default_factory=set)

    def allows(self, plan: Plan) -> bool:
        if self.is_unwanted():
            raise UnwantedError
        return _objections(check_by(plan, self.today, self.objecting)) <= self.known

    def objects_by_all(self, plan: Plan) -> bool:
        """Ask all rules; those that object are asked from now on."""
        new = _objections(check_plan(plan, self.today, self.is_unwanted)) - self.known
        self.objecting |= {rule for rule, _, _ in new}
        return bool(new)


def _applied(plan: Plan, mends: Sequence[SafeMend], judge: _Judge) -> tuple[Plan, Sequence[SafeMend]]:
    """Apply mends, without those that bring something new to object to."""
    while True:
        after, mends = _kept(plan, mends, judge)
        if not judge.objects_by_all(after):
            return after, mends


def _kept(plan: Plan, mends: Sequence[SafeMend], judge: _Judge) -> tuple[Plan, Sequence[SafeMend]]:
    """Apply mends but those to which some rules object; they are found by halving."""
    after = _after(plan, mends)
    if after is not None and judge.allows(after):
        return after, mends
    if len(mends) == 1:
        return plan, ()
    middle = len(mends) // 2
    plan, first = _kept(plan, mends[:middle], judge)
    plan, second = _kept(plan, mends[middle:], judge)
    return plan, (*first, *second)


def _after(plan: Plan, mends: Sequence[SafeMend]) -> Plan | None:
    try:
        return after_steps(plan, (step for mend in mends for step in mend.steps))
    except PlanError:
        return None


def _objections(report: Report) -> set[FindingKey]:
    """Return the keys of the stops and warnings that stand."""
    return {finding.key for finding in report.standing if finding.level is not Weight.ADVICE}
