"""The few sentences with which a file is refused; nothing in the file can add to them."""

import os
from pathlib import Path

from planner.files.errors import FileError
from planner.language import phrase, say

_BACKUP = phrase("Open a backup: Truecourse keeps daily ones. This file was left as it is.")


class RefusedError(FileError):
    """The file at hand is not opened; it was left as it is."""


def no_file(name: str) -> RefusedError:
    """Return the refusal of what is not there."""
    return RefusedError(say("There is no file “{name}”.", name=name), hint=say("Was it moved or renamed?"))


def not_a_file(path: Path) -> RefusedError:
    """Return the refusal of a folder, a device or the like."""
    if os.path.isdir(path):  # noqa: PTH112 - a Path raises where the name can't be one
        return RefusedError(
            say("“{name}” is a folder.", name=path.name), hint=say("Give the name of a file in it.")
        )
    return RefusedError(say("“{name}” is not an ordinary file.", name=path.name))


def not_allowed(name: str) -> RefusedError:
    """Return the refusal of what may not be read."""
    return RefusedError(say("You are not allowed to read “{name}”.", name=name))


def empty(name: str) -> RefusedError:
    """Return the refusal of a file with nothing in it."""
    return RefusedError(
        say("“{name}” is empty.", name=name),
        hint=say("If it lies in a synced folder, wait until it has been downloaded."),
    )


def not_a_plan(name: str) -> RefusedError:
    """Return the refusal of a file of another program."""
    return RefusedError(say("“{name}” is not a Truecourse plan.", name=name))


def too_large(name: str) -> RefusedError:
    """Return the refusal of a file that no plan can be."""
    return RefusedError(say("“{name}” is too large to be a plan.", name=name))


def newer(name: str) -> RefusedError:
    """Return the refusal of a file of a later version."""
    return RefusedError(
        say("“{name}” was made by a newer Truecourse; nothing was changed.", name=name),
        hint=say("Install the newest Truecourse to open it."),
    )


def damaged(name: str) -> RefusedError:
    """Return the refusal of a file whose content is not what was written."""
    return RefusedError(say("“{name}” is damaged.", name=name), hint=say(_BACKUP))


def foreign(name: str) -> RefusedError:
    """Return the refusal of a file that holds more than a plan."""
    return RefusedError(
        say("“{name}” contains things that a plan can't contain.", name=name), hint=say(_BACKUP)
    )


def too_slow(name: str) -> RefusedError:
    """Return the refusal of a file that does not come to an end."""
    return RefusedError(
        say("Reading “{name}” takes far too long.", name=name),
        hint=say("Copy it onto this computer's own disk."),
    )
