"""The plan's tables as a workbook (.xlsx) or as comma-separated text (.csv).

Text is never a formula: a workbook's cells are marked as text, and in .csv what a spreadsheet would take
for a formula begins with an apostrophe.
"""

import csv
import io
import zipfile
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from planner.errors import PlanError
from planner.exchange.tables import Cell, PlainTable, plain_tables
from planner.language import say
from planner.model.plan import Plan

if TYPE_CHECKING:
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

_LONGEST = 32_767
"""Characters that a cell of a workbook can hold."""
_NARROW, _WIDE = 10, 48
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_EPOCH = (1980, 1, 1, 0, 0, 0)


def workbook(plan: Plan, today: date) -> bytes:
    """Return the plan as a workbook with a sheet for each kind.

    Args:
        plan: the plan.
        today: stands as the day on which the workbook was made, so that equal plans give equal bytes.
    """
    from openpyxl import Workbook  # noqa: PLC0415 - slow to import; only where needed

    book = Workbook(write_only=True)
    book.properties.title = plan.the_brief.title
    book.properties.creator = "Truecourse"
    for table in plain_tables(plan):
        _fill(book.create_sheet(table.title[:31]), table)
    buffer = io.BytesIO()
    book.save(buffer)
    return _settled(buffer.getvalue(), today)


def _fill(sheet: "WriteOnlyWorksheet", table: PlainTable) -> None:
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 - slow to import; only where needed

    for number, heading in enumerate(table.headings, start=1):
        longest = max((len(str(row[number - 1] or "")) for row in table.rows), default=0)
        width = min(max(len(heading), longest, _NARROW), _WIDE)
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.freeze_panes = "B2"
    sheet.append([_workbook_cell(sheet, heading, head=True) for heading in table.headings])
    for row in table.rows:
        sheet.append([_workbook_cell(sheet, value) for value in row])


def _workbook_cell(sheet: "WriteOnlyWorksheet", value: Cell, *, head: bool = False) -> Any:  # noqa: ANN401 - openpyxl's own
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415 - slow to import; only where needed
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE  # noqa: PLC0415 - slow to import; only where needed
    from openpyxl.styles import Font  # noqa: PLC0415 - slow to import; only where needed

    if not isinstance(value, str):
        return WriteOnlyCell(sheet, value)
    cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("", value)[:_LONGEST])
    cell.data_type = "s"
    if head:
        cell.font = Font(bold=True)
    return cell


def _settled(data: bytes, today: date) -> bytes:
    """Return a workbook with the clock taken out of it."""
    stamp = f"{today.isoformat()}T00:00:00Z".encode()
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, _dated(part, stamp) if "core.xml" in name else part)
    return buffer.getvalue()


def _dated(part: bytes, stamp: bytes) -> bytes:
    for end in (b"</dcterms:created>", b"</dcterms:modified>"):
        before, found, after = part.partition(end)
        if found:
            part = before[: before.rindex(b">") + 1] + stamp + end + after
    return part


def comma_separated(plan: Plan, kind_key: str) -> bytes:
    """Return the entries of a kind as comma-separated text in UTF-8, as spreadsheets read it.

    Args:
        plan: the plan.
        kind_key: key of the kind.

    Raises:
        PlanError: there is no table of such a kind.
    """
    tables = {table.key: table for table in plain_tables(plan)}
    if kind_key not in tables:
        msg = say("There is no table “{table}”.", table=kind_key)
        raise PlanError(msg, hint=say("There are: {tables}.", tables=", ".join(tables)))
    table = tables[kind_key]
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow(table.headings)
    writer.writerows(tuple(_texts(row)) for row in table.rows)
    return buffer.getvalue().encode("utf-8-sig")


def _texts(row: tuple[Cell, ...]) -> Iterator[str]:
    for value in row:
        match value:
            case None:
                yield ""
            case Decimal():
                yield f"{value:f}"
            case str():
                yield f"'{value}" if value.startswith(_FORMULA_STARTS) else value
            case _:
                yield str(value)
