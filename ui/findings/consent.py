"""Letting a finding stand, and taking that back, as edits of the plan."""

from dataclasses import dataclass
from datetime import date

import msgspec

from planner.editing.verbs import Edit, add, remove
from planner.errors import PlanError
from planner.model.plan import Plan, new_id
from planner.model.records_signoff import Dismissal, Waiver
from planner.truths.findings import Finding


@dataclass(frozen=True, slots=True)
class Consent:
    """What an accepted exception needs.

    Attributes:
        reason: why the warning may stand.
        by: id of the senior person who says so.
        until: the last day on which it holds; None means no end.
    """

    reason: str
    by: str | None
    until: date | None


def waived(plan: Plan, finding: Finding, consent: Consent) -> Edit:
    """Let a warning stand.

    Raises:
        PlanError: the reason or the person is missing.
    """
    if not consent.reason.strip():
        msg = "An exception needs a reason."
        raise PlanError(msg, hint="Say in a sentence why the warning may stand.")
    if consent.by is None:
        msg = "An exception needs somebody senior who accepts it."
        raise PlanError(msg)
    waiver = Waiver(
        id=new_id("waivers"),
        rule=finding.rule,
        subject=finding.subject,
        reason=consent.reason,
        by=consent.by,
        until=consent.until,
    )
    return _named(add(plan, waiver), f"Accept an exception for “{finding.subject_name}”")


def dismissed(plan: Plan, finding: Finding) -> Edit:
    """Put advice aside."""
    dismissal = Dismissal(id=new_id("dismissals"), rule=finding.rule, subject=finding.subject)
    return _named(add(plan, dismissal), f"Put advice on “{finding.subject_name}” aside")


def restored(plan: Plan, finding: Finding) -> Edit:
    """Let a waived or dismissed finding stand again."""
    about = (finding.rule, finding.subject)
    ids = [
        record.id
        for records in (plan.waivers, plan.dismissals)
        for record in records.values()
        if (record.rule, record.subject) == about
    ]
    return _named(remove(plan, ids), f"Let the finding on “{finding.subject_name}” stand again")


def _named(edit: Edit, label: str) -> Edit:
    return msgspec.structs.replace(edit, label=label)
