"""PAdES signatures by pyHanko; import this module only where something is signed, it takes a second.

PAdES-B-B without a time stamp: no network is used, so the time is the signer's own clock.
"""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO
from typing import Any

from asn1crypto import keys, x509
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import BoxConstraints
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter, enumerate_sig_fields
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.signers.pdf_signer import PdfSigningSession
from pyhanko.stamp import BaseStamp, BaseStampStyle
from pyhanko_certvalidator.registry import SimpleCertificateStore

from planner.errors import PlanError
from planner.language import say
from planner.signing.identity import Identity, certificate_bytes
from planner.signing.stamp import StampText, stamp_pdf

_STAMP = "/Stamp"


@dataclass(frozen=True, slots=True)
class Entry:
    """What goes into one signature.

    Attributes:
        field: name of the empty signature field.
        certify: whether nothing but further signatures may follow; for the first signature only.
        reason: what is signed for, as viewers list it.
        at: the moment by the signer's clock, with a time zone.
        stamp: what the visible box says.
    """

    field: str
    certify: bool
    reason: str
    at: datetime
    stamp: StampText


def signature_fields(pdf: bytes) -> dict[str, bool]:
    """Return the signature fields of a PDF by name, and whether each holds a signature.

    Raises:
        PlanError: the file can't be read as a PDF.
    """
    return _fields(_reader(pdf))


def sign(pdf: bytes, entry: Entry, identity: Identity) -> bytes:
    """Return the PDF with one more signature appended; what was there stays byte for byte.

    Raises:
        PlanError: the file can't be read or signed.
    """
    writer = _writer(pdf)
    signer = _ClockedSigner(
        PdfSignatureMetadata(
            field_name=entry.field,
            name=identity.name,
            reason=entry.reason,
            md_algorithm="sha256",
            subfilter=SigSeedSubFilter.PADES,
            certify=entry.certify,
            docmdp_permissions=MDPPerm.FILL_FORMS,
        ),
        entry.at,
        _cms_signer(identity),
        _StampStyle(border_width=0, text=entry.stamp),
    )
    output = BytesIO()
    try:
        _run(signer.async_sign_pdf(writer, existing_fields_only=True, output=output))
    except (SigningError, PdfError) as error:
        msg = say("This document can't be signed: another program may have changed it.")
        raise PlanError(msg, hint=say("Export the document again, and sign the new file.")) from error
    return output.getvalue()


def _reader(pdf: bytes) -> PdfFileReader:
    try:
        return PdfFileReader(BytesIO(pdf))
    except (PdfError, ValueError) as error:
        raise _unreadable() from error


def _writer(pdf: bytes) -> IncrementalPdfFileWriter:
    try:
        return IncrementalPdfFileWriter(BytesIO(pdf))
    except (PdfError, ValueError) as error:
        raise _unreadable() from error


def _unreadable() -> PlanError:
    return PlanError(say("This file can't be read as a PDF."), hint=say("Export the document again."))


def _fields(reader: PdfFileReader) -> dict[str, bool]:
    try:
        return {name: value is not None for name, value, _ in enumerate_sig_fields(reader)}
    except (PdfError, ValueError) as error:
        raise _unreadable() from error


def _run(work: Coroutine[Any, Any, object]) -> None:
    """Run pyHanko's coroutine in a thread of its own: the caller's may have an event loop that runs."""
    with ThreadPoolExecutor(max_workers=1) as thread:
        thread.submit(asyncio.run, work).result()


def _cms_signer(identity: Identity) -> SimpleSigner:
    key = identity.key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    chain = [x509.Certificate.load(certificate_bytes(one)) for one in identity.chain]
    return SimpleSigner(
        signing_cert=x509.Certificate.load(certificate_bytes(identity.certificate)),
        signing_key=keys.PrivateKeyInfo.load(key),
        cert_registry=SimpleCertificateStore.from_certs(chain),  # type: ignore[no-untyped-call] # pyHanko's
    )


class _ClockedSigner(PdfSigner):
    """A signer whose signature and stamp tell one and the same moment."""

    def __init__(
        self, meta: PdfSignatureMetadata, at: datetime, signer: SimpleSigner, style: BaseStampStyle
    ) -> None:
        super().__init__(meta, signer, stamp_style=style)
        self._at = at

    def init_signing_session(
        self,
        pdf_out: BasePdfFileWriter,
        existing_fields_only: bool = False,  # noqa: FBT001, FBT002 - pyHanko's signature
    ) -> PdfSigningSession:
        session = super().init_signing_session(pdf_out, existing_fields_only)
        session.system_time = self._at
        return session


@dataclass(frozen=True)
class _StampStyle(BaseStampStyle):
    """Has the visible box drawn by our own text engine."""

    text: StampText = field(default_factory=lambda: StampText("", ()))

    def create_stamp(
        self,
        writer: BasePdfFileWriter,
        box: BoxConstraints,
        text_params: dict[str, Any],  # noqa: ARG002 - pyHanko's templates; text here is no template
    ) -> BaseStamp:
        return _Stamp(writer, self, box)


class _Stamp(BaseStamp):
    def render(self) -> bytes:
        drawn = stamp_pdf(self.style.text, float(self.box.width), float(self.box.height))
        page = self._ensure_writer.import_page_as_xobject(PdfFileReader(BytesIO(drawn)))
        self.resources.xobject[pdf_name(_STAMP)] = page
        return f"q {_STAMP} Do Q".encode()
