"""The verdict on a document or a plan: a headline, what was checked, and what can't be shown."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from planner.language import say
from planner.language.figures import written_time
from planner.model.format import day
from planner.model.values import Choice
from planner.signing.fingerprints import grouped
from planner.signing.known import Meeting


class Outcome(StrEnum):
    """What it comes to.

    Attributes:
        UNCHANGED: all that was checked is as it should be.
        CHANGED: something was changed, taken out or added after signing.
        INCOMPLETE: somebody has not signed.
        MISFIT: nothing was changed, but it is not the plan that it says it is.
        UNKNOWN_SIGNER: nothing was changed, but a key is not known here or was not valid.
        UNSIGNED: nobody was to sign digitally, so nothing shows whether it was changed.
    """

    UNCHANGED = "unchanged"
    CHANGED = "changed"
    INCOMPLETE = "incomplete"
    MISFIT = "misfit"
    UNKNOWN_SIGNER = "unknown-signer"
    UNSIGNED = "unsigned"


class Topic(Choice):
    """What is checked, with the words for it."""

    INTACT = "intact", "What was signed is unchanged"
    ADDITIONS = "additions", "Nothing but the signatures asked for was added"
    WHOLE_FILE = "whole-file", "The last signature covers the whole file"
    COMPLETE = "complete", "Everybody has signed who should"
    PLAN = "plan", "The plan inside is the one on the pages"
    RECORD = "record", "The plan's own record has this revision"
    KNOWN = "known", "The signers' keys are known here"
    DATES = "dates", "The certificates were valid, by the signers' clocks"


class Result(StrEnum):
    """What a check found."""

    YES = "yes"
    NO = "no"
    NOT_CHECKED = "not-checked"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was checked.

    Attributes:
        topic: what.
        result: whether it holds.
        failures: one plain sentence for each thing that is wrong.
    """

    topic: Topic
    result: Result
    failures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Signed:
    """One signature, for a list.

    Attributes:
        role: for which role of the plan; empty where the plan does not ask for it.
        approver: the name in the plan.
        name: the name in the certificate.
        fingerprint: SHA-256 of the certificate in hexadecimal; empty where it could not be read.
        meeting: how the key stands to what is known here.
        at: by the signer's own clock.
        reason: what was signed for.
        intact: what it covers is unchanged.
    """

    role: str
    approver: str
    name: str
    fingerprint: str
    meeting: Meeting
    at: datetime | None
    reason: str
    intact: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is to be said about a document or a plan.

    Attributes:
        outcome: what it comes to.
        headline: the same in a few words.
        checks: what was checked, in order of weight.
        signatures: the digital signatures, in order of time.
        notes: what this does not show, and what else there is to know.
        title: of the plan; empty where there is none.
        revision: of the plan; 0 where there is none.
        fingerprint: of the plan, in full; empty where there is none.
        sha256: of the file that was judged.
    """

    outcome: Outcome
    headline: str
    checks: tuple[Check, ...]
    signatures: tuple[Signed, ...]
    notes: tuple[str, ...]
    title: str
    revision: int
    fingerprint: str
    sha256: str

    @property
    def holds(self) -> bool:
        """Whether all that was checked is as it should be."""
        return self.outcome is Outcome.UNCHANGED

    @property
    def failures(self) -> tuple[str, ...]:
        """One plain sentence for each thing that is wrong."""
        return tuple(failure for check in self.checks for failure in check.failures)


def as_json(verdict: Verdict) -> dict[str, Any]:
    """Return a verdict in the shape that scripts rely on."""
    return {
        "verdict": verdict.outcome.value,
        "headline": verdict.headline,
        "holds": verdict.holds,
        "checks": [
            {
                "check": check.topic.value,
                "title": check.topic.label,
                "result": check.result.value,
                "failures": list(check.failures),
            }
            for check in verdict.checks
        ],
        "signatures": [_signed_as_json(signed) for signed in verdict.signatures],
        "notes": list(verdict.notes),
        "plan": {
            "title": verdict.title,
            "revision": verdict.revision,
            "fingerprint": verdict.fingerprint,
        },
        "sha256": verdict.sha256,
    }


def _signed_as_json(signed: Signed) -> dict[str, Any]:
    return {
        "role": signed.role,
        "approver": signed.approver,
        "name": signed.name,
        "key": grouped(signed.fingerprint),
        "key_is": signed.meeting.value,
        "signer_clock": signed.at.isoformat() if signed.at else None,
        "reason": signed.reason,
        "intact": signed.intact,
    }


def day_of(moment: datetime) -> str:
    """Return a moment's day in words."""
    return day(moment.date())


def moment_of(moment: datetime | None) -> str:
    """Return a moment in words, with its zone."""
    if moment is None:
        return say("an unknown day")
    return say(
        "{day}, {time} (UTC{zone})",
        day=day_of(moment),
        time=written_time(moment.time()),
        zone=f"{moment:%z}",
    )
