"""How much a file may cost to read."""

from dataclasses import dataclass

MAX_FILE = 256 * 1024 * 1024
MAX_ANSWER = 8 * 1024 * 1024
"""Bytes that the child process may answer with."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What the child process may use; a signed document of 370 pages takes 20 seconds and 460 MB.

    Attributes:
        cpu_seconds: of computing, where the operating system can limit it (not on Windows).
        memory: bytes of address space, where the operating system can limit it (Linux; others partly).
        wall_seconds: until the process is ended, whatever it does; holds everywhere.
    """

    cpu_seconds: int = 120
    memory: int = 2 * 1024**3
    wall_seconds: float = 240.0


def confine(limits: Limits) -> None:
    """Take from this process what reading a file does not need, for good.

    Args:
        limits: what it may use.
    """
    try:
        import resource  # noqa: PLC0415 - Windows has none
    except ImportError:
        return
    wanted = {
        resource.RLIMIT_CPU: limits.cpu_seconds,
        resource.RLIMIT_AS: limits.memory,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
    }
    for what, amount in wanted.items():
        _, most = resource.getrlimit(what)
        allowed = amount if most == resource.RLIM_INFINITY else min(amount, most)
        try:
            resource.setrlimit(what, (allowed, allowed))
        except (ValueError, OSError):
            # macOS refuses some limits on memory; the deadline holds there too.
            continue
