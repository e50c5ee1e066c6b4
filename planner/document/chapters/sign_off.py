"""Who approves the plan, what they decided, and under which fingerprint."""

from collections.abc import Iterator

from planner.document.blocks import (
    Block,
    Column,
    Facts,
    Mark,
    Marked,
    Named,
    Paragraph,
    Signature,
    Subheading,
    Together,
)
from planner.document.chapters.common import Contents, quiet, section, table_or_quiet
from planner.document.chapters.truths import exceptions
from planner.document.source import Source
from planner.document.wording import NOT_SAID, counted, in_words, moment, shortened, then_counted, verb
from planner.model.records_signoff import Approver
from planner.model.vocabulary import SigningWay, Verdict
from planner.signoff.approvals import missing_roles
from planner.signoff.fingerprint import short_fingerprint

_MARKS = {Verdict.ACCEPT: Mark.DONE, Verdict.CONDITIONS: Mark.AT_RISK, Verdict.REJECT: Mark.LATE}
_REASON = 280
"""Characters of a reason that stand in an approver's box; the whole of a longer one stands below."""
_REVISION_COLUMNS = (
    Column("Signed revision", whole=True),
    Column("Signed at, by the computer's clock"),
    Column("Fingerprint", whole=True),
)


def sign_off(source: Source) -> Contents:
    """Write the sign-off page."""
    blocks = (
        quiet(
            f"Each approver decides about revision {source.plan.revision} under the fingerprint below, "
            "and about nothing else. Times are those of the computer that was used. "
            "A decision typed in Truecourse records what was decided; it is no proof against whoever "
            "owns the file."
        ),
        Facts((("Plan fingerprint", source.digest),)),
        *section("Accepted exceptions", exceptions(source)),
        *section("Decisions", *_signatures(source)),
        *_earlier(source),
    )
    return Contents(_finding(source), blocks)


def _signatures(source: Source) -> Iterator[Block]:
    missing = missing_roles(source.plan)
    if missing:
        roles = ", ".join(role.label.lower() for role in missing)
        yield quiet(f"Nobody is named yet as: {roles}.")
    for approver in source.plan.approvers.values():
        yield _signature(source, approver)
        approval = source.approval(approver.id)
        if approval is not None and shortened(approval.reason, _REASON) != approval.reason:
            yield quiet(f"The whole reason of the {approver.role.label.lower()}:")
            yield Paragraph(approval.reason)


def _signature(source: Source, approver: Approver) -> Signature:
    name = source.name(approver.person) or NOT_SAID
    by_key = approver.way is SigningWay.DIGITAL
    approval = source.approval(approver.id)
    field = approver.id if by_key else ""
    if approval is None:
        waiting = "Signs digitally" if by_key else "No decision yet"
        return Signature(approver.role.label, name, Marked(waiting, Mark.NOT_STARTED), approver=field)
    return Signature(
        role=approver.role.label,
        name=name,
        decision=Marked(approval.verdict.label, _MARKS[approval.verdict]),
        when=moment(approval.at),
        reason=shortened(approval.reason, _REASON),
        signed_as=f"{approval.signed_name}, by {approval.way.label.lower()}",
        drawing=approval.drawing if approval.way is SigningWay.DRAWN else "",
        approver=field,
    )


def _earlier(source: Source) -> Iterator[Block]:
    rows = [
        (Named(f"Revision {signed.number}"), moment(signed.at), short_fingerprint(signed.fingerprint))
        for signed in source.plan.signed_revisions.values()
    ]
    if rows:
        yield Together((Subheading("Signed revisions"), table_or_quiet(_REVISION_COLUMNS, rows, "")))


def _finding(source: Source) -> str:
    plan, revision = source.plan, f"revision {source.plan.revision}"
    if not plan.approvers:
        return "Nobody is named yet to approve this plan"
    accepted = [key for key in plan.approvers if _has_accepted(source, key)]
    if len(accepted) == len(plan.approvers) and not missing_roles(plan):
        return f"All approvers accepted {revision}"
    waiting = [approver for key, approver in plan.approvers.items() if key not in accepted]
    if not missing_roles(plan) and all(approver.way is SigningWay.DIGITAL for approver in waiting):
        return _by_key(len(waiting), len(accepted), revision)
    if not accepted:
        return f"Nobody has accepted {revision} yet"
    who = f"{in_words(len(accepted))} of {then_counted(len(plan.approvers), 'approver')}"
    return f"{who} {verb(len(accepted), 'has', 'have')} accepted {revision}"


def _by_key(keys: int, accepted: int, revision: str) -> str:
    """Return what is said where only digital signatures are still to come, or stand in this very file."""
    signing = f"{counted(keys, 'approver')} {verb(keys, 'signs', 'sign')} {revision} digitally below"
    return f"{signing}; {then_counted(accepted, 'other')} accepted it" if accepted else signing


def _has_accepted(source: Source, approver_id: str) -> bool:
    approval = source.approval(approver_id)
    return approval is not None and approval.verdict is not Verdict.REJECT
