"""The log: who did what with the plan, ordered by a counter, each entry chained to the one before.

The chain shows that an entry in the middle was changed, taken out or put in. It is no proof against
the owner of the file, who could write it anew from there on; a digital signature can't be written anew.
"""

import getpass
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import msgspec
from sqlalchemy import RowMapping, select

from planner.store.tables import LOG
from planner.store.writing import RowWriter

_FIRST = "0" * 64
"""Stands for the entry before the first."""


@dataclass(frozen=True, slots=True)
class LogEntry:
    """What was done with the plan.

    Attributes:
        number: its place in the log, from 1; tells the order.
        edits: how many writes the file had seen.
        at: by the computer's clock, which may be wrong.
        who: the name of the user's account on that computer.
        what: in plain words.
        chain: SHA-256 over this entry and the chain of the one before, in hexadecimal.
    """

    number: int
    edits: int
    at: datetime
    who: str
    what: str
    chain: str


def log_entry(row: RowMapping) -> LogEntry:
    """Return the log entry of a row.

    Raises:
        ValueError: its moment is none.
    """
    return LogEntry(**{**row, "at": datetime.fromisoformat(row["at"])})


def add_log(writer: RowWriter, edits: int, what: str) -> None:
    """Note what was done.

    Args:
        writer: of the open transaction.
        edits: how many writes the file will then have seen.
        what: in plain words.
    """
    newest = select(LOG.c.number, LOG.c.chain).order_by(LOG.c.number.desc()).limit(1)
    number, chain = writer.connection.execute(newest).one_or_none() or (0, _FIRST)
    row = {
        "number": number + 1,
        "edits": edits,
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "who": _account(),
        "what": what,
    }
    writer.put(LOG, {**row, "chain": chained(chain, row)})


def chained(before: str, row: Mapping[str, Any]) -> str:
    """Return the chain of an entry.

    Args:
        before: the chain of the entry before.
        row: the entry's cells, of which `chain` is not looked at.
    """
    cells = [row[name] for name in ("number", "edits", "at", "who", "what")]
    return hashlib.sha256(msgspec.json.encode([before, *cells])).hexdigest()


def first_break(rows: Sequence[Mapping[str, Any]]) -> int | None:
    """Return the number of the first entry that does not follow from the one before, or None.

    Args:
        rows: all rows of the log by their numbers.
    """
    before = _FIRST
    for number, row in enumerate(rows, start=1):
        if row["number"] != number or row["chain"] != chained(before, row):
            return number
        before = row["chain"]
    return None


def _account() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "unknown"
