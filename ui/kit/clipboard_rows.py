"""Rows to and from a spreadsheet's clipboard: lines of cells parted by tabs."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from planner.errors import PlanError
from planner.language import say, say_count
from planner.model.plan import Plan
from planner.model.schema import FieldSpec
from planner.model.values import Form
from planner.parsing import Reading, read_field, show_field
from ui.kit.edits import new_record, with_values
from ui.kit.region import current_locale

_FORMULA_STARTS = ("=", "+", "-", "@", "\t")
_WORDS = frozenset(
    {Form.LINE, Form.TEXT, Form.CHOICE, Form.CHOICES, Form.LINK, Form.LINKS, Form.SHARES, Form.VOICES}
)


@dataclass(frozen=True, slots=True)
class Pasted:
    """What came out of pasted rows.

    Attributes:
        records: new records, not yet in a plan.
        problems: what could not be read and was left empty: a sentence for each text of a column, with the
            first row that has it and how many more do.
        left_out: a sentence for each column of cells that no field takes.
    """

    records: tuple[Any, ...]
    problems: tuple[str, ...]
    left_out: tuple[str, ...] = ()


def rows_as_text(plan: Plan, specs: Sequence[FieldSpec], records: Iterable[Any]) -> str:
    """Return records as lines of cells under a line of titles.

    A text that a spreadsheet would take for a formula gets an apostrophe before it.
    """
    out = io.StringIO()
    writer = csv.writer(out, dialect="excel-tab", lineterminator="\n")
    writer.writerow([spec.title for spec in specs])
    for record in records:
        writer.writerow([_cell(plan, spec, getattr(record, spec.name)) for spec in specs])
    return out.getvalue()


def _cell(plan: Plan, spec: FieldSpec, value: object) -> str:
    text = show_field(spec, value, plan, current_locale())
    return f"'{text}" if spec.form in _WORDS and text.startswith(_FORMULA_STARTS) else text


def rows_of_text(text: str) -> list[list[str]]:
    """Return the cells of pasted lines; lines without any text are left out."""
    lines = csv.reader(io.StringIO(text.replace("\x00", ""), newline=""), dialect="excel-tab")
    rows = [[_without_guard(cell.strip()) for cell in line] for line in lines]
    return [row for row in rows if any(row)]


def _without_guard(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA_STARTS) else cell


def read_rows(kind_key: str, specs: Sequence[FieldSpec], rows: list[list[str]], reading: Reading) -> Pasted:
    """Make a record of each row.

    Args:
        kind_key: kind of the records.
        specs: the fields in the order of the cells, where the first row names no others.
        rows: cells as text.
        reading: what they are read against.

    Returns:
        The records, what could not be read, and what has no place in them.
    """
    headed = _headings(rows[0], specs) if rows else None
    columns: Sequence[FieldSpec | None] = headed or specs
    body = rows[1:] if headed else rows
    records: list[Any] = []
    unread: dict[tuple[str, str], list[int]] = {}
    for number, row in enumerate(body, start=1):
        values: dict[str, object] = {}
        for spec, cell in zip(columns, row, strict=False):
            if spec is None or not cell:
                continue
            try:
                values[spec.name] = read_field(spec, cell, reading)
            except PlanError as error:
                unread.setdefault((spec.title, error.message), []).append(number)
        records.append(with_values(new_record(kind_key), values))
    problems = tuple(_told(*what, numbers) for what, numbers in unread.items())
    return Pasted(tuple(records), problems, _left_out(columns, rows[0] if headed else (), body))


def _left_out(
    columns: Sequence[FieldSpec | None], titles: Sequence[str], body: Sequence[Sequence[str]]
) -> tuple[str, ...]:
    """Say which columns with anything in them no field takes."""
    filled = {at for row in body for at, cell in enumerate(row) if cell}
    unknown = [at for at, spec in enumerate(columns) if spec is None and at in filled]
    told = [say("This table has no column “{title}”; it was left out.", title=titles[at]) for at in unknown]
    beyond = len([at for at in filled if at >= len(columns)])
    if beyond:
        told.append(
            say_count(
                "The rows have {count} column more than this table; it was left out.",
                "The rows have {count} columns more than this table; they were left out.",
                beyond,
            )
        )
    return tuple(told)


def _told(field: str, problem: str, numbers: Sequence[int]) -> str:
    first, more = numbers[0], len(numbers) - 1
    if not more:
        return say("Row {number}, {field}: {problem}", number=first, field=field, problem=problem)
    return say_count(
        "Row {number} and {count} more, {field}: {problem}",
        "Row {number} and {count} more, {field}: {problem}",
        more,
        number=first,
        field=field,
        problem=problem,
    )


def _headings(row: list[str], specs: Sequence[FieldSpec]) -> list[FieldSpec | None] | None:
    """Return the fields that a first row names, or None where it is no line of titles."""
    by_title = {spec.title.casefold(): spec for spec in specs}
    named = [by_title.get(cell.casefold()) for cell in row]
    return named if sum(spec is not None for spec in named) * 2 > len(row) else None
