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
from planner.document.wording import (
    NOT_SAID,
    in_words,
    in_words_within,
    moment,
    shortened,
)
from planner.language import say, say_count
from planner.model.fingerprint import short_fingerprint
from planner.model.format import in_sentence
from planner.model.records_signoff import Approver
from planner.model.vocabulary import SigningWay, Verdict
from planner.signoff.approvals import missing_roles

_MARKS = {Verdict.ACCEPT: Mark.DONE, Verdict.CONDITIONS: Mark.AT_RISK, Verdict.REJECT: Mark.LATE}
_REASON = 280
"""Characters of a reason that stand in an approver's box; the whole of a longer one stands below."""


def _revision_columns() -> tuple[Column, ...]:
    return (
        Column(say("Signed revision"), whole=True),
        Column(say("Signed at, by the computer's clock")),
        Column(say("Fingerprint"), whole=True),
    )


def sign_off(source: Source) -> Contents:
    """Write the sign-off page."""
    blocks = (
        quiet(
            say(
                "Each approver decides about revision {revision} under the fingerprint below, and "
                "about nothing else. Times are those of the computer that was used. A decision typed "
                "in Truecourse records what was decided; it is no proof against whoever owns the "
                "file.",
                revision=str(source.plan.revision),
            )
        ),
        Facts(((say("Plan fingerprint"), source.digest),)),
        *section(say("Accepted exceptions"), exceptions(source)),
        *section(say("Decisions"), *_signatures(source)),
        *_earlier(source),
    )
    return Contents(_finding(source), blocks)


def _signatures(source: Source) -> Iterator[Block]:
    missing = missing_roles(source.plan)
    if missing:
        roles = say(", ").join(in_sentence(role.label) for role in missing)
        yield quiet(say("Nobody is named yet as: {roles}.", roles=roles))
    for approver in source.plan.approvers.values():
        yield _signature(source, approver)
        approval = source.approval(approver.id)
        if approval is not None and shortened(approval.reason, _REASON) != approval.reason:
            yield quiet(say("The whole reason of the {role}:", role=in_sentence(approver.role.label)))
            yield Paragraph(approval.reason)


def _signature(source: Source, approver: Approver) -> Signature:
    name = source.name(approver.person) or say(NOT_SAID)
    by_key = approver.way is SigningWay.DIGITAL
    approval = source.approval(approver.id)
    field = approver.id if by_key else ""
    if approval is None:
        waiting = say("Signs digitally") if by_key else say("No decision yet")
        return Signature(approver.role.label, name, Marked(waiting, Mark.NOT_STARTED), approver=field)
    return Signature(
        role=approver.role.label,
        name=name,
        decision=Marked(approval.verdict.label, _MARKS[approval.verdict]),
        when=moment(approval.at),
        reason=shortened(approval.reason, _REASON),
        signed_as=say("{name}, by {way}", name=approval.signed_name, way=in_sentence(approval.way.label)),
        drawing=approval.drawing if approval.way is SigningWay.DRAWN else "",
        approver=field,
    )


def _earlier(source: Source) -> Iterator[Block]:
    rows = [
        (
            Named(say("Revision {number}", number=str(signed.number))),
            moment(signed.at),
            short_fingerprint(signed.fingerprint),
        )
        for signed in source.plan.signed_revisions.values()
    ]
    if rows:
        yield Together((Subheading(say("Signed revisions")), table_or_quiet(_revision_columns(), rows, "")))


def _finding(source: Source) -> str:
    plan, revision = source.plan, str(source.plan.revision)
    if not plan.approvers:
        return say("Nobody is named yet to approve this plan")
    accepted = [key for key in plan.approvers if _has_accepted(source, key)]
    if len(accepted) == len(plan.approvers) and not missing_roles(plan):
        return say("All approvers accepted revision {revision}", revision=revision)
    waiting = [approver for key, approver in plan.approvers.items() if key not in accepted]
    if not missing_roles(plan) and all(approver.way is SigningWay.DIGITAL for approver in waiting):
        return _by_key(len(waiting), len(accepted), revision)
    if not accepted:
        return say("Nobody has accepted revision {revision} yet", revision=revision)
    return say_count(
        "{count} of {all} approvers has accepted revision {revision}",
        "{count} of {all} approvers have accepted revision {revision}",
        len(accepted),
        count=in_words(len(accepted)),
        all=in_words_within(len(plan.approvers)),
        revision=revision,
    )


def _by_key(keys: int, accepted: int, revision: str) -> str:
    """Return what is said where only digital signatures are still to come, or stand in this very file."""
    if not accepted:
        return say_count(
            "{count} approver signs revision {revision} digitally below",
            "{count} approvers sign revision {revision} digitally below",
            keys,
            count=in_words(keys),
            revision=revision,
        )
    if accepted == 1:
        return say_count(
            "{count} approver signs revision {revision} digitally below; one other accepted it",
            "{count} approvers sign revision {revision} digitally below; one other accepted it",
            keys,
            count=in_words(keys),
            revision=revision,
        )
    return say_count(
        "{count} approver signs revision {revision} digitally below; {others} others accepted it",
        "{count} approvers sign revision {revision} digitally below; {others} others accepted it",
        keys,
        count=in_words(keys),
        revision=revision,
        others=in_words_within(accepted),
    )


def _has_accepted(source: Source, approver_id: str) -> bool:
    approval = source.approval(approver_id)
    return approval is not None and approval.verdict is not Verdict.REJECT
