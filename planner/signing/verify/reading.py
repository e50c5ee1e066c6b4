"""Reading a document that may be hostile; runs in the child process only."""

import asyncio
import hashlib
import re
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from io import BytesIO

from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.general import SigningError
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature, async_validate_pdf_signature
from pyhanko.sign.validation.status import PdfSignatureStatus
from pyhanko_certvalidator import ValidationContext

from planner.language import say
from planner.model.text import clean_text
from planner.signing.verify.attached import attached_bytes, plan_facts
from planner.signing.verify.container import covers_all, is_canonical
from planner.signing.verify.facts import MOST, Attached, DocumentFacts, SignatureFacts
from planner.signing.verify.footers import MOST_PAGES, printed_fingerprints
from planner.signing.verify.foreign import foreign_things
from planner.signing.verify.objects import entry

Progress = Callable[[float], None]
_MISFITS = (
    PdfError, SigningError, SignatureValidationError, ValueError, LookupError, TypeError, AttributeError,
    ArithmeticError, NotImplementedError, AssertionError,
)  # fmt: skip
"""What pyHanko raises where a file is not what it should be."""
_GOOD_DIGESTS = {"sha256", "sha384", "sha512"}
_STATED = re.compile(r"\b[0-9a-f]{64}\b")
_SIGNATURES_READ = 0.7
"""Part of the work after which the footers are looked at."""


class UnreadableError(ValueError):
    """The file is no document that can be judged."""


def read_document(data: bytes, progress: Progress) -> DocumentFacts:
    """Return all that a document shows.

    Args:
        data: the file.
        progress: told from 0 to 1 how far the work is.

    Raises:
        UnreadableError: it has more pages or signatures than any plan's document.
        Exception: whatever the libraries raise about a file that is none.
    """
    reader = PdfFileReader(BytesIO(data))
    pages = int(reader.root["/Pages"]["/Count"])
    if not 0 < pages <= MOST_PAGES:
        msg = "pages"
        raise UnreadableError(msg)
    filled, empty = _fields(reader)
    signatures, states = _signatures(data, filled, lambda part: progress(part * _SIGNATURES_READ))
    attached, plan_data = attached_bytes(reader)
    digests = [_attached_digest(reader, state) for state in states]
    return DocumentFacts(
        pages=pages,
        signatures=tuple(signatures),
        empty_fields=tuple(empty),
        attached=attached if attached is not Attached.ONE or plan_facts(plan_data) else Attached.NO_PLAN,
        plan=plan_facts(plan_data) if attached is Attached.ONE else None,
        attached_unchanged=set(digests) <= {hashlib.sha256(plan_data).digest()},
        printed=printed_fingerprints(
            data, lambda part: progress(_SIGNATURES_READ + part * (1 - _SIGNATURES_READ))
        ),
        stated=_stated(reader, states),
        traces=data.count(b"/ByteRange"),
        foreign=foreign_things(reader),
    )


_Filled = tuple[str, EmbeddedPdfSignature | None]


def _fields(reader: PdfFileReader) -> tuple[list[_Filled], list[str]]:
    """Return the signatures in the order in which they were made, and the names of the empty fields."""
    filled: list[_Filled] = []
    empty: list[str] = []
    for name, value, field in enumerate_sig_fields(reader):
        if value is None:
            empty.append(_word(name))
            continue
        found = None
        with suppress(*_MISFITS):
            found = EmbeddedPdfSignature(reader, field, name)
        filled.append((_word(name), found))
    if len(filled) + len(empty) > MOST:
        msg = "fields"
        raise UnreadableError(msg)
    return sorted(filled, key=lambda one: one[1].signed_revision if one[1] else -1), empty


def _signatures(
    data: bytes, filled: list[_Filled], progress: Progress
) -> tuple[list[SignatureFacts], list[int]]:
    """Return the signatures, and the numbers of the states of the file that they signed."""
    facts: list[SignatureFacts] = []
    for number, (name, found) in enumerate(filled, start=1):
        facts.append(_judged(data, name, found))
        progress(number / len(filled))
    return facts, [found.signed_revision for _, found in filled if found is not None]


def _judged(data: bytes, name: str, found: EmbeddedPdfSignature | None) -> SignatureFacts:
    if found is not None:
        with suppress(*_MISFITS):
            return _signature(data, name, found)
    return SignatureFacts(field=name, readable=False)


def _signature(data: bytes, name: str, found: EmbeddedPdfSignature) -> SignatureFacts:
    certificate = found.signer_cert
    status = _validated(found)
    byte_range = tuple(int(number) for number in found.byte_range)
    return SignatureFacts(
        field=name,
        readable=True,
        name=_word(certificate.subject.native.get("common_name", "")) or say("(no name)"),
        certificate=hashlib.sha256(certificate.dump()).hexdigest(),
        valid_from=certificate["tbs_certificate"]["validity"]["not_before"].native,
        valid_to=certificate["tbs_certificate"]["validity"]["not_after"].native,
        at=_aware(status.signer_reported_dt),
        reason=clean_text(str(entry(found.sig_object, "/Reason", "")))[:4000],
        intact=status.intact and status.valid and status.md_algorithm in _GOOD_DIGESTS,
        canonical=is_canonical(data, byte_range, found.pkcs7_content),
        certifies=found.docmdp_level is not None,
        later_changes_allowed=bool(status.docmdp_ok),
        covers_all=covers_all(data, byte_range),
    )


def _validated(found: EmbeddedPdfSignature) -> PdfSignatureStatus:
    """Have a signature checked with its own certificate as root: who is known is judged elsewhere."""
    moment = _aware(found.self_reported_timestamp)
    context = ValidationContext(
        trust_roots=[found.signer_cert],
        allow_fetching=False,
        revocation_mode="soft-fail",
        moment=moment or datetime.now(UTC),
    )
    return asyncio.run(async_validate_pdf_signature(found, context))


def _aware(moment: datetime | None) -> datetime | None:
    return moment.replace(tzinfo=UTC) if moment is not None and moment.tzinfo is None else moment


def _attached_digest(reader: PdfFileReader, state: int) -> bytes:
    """Return the digest of the plan as it lay in the file at one signature; of nothing, where none did."""
    with suppress(*_MISFITS):
        return hashlib.sha256(attached_bytes(reader.get_historical_resolver(state))[1]).digest()
    return b""


def _stated(reader: PdfFileReader, states: list[int]) -> str | None:
    """Return the full fingerprint among the properties as first signed: later signers may change those."""
    state = reader.get_historical_resolver(states[0]) if states else reader
    with suppress(*_MISFITS):
        found = _STATED.search(str(state.trailer_view["/Info"]["/Subject"]))
        return found[0] if found else None
    return None


def _word(text: object) -> str:
    return clean_text(str(text), lines=False)[:400]
