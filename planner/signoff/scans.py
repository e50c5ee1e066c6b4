"""Scans of pages that were signed in ink, filed with the revision that was signed."""

from planner.editing.filing import Filing, Purpose
from planner.editing.verbs import Edit
from planner.errors import PlanError
from planner.model.plan import Plan
from planner.signoff.fingerprint import short_fingerprint

_BEGINNINGS = {b"%PDF-": "PDF", b"\x89PNG\r\n\x1a\n": "PNG", b"\xff\xd8\xff": "JPEG"}


def file_scan(plan: Plan, fingerprint: str, name: str, content: bytes) -> Edit:
    """Keep a scan with a revision.

    Args:
        plan: the plan.
        fingerprint: of the revision that was signed in ink.
        name: of the scan's file.
        content: its bytes.

    Raises:
        PlanError: it is neither a PDF nor a picture, or the plan has no such revision.
    """
    if not content.startswith(tuple(_BEGINNINGS)):
        msg = f"“{name}” is no scan that can be kept."
        raise PlanError(msg, hint="Scan the signed page as PDF, PNG or JPEG.")
    known = {signed.fingerprint for signed in plan.signed_revisions.values()}
    decided = {approval.fingerprint for approval in plan.approvals.values()}
    if fingerprint not in known | decided:
        msg = "Nobody has signed this revision yet, so there is nothing to file a scan with."
        raise PlanError(msg)
    label = f"A scan was added to {short_fingerprint(fingerprint)}"
    return Edit(plan, label, lasting=True, files=(Filing(fingerprint, Purpose.SCAN, name, content),))
