"""The gate: what a file must show before a plan is read from it, since it may come from anybody.

In this order: an ordinary file of sane size, our header, a known version, no foreign journal beside
it; then, on a connection that can neither run triggers nor attach files and has a deadline, exactly
our tables, and SQLite's own check. Python's SQLite can't be put into its defensive mode before 3.12;
the exact list of tables and the authorizer stand in for it.
"""

import hashlib
import re
import sqlite3
import stat
import struct
import time
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from planner.files import refusals
from planner.store.tables import APPLICATION_ID, VERSION, create_statements

MAX_BYTES = 512 * 1024 * 1024
"""A plan file never grows beyond this, and none beyond it is read."""

_SECONDS = 5.0
_BYTES_A_SECOND = 20 * 1024 * 1024
_HEADER_BYTES = 100
_MAGIC = b"SQLite format 3\x00"
_JOURNAL_MAGIC = bytes.fromhex("d9d505f920a163d7")
_ROLLBACK_JOURNAL = (1, 1)
_STEPS_BETWEEN_LOOKS = 2000

_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: 64 * 1024 * 1024,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 100_000,
    sqlite3.SQLITE_LIMIT_COLUMN: 100,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 50,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 5,
    sqlite3.SQLITE_LIMIT_VDBE_OP: 25_000,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 1,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 50,
}

_ALLOWED = {
    sqlite3.SQLITE_SELECT,
    sqlite3.SQLITE_READ,
    sqlite3.SQLITE_PRAGMA,
    sqlite3.SQLITE_TRANSACTION,
}
_WRITES = {sqlite3.SQLITE_INSERT, sqlite3.SQLITE_UPDATE, sqlite3.SQLITE_DELETE}
_ALLOWED_FUNCTIONS = {"max", "count", "length", "quick_check"}
_OWN_TABLES_OF_SQLITE = {"sqlite_stat1", "sqlite_stat4", "sqlite_sequence"}


@dataclass(frozen=True, slots=True)
class Header:
    """What the first bytes of a plan file say.

    Attributes:
        version: number of its schema.
        hot: a crash left a journal beside it, which SQLite takes back on the next opening.
        size: bytes of the file.
    """

    version: int
    hot: bool
    size: int


def read_header(path: Path) -> Header:
    """Look at a file from outside, without SQLite.

    Must not be called while this process has the file open (see `planner.store.open_files`).

    Raises:
        RefusedError: it is no plan file, or one of a newer version.
    """
    size = _checked_size(path)
    with path.open("rb") as file:
        head = file.read(_HEADER_BYTES)
    if len(head) < _HEADER_BYTES or head[:16] != _MAGIC:
        raise refusals.not_a_plan(path.name)
    (application_id,) = struct.unpack(">I", head[68:72])
    if application_id != APPLICATION_ID:
        raise refusals.not_a_plan(path.name)
    (version,) = struct.unpack(">I", head[60:64])
    if version > VERSION:
        raise refusals.newer(path.name)
    hot = _has_hot_journal(path)
    if version < 1 or (head[18], head[19]) != _ROLLBACK_JOURNAL or not (hot or _is_whole(head, size)):
        raise refusals.damaged(path.name)
    return Header(version, hot, size)


def journal_of(path: Path) -> Path:
    """Return the name under which SQLite keeps what it needs to take a write back."""
    return path.with_name(f"{path.name}-journal")


def _checked_size(path: Path) -> int:
    try:
        found = path.stat()
    except FileNotFoundError as error:
        raise refusals.no_file(path.name) from error
    if not stat.S_ISREG(found.st_mode):
        raise refusals.not_a_file(path)
    if found.st_size == 0:
        raise refusals.empty(path.name)
    if found.st_size > MAX_BYTES:
        raise refusals.too_large(path.name)
    return found.st_size


def _is_whole(head: bytes, size: int) -> bool:
    (raw,) = struct.unpack(">H", head[16:18])
    page = 65536 if raw == 1 else raw
    return page >= 512 and page & (page - 1) == 0 and size % page == 0


def _has_hot_journal(path: Path) -> bool:
    """Say whether a journal lies beside the file, and refuse one that is not ours.

    A journal that ends in the name of a second file belongs to a write over several databases, which
    we never make; taking it back can delete the file of that name.
    """
    journal = journal_of(path)
    try:
        size = journal.stat().st_size
    except FileNotFoundError:
        return False
    if size == 0:
        return False
    with journal.open("rb") as file:
        file.seek(max(0, size - len(_JOURNAL_MAGIC)))
        if file.read() == _JOURNAL_MAGIC:
            raise refusals.foreign(path.name)
    return True


def guard(raw: sqlite3.Connection, size: int) -> None:
    """Put a connection under limits, a deadline and an authorizer that lets it only read.

    Args:
        raw: a new connection.
        size: bytes of its file; large ones get more time.
    """
    for limit, value in _LIMITS.items():
        raw.setlimit(limit, value)
    end = time.monotonic() + _SECONDS + size / _BYTES_A_SECOND
    raw.set_progress_handler(lambda: time.monotonic() > end, _STEPS_BETWEEN_LOOKS)
    raw.set_authorizer(_only_reading)


def allow_writing(raw: sqlite3.Connection) -> None:
    """Let a connection that passed the gate write rows, without a deadline; still nothing else."""
    raw.set_progress_handler(None, 0)
    raw.set_authorizer(_rows_only)


def unguard(raw: sqlite3.Connection) -> None:
    """Let a connection whose schema passed the gate do anything, for a migration."""
    raw.set_progress_handler(None, 0)
    raw.set_authorizer(None)


def _only_reading(
    action: int, _what: str | None, function: str | None, _database: str | None, inner: str | None
) -> int:
    if inner is not None:
        return sqlite3.SQLITE_DENY
    known = action == sqlite3.SQLITE_FUNCTION and function in _ALLOWED_FUNCTIONS
    return sqlite3.SQLITE_OK if action in _ALLOWED or known else sqlite3.SQLITE_DENY


def _rows_only(
    action: int, what: str | None, function: str | None, database: str | None, inner: str | None
) -> int:
    if action in _WRITES and inner is None and not (what or "").startswith("sqlite_"):
        return sqlite3.SQLITE_OK
    return _only_reading(action, what, function, database, inner)


def check_inside(raw: sqlite3.Connection, name: str, expected: str) -> None:
    """Check the tables and pages of a guarded connection.

    Args:
        raw: the connection.
        name: of the file, for the refusal.
        expected: digest of the schema that a file of its version has.

    Raises:
        RefusedError: it holds anything but our tables, or is damaged.
        sqlite3.Error: it can't be read.
    """
    if schema_digest(raw) != expected:
        raise refusals.foreign(name)
    if raw.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        raise refusals.damaged(name)


def schema_digest(raw: sqlite3.Connection) -> str:
    """Return a digest of all objects in a file, besides those that SQLite makes for itself."""
    found = raw.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema").fetchall()
    return _digest(row for row in found if row[1] not in _OWN_TABLES_OF_SQLITE)


@cache
def current_schema() -> str:
    """Return the digest of this version's schema."""
    return _digest(("table", name, name, sql) for name, sql in create_statements().items())


def _digest(objects: Iterable[tuple[str, str, str, str | None]]) -> str:
    plain = sorted((kind, name, table, _plain_sql(sql or "")) for kind, name, table, sql in objects)
    return hashlib.sha256(repr(plain).encode()).hexdigest()


def _plain_sql(sql: str) -> str:
    """Return SQL without the blanks and quotation marks in which versions of SQLAlchemy may differ."""
    return re.sub(r'[\s"]+', "", sql)
