"""Weighing what a document shows against what this computer knows."""

from collections.abc import Iterator, Sequence

from planner.language import phrase, say
from planner.model.format import in_sentence
from planner.model.vocabulary import SigningWay
from planner.signing.known import Meeting
from planner.signing.verify.checks import checks
from planner.signing.verify.evidence import Evidence, who
from planner.signing.verify.facts import SignatureFacts
from planner.signing.verify.verdict import Outcome, Result, Signed, Topic, Verdict, moment_of

_OUTCOMES = {
    Topic.INTACT: Outcome.CHANGED,
    Topic.ADDITIONS: Outcome.CHANGED,
    Topic.WHOLE_FILE: Outcome.CHANGED,
    Topic.COMPLETE: Outcome.INCOMPLETE,
    Topic.PLAN: Outcome.MISFIT,
    Topic.RECORD: Outcome.MISFIT,
    Topic.KNOWN: Outcome.UNKNOWN_SIGNER,
    Topic.DATES: Outcome.UNKNOWN_SIGNER,
}


def judge(evidence: Evidence) -> Verdict:
    """Return what is to be said about a document."""
    checked = tuple(checks(evidence))
    failed = [check.topic for check in checked if check.result is Result.NO]
    outcome = _outcome(evidence, failed)
    plan = evidence.facts.plan
    return Verdict(
        outcome=outcome,
        headline=_headline(evidence, outcome, failed),
        checks=checked,
        signatures=tuple(_signed(evidence, one) for one in evidence.facts.signatures),
        notes=tuple(_notes(evidence)),
        title=plan.title if plan else "",
        revision=plan.revision if plan else 0,
        fingerprint=plan.fingerprint if plan else "",
        sha256=evidence.sha256,
    )


def _outcome(evidence: Evidence, failed: Sequence[Topic]) -> Outcome:
    """Return what it comes to; without any signature, that is said before anything else."""
    unsigned = not evidence.facts.signatures and not evidence.facts.traces
    if unsigned and evidence.facts.plan is not None and not evidence.digital:
        return Outcome.UNSIGNED
    return _OUTCOMES[failed[0]] if failed else Outcome.UNCHANGED


def _headline(evidence: Evidence, outcome: Outcome, failed: Sequence[Topic]) -> str:
    if outcome is Outcome.UNCHANGED:
        first = evidence.facts.signatures[0]
        return say(
            "Unchanged since {name} signed on {moment} by the signer's computer clock",
            name=first.name,
            moment=moment_of(first.at),
        )
    if outcome is Outcome.INCOMPLETE:
        roles = _missing_roles(evidence)
        if not roles:
            return say("Not signed by all: all approvers missing")
        return say("Not signed by all: {roles} missing", roles=roles)
    if outcome is Outcome.MISFIT:
        return _misfit(evidence)
    if outcome is Outcome.UNKNOWN_SIGNER and failed[0] is Topic.DATES:
        return say("Signature unchanged, certificate not valid when it was made")
    return say(_HEADLINES[outcome])


_HEADLINES = {
    Outcome.CHANGED: phrase("Changed after signing"),
    Outcome.UNKNOWN_SIGNER: phrase("Signature unchanged, signer not known here"),
    Outcome.UNSIGNED: phrase("No digital signature: this PDF alone does not show whether it was changed"),
}


def _misfit(evidence: Evidence) -> str:
    if evidence.facts.plan is None:
        return say("Not a plan's document: there is no plan inside")
    if evidence.facts.signatures:
        return say("Signature unchanged, but the document does not fit its plan")
    return say("Not signed, but the document does not fit its plan")


def _missing_roles(evidence: Evidence) -> str:
    missing = [in_sentence(one.role) for one in evidence.approvers if not evidence.signed_or_accepted(one)]
    return say(", ").join(dict.fromkeys(missing))


def _signed(evidence: Evidence, signature: SignatureFacts) -> Signed:
    approver = evidence.approver_of(signature)
    return Signed(
        role=approver.role if approver else "",
        approver=approver.name if approver else "",
        name=signature.name,
        fingerprint=signature.certificate or "",
        meeting=evidence.meeting(signature),
        at=signature.at,
        reason=signature.reason,
        intact=signature.readable and signature.intact and signature.canonical,
    )


def _notes(evidence: Evidence) -> Iterator[str]:
    if evidence.facts.signatures:
        yield say("Times are those of the signers' own computer clocks; nobody else vouches for them.")
        yield say("Certificate status not checked (offline).")
        yield say(
            "A signature shows which key signed. Who holds a key shows only by comparing its fingerprint."
        )
    for signature in evidence.facts.signatures:
        yield from _notes_on(evidence, signature)
    for approver in evidence.approvers:
        if approver.way is not SigningWay.DIGITAL and evidence.signed_or_accepted(approver):
            yield say(
                "{who} approved by {way}: a record of the decision, which whoever can write the plan's "
                "file could have written.",
                who=who(approver),
                way=in_sentence(approver.way.label),
            )
    yield from _record_notes(evidence)


def _notes_on(evidence: Evidence, signature: SignatureFacts) -> Iterator[str]:
    approver = evidence.approver_of(signature)
    if approver and signature.name and signature.name.casefold() != approver.name.casefold():
        yield say("The certificate of {who} says “{name}”.", who=who(approver), name=signature.name)
    if evidence.is_recorded(signature) and evidence.meeting(signature) is not Meeting.KNOWN:
        name = evidence.name_of(signature)
        yield say(
            "The key of {name} is known from the plan that was given, not from an earlier meeting.", name=name
        )


def _record_notes(evidence: Evidence) -> Iterator[str]:
    record, plan = evidence.record, evidence.facts.plan
    if record is None:
        yield say("The plan's own file was not given; with it, the document can be held against its record.")
    elif evidence.sha256 in record.filed:
        yield say("This is, byte for byte, a file that the plan keeps with the revision.")
    elif plan is not None and plan.fingerprint in record.filed.values():
        yield say(
            "The plan keeps another file with this revision: perhaps a copy with more or fewer signatures."
        )
