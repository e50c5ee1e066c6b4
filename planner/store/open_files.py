"""Which plan files this process has open: each at most once.

A second look at an open file would end SQLite's locks on it (closing any handle of a file drops all
of a process's POSIX locks), so that another program could write in the middle of our write.
"""

import threading
from pathlib import Path

from planner.files.errors import FileError
from planner.language import say

Identity = tuple[int, int]
"""Device and inode: the same for all names of one file."""

_lock = threading.Lock()
_open: set[Identity] = set()


class AlreadyOpenError(FileError):
    """This process has the file open."""


def identity(path: Path) -> Identity:
    """Return what a path stands for now, whatever its name.

    Raises:
        OSError: there is nothing.
    """
    found = path.stat()
    return found.st_dev, found.st_ino


def claim(path: Path) -> Identity:
    """Take a file into use; give it back with `release`.

    Raises:
        AlreadyOpenError: it is in use in this process.
        OSError: there is nothing at this path.
    """
    key = identity(path)
    with _lock:
        if key in _open:
            msg = say("“{name}” is already open here.", name=path.name)
            raise AlreadyOpenError(msg, hint=say("Use the window in which it is open."))
        _open.add(key)
    return key


def release(key: Identity) -> None:
    """Give a file back, after every handle on it is closed."""
    with _lock:
        _open.discard(key)


def is_open(path: Path) -> bool:
    """Whether this process has the file at a path open."""
    try:
        key = identity(path)
    except OSError:
        return False
    with _lock:
        return key in _open
