"""Which block of the agenda runs, as the tools ask for it."""

from collections.abc import Callable

WhichBlock = Callable[[], str | None]
"""Returns the id of the block that runs now; None where no workshop runs."""


def no_block() -> str | None:
    """Return that no workshop runs."""
    return None
