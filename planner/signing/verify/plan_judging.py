"""Judging a plan by its own record, without a document: who approved it, and whether it was edited since.

The record is honest bookkeeping, no proof: whoever can write the plan's file can write it.
"""

import hashlib
from collections.abc import Iterator

from planner.editing.revision import is_signed
from planner.exchange.plan_json import write_json
from planner.language import phrase, say
from planner.model.fingerprint import fingerprint
from planner.model.format import in_sentence
from planner.model.plan import Plan
from planner.model.records_signoff import Approval, SignedRevision
from planner.model.vocabulary import SigningWay
from planner.signing.verify.record import PlanRecord
from planner.signing.verify.verdict import Check, Outcome, Result, Topic, Verdict, day_of
from planner.signoff.approvals import missing_roles, outstanding, standing_approval


def judge_plan(record: PlanRecord) -> Verdict:
    """Return what is to be said about a plan by its own record."""
    plan = record.plan
    digest = fingerprint(plan)
    checks = _checks(record, digest)
    last = max(plan.signed_revisions.values(), key=lambda one: one.number, default=None)
    outcome = _outcome(plan, last)
    return Verdict(
        outcome=outcome,
        headline=_headline(plan, outcome, last),
        checks=checks,
        signatures=(),
        notes=tuple(_notes(plan, digest)),
        title=plan.the_brief.title,
        revision=plan.revision,
        fingerprint=digest,
        sha256=hashlib.sha256(write_json(plan)).hexdigest(),
    )


def _outcome(plan: Plan, last: SignedRevision | None) -> Outcome:
    if is_signed(plan):
        return Outcome.UNCHANGED
    return Outcome.INCOMPLETE if last is None else Outcome.CHANGED


def _headline(plan: Plan, outcome: Outcome, last: SignedRevision | None) -> str:
    if outcome is Outcome.UNCHANGED:
        return say(
            "Revision {revision} is signed by all, and unchanged since, by the plan's own record",
            revision=str(plan.revision),
        )
    if outcome is Outcome.INCOMPLETE or last is None:
        return say("Not signed by all: {missing} missing", missing=_missing(plan))
    signed, now = str(last.number), str(plan.revision)
    if last.at is None:
        return say(
            "Changed after signing: revision {signed} was signed, this is revision {now}",
            signed=signed,
            now=now,
        )
    return say(
        "Changed after signing: revision {signed} was signed on {day}, this is revision {now}",
        signed=signed,
        day=day_of(last.at),
        now=now,
    )


def _missing(plan: Plan) -> str:
    waiting = [in_sentence(approver.role.label) for approver in outstanding(plan)]
    unnamed = [in_sentence(role.label) for role in missing_roles(plan)]
    return say(", ").join(dict.fromkeys([*waiting, *unnamed])) or say("a signature")


def _checks(record: PlanRecord, digest: str) -> tuple[Check, ...]:
    absent = tuple(_who_is_absent(record.plan))
    complete = Check(Topic.COMPLETE, Result.NO if absent else Result.YES, absent)
    if record.revision_of(digest) is not None:
        return complete, Check(Topic.RECORD, Result.YES)
    told = say(
        "The plan's own record has no signed revision {revision} with its present content.",
        revision=str(record.plan.revision),
    )
    return complete, Check(Topic.RECORD, Result.NO, (told,))


def _who_is_absent(plan: Plan) -> Iterator[str]:
    for role in missing_roles(plan):
        yield say("The plan names nobody as {role}.", role=in_sentence(role.label))
    for approver in outstanding(plan):
        name = plan.name_of(approver.person) if approver.person else say("Nobody")
        yield say(
            "{name} ({role}) has not accepted the plan as it is now.",
            name=name,
            role=in_sentence(approver.role.label),
        )


def _notes(plan: Plan, digest: str) -> Iterator[str]:
    for approver in plan.approvers.values():
        approval = standing_approval(plan, approver.id, digest)
        if approval is not None:
            yield _told(plan.name_of(approver.person), in_sentence(approver.role.label), approval)
    yield say("A plan's own record is no proof: whoever can write its file could have written it.")
    yield say("A digitally signed PDF shows more; verify it together with this plan.")


def _told(name: str, role: str, approval: Approval) -> str:
    by_key = approval.way is SigningWay.DIGITAL
    return say(
        _TOLD[approval.at is not None, by_key],
        name=name,
        role=role,
        verdict=in_sentence(approval.verdict.label),
        way=in_sentence(approval.way.label),
        day=day_of(approval.at) if approval.at else "",
        key=approval.certificate[:16],
    )


_TOLD = {
    (False, False): phrase("{name} ({role}): {verdict}, by {way}."),
    (False, True): phrase("{name} ({role}): {verdict}, by {way}, with the key {key}…."),
    (True, False): phrase("{name} ({role}): {verdict}, by {way} on {day} by that computer's clock."),
    (True, True): phrase(
        "{name} ({role}): {verdict}, by {way} on {day} by that computer's clock, with the key {key}…."
    ),
}
"""What is told of an approval: whether its day is known, and whether it came with a key."""
