"""The document's parts as one file: the same parts make the same bytes."""

import zipfile
from datetime import datetime
from io import BytesIO

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE

from planner.language import language

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest moment that a zip file can hold."""


def packed(document: Document) -> bytes:
    """Return a document's file; each part bears the same moment, whatever the clock says."""
    written, result = BytesIO(), BytesIO()
    _drop_thumbnail(document)
    document.save(written)
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            part = zipfile.ZipInfo(name, _EPOCH)
            part.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(part, source.read(name))
    return result.getvalue()


def _drop_thumbnail(document: Document) -> None:
    """Take out the small picture of the template, which shows another document."""
    relations = document.part.package.rels
    for key in [
        key for key, relation in relations.items() if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL
    ]:
        del relations[key]


def describe(
    document: Document, *, title: str, author: str, subject: str, revision: int, at: datetime
) -> None:
    """Set the file's properties, with nothing in them that the plan does not say."""
    properties = document.core_properties
    properties.title, properties.author, properties.subject = title[:255], author[:255], subject[:255]
    properties.comments, properties.keywords, properties.category = "", "", ""
    properties.last_modified_by, properties.language = "Truecourse", language().tag
    properties.created = properties.modified = at
    properties.revision = revision
