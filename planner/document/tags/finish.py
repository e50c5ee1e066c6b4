"""The finished file: an archival one (PDF/A-3a) that is open to everyone (PDF/UA-1).

ReportLab's file has the pages and their structure. Here it gets what such files need beside them:
metadata in XMP, the meaning of its colours, and attached files that count as part of it.
Bytes in, bytes out, and the same for the same: no clock is read and nothing is drawn by lot.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from io import BytesIO
from typing import Literal

import pikepdf
from pikepdf import Array, AttachedFileSpec, Dictionary, Name, String
from PIL import ImageCms

from planner.document.tags.xmp import xmp_packet
from planner.document.text.clean import printable

PROGRAM = "Truecourse"


@dataclass(frozen=True, slots=True)
class Meta:
    """What a document says about itself.

    Attributes:
        title: shown in the title bar of viewers; never empty.
        author: whose document it is; may be empty.
        subject: what it is, in a line; may be empty.
        day: as of which it speaks; stands for its dates, so that the same document has the same bytes.
        language: of its text, by RFC 3066.
    """

    title: str
    author: str
    subject: str
    day: date
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file inside the document.

    Attributes:
        name: of the file.
        data: its content.
        mime: its type, such as "application/json".
        description: what it is, for the viewer's list of attachments.
        relation: what it is to the document; its source, or a supplement.
    """

    name: str
    data: bytes
    mime: str
    description: str
    relation: Literal["Source", "Supplement", "Data"] = "Source"


def finish(data: bytes, meta: Meta, attachments: Sequence[Attachment] = ()) -> bytes:
    """Return a drawn document as a PDF/A-3a and PDF/UA-1 file.

    Args:
        data: what a `TextCanvas` saved, its text all tagged.
        meta: what the document says about itself.
        attachments: files inside it, found by `planner.document.attached`.
    """
    with pikepdf.open(BytesIO(data)) as pdf:
        _describe(pdf, meta)
        _mean_colours(pdf)
        for attachment in attachments:
            _attach(pdf, attachment, meta.day)
        out = BytesIO()
        # Objects stay outside of object streams: checking signatures takes half as long.
        pdf.save(
            out,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            deterministic_id=True,
            force_version="1.7",
        )
    return out.getvalue()


def _describe(pdf: pikepdf.Pdf, meta: Meta) -> None:
    """Say the same in XMP and in the old form, which viewers still show."""
    title, author, subject = (printable(text) for text in (meta.title, meta.author, meta.subject))
    packet = xmp_packet(title=title or PROGRAM, author=author, subject=subject, program=PROGRAM, day=meta.day)
    pdf.Root.Metadata = pdf.make_stream(packet, Type=Name.Metadata, Subtype=Name.XML)
    moment = String(_pdf_date(meta.day))
    entries = {"/Title": title or PROGRAM, "/Author": author, "/Subject": subject}
    entries |= {"/Creator": PROGRAM, "/Producer": PROGRAM}
    info = Dictionary({key: String(text) for key, text in entries.items() if text})
    info.CreationDate = info.ModDate = moment
    pdf.trailer.Info = pdf.make_indirect(info)
    pdf.Root.Lang = String(meta.language)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True, PrintScaling=Name("/None"))


def _mean_colours(pdf: pikepdf.Pdf) -> None:
    """Say that the document's colours are those of sRGB."""
    profile = pdf.make_stream(_srgb_profile(), N=3, Alternate=Name.DeviceRGB)
    named = String("sRGB IEC61966-2.1")
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=named,
        Info=named,
        DestOutputProfile=profile,
    )
    pdf.Root.OutputIntents = Array([intent])


@cache
def _srgb_profile() -> bytes:
    """Return the profile of sRGB; the moment at which it was made is a fixed one."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[24:36] = bytes.fromhex("07ea00010001000000000000")
    return bytes(profile)


def _attach(pdf: pikepdf.Pdf, attachment: Attachment, day: date) -> None:
    file = AttachedFileSpec(
        pdf,
        attachment.data,
        filename=attachment.name,
        mime_type=attachment.mime,
        description=attachment.description,
        creation_date=_pdf_date(day),
        mod_date=_pdf_date(day),
    )
    file.relationship = Name(f"/{attachment.relation}")
    pdf.attachments[attachment.name] = file


def _pdf_date(day: date) -> str:
    return f"D:{day:%Y%m%d}000000Z"
