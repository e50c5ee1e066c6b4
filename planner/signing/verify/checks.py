"""What is checked of a document, and one plain sentence for each thing that is wrong."""

from collections.abc import Iterable, Iterator

from planner.model.vocabulary import SigningWay
from planner.signing.fingerprints import grouped
from planner.signing.known import Meeting
from planner.signing.verify.evidence import Evidence, who
from planner.signing.verify.facts import Attached
from planner.signing.verify.verdict import Check, Result, Topic, day_of
from planner.signoff.fingerprint import short_fingerprint

_PACKING = {
    Attached.NONE: "There is no plan inside this PDF, so it is not known who had to sign.",
    Attached.SEVERAL: "There are several plans inside this PDF, so it is not known which one was signed.",
    Attached.TOO_LARGE: "What lies inside this PDF as the plan is larger than any plan.",
    Attached.NO_PLAN: "What lies inside this PDF as the plan can't be read as one.",
}


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
        whose = evidence.whose(signature)
        if not signature.readable:
            yield f"The signature {whose} can't be read: it was damaged or changed."
        elif not signature.intact:
            yield f"What the signature {whose} covers was changed after it was made."
        elif not signature.canonical:
            yield f"The container of the signature {whose} was changed after it was made."
    if facts.traces > len(facts.signatures):
        yield (
            f"The file has traces of {facts.traces} signatures, but {len(facts.signatures)} in place: "
            "one was taken out or hidden."
        )


def _what_was_added(evidence: Evidence) -> Iterator[str]:
    expected = {one.field for one in evidence.digital}
    fields = [one.field for one in evidence.facts.signatures]
    for signature in evidence.facts.signatures:
        whose = evidence.whose(signature)
        if signature.readable and not signature.later_changes_allowed:
            yield f"After the signature {whose} something other than a signature was added or replaced."
        if evidence.facts.plan is not None and signature.field not in expected:
            yield f"There is a signature that the plan does not ask for, {whose}."
        if fields.count(signature.field) > 1:
            yield f"There is more than one signature {whose}."
    for thing in evidence.facts.foreign:
        yield f"The PDF has what no plan's document has: {thing}."


def _what_is_not_covered(evidence: Evidence) -> Iterator[str]:
    if not any(signature.covers_all for signature in evidence.facts.signatures):
        yield "Something stands in the file after the last signature, or in a gap of it."


def _who_is_missing(evidence: Evidence) -> Iterator[str]:
    searched = "inside the PDF" if evidence.record is None else "inside the PDF or in the plan"
    for approver in evidence.approvers:
        if evidence.signed_or_accepted(approver):
            continue
        if approver.way is SigningWay.DIGITAL:
            yield f"{who(approver)} has not signed."
        else:
            yield f"{who(approver)} does not sign digitally, and no approval is recorded {searched}."
    if not evidence.approvers:
        yield "The plan names nobody who approves it."


def _what_contradicts(evidence: Evidence) -> Iterator[str]:
    facts = evidence.facts
    if facts.plan is None:
        yield _PACKING.get(facts.attached, _PACKING[Attached.NO_PLAN])
        return
    if not facts.attached_unchanged:
        yield "The plan inside the PDF is another one than when it was signed."
    short = short_fingerprint(facts.plan.fingerprint)
    if not facts.printed:
        yield "The pages do not show the plan's fingerprint."
    for printed in facts.printed:
        if printed != short:
            yield f"The pages show the fingerprint {printed}, but the plan inside has {short}."
    if facts.stated is not None and facts.stated != facts.plan.fingerprint:
        yield "The PDF's own description names another plan fingerprint than the plan inside has."


def _what_the_record_lacks(evidence: Evidence) -> Iterator[str]:
    plan, record = evidence.facts.plan, evidence.record
    if plan is None or record is None:
        return
    if plan.plan_id != record.plan.plan_id:
        yield "The plan that was given is another plan than the one inside the PDF."
        return
    if record.revision_of(plan.fingerprint) is None:
        yield f"The plan's own record has no signed revision {plan.revision} with this fingerprint."
    for signature in evidence.facts.signatures:
        approver = evidence.approver_of(signature)
        approval = evidence.approval_of(approver) if approver else None
        if approver and approval and approval.certificate and not evidence.is_recorded(signature):
            yield f"The plan's own record names another key for {who(approver)}."


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
            return (
                f"CHANGED KEY: this is not the key of {name} that was met on {day_of(met.first_met)}. "
                f"It may be a new one, or a stranger's under that name. Ask {name} whether this is it: {key}."
            )
        case Meeting.OTHER_NAME:
            others = " and ".join(evidence.known.names_of(certificate))
            return f"OTHER NAME: the key that signed for {name} is known here as the key of {others}."
        case Meeting.FIRST:
            return f"The key of {name} was never met here. Compare its fingerprint with {name}: {key}."
        case Meeting.KNOWN:
            return ""


def _whose_dates_fail(evidence: Evidence) -> Iterator[str]:
    for signature in evidence.facts.signatures:
        start, end, at = signature.valid_from, signature.valid_to, signature.at
        name = evidence.name_of(signature)
        if not signature.readable or start is None or end is None:
            continue
        signed = f"{name} signed on {day_of(at)} by the signer's clock" if at else ""
        if at is None:
            yield f"The signature of {name} does not say when it was made."
        elif at > end:
            yield f"{signed}; the certificate expired on {day_of(end)}."
        elif at < start:
            yield f"{signed}; the certificate begins on {day_of(start)}."
