"""`truecourse verify`: a document, a plan, or a document held against its plan."""

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from planner.commands.output import Exit, tell, tell_json, terminal_progress
from planner.errors import PlanError
from planner.files.endings import ENDINGS
from planner.language import phrase, say
from planner.model.format import in_sentence
from planner.signing.fingerprints import grouped
from planner.signing.known import KnownSigners, Meeting
from planner.signing.verify.judging import judge
from planner.signing.verify.plan_judging import judge_plan
from planner.signing.verify.record import PlanRecord, load_record
from planner.signing.verify.verdict import Check, Result, Signed, Verdict, as_json, moment_of
from planner.signing.verify.verifying import examine

_MARKS = {Result.YES: phrase("yes"), Result.NO: phrase("NO"), Result.NOT_CHECKED: phrase("not checked")}
_WIDTH = 100


@dataclass(frozen=True, slots=True)
class Wishes:
    """How a verdict is wanted.

    Attributes:
        as_json: print one JSON object in place of sentences.
        remember: take up the keys that are met for the first time on sound signatures.
    """

    as_json: bool = False
    remember: bool = False


def verify(path: Path, plan: Path | None, wishes: Wishes) -> Exit:
    """Judge a document or a plan, and print the verdict.

    Args:
        path: a PDF; or a plan, then by its own record and by the signed document that it keeps.
        plan: the plan that a PDF is held against.
        wishes: how the verdict is wanted.

    Returns:
        OK where all that was checked holds, else STOP.

    Raises:
        PlanError: a file can't be read.
    """
    if path.suffix.lower() in ENDINGS:
        verdicts = _plan_verdicts(path, plan, wishes)
    else:
        record = load_record(plan) if plan is not None else None
        verdicts = [_document_verdict(path, path.name, record, wishes)]
    if wishes.as_json:
        tell_json(_as_one(verdicts))
    else:
        for number, verdict in enumerate(verdicts):
            if number:
                tell("", say("The signed document that this plan keeps"))
            tell(*_lines(verdict))
    return Exit.OK if all(verdict.holds for verdict in verdicts) else Exit.STOP


def _plan_verdicts(path: Path, other: Path | None, wishes: Wishes) -> list[Verdict]:
    if other is not None:
        msg = say("A plan is held against a PDF, not against another plan.")
        raise PlanError(msg, hint=say("Give the PDF first: truecourse verify FILE.pdf --plan PLAN"))
    record = load_record(path)
    own = judge_plan(record)
    if not record.signed_copy:
        return [own]
    return [own, _document_verdict(record.signed_copy, path.name, record, wishes)]


def _document_verdict(source: Path | bytes, where: str, record: PlanRecord | None, wishes: Wishes) -> Verdict:
    evidence = examine(source, KnownSigners(), record=record, progress=terminal_progress())
    verdict = judge(evidence)
    if not wishes.remember:
        return verdict
    _remember_first(verdict, evidence.known, where)
    return judge(evidence)


def _as_one(verdicts: list[Verdict]) -> dict[str, Any]:
    first, *others = map(as_json, verdicts)
    return {**first, "document": others[0]} if others else first


def _remember_first(verdict: Verdict, known: KnownSigners, where: str) -> None:
    """Take up keys met for the first time on sound signatures; a changed key is never taken up unasked."""
    for signed in verdict.signatures:
        if signed.intact and signed.meeting is Meeting.FIRST and signed.approver:
            known.remember(signed.approver, signed.fingerprint, at=datetime.now(UTC), where=where)


def _lines(verdict: Verdict) -> Iterator[str]:
    yield verdict.headline
    if verdict.fingerprint:
        yield say("{plan}, revision {revision}", plan=verdict.title, revision=str(verdict.revision))
        yield say("Plan fingerprint {fingerprint}", fingerprint=verdict.fingerprint)
    for check in verdict.checks:
        yield from _check_lines(check)
    for signed in verdict.signatures:
        yield from _signature_lines(signed)
    if verdict.notes:
        yield ""
    for note in verdict.notes:
        yield from textwrap.wrap(note, _WIDTH, initial_indent="  ", subsequent_indent="    ")


def _check_lines(check: Check) -> Iterator[str]:
    yield "  " + say("{topic}: {result}", topic=check.topic.label, result=say(_MARKS[check.result]))
    for failure in check.failures:
        yield from textwrap.wrap(failure, _WIDTH, initial_indent=" " * 6, subsequent_indent=" " * 6)


def _signature_lines(signed: Signed) -> Iterator[str]:
    yield ""
    name = signed.name or say("somebody")
    if signed.role:
        yield say("Signature of {name}, {role}", name=name, role=in_sentence(signed.role))
    else:
        yield say("Signature of {name}", name=name)
    if signed.fingerprint:
        yield "  " + say("Key {key}", key=grouped(signed.fingerprint))
    yield "  " + say("Signer's computer clock: {moment}", moment=moment_of(signed.at))
