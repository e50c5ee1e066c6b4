"""Scans of pages that were signed in ink, filed with the revision that was signed."""

from pathlib import Path

from planner.editing.filing import MAX_BYTES, Filing, Purpose, refuse_large
from planner.editing.verbs import Edit
from planner.errors import PlanError
from planner.files.errors import file_error
from planner.language import say
from planner.model.fingerprint import short_fingerprint
from planner.model.plan import Plan

SCAN_ENDINGS = (".pdf", ".png", ".jpg", ".jpeg")
"""Endings of the files that can be scans; their contents decide."""

_BEGINNINGS = {b"%PDF-": ".pdf", b"\x89PNG\r\n\x1a\n": ".png", b"\xff\xd8\xff": ".jpg"}


def ending_of(content: bytes) -> str:
    """Return the ending that a kept file's content asks for, whatever it is called; empty for no scan."""
    return next((ending for begins, ending in _BEGINNINGS.items() if content.startswith(begins)), "")


def read_scan(path: Path) -> bytes:
    """Return the bytes of a file that somebody wants to keep.

    Raises:
        PlanError: it is not there, can't be read, or is too large to be kept.
    """
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise file_error(error, path) from error
    refuse_large(path.name, content)
    return content


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
    if not ending_of(content):
        msg = say("“{name}” is no scan that can be kept.", name=name)
        raise PlanError(msg, hint=say("Scan the signed page as PDF, PNG or JPEG."))
    known = {signed.fingerprint for signed in plan.signed_revisions.values()}
    decided = {approval.fingerprint for approval in plan.approvals.values()}
    if fingerprint not in known | decided:
        msg = say("Nobody has signed this revision yet, so there is nothing to file a scan with.")
        raise PlanError(msg)
    label = say("A scan was added to {digest}", digest=short_fingerprint(fingerprint))
    return Edit(plan, label, lasting=True, files=(Filing(fingerprint, Purpose.SCAN, name, content),))
