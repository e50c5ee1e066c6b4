"""The finished file: an archival one (PDF/A-3a) that is open to everyone (PDF/UA-1).

A canvas writes the pages and their structure. Here the file gets what such files need beside them:
metadata in XMP, the meaning of its colours, and attached files that count as part of it.
The same for the same: no clock is read and nothing is drawn by lot.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Literal

from PIL import ImageCms

from planner.language import language
from planner.paper.file.syntax import moment, name, string
from planner.paper.file.writer import FileWriter
from planner.paper.tags.xmp import xmp_packet
from planner.paper.text.canvas import TextCanvas
from planner.paper.text.clean import printable

PROGRAM = "Truecourse"


def _spoken() -> str:
    return language().tag


@dataclass(frozen=True, slots=True)
class Meta:
    """What a document says about itself.

    Attributes:
        title: shown in the title bar of viewers; never empty.
        author: whose document it is; may be empty.
        subject: what it is, in a line; may be empty.
        day: as of which it speaks; stands for its dates, so that the same document has the same bytes.
        language: of its text, by RFC 3066; the one in use.
    """

    title: str
    author: str
    subject: str
    day: date
    language: str = field(default_factory=_spoken)


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


def finish(canvas: TextCanvas, meta: Meta, attachments: Sequence[Attachment] = ()) -> None:
    """Make the document that a canvas draws a PDF/A-3a and PDF/UA-1 file; call it before it is saved.

    Args:
        canvas: all of its text is tagged.
        meta: what the document says about itself.
        attachments: files inside it, found by `planner.document.attached`.
    """
    _describe(canvas.file, meta)
    _mean_colours(canvas.file)
    if attachments:
        _attach(canvas.file, attachments, meta.day)


def _describe(file: FileWriter, meta: Meta) -> None:
    """Say the same in XMP and in the old form, which viewers still show."""
    title, author, subject = (printable(text) for text in (meta.title, meta.author, meta.subject))
    title = title or PROGRAM
    packet = xmp_packet(title=title, author=author, subject=subject, program=PROGRAM, day=meta.day)
    entries = {"Title": title, "Author": author, "Subject": subject, "Creator": PROGRAM, "Producer": PROGRAM}
    file.info |= {key: string(text) for key, text in entries.items() if text}
    file.info |= dict.fromkeys(("CreationDate", "ModDate"), moment(meta.day))
    # Archives want metadata that every program can read, so the packet is not compressed.
    file.catalog["Metadata"] = f"{file.stream(packet, '/Type/Metadata/Subtype/XML', level=0)} 0 R"
    file.catalog["Lang"] = string(meta.language)
    file.catalog["ViewerPreferences"] = "<</DisplayDocTitle true/PrintScaling/None>>"


def _mean_colours(file: FileWriter) -> None:
    """Say that the document's colours are those of sRGB."""
    profile = file.stream(_srgb_profile(), "/N 3/Alternate/DeviceRGB")
    named = string("sRGB IEC61966-2.1")
    file.catalog["OutputIntents"] = (
        f"[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier{named}/Info{named}"
        f"/DestOutputProfile {profile} 0 R>>]"
    )


@cache
def _srgb_profile() -> bytes:
    """Return the profile of sRGB; the moment at which it was made is a fixed one."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[24:36] = bytes.fromhex("07ea00010001000000000000")
    return bytes(profile)


def _attach(file: FileWriter, attachments: Sequence[Attachment], day: date) -> None:
    """Put files in, by their names in the order of their bytes, which the tree of names wants."""
    listed = sorted((string(attachment.name), _attached(file, attachment, day)) for attachment in attachments)
    names = "".join(f"{title} {number} 0 R" for title, number in listed)
    file.catalog["Names"] = f"<</EmbeddedFiles<</Names[{names}]>>>>"
    file.catalog["AF"] = f"[{' '.join(f'{number} 0 R' for _, number in listed)}]"


def _attached(file: FileWriter, attachment: Attachment, day: date) -> int:
    """Write a file, and return the number of the object that describes it."""
    dates = f"/CreationDate{moment(day)}/ModDate{moment(day)}"
    checksum = hashlib.md5(attachment.data, usedforsecurity=False).hexdigest()
    data = file.stream(
        attachment.data,
        f"/Type/EmbeddedFile/Subtype{name(attachment.mime)}"
        f"/Params<</Size {len(attachment.data)}/CheckSum<{checksum}>{dates}>>",
    )
    title = string(attachment.name)
    return file.put(
        f"<</Type/Filespec/F{title}/UF{title}/Desc{string(attachment.description)}"
        f"/AFRelationship/{attachment.relation}/EF<</F {data} 0 R/UF {data} 0 R>>>>"
    )
