"""What the subcommands share: exit codes, writing to the terminal, progress."""

import io
import json
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from enum import IntEnum
from pathlib import Path

from planner.errors import PlanError
from planner.language import phrase, say, say_count


class Exit(IntEnum):
    """What the program's exit code means.

    Attributes:
        OK: it was done; for `check`, no stop stands.
        STOP: `check` only: a stop stands.
        FAILED: it could not be done, or the plan can't be read; the reason is on stderr.
        NO_SCREEN: the window was asked for where there is no screen.
        INTERRUPTED: it was stopped by Ctrl+C, as a shell tells it.
        READER_GONE: nobody reads what is printed any more (as `head` does), as a shell tells it.
    """

    OK = 0
    STOP = 1
    FAILED = 2
    NO_SCREEN = 3
    INTERRUPTED = 130
    READER_GONE = 141


def tell_failure(work: Callable[[], int]) -> int:
    """Do a command's work and tell in plain words why it could not be done.

    Args:
        work: returns the exit code.

    Returns:
        That, or the exit code of what went wrong.
    """
    _show_anything()
    try:
        return work()
    except PlanError as error:
        complain(error.message, error.hint)
        return Exit.FAILED
    except BrokenPipeError:
        _forget_output()
        return Exit.READER_GONE
    except KeyboardInterrupt:
        complain(say("Stopped; nothing was left half done."))
        return Exit.INTERRUPTED


WROTE = phrase("Wrote {path}")
"""Tells where something was written."""


def wrote_pages(path: Path, pages: int) -> str:
    """Return in words where pages were written, and how many."""
    return say_count("Wrote {path}, {count} page", "Wrote {path}, {count} pages", pages, path=str(path))


def tell(*lines: str) -> None:
    """Write lines to standard output.

    Raises:
        PlanError: there is no room for them.
        BrokenPipeError: nobody reads them any more.
    """
    try:
        print(*lines, sep="\n", flush=True)
    except BrokenPipeError:
        raise
    except OSError as error:
        _forget_output()
        msg = say("The output could not be written ({reason}).", reason=error.strerror or str(error))
        raise PlanError(msg) from error


def tell_json(value: object) -> None:
    """Write one JSON value to standard output; it is whole whatever the terminal can show."""
    encoding = getattr(sys.stdout, "encoding", "utf-8")
    tell(json.dumps(value, ensure_ascii=encoding.lower() != "utf-8", indent=2, default=str))


def complain(message: str, *hints: str) -> None:
    """Write a plain error, and what would help or belongs to it, to standard error."""
    with suppress(OSError):  # nobody is left who could be told
        print(f"truecourse: {message}", *(f"  {hint}" for hint in hints if hint), sep="\n", file=sys.stderr)


def note(sentence: str) -> None:
    """Write what is good to know, though it stops nothing, to standard error."""
    with suppress(OSError):  # nobody is left who could be told
        print(say("Note: {sentence}", sentence=sentence), file=sys.stderr)


def _show_anything() -> None:
    """Let the terminal show what its encoding lacks by number, where Python would give up."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _forget_output() -> None:
    """Send what is still to be written nowhere: Python would complain once more while it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def terminal_progress() -> Callable[[float], None] | None:
    """Return a function that shows a share of work done (0 to 1) on the terminal, if there is one."""
    return _show_share if sys.stderr.isatty() else None


def _show_share(share: float) -> None:
    sys.stderr.write(f"\r{share:4.0%} " if share < 1 else "\r      \r")
    sys.stderr.flush()
