"""A file that may be hostile is read in a child process that can be ended, and whose answer is checked."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

import msgspec

import planner
from planner.errors import PlanError
from planner.language import phrase, say
from planner.language.speaking import FOLDER_VARIABLE, LANGUAGE_VARIABLE, REGION_VARIABLE
from planner.signing.verify.facts import DocumentFacts
from planner.signing.verify.limits import MAX_ANSWER, MAX_FILE, Limits

Progress = Callable[[float], None]
Cancelled = Callable[[], bool]
_MODULE = "planner.signing.verify.child"
_LOOK_EVERY_S = 0.1
_KEPT_ENVIRONMENT = (
    *("SYSTEMROOT", "PATH", "TEMP", "TMP", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"),
    *(LANGUAGE_VARIABLE, REGION_VARIABLE, FOLDER_VARIABLE),
)
"""What the child needs to start, and what it is to speak."""


class _Answer(msgspec.Struct, forbid_unknown_fields=True):
    progress: float | None = None
    facts: DocumentFacts | None = None
    refused: str | None = None
    why: str | None = None


class CostlyError(PlanError):
    """Reading the file took more time or memory than any plan's document does."""

    def __init__(self) -> None:
        super().__init__(
            say("This file takes too much time or memory to be read, so nothing can be said about it."),
            hint=say("No document that Truecourse makes does that. Ask for the file again, from its sender."),
        )


class VerifyingStoppedError(PlanError):
    """The verdict was no longer wanted."""

    def __init__(self) -> None:
        super().__init__(say("Verifying was stopped; nothing is said about the file."))


_REFUSALS = {
    "pages": (phrase("This PDF has more pages than a plan's document can have."), ""),
    "fields": (phrase("This PDF has more signature fields than a plan's document can have."), ""),
    "unreadable": (
        phrase("This file is no PDF, or it is damaged; nothing can be said about its signatures."),
        phrase("Ask for the file again, from its sender."),
    ),
}


def read_confined(
    data: bytes, limits: Limits, progress: Progress | None = None, cancelled: Cancelled | None = None
) -> DocumentFacts:
    """Read a document in a child process.

    Args:
        data: the file.
        limits: what the process may use.
        progress: told from 0 to 1 how far the work is.
        cancelled: asked often whether to stop; the process is then ended at once.

    Returns:
        What the file shows.

    Raises:
        VerifyingStoppedError: it was stopped.
        CostlyError: it used up its limits.
        PlanError: the file is too large, or can't be read as a PDF.
    """
    if len(data) > MAX_FILE:
        msg = say("This file is too large to be a plan's document.")
        raise PlanError(msg)
    unwanted = cancelled or _never
    for answer in _answers(data, limits, unwanted):
        if answer.facts is not None:
            return answer.facts
        if answer.refused is not None:
            raise _refusal(answer.refused)
        if progress is not None and answer.progress is not None:
            progress(min(max(answer.progress, 0.0), 1.0))
    raise VerifyingStoppedError if unwanted() else CostlyError


def _never() -> bool:
    return False


def _refusal(why: str) -> PlanError:
    if why not in _REFUSALS:
        return CostlyError()
    message, hint = _REFUSALS[why]
    return PlanError(say(message), hint=say(hint))


def _answers(data: bytes, limits: Limits, unwanted: Cancelled) -> Iterator[_Answer]:
    with _child(limits) as process:
        answered = threading.Event()
        watch = (process, limits.wall_seconds, unwanted, answered)
        watcher = threading.Thread(target=_end_in_time, args=watch, daemon=True)
        feeder = threading.Thread(target=_feed, args=(process.stdin, data), daemon=True)
        watcher.start()
        feeder.start()
        try:
            yield from _decoded(process.stdout)
        finally:
            answered.set()
            process.kill()


def _end_in_time(
    process: "subprocess.Popen[bytes]", seconds: float, unwanted: Cancelled, answered: threading.Event
) -> None:
    """End the process when its time is up or nobody wants its answer any more."""
    deadline = time.monotonic() + seconds
    while not answered.wait(_LOOK_EVERY_S):
        if unwanted() or time.monotonic() >= deadline:
            process.kill()
            return


def _decoded(output: IO[bytes] | None) -> Iterator[_Answer]:
    """Yield the lines of the child's answer while they are what they should be."""
    decoder = msgspec.json.Decoder(_Answer)
    left = MAX_ANSWER
    while output is not None and left > 0:
        line = output.readline(left)
        left -= len(line)
        if not line.endswith(b"\n"):
            return
        try:
            yield decoder.decode(line)
        except msgspec.MsgspecError:
            return


def _feed(pipe: IO[bytes] | None, data: bytes) -> None:
    if pipe is None:
        return
    try:
        with pipe:
            pipe.write(data)
    except OSError:
        # The child ended before it read all; its answer, or the lack of one, tells.
        return


def _child(limits: Limits) -> "subprocess.Popen[bytes]":
    words = [sys.executable, "-s", "-P", "-m", _MODULE, str(limits.cpu_seconds), str(limits.memory)]
    return subprocess.Popen(  # noqa: S603 - our own module, by this very interpreter
        words,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(),
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _environment() -> dict[str, str]:
    kept = {name: os.environ[name] for name in _KEPT_ENVIRONMENT if name in os.environ}
    return {**kept, "PYTHONPATH": str(Path(planner.__file__).parent.parent), "PYTHONUTF8": "1"}
