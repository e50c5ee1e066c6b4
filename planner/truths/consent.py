"""Letting a finding stand: waive a warning, dismiss advice, and take either back."""

from datetime import date

from planner.editing.verbs import Edit, add, change, remove
from planner.errors import PlanError
from planner.language import phrase, say, worded
from planner.model.format import day, quoted
from planner.model.people import is_external, is_senior
from planner.model.plan import Plan, display_name, new_id
from planner.model.records_signoff import Dismissal, Waiver
from planner.model.vocabulary import Weight
from planner.truths.findings import Finding
from planner.truths.of_plan import rule_of, title_of
from planner.truths.waivers import can_be_waived

_NO_ADVICE = {
    Weight.STOP: phrase("Only advice can be dismissed; this is a stop."),
    Weight.WARN: phrase("Only advice can be dismissed; this is a warning."),
}


def waive(
    plan: Plan, finding: Finding, reason: str, by: str | None, until: date | None = None, *, today: date
) -> Edit:
    """Accept a warning as an exception; one that was accepted for it before is renewed.

    Args:
        plan: the plan.
        finding: the warning.
        reason: why it may stand, in writing.
        by: id of the senior person who accepts it.
        until: the last day on which the exception holds; None for no end.
        today: the day of the decision.

    Raises:
        PlanError: the finding is no warning, the reason is empty, the person may not accept it, or the
            date is past.
    """
    _refuse_unwaivable(plan, finding)
    for misfit in misfits(plan, reason, by, until, today=today).values():
        raise misfit
    label = worded("Accept an exception to {truth}", truth=_title(plan, finding))
    earlier = next(iter(_waivers_of(plan, finding)), None)
    if earlier is None:
        waiver = Waiver(
            id=new_id("waivers"),
            rule=finding.rule,
            subject=finding.subject,
            reason=reason,
            by=by,
            until=until,
        )
        return Edit(add(plan, waiver).plan, label)
    for name, value in (("reason", reason), ("by", by), ("until", until)):
        plan = change(plan, earlier, name, value).plan
    return Edit(plan, label)


def misfits(
    plan: Plan, reason: str, by: str | None, until: date | None = None, *, today: date
) -> dict[str, PlanError]:
    """Return what keeps an exception from being accepted, by the field at which it is to be told.

    Args:
        plan: the plan.
        reason: why the finding may stand.
        by: id of the person who accepts it.
        until: the last day on which the exception holds; None for no end.
        today: the day of the decision.
    """
    found: dict[str, PlanError] = {}
    if not reason.strip():
        hint = say("Say in a sentence or two why this may stand.")
        found["reason"] = PlanError(say("An exception needs a reason."), hint=hint)
    unfit = _unfit(plan, by)
    if unfit is not None:
        found["by"] = unfit
    if until is not None and until < today:
        msg = say("The exception would have ended already, on {date}.", date=day(until))
        hint = say("Choose today or a later day, or leave the date empty.")
        found["until"] = PlanError(msg, hint=hint)
    return found


def refuse_unfit_waivers(before: Plan, after: Plan) -> None:
    """Refuse an edit that lets somebody accept an exception who may not.

    Raises:
        PlanError: a waiver is given to a person who is no senior one of the organisation's own.
    """
    for waiver in after.waivers.values():
        earlier = before.waivers.get(waiver.id)
        is_new = earlier is None or earlier.by != waiver.by
        unfit = _unfit(after, waiver.by) if is_new and waiver.by is not None else None
        if unfit is not None:
            raise unfit


def dismiss(plan: Plan, finding: Finding) -> Edit:
    """Put advice aside.

    Raises:
        PlanError: the finding is no advice.
    """
    if finding.level is not Weight.ADVICE:
        raise PlanError(say(_NO_ADVICE[finding.level]), hint=finding.remedy)
    label = worded("Dismiss advice: {truth}", truth=_title(plan, finding))
    if _dismissals_of(plan, finding):
        return Edit(plan, label)
    dismissal = Dismissal(id=new_id("dismissals"), rule=finding.rule, subject=finding.subject)
    return Edit(add(plan, dismissal).plan, label)


def call_back(plan: Plan, finding: Finding) -> Edit:
    """Take back that a finding was waived or dismissed, so that it counts again.

    Raises:
        PlanError: it was neither.
    """
    consents = [*_waivers_of(plan, finding), *_dismissals_of(plan, finding)]
    if not consents:
        msg = say("This was neither accepted as an exception nor dismissed.")
        raise PlanError(msg)
    for record_id in consents:
        plan = remove(plan, [record_id]).plan
    return Edit(plan, worded("Call back {truth}", truth=_title(plan, finding)))


def _refuse_unwaivable(plan: Plan, finding: Finding) -> None:
    # The finding may be older than the plan: a truth of the house that is a stop by now counts as one.
    known = rule_of(plan, finding.rule)
    if Weight.STOP in {finding.level, known.level if known is not None else None}:
        msg = say("A stop can't be accepted as an exception, by nobody.")
        raise PlanError(msg, hint=finding.remedy)
    if finding.level is Weight.ADVICE:
        msg = say("Advice blocks nothing and needs no exception.")
        raise PlanError(msg, hint=say("Dismiss it if you do not want to see it."))
    if not can_be_waived(plan, finding.rule):
        msg = say("One exception can't excuse another.")
        raise PlanError(msg, hint=finding.remedy)


def _unfit(plan: Plan, by: str | None) -> PlanError | None:
    """Return why a person may not accept an exception; None where they may."""
    person = plan.people.get(by or "")
    hint = say("Choose a director or executive of your own.")
    if person is None:
        return PlanError(say("An exception needs somebody who accepts it."), hint=hint)
    name = display_name(person)
    if is_external(person):
        msg = say("{person} is not one of your own people and can't accept an exception.", person=name)
        return PlanError(msg, hint=hint)
    if not is_senior(person):
        return PlanError(say("{person} is neither a director nor an executive.", person=name), hint=hint)
    return None


def _title(plan: Plan, finding: Finding) -> str:
    return quoted(title_of(plan, finding.rule))


def _waivers_of(plan: Plan, finding: Finding) -> list[str]:
    about = (finding.rule, finding.subject)
    return [w.id for w in plan.waivers.values() if (w.rule, w.subject) == about]


def _dismissals_of(plan: Plan, finding: Finding) -> list[str]:
    about = (finding.rule, finding.subject)
    return [d.id for d in plan.dismissals.values() if (d.rule, d.subject) == about]
