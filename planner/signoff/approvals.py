"""Approvals: who must accept the plan, who did, and the signed revision that the last one makes.

Typed approvals are honest records of a decision, not proof against the owner of the file: whoever
can write the file can write them (see the notes on sign-off words; digital signatures prove more).
"""

from dataclasses import dataclass
from datetime import datetime

import msgspec

from planner.editing.verbs import Edit, is_signed, number_is_signed, with_tables
from planner.errors import PlanError
from planner.model.plan import Plan, display_name, new_id
from planner.model.records_signoff import Approval, Approver, SignedRevision
from planner.model.schema import checked_record
from planner.model.text import clean_text
from planner.model.vocabulary import ApproverRole, Verdict
from planner.signoff.fingerprint import fingerprint
from planner.truths.findings import Report

REQUIRED_ROLES = (ApproverRole.SPONSOR, ApproverRole.EXPERIENCE_OWNER, ApproverRole.BUDGET_HOLDER)
"""The roles without whose approval no plan is signed."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What an approver decides.

    Attributes:
        approver: id of the approver.
        verdict: accept, accept with conditions, or reject.
        signed_name: the approver's name as typed by them.
        at: when, by this computer's clock, with a time zone.
        reason: needed for conditions and for a rejection.
    """

    approver: str
    verdict: Verdict
    signed_name: str
    at: datetime
    reason: str = ""


def standing_approval(plan: Plan, approver_id: str, digest: str | None = None) -> Approval | None:
    """Return an approver's last decision about the plan as it is now, or None.

    Args:
        plan: the plan.
        approver_id: id of the approver.
        digest: the plan's fingerprint, where the caller has it already.
    """
    digest = digest or fingerprint(plan)
    decisions = [a for a in plan.approvals.values() if a.approver == approver_id and a.fingerprint == digest]
    return decisions[-1] if decisions else None


def missing_roles(plan: Plan) -> tuple[ApproverRole, ...]:
    """Return the required roles for which the plan names nobody."""
    named = {a.role for a in plan.approvers.values() if a.person is not None}
    return tuple(role for role in REQUIRED_ROLES if role not in named)


def outstanding(plan: Plan) -> tuple[Approver, ...]:
    """Return the approvers who have not accepted the plan as it is now."""
    digest = fingerprint(plan)
    return tuple(a for a in plan.approvers.values() if not _accepted(standing_approval(plan, a.id, digest)))


def decide(plan: Plan, report: Report, decision: Decision) -> Edit:
    """Record an approver's decision; the last acceptance signs the revision.

    Args:
        plan: the plan.
        report: what the truths find in exactly this plan on the day of the decision.
        decision: who decides what.

    Raises:
        PlanError: the plan can't be approved, a reason is missing, or the name is not the approver's.
    """
    approver = plan.approvers.get(decision.approver)
    if approver is None:
        msg = "This approver is no longer in the plan."
        raise PlanError(msg)
    _refuse_signed(plan)
    _refuse_wrong_name(plan, approver, decision.signed_name)
    _refuse_missing_reason(decision)
    if decision.verdict is not Verdict.REJECT:
        _refuse_unready(plan, report)
    after = _with_decision(plan, approver, decision)
    role = approver.role.label.lower()
    if missing_roles(after) or outstanding(after):
        verb = "Reject" if decision.verdict is Verdict.REJECT else "Accept"
        return Edit(after, f"{verb} as {role}", lasting=True)
    return Edit(_signed(after, decision.at), f"Sign revision {plan.revision}", lasting=True)


def _accepted(approval: Approval | None) -> bool:
    return approval is not None and approval.verdict is not Verdict.REJECT


def _refuse_signed(plan: Plan) -> None:
    if number_is_signed(plan):
        said = "already" if is_signed(plan) else "with other content than this"
        msg = f"Revision {plan.revision} was signed {said}."
        raise PlanError(msg, hint="Any edit begins the next revision, which can be approved again.")


def _refuse_wrong_name(plan: Plan, approver: Approver, typed: str) -> None:
    person = plan.people.get(approver.person or "")
    if person is None:
        msg = f"The plan names nobody as {approver.role.label.lower()}."
        raise PlanError(msg, hint="Choose the person among the approvers first.")
    signed_as = clean_text(typed, lines=False)
    if not signed_as or signed_as.casefold() != clean_text(person.name, lines=False).casefold():
        role = approver.role.label.lower()
        msg = f"The {role} of this plan is {display_name(person)}, not {signed_as or 'an empty name'}."
        raise PlanError(msg, hint="Type the name as it stands in the plan, or choose another person there.")


def _refuse_missing_reason(decision: Decision) -> None:
    if decision.verdict is not Verdict.ACCEPT and not decision.reason.strip():
        what = "rejection" if decision.verdict is Verdict.REJECT else "acceptance with conditions"
        msg = (
            f"A {what} needs a reason."
            if what == "rejection"
            else f"An {what} needs the conditions as reason."
        )
        raise PlanError(msg)


def _refuse_unready(plan: Plan, report: Report) -> None:
    missing = missing_roles(plan)
    if missing:
        roles = ", ".join(role.label.lower() for role in missing)
        msg = f"The plan does not name all its approvers yet: {roles}."
        raise PlanError(msg, hint="Name them on the page Truths and sign-off.")
    if not report.can_sign:
        counts = report.counts
        msg = (
            f"The plan can't be approved yet: stops standing: {counts['stop']}, "
            f"warnings neither mended nor waived: {counts['warn']}."
        )
        raise PlanError(msg, hint="Mend the stops, and mend or waive the warnings.")
    _refuse_unprintable(plan)


def _refuse_unprintable(plan: Plan) -> None:
    """Refuse a plan of which the document would not say all: nobody signs what can't be read on paper."""
    from planner.document.preflight import print_problems  # noqa: PLC0415 - opens fonts; only where needed

    problems = print_problems(plan, signed_only=True)
    if problems:
        others = f" So it is with {len(problems) - 1} more fields." if len(problems) > 1 else ""
        msg = f"The plan can't be approved: not all of it can be printed. {problems[0].message}{others}"
        raise PlanError(msg, hint="Write it with other characters, or install a font that has them.")


def _with_decision(plan: Plan, approver: Approver, decision: Decision) -> Plan:
    approval = Approval(
        id=new_id("approvals"),
        approver=approver.id,
        verdict=decision.verdict,
        reason=clean_text(decision.reason),
        signed_name=clean_text(decision.signed_name, lines=False),
        at=decision.at,
        revision=plan.revision,
        fingerprint=fingerprint(plan),
    )
    return with_tables(plan, {"approvals": {**plan.approvals, approval.id: approval}})


def _signed(plan: Plan, at: datetime) -> Plan:
    signed = SignedRevision(
        id=new_id("signed_revisions"), number=plan.revision, fingerprint=fingerprint(plan), at=at
    )
    checked_record(signed)  # else a plan would be written that nobody can read again
    return msgspec.structs.replace(plan, signed_revisions={**plan.signed_revisions, signed.id: signed})
