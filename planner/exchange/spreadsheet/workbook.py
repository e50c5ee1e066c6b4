"""Tables from .xlsx: cached values only; formulas, macros, links and pictures are never touched.

The file comes from anybody: what it unpacks to is bounded before anything is parsed, and no part of it may
declare entities.
"""

import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from itertools import islice
from typing import Any

from planner.errors import PlanError
from planner.exchange.spreadsheet.merged import filled_down, merged_in
from planner.exchange.spreadsheet.tables import (
    MOST_COLUMNS,
    MOST_ROWS,
    MOST_SHEETS,
    Cell,
    Tables,
    cut_to_size,
)
from planner.language import say

MOST_UNPACKED = 80_000_000
MOST_PARTS = 2_000
_OLD_FORM = b"\xd0\xcf\x11\xe0"
_ENTITIES = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)
_UNSOLVED = re.compile(rb"(?:<f\b[^>]*/>|</f>)(?:<v\s*/>|<v></v>)?</c>")


def read_workbook(data: bytes, title: str) -> Tables:
    """Read the sheets of an .xlsx file.

    Args:
        data: the file.
        title: its name without its ending.

    Raises:
        PlanError: it is none, is locked by a password, or unpacks to more than is taken.
    """
    if data.startswith(_OLD_FORM):
        msg = say("This workbook is locked by a password, or in the form of before 2007.")
        raise PlanError(
            msg, hint=say("Open it in your spreadsheet program and save it as .xlsx without a password.")
        )
    unsolved = _inspect(data)
    tables, notes = [], []
    for name, is_hidden, rows in _sheets(data):
        table, told = cut_to_size(name, rows, is_hidden=is_hidden)
        notes += told
        if table.rows:
            tables.append(table)
    if unsolved:
        notes.append(
            say(
                "Cells of formulas without a stored result are empty: {count}. Save the file in "
                "your spreadsheet program first to have them.",
                count=unsolved,
            )
        )
    if len(tables) > MOST_SHEETS:
        notes.append(say("Only the first {most} sheets are read.", most=MOST_SHEETS))
    return Tables(title, tuple(tables[:MOST_SHEETS]), tuple(notes))


def _broken() -> PlanError:
    msg = say("This file is no workbook that can be read.")
    return PlanError(msg, hint=say("Open it in your spreadsheet program and save it again as .xlsx."))


def _inspect(data: bytes) -> int:
    """Look at every part before any is parsed.

    Returns:
        How many formulas have no stored result.

    Raises:
        PlanError: there is too much of it, it declares entities, or it is broken.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            _refuse_too_much(parts)
            return sum(_unsolved_in(parts, name) for name in parts.namelist())
    except (zipfile.BadZipFile, zlib.error, OSError, RuntimeError, NotImplementedError) as error:
        raise _broken() from error


def _refuse_too_much(parts: zipfile.ZipFile) -> None:
    members = parts.infolist()
    if len(members) > MOST_PARTS or sum(member.file_size for member in members) > MOST_UNPACKED:
        msg = say("This workbook is too large to be read.")
        raise PlanError(msg, hint=say("Copy the sheets that matter into a new workbook."))


def _unsolved_in(parts: zipfile.ZipFile, name: str) -> int:
    if not name.endswith((".xml", ".rels", ".vml")):
        return 0
    content = parts.read(name)
    if _ENTITIES.search(content):
        raise _broken()
    return len(_UNSOLVED.findall(content)) if "worksheets/" in name else 0


def _sheets(data: bytes) -> Iterator[tuple[str, bool, list[tuple[Cell, ...]]]]:
    import openpyxl  # noqa: PLC0415 - only needed for a workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what openpyxl leaves out: styles, validation, pictures
        try:
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            with zipfile.ZipFile(io.BytesIO(data)) as parts:
                for sheet in islice(book.worksheets, MOST_SHEETS + 1):
                    # openpyxl tells what is merged only where it reads the whole sheet into memory
                    merged = tuple(merged_in(parts.read(sheet._worksheet_path)))  # noqa: SLF001
                    yield sheet.title, sheet.sheet_state != "visible", filled_down(_rows(sheet), merged)
        except Exception as error:
            # openpyxl fails in any way on a broken file
            raise _broken() from error


def _rows(sheet: Any) -> list[tuple[Cell, ...]]:  # noqa: ANN401 - openpyxl's own
    sheet.reset_dimensions()  # the size that a file states may be wrong
    rows = sheet.iter_rows(max_row=MOST_ROWS + 1, max_col=MOST_COLUMNS + 1, values_only=True)
    return [tuple(map(_plain, row)) for row in rows]


def _plain(value: object) -> Cell:
    match value:
        case None | bool():
            return value
        case datetime():
            return value.date()
        case date():
            return value
        case time():
            return value.isoformat("minutes")
        case int() | float():
            return _number(value)
    text = str(value).strip()
    return None if text.startswith("#") and text.endswith(("!", "?", "/A")) else text


def _number(value: float) -> Decimal:
    """Return a number with the fifteen digits that spreadsheets keep: 0.1 + 0.2 is 0.3."""
    return Decimal(f"{value:.15g}")
