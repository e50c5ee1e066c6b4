"""The log: who did what with the plan, ordered by a counter, each entry chained to the one before.

The chain shows that an entry in the middle was changed, taken out or put in. It is no proof against
the owner of the file, who could write it anew from there on; a digital signature can't be written anew.
"""

import getpass
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any

import msgspec
from sqlalchemy import RowMapping, select

from planner.language import phrase, say
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


def first_break(entries: Sequence[LogEntry]) -> int | None:
    """Return the place of the first entry that does not follow from the one before, from 1, or None.

    Args:
        entries: all of the log by their numbers.
    """
    before = _FIRST
    for place, entry in enumerate(entries, start=1):
        row = {**asdict(entry), "at": entry.at.isoformat(timespec="seconds")}
        if entry.number != place or entry.chain != chained(before, row):
            return place
        before = entry.chain
    return None


CAVEAT = phrase(
    "The entries are chained by hashes, so that one which is changed, taken out or put in shows. "
    "Whoever owns the file could write the whole log anew; nobody can do so with a digital signature. "
    "Times are those of the computers that were used."
)
"""What the log can and can't show; goes wherever it is shown or exported."""


def log_text(title: str, entries: Sequence[LogEntry]) -> str:
    """Return the log as a text to keep elsewhere: a head, a line for each entry, and its chain below.

    Args:
        title: of the plan.
        entries: all of the log by their numbers.
    """
    broken = first_break(entries)
    if broken is None:
        state = say("The chain is whole.")
    else:
        state = say("The chain is broken at entry {entry}.", entry=str(broken))
    lines = [say("Log of {plan}", plan=title), say(CAVEAT), state, ""]
    for entry in entries:
        lines += [
            f"{entry.number}. {entry.at.isoformat(sep=' ')}  {entry.who or say('unknown')}: {entry.what}",
            f"   {entry.chain}",
        ]
    return "\n".join(lines) + "\n"


def _account() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "unknown"
