"""Files kept with a revision: the copy that is signed digitally, and scans of pages signed in ink."""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import PurePath

from sqlalchemy import Connection, RowMapping, func, select

from planner.editing.filing import Filing, Purpose, refuse_large
from planner.files.errors import FileError
from planner.language import say
from planner.model.fingerprint import short_fingerprint
from planner.store.tables import DOCUMENTS
from planner.store.writing import RowWriter


@dataclass(frozen=True, slots=True)
class Filed:
    """A file that is kept with a revision.

    Attributes:
        number: its place among all, from 1.
        fingerprint: of the revision that it belongs to.
        purpose: why it is kept.
        name: what it was called.
        at: when it was filed, by the computer's clock.
        size: in bytes.
    """

    number: int
    fingerprint: str
    purpose: Purpose
    name: str
    at: datetime
    size: int


def file_away(writer: RowWriter, filing: Filing) -> str:
    """Keep a file with a revision; a later signed copy of a revision takes the place of the one before.

    Args:
        writer: of the open transaction.
        filing: the file; folders in its name are left out.

    Returns:
        What was done, for the log.

    Raises:
        PlanError: it is too large.
    """
    name, purpose = PurePath(filing.name).name, filing.purpose.value
    refuse_large(name, filing.content)
    if filing.purpose is Purpose.SIGNED_COPY:
        same = (DOCUMENTS.c.fingerprint == filing.fingerprint) & (DOCUMENTS.c.purpose == purpose)
        writer.drop(DOCUMENTS, same)
    last = writer.connection.execute(select(func.max(DOCUMENTS.c.number))).scalar() or 0
    row = {
        "number": last + 1,
        "fingerprint": filing.fingerprint,
        "purpose": purpose,
        "name": name,
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "content": filing.content,
    }
    writer.put(DOCUMENTS, row)
    digest = hashlib.sha256(filing.content).hexdigest()
    return say(
        "“{name}” was filed with {revision} (SHA-256 {digest})",
        name=name,
        revision=short_fingerprint(filing.fingerprint),
        digest=digest,
    )


def all_filed(connection: Connection) -> tuple[Filed, ...]:
    """Return what is kept, in the order in which it was filed, without the contents."""
    size = func.length(DOCUMENTS.c.content).label("size")
    columns = [column for column in DOCUMENTS.c if column.name != "content"]
    rows = connection.execute(select(*columns, size).order_by(DOCUMENTS.c.number)).mappings()
    return tuple(_filed(row) for row in rows)


def _filed(row: RowMapping) -> Filed:
    told = {**row, "purpose": Purpose(row["purpose"]), "at": datetime.fromisoformat(row["at"])}
    return Filed(**told)


def content_of(connection: Connection, number: int) -> bytes:
    """Return the content of a file that is kept.

    Raises:
        FileError: there is none of this number.
    """
    found = connection.execute(select(DOCUMENTS.c.content).where(DOCUMENTS.c.number == number)).scalar()
    if found is None:
        msg = say("This file is no longer kept in the plan.")
        raise FileError(msg)
    return bytes(found)
