"""What can go wrong with files, in words for the user; the window reacts to the class."""

import errno
from pathlib import Path

from planner.errors import PlanError
from planner.language import say


class FileError(PlanError):
    """Reading or writing a file did not work."""


class ConflictError(FileError):
    """Somebody else changed the plan in the meantime; nothing was overwritten."""


class GoneError(FileError):
    """The file was moved, deleted or replaced while it was open."""


class BusyError(FileError):
    """Another program holds the file just now."""


class FullError(FileError):
    """There is no room left; what was saved before is safe."""


class ReadOnlyError(FileError):
    """The file can be read, not written."""


class UnconfirmedError(FileError):
    """The disk did not confirm a write: it may or may not be there."""


_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
_TOO_LONG = {errno.ENAMETOOLONG, errno.EINVAL}


def file_error(error: OSError, path: Path) -> FileError:
    """Return what an error of the operating system means to the user.

    Args:
        error: what went wrong.
        path: the file that was to be read or written.
    """
    code = error.errno
    if code == errno.ENOENT:
        return FileError(say("There is no such file or folder: {path}.", path=str(path)))
    if code in _FULL:
        return FullError(
            say("There is no room left to write “{name}”; nothing was changed.", name=path.name),
            hint=say("Free some space, or choose another folder."),
        )
    if code in _FORBIDDEN:
        return ReadOnlyError(
            say("You are not allowed to read or write “{name}” there.", name=path.name),
            hint=say("Choose another folder."),
        )
    if code in {errno.ENOTDIR, errno.ELOOP} or code in _TOO_LONG:
        return FileError(
            say("“{name}” can't be a file there.", name=path.name), hint=say("Choose another name or folder.")
        )
    return FileError(
        say(
            "“{name}” could not be read or written ({reason}).",
            name=path.name,
            reason=error.strerror or str(error),
        ),
        hint=say("Is the disk or network drive still there?"),
    )
