"""A file that goes into the plan file along with an edit."""

from enum import StrEnum

from msgspec import Struct

from planner.errors import PlanError
from planner.language import say

MAX_BYTES = 32 * 1024 * 1024
"""A larger file would slow down every opening of the plan."""


class Purpose(StrEnum):
    """Why a file is kept with a revision."""

    SIGNED_COPY = "signed-copy"
    SCAN = "scan"


class Filing(Struct, frozen=True):
    """A file to be kept with a revision.

    Attributes:
        fingerprint: of the revision.
        purpose: why it is kept.
        name: what it is called.
        content: its bytes.
    """

    fingerprint: str
    purpose: Purpose
    name: str
    content: bytes


def refuse_large(name: str, content: bytes) -> None:
    """Refuse a file that would slow down every opening of the plan.

    Args:
        name: what it is called.
        content: its bytes, or at least more of them than may be kept.

    Raises:
        PlanError: it is too large.
    """
    if len(content) > MAX_BYTES:
        msg = say("“{name}” is too large to be kept in the plan.", name=name)
        raise PlanError(
            msg,
            hint=say("It may have up to {most} MB; scan with fewer dots.", most=MAX_BYTES // 1024 // 1024),
        )
