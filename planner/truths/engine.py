"""Holding a plan against all rules."""

import logging
from collections.abc import Callable, Container, Iterable, Iterator
from datetime import date

import msgspec

from planner.language import phrase, say
from planner.model.kinds import KINDS, Step
from planner.model.plan import Plan
from planner.model.vocabulary import Weight
from planner.truths.findings import PLAN, Finding, Report
from planner.truths.look import Look
from planner.truths.naming import described
from planner.truths.of_plan import rules_of
from planner.truths.registry import Check, Fix, Hit, Message, Rule
from planner.truths.waivers import valid_waivers

_LOG = logging.getLogger(__name__)
_STEPS = list(Step)
_WEIGHTS = list(Weight)


def never() -> bool:
    """Say that what is under way is still wanted."""
    return False


class UnwantedError(Exception):
    """The check was broken off, since its result is no longer wanted."""


def check_plan(plan: Plan, today: date, is_unwanted: Callable[[], bool] = never) -> Report:
    """Return everything that the truths find in a plan.

    Args:
        plan: the plan; only read, so that a worker thread may do this.
        today: the day as of which dates are judged.
        is_unwanted: asked before each rule whether to break off.

    Raises:
        UnwantedError: the result is no longer wanted.
    """
    found = _run_all(Look(plan, today), is_unwanted, late=False)
    found += _run_all(Look(plan, today, tuple(found)), is_unwanted, late=True)
    return _report(plan, today, found)


def check_by(plan: Plan, today: date, wanted: Container[str]) -> Report:
    """Return what a few rules find in a plan: the same as `check_plan` does by them, and much sooner.

    Args:
        plan: the plan.
        today: the day as of which dates are judged.
        wanted: ids of the rules.
    """
    few = [(rule, check) for rule, check in rules_of(plan).values() if rule.id in wanted]
    if any(rule.late for rule, _ in few):  # a late rule reads what all others found
        return Report(tuple(found for found in check_plan(plan, today).findings if found.rule in wanted))
    look = Look(plan, today)
    return _report(plan, today, [found for rule, check in few for found in _run(rule, check, look)])


def _report(plan: Plan, today: date, found: list[Finding]) -> Report:
    waived = {(waiver.rule, waiver.subject) for waiver in valid_waivers(plan, today)}
    dismissed = {(dismissal.rule, dismissal.subject) for dismissal in plan.dismissals.values()}
    found = [_with_consent(finding, waived, dismissed) for finding in found]
    found.sort(key=lambda finding: (_STEPS.index(finding.step), _WEIGHTS.index(finding.level)))
    return Report(tuple(found))


def _run_all(look: Look, is_unwanted: Callable[[], bool], *, late: bool) -> list[Finding]:
    found: list[Finding] = []
    for declaration, check in rules_of(look.plan).values():
        if is_unwanted():
            raise UnwantedError
        if declaration.late is late:
            found += _run(declaration, check, look)
    return found


def _run(declaration: Rule, check: Check, look: Look) -> list[Finding]:
    try:
        return [_finding(declaration, hit, look) for hit in check(look)]
    except Exception:  # noqa: BLE001 - a rule that fails is told as a finding, so that the others still count
        _LOG.exception("rule %s failed", declaration.id)
        return [_failure(declaration, look.plan)]


def _finding(declaration: Rule, hit: Hit, look: Look) -> Finding:
    found = _made(declaration, hit, look.plan, declaration.messages[hit.message])
    fixes = [fix.message for fix in declaration.fixes if hit.fixable and _mends(fix, hit, look)]
    return msgspec.structs.replace(found, fixes=tuple(fixes)) if fixes else found


def _mends(fix: Fix, hit: Hit, look: Look) -> bool:
    try:
        return (not fix.mends or hit.message in fix.mends) and bool(fix.steps(look, hit.subject))
    except Exception:  # noqa: BLE001 - a fix that fails must not take the finding with it
        _LOG.exception("fix %s failed", fix.message)
        return False


def _made(declaration: Rule, hit: Hit, plan: Plan, message: Message) -> Finding:
    kind, name = described(plan, hit.subject, declaration.applies_to)
    values = {"name": name, **hit.params}
    return Finding(
        rule=declaration.id,
        level=declaration.level,
        kind=kind,
        subject=hit.subject,
        subject_name=name,
        field=hit.field,
        message=say(message.text, **values),
        remedy=say(message.remedy, **values),
        citation=" ".join(hit.sources) or declaration.citation,
        step=declaration.step or _step_of(kind, hit.field),
    )


_FAILED = Message(
    phrase("The truth “{title}” could not be checked: it failed by itself."),
    phrase("Send us the plan or the log; the other truths were checked."),
)


def _failure(declaration: Rule, plan: Plan) -> Finding:
    return _made(declaration, Hit(params={"title": declaration.title}), plan, _FAILED)


def _step_of(kind: str, field: str) -> Step:
    key = field.split(".", maxsplit=1)[0] if kind == PLAN else kind
    return next((known.step for known in KINDS if known.key == key), Step.SIGN_OFF)


def _with_consent(finding: Finding, waived: set[tuple[str, str]], dismissed: set[tuple[str, str]]) -> Finding:
    about = (finding.rule, finding.subject)
    if finding.level is Weight.WARN and about in waived:
        return msgspec.structs.replace(finding, waived=True)
    if finding.level is Weight.ADVICE and about in dismissed:
        return msgspec.structs.replace(finding, dismissed=True)
    return finding


def of_step(findings: Iterable[Finding], step: Step) -> Iterator[Finding]:
    """Yield the findings that are mended on one step."""
    return (finding for finding in findings if finding.step is step)
