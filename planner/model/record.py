"""What all records of a plan have in common."""

from typing import TypeVar

from msgspec import Struct

from planner.model.values import Id


class Record(Struct, frozen=True, forbid_unknown_fields=True):
    """One entry of a plan.

    Attributes:
        id: tells it from every other record of its plan, whatever their kinds; never changes.
    """

    id: Id


AnyRecord = TypeVar("AnyRecord", bound=Record)
"""The kind of record that goes in, for what comes out."""
