"""Records as rows: everything follows from the fields that `planner.model.schema` knows."""

import json
from collections.abc import Mapping
from typing import Any

import msgspec
from sqlalchemy import Column, Integer, MetaData, RowMapping, Table, Text

from planner.model.kinds import Kind
from planner.model.record import Record
from planner.model.schema import FieldSpec, fields
from planner.model.values import Form, Money

Cell = str | int | None
"""What a column of a kind's table holds."""

_WHOLE_FORMS = {Form.WHOLE, Form.YES_NO}
_LIST_FORMS = {Form.CHOICES, Form.LINKS, Form.SHARES, Form.VOICES}


def kind_table(kind: Kind, metadata: MetaData) -> Table:
    """Return the table of a kind: its id, its place among its kind, and a column for each field."""
    columns = (
        Column(column_name(spec), _column_type(spec), nullable=spec.optional) for spec in fields(kind.key)
    )
    return Table(
        kind.key,
        metadata,
        Column("id", Text, primary_key=True),
        Column("place", Integer, nullable=False),
        *columns,
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )


def column_name(spec: FieldSpec) -> str:
    """Return the name of a field's column: its own, but for the one that every table has for its order."""
    return "its_place" if spec.name == "place" else spec.name


def _column_type(spec: FieldSpec) -> type[Integer] | type[Text]:
    return Integer if spec.form in _WHOLE_FORMS else Text


def to_row(kind: Kind, record: Record, place: int) -> dict[str, Cell]:
    """Return the row of a record.

    Args:
        kind: the record's kind.
        record: the record.
        place: larger than the place of every record before it.
    """
    cells = {column_name(spec): to_cell(getattr(record, spec.name)) for spec in fields(kind.key)}
    return {"id": record.id, "place": place, **cells}


def from_row(kind: Kind, row: Mapping[str, Any] | RowMapping) -> Any:  # noqa: ANN401 - a record of the kind
    """Return the record of a row.

    Raises:
        msgspec.ValidationError: a cell holds what its field can't.
        ValueError: a cell is not in the form that `to_cell` gives.
    """
    values = {spec.name: _from_cell(spec, row[column_name(spec)]) for spec in fields(kind.key)}
    return msgspec.convert({"id": row["id"], **values}, kind.record)


def to_cell(value: object) -> Cell:
    """Return a field's value as its column holds it.

    Dates are ISO 8601 text, decimals and amounts exact text, yes and no are 1 and 0, a choice is its
    stored word, several of anything are JSON.
    """
    if isinstance(value, Money):
        return f"{value.amount} {value.currency}"
    plain: Any = msgspec.to_builtins(value)
    if isinstance(plain, bool):
        return int(plain)
    if isinstance(plain, list | tuple):
        return json.dumps(plain, ensure_ascii=False)
    cell: Cell = plain
    return cell


def _from_cell(spec: FieldSpec, cell: Cell) -> object:
    """Return the JSON form of a field's value."""
    if cell is None:
        return None
    if spec.form is Form.YES_NO:
        return {0: False, 1: True}.get(cell, cell) if isinstance(cell, int) else cell
    if spec.form is Form.MONEY:
        amount, currency = str(cell).split(" ")
        return {"amount": amount, "currency": currency}
    if spec.form in _LIST_FORMS:
        return json.loads(str(cell))
    return cell
