"""What reading a document shows; written by the child process, and by its form checked in the parent."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

from planner.model.vocabulary import SigningWay
from planner.model.vocabulary import Verdict as Decision

Hash = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}\Z")]
Short = Annotated[str, Meta(pattern=r"^([0-9A-F]{4}-){3}[0-9A-F]{4}\Z")]
Said = Annotated[str, Meta(max_length=4000)]
Word = Annotated[str, Meta(max_length=400)]
Many = Annotated[int, Meta(ge=0)]
MOST = 200
"""Signatures, fields and approvers of one document that are looked at."""


class SignatureFacts(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One signature.

    Attributes:
        field: name of its field.
        readable: whether it could be read at all; if not, nothing below says anything.
        name: of the signer, as the certificate has it.
        certificate: SHA-256 of the signer's certificate; empty where there is none.
        valid_from: the certificate's first moment.
        valid_to: the certificate's last moment.
        at: when, by the signer's own clock.
        reason: what it was signed for.
        intact: the bytes that it covers are as they were, and the key fits.
        canonical: what it can't cover, its own container, is exactly as signing leaves it.
        certifies: it allows nothing but signatures after it.
        later_changes_allowed: whatever came after it was nothing but further signatures.
        covers_all: no byte of the file lies after it or in a gap.
    """

    field: Word
    readable: bool
    name: Word = ""
    certificate: Hash | None = None
    valid_from: datetime | None = None
    valid_to: datetime | None = None
    at: datetime | None = None
    reason: Said = ""
    intact: bool = False
    canonical: bool = False
    certifies: bool = False
    later_changes_allowed: bool = False
    covers_all: bool = False


class ApproverFacts(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An approver of the attached plan.

    Attributes:
        id: the approver's id.
        field: name of the signature field.
        role: in the plan's words.
        name: of the person.
        way: how this person signs.
        decision: the last one about exactly this plan that the attached plan holds, or None.
    """

    id: Word
    field: Word
    role: Word
    name: Word
    way: SigningWay
    decision: Decision | None = None


class PlanFacts(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The plan inside the document."""

    plan_id: Word
    revision: Many
    title: Said
    fingerprint: Hash
    approvers: Annotated[tuple[ApproverFacts, ...], Meta(max_length=MOST)] = ()


class Attached(StrEnum):
    """How the plan lies in the document."""

    ONE = "one"
    NONE = "none"
    SEVERAL = "several"
    TOO_LARGE = "too-large"
    NO_PLAN = "no-plan"


class DocumentFacts(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All that was read.

    Attributes:
        pages: how many.
        signatures: by the order in which they were made.
        empty_fields: names of the fields without signature.
        attached: how the plan lies in the newest state of the file.
        plan: the plan, where there is one that can be read.
        attached_unchanged: the same plan lay in the file when each signature was made.
        printed: the short fingerprints that the pages' footers show.
        stated: the full fingerprint in the document's properties, as they were first signed.
        traces: signatures of which the file has traces, in place or not.
        foreign: things that a plan's document never has, in plain words.
    """

    pages: Many
    signatures: Annotated[tuple[SignatureFacts, ...], Meta(max_length=MOST)] = ()
    empty_fields: Annotated[tuple[Word, ...], Meta(max_length=MOST)] = ()
    attached: Attached = Attached.NONE
    plan: PlanFacts | None = None
    attached_unchanged: bool = True
    printed: Annotated[tuple[Short, ...], Meta(max_length=MOST)] = ()
    stated: Hash | None = None
    traces: Many = 0
    foreign: Annotated[tuple[Word, ...], Meta(max_length=MOST)] = ()
