"""The process that reads a document: bytes come in on standard input, lines of JSON go out.

Run as `python -m planner.signing.verify.child CPU_SECONDS MEMORY_BYTES`. Each line is one object:
`{"progress": 0.4}`, and last `{"facts": …}` or `{"refused": "…"}`. The process gives up what it does not
need before it looks at the first byte.
"""

import logging
import os
import sys
import threading
from collections.abc import Callable
from typing import Any, BinaryIO

import msgspec

from planner.signing.verify.limits import MAX_FILE, Limits, confine

_FORBIDDEN = (
    "socket.connect", "socket.bind", "socket.getaddrinfo", "socket.sendto", "subprocess.", "os.exec",
    "os.posix_spawn", "os.fork", "os.system", "os.remove", "os.rename", "shutil.",
)  # fmt: skip
_DEEPEST = 20_000
_STACK = 256 * 1024 * 1024
_STEPS = 50
"""So often at most is progress told."""


def main(words: list[str]) -> int:
    """Read one document and tell what it shows.

    Args:
        words: seconds of computing and bytes of memory that may be used.

    Returns:
        The exit code; what matters is the last line that was written.
    """
    told = _own_output()
    from planner.signing.verify.reading import UnreadableError, read_document  # noqa: PLC0415 - before the limits

    logging.disable(logging.CRITICAL)
    confine(Limits(cpu_seconds=int(words[0]), memory=int(words[1])))
    sys.addaudithook(_refuse)
    data = sys.stdin.buffer.read(MAX_FILE + 1)

    def work() -> None:
        try:
            _tell(told, {"facts": read_document(data, _told_steps(told))})
        except UnreadableError as error:
            _tell(told, {"refused": str(error)})
        except MemoryError:
            _tell(told, {"refused": "memory"})
        except Exception as error:  # noqa: BLE001 - whatever a hostile file makes of the libraries, it is no document
            _tell(told, {"refused": "unreadable", "why": type(error).__name__})

    _with_room(work)
    return 0


def _with_room(work: Callable[[], None]) -> None:
    """Work where calls may go deep: comparing states of a file of 400 pages needs some thousand levels."""
    sys.setrecursionlimit(_DEEPEST)
    threading.stack_size(_STACK)
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()


def _own_output() -> BinaryIO:
    """Keep the pipe to the parent to ourselves: whatever libraries print goes nowhere."""
    kept = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    return kept


def _told_steps(told: BinaryIO) -> Callable[[float], None]:
    last = -1

    def tell(part: float) -> None:
        nonlocal last
        step = int(part * _STEPS)
        if step > last:
            last = step
            _tell(told, {"progress": round(part, 3)})

    return tell


def _tell(told: BinaryIO, what: dict[str, Any]) -> None:
    told.write(msgspec.json.encode(what) + b"\n")
    told.flush()


def _refuse(event: str, details: tuple[Any, ...]) -> None:
    """Refuse what reading a document never does, should a library be talked into it."""
    if event.startswith(_FORBIDDEN) or (event == "open" and _for_writing(details)):
        msg = f"{event} is not allowed here"
        raise PermissionError(msg)


def _for_writing(details: tuple[Any, ...]) -> bool:
    flags = details[2]
    return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
