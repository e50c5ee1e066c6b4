"""What the subcommands share: exit codes, writing to the terminal, progress."""

import json
import sys
from collections.abc import Callable
from enum import IntEnum


class Exit(IntEnum):
    """What the program's exit code means.

    Attributes:
        OK: it was done; for `check`, no stop stands.
        STOP: `check` only: a stop stands.
        FAILED: it could not be done, or the plan can't be read; the reason is on stderr.
        NO_SCREEN: the window was asked for where there is no screen.
    """

    OK = 0
    STOP = 1
    FAILED = 2
    NO_SCREEN = 3


def say(*lines: str) -> None:
    """Write lines to standard output."""
    for line in lines:
        sys.stdout.write(line + "\n")


def say_json(value: object) -> None:
    """Write one JSON value to standard output."""
    say(json.dumps(value, ensure_ascii=False, indent=2, default=str))


def complain(message: str, hint: str = "") -> None:
    """Write a plain error, and what would help, to standard error."""
    sys.stderr.write(f"truecourse: {message}\n")
    if hint:
        sys.stderr.write(f"  {hint}\n")


def terminal_progress() -> Callable[[float], None] | None:
    """Return a function that shows a share of work done (0 to 1) on the terminal, if there is one."""
    return _show_share if sys.stderr.isatty() else None


def _show_share(share: float) -> None:
    sys.stderr.write(f"\r{share:4.0%} " if share < 1 else "\r      \r")
    sys.stderr.flush()
