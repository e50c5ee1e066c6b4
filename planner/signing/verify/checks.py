"""What is checked of a document, and one plain sentence for each thing that is wrong."""

from collections.abc import Iterable, Iterator

from planner.language import phrase, say
from planner.model.fingerprint import short_fingerprint
from planner.model.format import listing
from planner.model.vocabulary import SigningWay
from planner.signing.fingerprints import grouped
from planner.signing.known import Meeting
from planner.signing.verify.evidence import Evidence, who
from planner.signing.verify.facts import Attached
from planner.signing.verify.tellings import ADDED, ALTERED, DOUBLED, RECASED, UNASKED, UNREADABLE
from planner.signing.verify.verdict import Check, Result, Topic, day_of

_PACKING = {
    Attached.NONE: phrase("There is no plan inside this PDF, so it is not known who had to sign."),
    Attached.SEVERAL: phrase(
        "There are several plans inside this PDF, so it is not known which one was signed."
    ),
    Attached.TOO_LARGE: phrase("What lies inside this PDF as the plan is larger than any plan."),
    Attached.NO_PLAN: phrase("What lies inside this PDF as the plan can't be read as one."),
}
_NO_APPROVAL = phrase("{who} does not sign digitally, and no approval is recorded inside the PDF.")
_NOWHERE = phrase("{who} does not sign digitally, and no approval is recorded inside the PDF or in the plan.")
_EXPIRED = phrase("{name} signed on {day} by the signer's clock; the certificate expired on {end}.")
_NOT_YET = phrase("{name} signed on {day} by the signer's clock; the certificate begins on {start}.")


def checks(evidence: Evidence) -> Iterator[Check]:
    """Yield what was checked, the gravest first."""
    signed = bool(evidence.facts.signatures) or evidence.facts.traces > 0
    yield _check(Topic.INTACT, _what_broke(evidence), able=signed)
    yield _check(Topic.ADDITIONS, _what_was_added(evidence), able=signed or bool(evidence.facts.foreign))
    yield _check(Topic.WHOLE_FILE, _what_is_not_covered(evidence), able=bool(evidence.facts.signatures))
    yield _check(Topic.COMPLETE, _who_is_missing(evidence), able=evidence.facts.plan is not None)
    yield _check(Topic.PLAN, _what_contradicts(evidence))
    yield _check(Topic.RECORD, _what_the_record_lacks(evidence), able=evidence.record is not None)
    yield _check(Topic.KNOWN, _who_is_unknown(evidence), able=bool(evidence.facts.signatures))
    yield _check(Topic.DATES, _whose_dates_fail(evidence), able=bool(evidence.facts.signatures))


def _check(topic: Topic, failures: Iterable[str], *, able: bool = True) -> Check:
    told = tuple(dict.fromkeys(failures)) if able else ()
    result = Result.NO if told else Result.YES if able else Result.NOT_CHECKED
    return Check(topic, result, told)


def _what_broke(evidence: Evidence) -> Iterator[str]:
    facts = evidence.facts
    for signature in facts.signatures:
        if not signature.readable:
            yield evidence.told_of(signature, UNREADABLE)
        elif not signature.intact:
            yield evidence.told_of(signature, ALTERED)
        elif not signature.canonical:
            yield evidence.told_of(signature, RECASED)
    if facts.traces > len(facts.signatures):
        yield say(
            "The file has traces of {traces} signatures, but {signatures} in place: one was taken out or "
            "hidden.",
            traces=facts.traces,
            signatures=len(facts.signatures),
        )


def _what_was_added(evidence: Evidence) -> Iterator[str]:
    expected = {one.field for one in evidence.digital}
    fields = [one.field for one in evidence.facts.signatures]
    for signature in evidence.facts.signatures:
        if signature.readable and not signature.later_changes_allowed:
            yield evidence.told_of(signature, ADDED)
        if evidence.facts.plan is not None and signature.field not in expected:
            yield evidence.told_of(signature, UNASKED)
        if fields.count(signature.field) > 1:
            yield evidence.told_of(signature, DOUBLED)
    for thing in evidence.facts.foreign:
        yield say("The PDF has what no plan's document has: {thing}.", thing=thing)


def _what_is_not_covered(evidence: Evidence) -> Iterator[str]:
    if not any(signature.covers_all for signature in evidence.facts.signatures):
        yield say("Something stands in the file after the last signature, or in a gap of it.")


def _who_is_missing(evidence: Evidence) -> Iterator[str]:
    for approver in evidence.approvers:
        if evidence.signed_or_accepted(approver):
            continue
        if approver.way is SigningWay.DIGITAL:
            yield say("{who} has not signed.", who=who(approver))
        else:
            yield say(_NO_APPROVAL if evidence.record is None else _NOWHERE, who=who(approver))
    if not evidence.approvers:
        yield say("The plan names nobody who approves it.")


def _what_contradicts(evidence: Evidence) -> Iterator[str]:
    facts = evidence.facts
    if facts.plan is None:
        packing = _PACKING.get(facts.attached, _PACKING[Attached.NO_PLAN])
        yield say(packing)
        return
    if not facts.attached_unchanged:
        yield say("The plan inside the PDF is another one than when it was signed.")
    short = short_fingerprint(facts.plan.fingerprint)
    if not facts.printed:
        yield say("The pages do not show the plan's fingerprint.")
    for printed in facts.printed:
        if printed != short:
            yield say(
                "The pages show the fingerprint {printed}, but the plan inside has {short}.",
                printed=printed,
                short=short,
            )
    if facts.stated is not None and facts.stated != facts.plan.fingerprint:
        yield say("The PDF's own description names another plan fingerprint than the plan inside has.")


def _what_the_record_lacks(evidence: Evidence) -> Iterator[str]:
    plan, record = evidence.facts.plan, evidence.record
    if plan is None or record is None:
        return
    if plan.plan_id != record.plan.plan_id:
        yield say("The plan that was given is another plan than the one inside the PDF.")
        return
    if record.revision_of(plan.fingerprint) is None:
        yield say(
            "The plan's own record has no signed revision {revision} with this fingerprint.",
            revision=str(plan.revision),
        )
    for signature in evidence.facts.signatures:
        approver = evidence.approver_of(signature)
        approval = evidence.approval_of(approver) if approver else None
        if approver and approval and approval.certificate and not evidence.is_recorded(signature):
            yield say("The plan's own record names another key for {who}.", who=who(approver))


def _who_is_unknown(evidence: Evidence) -> Iterator[str]:
    for signature in evidence.facts.signatures:
        if signature.certificate is not None and not evidence.is_recorded(signature):
            told = _unknown(evidence, evidence.name_of(signature), signature.certificate)
            if told:
                yield told


def _unknown(evidence: Evidence, name: str, certificate: str) -> str:
    key = grouped(certificate)
    match evidence.known.meeting(name, certificate):
        case Meeting.CHANGED:
            met = evidence.known.keys_of(name)[-1]
            return say(
                "CHANGED KEY: this is not the key of {name} that was met on {day}. It may be a "
                "new one, or a stranger's under that name. Ask {name} whether this is it: {key}.",
                name=name,
                day=day_of(met.first_met),
                key=key,
            )
        case Meeting.OTHER_NAME:
            others = listing(evidence.known.names_of(certificate))
            return say(
                "OTHER NAME: the key that signed for {name} is known here as the key of {others}.",
                name=name,
                others=others,
            )
        case Meeting.FIRST:
            return say(
                "The key of {name} was never met here. Compare its fingerprint with {name}: {key}.",
                name=name,
                key=key,
            )
        case Meeting.KNOWN:
            return ""


def _whose_dates_fail(evidence: Evidence) -> Iterator[str]:
    for signature in evidence.facts.signatures:
        start, end, at = signature.valid_from, signature.valid_to, signature.at
        name = evidence.name_of(signature)
        if not signature.readable or start is None or end is None:
            continue
        if at is None:
            yield say("The signature of {name} does not say when it was made.", name=name)
        elif at > end:
            yield say(_EXPIRED, name=name, day=day_of(at), end=day_of(end))
        elif at < start:
            yield say(_NOT_YET, name=name, day=day_of(at), start=day_of(start))
