"""How the table of a kind differs from the usual one."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from planner.model.plan import Plan
from planner.model.schema import FieldSpec

Words = Mapping[str, Callable[[Plan, Any], str]]
"""By field name: what a cell says instead of the field's value; such a cell is not edited in place."""

Fresh = Callable[[], Mapping[str, object]]
"""Tells with which values a new record begins."""


def _nothing() -> Mapping[str, object]:
    return {}


@dataclass(frozen=True, slots=True, kw_only=True)
class TableSetup:
    """What a page may settle about a table.

    Attributes:
        specs: the columns; empty for the fields that stand in the kind's table.
        words: what some of the columns say instead of their values.
        fresh: tells with which values a new record begins.
        only: tells which records are shown; None shows all.
        can_add: records are added here, and not elsewhere.
        fixed: records are only read here: the program writes them.
        empty: what an empty table says, as a message; the kind's own words by default.
        nothing: the line above those words, as a message; by default that there is none of the kind.
    """

    specs: Sequence[FieldSpec] = ()
    words: Words = field(default_factory=dict)
    fresh: Fresh = _nothing
    only: Callable[[Any], bool] | None = None
    can_add: bool = True
    fixed: bool = False
    empty: str = ""
    nothing: str = ""


USUAL = TableSetup()
