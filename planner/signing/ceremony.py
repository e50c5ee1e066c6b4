"""Signing a plan with a key: the decision, the document that is signed, and its place in the plan file.

The first key signs a fresh export, which has a field for each approver and carries the plan with all that
was decided without a key. Each further key signs that same file. It is kept in the plan file, so that
later the whole of it can be compared.
"""

from dataclasses import replace
from datetime import date

from planner.document.options import options_of
from planner.document.pdf import pdf_bytes
from planner.editing.filing import Filing, Purpose
from planner.editing.verbs import Edit
from planner.language import say
from planner.model.fingerprint import fingerprint
from planner.model.format import quoted
from planner.model.plan import Plan
from planner.model.vocabulary import SigningWay, Verdict
from planner.signing.identity import Identity
from planner.signing.sign import SigningRequest, sign_document
from planner.signoff.approvals import Decision, decide
from planner.signoff.field_names import signature_field_name
from planner.signoff.refusals import last_moment
from planner.truths.findings import Report


def sign_with_key(
    plan: Plan, report: Report, decision: Decision, identity: Identity, signed_copy: bytes, *, today: date
) -> Edit:
    """Accept the plan with a digital signature. Takes up to seconds: call it from a worker thread.

    Args:
        plan: the plan.
        report: what the truths find in exactly this plan today.
        decision: who decides what; its way and certificate are set here.
        identity: the signer's opened key; let go of it afterwards.
        signed_copy: the document with the signatures that were given before; empty for the first.
        today: the day as of which the document speaks.

    Returns:
        The edit with the decision and the document that goes with it.

    Raises:
        PlanError: the plan can't be approved, or the document can't be signed.
    """
    told = replace(decision, way=SigningWay.DIGITAL, certificate=identity.fingerprint)
    edit = decide(plan, report, told)
    document = signed_copy or copy_to_sign(plan, report, today=today)
    request = SigningRequest(
        field=signature_field_name(decision.approver),
        role=plan.approvers[decision.approver].role.label,
        statement=_statement(plan, decision),
        at=decision.at,
        certify=not signed_copy,
        latest=last_moment(plan),
        clock_confirmed=decision.clock_is_right,
    )
    signed = sign_document(document, request, identity)
    filing = Filing(fingerprint(plan), Purpose.SIGNED_COPY, signed_copy_name(plan), signed)
    return Edit(edit.plan, edit.label, edit.field, edit.lasting, (filing,))


def copy_to_sign(plan: Plan, report: Report, *, today: date) -> bytes:
    """Return the document that keys sign: whole, in the plan's own layout."""
    return pdf_bytes(plan, report, replace(options_of(plan), sections=()), today=today)


def signed_copy_name(plan: Plan) -> str:
    """Return what a revision's signed document is called."""
    kept = "".join(char if char.isalnum() or char in " -_" else " " for char in plan.the_brief.title)
    return say(
        "{plan}, revision {revision}, signed.pdf",
        plan=" ".join(kept.split())[:80] or say("Plan"),
        revision=str(plan.revision),
    )


def _statement(plan: Plan, decision: Decision) -> str:
    number, title = str(plan.revision), quoted(plan.the_brief.title)
    if decision.verdict is Verdict.CONDITIONS:
        return say(
            "I accept revision {revision} of {plan}, on conditions: {conditions}",
            revision=number,
            plan=title,
            conditions=decision.reason,
        )
    return say("I accept revision {revision} of {plan}", revision=number, plan=title)
