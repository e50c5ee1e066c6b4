"""The plan as plain tables, one a kind, for spreadsheets."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from planner.model.kinds import KINDS, Kind
from planner.model.plan import Plan
from planner.model.saying import said
from planner.model.schema import FieldSpec, fields
from planner.model.values import Form, Money

Cell = str | int | Decimal | date | None
"""What a cell holds; text is text, whatever it looks like."""

_LEFT_OUT = frozenset({"layout", "approvals", "approval_requests", "signed_revisions", "dismissals"})
"""Kinds that are no part of what people plan."""

_FIGURES = {Form.NUMBER, Form.HOURS, Form.PERCENT, Form.RATING, Form.WHOLE}


@dataclass(frozen=True, slots=True)
class PlainTable:
    """The entries of one kind.

    Attributes:
        key: of the kind.
        title: the kind in the plural.
        headings: the fields' titles.
        rows: a cell for each field of each entry.
    """

    key: str
    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def plain_tables(plan: Plan) -> Iterator[PlainTable]:
    """Yield a table for each kind, in the order of the plan; those without entries have their headings."""
    for kind in KINDS:
        if kind.key not in _LEFT_OUT and not kind.room:
            yield _table(plan, kind)


def _table(plan: Plan, kind: Kind) -> PlainTable:
    specs = fields(kind.key)
    rows = tuple(
        tuple(_cell(plan, spec, getattr(record, spec.name)) for spec in specs)
        for record in plan.records(kind).values()
    )
    return PlainTable(kind.key, kind.words, tuple(spec.title for spec in specs), rows)


def _cell(plan: Plan, spec: FieldSpec, value: object) -> Cell:
    match value:
        case Money():
            return value.amount
        case tuple():
            # Parted as spreadsheets are read again: names may have commas and "and" of their own.
            return "; ".join(said(plan, spec, (item,)) for item in value)
        case None | bool() | datetime():
            return said(plan, spec, value) or None
        case date():
            return value
        case int() | Decimal() if spec.form in _FIGURES:
            return value
        case _:
            return said(plan, spec, value)
