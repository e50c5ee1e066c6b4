"""Approvals: who must accept the plan, who did, and the signed revision that the last one makes.

Typed approvals are honest records of a decision, not proof against the owner of the file: whoever
can write the file can write them (see the notes on sign-off words; digital signatures prove more).
"""

from dataclasses import dataclass
from datetime import datetime

import msgspec

from planner.editing.revision import with_tables
from planner.editing.verbs import Edit
from planner.errors import PlanError
from planner.language import phrase, say
from planner.model.checked import checked_record
from planner.model.fingerprint import fingerprint, short_fingerprint
from planner.model.format import in_sentence
from planner.model.plan import Plan, new_id
from planner.model.records_signoff import Approval, Approver, SignedRevision
from planner.model.text import clean_text
from planner.model.vocabulary import ApproverRole, SigningWay, Verdict
from planner.signoff.refusals import (
    refuse_early_clock,
    refuse_missing_reason,
    refuse_missing_roles,
    refuse_out_of_turn,
    refuse_signed,
    refuse_unready,
    refuse_unsigned,
    refuse_wrong_name,
)
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
        way: how it is signed; a rejection is only typed.
        drawing: the strokes of a drawn signature (`planner.model.records_signoff.Drawing`).
        certificate: SHA-256 of the certificate that signed digitally, in hexadecimal.
        clock_is_right: the signer says so, though the clock is behind what was signed before.
    """

    approver: str
    verdict: Verdict
    signed_name: str
    at: datetime
    reason: str = ""
    way: SigningWay = SigningWay.TYPED
    drawing: str = ""
    certificate: str = ""
    clock_is_right: bool = False


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
        PlanError: the plan can't be approved, it is another's turn, a reason or the signature itself is
            missing, the name is not the approver's, or the clock is behind.
    """
    approver = plan.approvers.get(decision.approver)
    if approver is None:
        msg = say("This approver is no longer in the plan.")
        raise PlanError(msg)
    refuse_signed(plan)
    refuse_wrong_name(plan, approver, decision.signed_name)
    refuse_missing_reason(decision.verdict, decision.reason)
    refuse_early_clock(plan, decision.at, clock_is_right=decision.clock_is_right)
    if decision.verdict is not Verdict.REJECT:
        refuse_missing_roles(missing_roles(plan))
        refuse_unready(plan, report)
        refuse_out_of_turn(plan, approver, outstanding(plan))
        refuse_unsigned(approver, decision.way, decision.drawing, decision.certificate)
    after = _with_decision(plan, approver, decision)
    told = _told(plan, approver, decision)
    if missing_roles(after) or outstanding(after):
        return Edit(after, told, lasting=True)
    signed = say("{decision}; revision {number} is signed", decision=told, number=str(plan.revision))
    return Edit(_signed(after, decision.at), signed, lasting=True)


def _accepted(approval: Approval | None) -> bool:
    return approval is not None and approval.verdict is not Verdict.REJECT


def _told(plan: Plan, approver: Approver, decision: Decision) -> str:
    """Return the decision in a sentence, for the log."""
    return say(
        _TOLD[decision.verdict],
        name=clean_text(decision.signed_name, lines=False),
        number=str(plan.revision),
        digest=short_fingerprint(fingerprint(plan)),
        role=in_sentence(approver.role.label),
        way=in_sentence(decision.way.label),
    )


_TOLD = {
    Verdict.REJECT: phrase("{name} rejected revision {number} ({digest}) as {role}"),
    Verdict.ACCEPT: phrase("{name} accepted revision {number} ({digest}) as {role}, by {way}"),
    Verdict.CONDITIONS: phrase(
        "{name} accepted revision {number} ({digest}) as {role} with conditions, by {way}"
    ),
}


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
        way=SigningWay.TYPED if decision.verdict is Verdict.REJECT else decision.way,
        drawing=decision.drawing,
        certificate=decision.certificate,
    )
    checked_record(approval)
    return with_tables(plan, {"approvals": {**plan.approvals, approval.id: approval}})


def _signed(plan: Plan, at: datetime) -> Plan:
    signed = SignedRevision(
        id=new_id("signed_revisions"), number=plan.revision, fingerprint=fingerprint(plan), at=at
    )
    checked_record(signed)  # else a plan would be written that nobody can read again
    return msgspec.structs.replace(plan, signed_revisions={**plan.signed_revisions, signed.id: signed})
