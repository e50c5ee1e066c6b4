"""Signing a plan's document: one approver's digital signature in the field that was made for it.

A file that comes from elsewhere is verified first (`planner.signing.verify`); then it is signed. Call
from a worker thread: a signature takes up to a second.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from planner.errors import PlanError
from planner.language import phrase, say
from planner.model.format import in_sentence
from planner.model.text import clean_text
from planner.signing.fingerprints import abridged
from planner.signing.identity import Identity
from planner.signing.stamp import StampText, clock_line
from planner.signoff.refusals import ClockError

_CLOCKS_DIFFER = timedelta(minutes=5)
_LONGEST_REASON = 2000
CLOCK_NOTE = phrase("Signed although this clock was behind the plan's last change")


@dataclass(frozen=True, slots=True)
class SigningRequest:
    """What an approver signs.

    Attributes:
        field: name of the approver's empty signature field.
        role: in which role, in the plan's words.
        statement: what the signature says, such as "I approve revision 3 of this plan".
        at: now, by this computer's clock, with a time zone.
        certify: whether this is the document's first signature, after which only further signatures
            may come.
        latest: moment of the plan's last change or approval, if known.
        clock_confirmed: the signer was told that the clock is behind, and goes on.
    """

    field: str
    role: str
    statement: str
    at: datetime
    certify: bool
    latest: datetime | None = None
    clock_confirmed: bool = False


def sign_document(pdf: bytes, request: SigningRequest, identity: Identity) -> bytes:
    """Add an approver's signature to a plan's document, as an update after what is there.

    Args:
        pdf: the document, with all its signature fields.
        request: who signs what.
        identity: the opened key.

    Returns:
        The signed document; write it with `planner.files.atomic.write_atomically`.

    Raises:
        ClockError: the clock is earlier than the plan's last change.
        PlanError: there is no such field, it is signed already, it is not this signature's turn, or the
            file can't be signed.
    """
    from planner.signing import pades  # noqa: PLC0415 - pyHanko is slow to import

    _refuse_early_clock(request)
    _refuse_wrong_turn(pades.signature_fields(pdf), request)
    entry = pades.Entry(
        field=request.field,
        certify=request.certify,
        reason=_said(request),
        at=request.at,
        stamp=_stamp_text(request, identity),
    )
    return pades.sign(pdf, entry, identity)


def _refuse_early_clock(request: SigningRequest) -> None:
    if _is_behind(request) and not request.clock_confirmed:
        msg = say(
            "This computer's clock says {now}, but the plan was last changed on {latest}.",
            now=f"{request.at:%Y-%m-%d %H:%M}",
            latest=f"{request.latest:%Y-%m-%d %H:%M}",
        )
        raise ClockError(
            msg, hint=say("Set the clock. If it is right, confirm that; the signature will say so.")
        )


def _is_behind(request: SigningRequest) -> bool:
    return request.latest is not None and request.at + _CLOCKS_DIFFER < request.latest


def _refuse_wrong_turn(fields: Mapping[str, bool], request: SigningRequest) -> None:
    if request.field not in fields:
        msg = say("This document has no place for this signature.")
        raise PlanError(
            msg, hint=say("Export the document from the plan again; it then has a place for each approver.")
        )
    if fields[request.field]:
        msg = say("This document is already signed as {role}.", role=in_sentence(request.role))
        raise PlanError(msg)
    if request.certify and any(fields.values()):
        msg = say("The signature that certifies the document must be the first, but somebody has signed.")
        raise PlanError(
            msg, hint=say("Export the document again, and have the others sign after this signature.")
        )
    if not request.certify and not any(fields.values()):
        msg = say("The first signature must be the one that certifies the document.")
        raise PlanError(msg, hint=say("The sponsor signs first where the plan asks for no other order."))


def _stamp_text(request: SigningRequest, identity: Identity) -> StampText:
    lines = (
        request.role,
        _said(request),
        clock_line(request.at),
        say("Key {key}", key=abridged(identity.fingerprint)),
    )
    return StampText(say("Signed by {name}", name=identity.name), lines)


def _said(request: SigningRequest) -> str:
    said = clean_text(request.statement)[:_LONGEST_REASON]
    if not _is_behind(request):
        return said
    return say("{statement} ({note})", statement=said, note=say(CLOCK_NOTE))
