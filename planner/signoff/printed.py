"""From a printout back to its revision: what stands on each page, and finding the revision by it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from planner.errors import PlanError
from planner.language import say
from planner.model.fingerprint import fingerprint
from planner.model.plan import Plan
from planner.model.records_signoff import Approval, ApprovalRequest

_CODE = re.compile(
    r"truecourse:(?P<plan>[0-9a-f]{32}):(?P<number>[0-9]{1,9}):(?P<digest>[0-9a-f]{64})", re.IGNORECASE
)
_BETWEEN = re.compile(r"[\s.:·\-‐-―−]+")
_MISREAD = str.maketrans("ol", "01")
"""Hexadecimal has no such letters, so whoever types them misread a digit."""
_FEWEST = 8
_DIGITS = re.compile(rf"[0-9a-f]{{{_FEWEST},64}}\Z")


@dataclass(frozen=True, slots=True)
class FoundRevision:
    """A revision that a printout belongs to.

    Attributes:
        number: of the revision.
        fingerprint: of its content, in full.
        signed: whether all approvers accepted it.
        current: whether it is the plan as it is now.
    """

    number: int
    fingerprint: str
    signed: bool
    current: bool


def code_text(plan_id: str, revision: int, digest: str) -> str:
    """Return what the QR code on each page says; in capitals, which make the code smaller.

    Args:
        plan_id: of the plan.
        revision: its number.
        digest: the plan's fingerprint in full.
    """
    return f"truecourse:{plan_id}:{revision}:{digest}".upper()


def find_revision(text: str, plan: Plan) -> FoundRevision:
    """Return the revision of a plan to which a printout belongs.

    Args:
        text: what its QR code says, or the fingerprint below its pages, typed in any grouping and case;
            the first digits will do if they leave no choice.
        plan: the plan; signed revisions, those that were sent round or decided about, and what it is now.

    Raises:
        PlanError: the text is no fingerprint, it belongs to another plan, or to no or several revisions.
    """
    code = _CODE.search(text)
    if code is not None and code["plan"].lower() != plan.plan_id:
        msg = say("This printout belongs to another plan.")
        raise PlanError(msg)
    wanted = code["digest"].lower() if code else _typed(text)
    found = [one for one in _revisions(plan) if one.fingerprint.startswith(wanted)]
    if not found:
        msg = say("This plan has no revision with that fingerprint.")
        raise PlanError(
            msg,
            hint=say("Compare it with the page. Of revisions that were not sent round, none is kept."),
        )
    if len(found) > 1:
        msg = say("Several revisions have a fingerprint that begins like this.")
        raise PlanError(msg, hint=say("Type more of its digits."))
    return found[0]


def _typed(text: str) -> str:
    digits = _BETWEEN.sub("", text.strip().casefold()).removeprefix("planfingerprint").translate(_MISREAD)
    if not _DIGITS.match(digits):
        msg = say("This is no fingerprint of a plan.")
        raise PlanError(
            msg,
            hint=say(
                "It stands below each page: digits and the letters A to F; type {fewest} at least.",
                fewest=_FEWEST,
            ),
        )
    return digits


def _revisions(plan: Plan) -> tuple[FoundRevision, ...]:
    """Return each revision that the plan knows of once, with all that is known of it."""
    found: dict[str, FoundRevision] = {}
    for one in _mentions(plan):
        known = found.setdefault(one.fingerprint, one)
        found[one.fingerprint] = replace(
            known, signed=known.signed or one.signed, current=known.current or one.current
        )
    return tuple(found.values())


def _mentions(plan: Plan) -> Iterator[FoundRevision]:
    yield FoundRevision(plan.revision, fingerprint(plan), signed=False, current=True)
    for signed in plan.signed_revisions.values():
        yield FoundRevision(signed.number, signed.fingerprint, signed=True, current=False)
    seen_by_others: list[Approval | ApprovalRequest] = [
        *plan.approvals.values(),
        *plan.approval_requests.values(),
    ]
    for seen in seen_by_others:
        if seen.fingerprint:
            yield FoundRevision(seen.revision, seen.fingerprint, signed=False, current=False)
