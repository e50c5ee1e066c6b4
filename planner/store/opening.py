"""Opening a plan file: through the gate, recovered from a crash, and read as a whole."""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from msgspec import MsgspecError
from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from planner.errors import PlanError
from planner.files import refusals
from planner.files.errors import BusyError, FileError, UnconfirmedError, file_error
from planner.language import say
from planner.store.connecting import engine_on, open_raw, reading
from planner.store.contents import Contents, read_contents
from planner.store.gate import (
    Header,
    allow_writing,
    check_inside,
    current_schema,
    guard,
    journal_of,
    read_header,
)
from planner.store.open_files import Identity, claim, identity, release
from planner.store.saving import error_code, gone
from planner.store.tables import VERSION

_MISFITS = (PlanError, MsgspecError, ValueError, LookupError, TypeError, ArithmeticError, RecursionError)
"""What reading rows raises where they hold anything but what was written."""

_LEFT_BY_A_CRASH = {"SQLITE_READONLY_ROLLBACK", "SQLITE_READONLY_RECOVERY", "SQLITE_CANTOPEN"}


@dataclass(slots=True)
class OpenPlan:
    """A plan file that passed the gate.

    Attributes:
        path: the file itself, links followed.
        key: its device and inode.
        raw: the one connection.
        engine: SQLAlchemy's engine on that connection.
        contents: what was read.
        read_only_reason: why it can't be written, in plain words; empty where it can.
        resources: everything to be given back, in order.
    """

    path: Path
    key: Identity
    raw: sqlite3.Connection
    engine: Engine
    contents: Contents
    read_only_reason: str
    resources: ExitStack

    def close(self) -> None:
        """Close the connection and give the file back."""
        self.resources.close()


def open_plan(path: Path, *, to_write: bool) -> OpenPlan:
    """Open a plan file of this version.

    Args:
        path: the file or a link to it.
        to_write: whether edits are meant; otherwise the file is only read.

    Returns:
        The open file; `close` it.

    Raises:
        PlanError: it is refused; then nothing was changed.
    """
    resources = ExitStack()
    try:
        return _opened(path, resources, to_write=to_write)
    except BaseException:
        resources.close()
        raise


def _opened(path: Path, resources: ExitStack, *, to_write: bool) -> OpenPlan:
    target, key = _claimed(path, resources)
    with refusing(path.name):
        header = read_header(target)
        reason = _why_read_only(target) if to_write else say("It was opened for reading.")
        raw = _connected(target, resources, size=header.size, writable=not reason)
        if header.version < VERSION and not reason:
            _replace_old(raw, target, header)
            resources.close()
            return _opened(path, resources, to_write=to_write)
        if header.version < VERSION:
            raw = _up_to_date_copy(raw, target, header, resources)
        engine = engine_on(raw)
        contents = _checked_contents(raw, engine, path.name)
        if identity(target) != key:
            raise gone(path.name)
    if not reason:
        allow_writing(raw)
    return OpenPlan(target, key, raw, engine, contents, reason, resources)


@contextmanager
def refusing(name: str) -> Iterator[None]:
    """Tell whatever goes wrong while reading a plan file in one of a few plain sentences.

    Args:
        name: of the file.

    Raises:
        FileError: the file can't be read, may not be read, or is damaged.
    """
    try:
        yield
    except FileError:
        raise
    except (DBAPIError, sqlite3.Error) as error:
        raise _unreadable(name, error_code(error)) from error
    except PermissionError as error:
        raise refusals.not_allowed(name) from error
    except OSError as error:
        raise file_error(error, Path(name)) from error
    except _MISFITS as error:
        raise refusals.damaged(name) from error


def _unreadable(name: str, code: str) -> FileError:
    """Return what an error of SQLite while reading means to the user.

    Args:
        name: of the file.
        code: SQLite's name of the error.
    """
    if code.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return BusyError(
            say("“{name}” is in use by another program.", name=name), hint=say("Try again in a moment.")
        )
    if code == "SQLITE_INTERRUPT":
        return refusals.too_slow(name)
    if code.startswith("SQLITE_IOERR") and code != "SQLITE_IOERR_SHORT_READ":
        return UnconfirmedError(
            say("The disk did not let us read “{name}”.", name=name), hint=say("Is it still there?")
        )
    if code in {"SQLITE_AUTH", "SQLITE_PERM"}:
        return refusals.foreign(name)
    return refusals.damaged(name)


def _claimed(path: Path, resources: ExitStack) -> tuple[Path, Identity]:
    try:
        target = path.resolve(strict=True)
        key = claim(target)
    except FileNotFoundError as error:
        raise refusals.no_file(path.name) from error
    except PermissionError as error:
        raise refusals.not_allowed(path.name) from error
    except (OSError, RuntimeError, ValueError) as error:
        raise refusals.not_a_file(path) from error
    resources.callback(release, key)
    return target, key


def _why_read_only(target: Path) -> str:
    if not os.access(target, os.W_OK):
        return say("The file is write-protected.")
    if not os.access(target.parent, os.W_OK):
        return say("Its folder is write-protected.")
    return ""


def _connected(target: Path, resources: ExitStack, *, size: int, writable: bool) -> sqlite3.Connection:
    try:
        return _guarded(target, resources, size=size, writable=writable)
    except sqlite3.Error as error:
        if writable or error.sqlite_errorname not in _LEFT_BY_A_CRASH:
            raise
    return _guarded(_recoverable_copy(target, resources), resources, size=size, writable=True)


def _guarded(target: Path, resources: ExitStack, *, size: int, writable: bool) -> sqlite3.Connection:
    raw = open_raw(target, writable=writable)
    resources.callback(raw.close)
    guard(raw, size)
    return raw


def _recoverable_copy(target: Path, resources: ExitStack) -> Path:
    """Copy a file that a crash left in the middle of a write, with the journal that takes it back."""
    copy = _private_folder(resources) / target.name
    shutil.copyfile(target, copy)
    if journal_of(target).exists():
        shutil.copyfile(journal_of(target), journal_of(copy))
    return copy


def _replace_old(raw: sqlite3.Connection, target: Path, header: Header) -> None:
    from planner.store.migrating import replace_old  # noqa: PLC0415 - Alembic is slow to import

    replace_old(raw, target, header.version)


def _up_to_date_copy(
    raw: sqlite3.Connection, target: Path, header: Header, resources: ExitStack
) -> sqlite3.Connection:
    from planner.store.migrating import copy_up_to_date  # noqa: PLC0415 - Alembic is slow to import

    copy = _private_folder(resources) / target.name
    copy_up_to_date(raw, target.name, header.version, copy)
    return _guarded(copy, resources, size=header.size, writable=False)


def _private_folder(resources: ExitStack) -> Path:
    return Path(resources.enter_context(tempfile.TemporaryDirectory(prefix="truecourse-")))


def _checked_contents(raw: sqlite3.Connection, engine: Engine, name: str) -> Contents:
    with reading(engine) as connection, connection.begin():
        check_inside(raw, name, current_schema())
        return read_contents(connection)
