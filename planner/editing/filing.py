"""A file that goes into the plan file along with an edit."""

from enum import StrEnum

from msgspec import Struct


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
