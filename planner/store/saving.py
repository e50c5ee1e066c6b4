"""What goes wrong while writing a plan file, in words that claim nothing that was not confirmed."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from planner.files.errors import (
    BusyError,
    ConflictError,
    FileError,
    FullError,
    GoneError,
    ReadOnlyError,
    UnconfirmedError,
)
from planner.language import say

_FULL = {"SQLITE_FULL", "SQLITE_IOERR_WRITE", "SQLITE_TOOBIG"}


@contextmanager
def saving(name: str) -> Iterator[None]:
    """Tell SQLite's errors of a write in plain words.

    Args:
        name: of the file.

    Raises:
        FileError: what SQLite said, in plain words; what is a bug stays as it was.
    """
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        told = _write_error(name, error_code(error))
        if told is None:
            raise
        raise told from error


def error_code(error: BaseException) -> str:
    """Return SQLite's name of an error, such as "SQLITE_BUSY"; empty where it has none."""
    original = error.orig if isinstance(error, DBAPIError) else error
    code: str = getattr(original, "sqlite_errorname", "")
    return code


def _write_error(name: str, code: str) -> FileError | None:
    """Return what an error of SQLite while writing means to the user; None where it is a bug.

    Where the disk failed while it was flushed, the write may be there although it was reported as
    failed (measured: a failing flush of the folder); that is told as not confirmed.
    """
    if code.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return BusyError(
            say("“{name}” is in use by another program.", name=name),
            hint=say("Your edit is kept; try again."),
        )
    if code in _FULL:
        return FullError(
            say("There is no room left to save “{name}”; what was saved before is safe.", name=name),
            hint=say("Free some space and try again, or save a copy elsewhere."),
        )
    if code == "SQLITE_READONLY_DBMOVED":
        return gone(name)
    if code.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN")):
        return ReadOnlyError(
            say("“{name}” can't be written there.", name=name), hint=say("Save a copy in another folder.")
        )
    if code.startswith("SQLITE_IOERR"):
        return UnconfirmedError(
            say("The disk did not confirm that “{name}” was saved.", name=name),
            hint=say("Read the plan from its file again."),
        )
    return None


def gone(name: str) -> GoneError:
    """Return the error that tells that the file is no longer where it was opened."""
    return GoneError(
        say("“{name}” was moved, deleted or replaced while it was open.", name=name), hint=say("Save a copy.")
    )


def conflict(name: str) -> ConflictError:
    """Return the error that tells that somebody else wrote the file."""
    return ConflictError(
        say("“{name}” was changed by another window or program; nothing was overwritten.", name=name),
        hint=say("Read the plan again, then repeat your last edit."),
    )
