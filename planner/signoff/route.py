"""The route of a plan to its signatures: draft, in review, signed, superseded."""

from collections.abc import Iterator
from datetime import datetime

from planner.editing.revision import is_signed, next_revision, with_tables
from planner.editing.verbs import Edit
from planner.errors import PlanError
from planner.language import say
from planner.model.checked import checked_record
from planner.model.fingerprint import fingerprint, short_fingerprint
from planner.model.format import listing
from planner.model.plan import Plan, new_id
from planner.model.records_signoff import Approval, ApprovalRequest, Approver, SignedRevision
from planner.model.text import clean_text
from planner.model.values import Choice
from planner.signoff.approvals import missing_roles, outstanding, standing_approval
from planner.signoff.refusals import (
    named_with_role,
    place_in_turn,
    refuse_missing_roles,
    refuse_signed,
    refuse_unready,
)
from planner.truths.findings import Report


class RouteState(Choice):
    """Where a revision is on its way."""

    DRAFT = "draft", "Draft"
    IN_REVIEW = "in-review", "In review"
    SIGNED = "signed", "Signed"
    SUPERSEDED = "superseded", "Superseded"


def state_of(plan: Plan) -> RouteState:
    """Return where the plan as it is now stands.

    It is in review from the request for approval, or from the first decision, until it is signed or edited.
    """
    if is_signed(plan):
        return RouteState.SIGNED
    # A fingerprint covers the revision's number: what names another revision need not be compared.
    asked = {one.fingerprint for one in plan.approval_requests.values() if one.revision == plan.revision}
    decided = {one.fingerprint for one in plan.approvals.values() if one.revision == plan.revision}
    known = asked | decided
    return RouteState.IN_REVIEW if known and fingerprint(plan) in known else RouteState.DRAFT


def state_of_signed(plan: Plan, signed: SignedRevision) -> RouteState:
    """Return whether a signed revision still counts, or a later one took its place."""
    newest = max(known.number for known in plan.signed_revisions.values())
    return RouteState.SIGNED if signed.number == newest else RouteState.SUPERSEDED


def ask_for_approval(plan: Plan, report: Report, by: str, at: datetime) -> Edit:
    """Send the plan round to its approvers.

    Args:
        plan: the plan.
        report: what the truths find in exactly this plan.
        by: the name of who sends it.
        at: when, by this computer's clock, with a time zone.

    Raises:
        PlanError: it is signed or in review already, names not all its approvers, or is not ready.
    """
    refuse_signed(plan)
    if state_of(plan) is RouteState.IN_REVIEW:
        msg = say("The plan is in review already.")
        raise PlanError(msg, hint=say("Any edit makes it a draft again."))
    refuse_missing_roles(missing_roles(plan))
    refuse_unready(plan, report)
    request = ApprovalRequest(
        id=new_id("approval_requests"),
        revision=plan.revision,
        fingerprint=fingerprint(plan),
        at=at,
        by=clean_text(by, lines=False),
    )
    checked_record(request)
    after = with_tables(plan, {"approval_requests": {**plan.approval_requests, request.id: request}})
    label = say(
        "Revision {number} ({digest}) was sent round for approval",
        number=str(plan.revision),
        digest=short_fingerprint(request.fingerprint),
    )
    return Edit(after, label, lasting=True)


def whose_turn(plan: Plan) -> tuple[Approver, ...]:
    """Return the approvers who can accept now: those outstanding before whom nobody else comes."""
    waiting = outstanding(plan)
    first = min(map(place_in_turn, waiting), default=None)
    return tuple(approver for approver in waiting if place_in_turn(approver) == first)


def standing_approvals(plan: Plan) -> tuple[Approval, ...]:
    """Return the decisions that the next edit would withdraw; none where the revision is signed."""
    if is_signed(plan):
        return ()
    digest = fingerprint(plan)
    found = (standing_approval(plan, approver, digest) for approver in plan.approvers)
    return tuple(approval for approval in found if approval is not None)


def told_withdrawal(before: Plan, after: Plan) -> str:
    """Return in one sentence what an edit does to the route; empty where it does nothing.

    Args:
        before: the plan before the edit.
        after: the plan after it.
    """
    state = state_of(before)
    if state is RouteState.DRAFT or fingerprint(before) == fingerprint(after):
        return ""
    if state is RouteState.SIGNED:
        return say(
            "Revision {begun} was begun; revision {signed} stays signed as it is",
            begun=str(after.revision),
            signed=str(before.revision),
        )
    gone = standing_approvals(before)
    if gone and not standing_approvals(after):
        names = listing(_names(before, gone))
        return say("An edit withdrew what was decided by {names}", names=names)
    if state_of(after) is RouteState.DRAFT:
        return say("An edit ended the review of revision {number}", number=str(before.revision))
    return ""


def hold_of(plan: Plan) -> str:
    """Return what the next edit would do to the route, to be said before it; empty where nothing.

    Args:
        plan: the plan as it is.
    """
    state = state_of(plan)
    if state is RouteState.SIGNED:
        return say(
            "Revision {signed} is signed. The next edit begins revision {next}.",
            signed=str(plan.revision),
            next=str(next_revision(plan)),
        )
    if state is RouteState.DRAFT:
        return ""
    names = listing(_names(plan, standing_approvals(plan)))
    if not names:
        return say(
            "Revision {number} is in review. The next edit makes it a draft again.", number=str(plan.revision)
        )
    return say("In review, decided so far by {names}. The next edit withdraws that.", names=names)


def _names(plan: Plan, approvals: tuple[Approval, ...]) -> Iterator[str]:
    for approval in approvals:
        approver = plan.approvers.get(approval.approver or "")
        name = approval.signed_name
        yield name if approver is None else named_with_role(name, approver)
