"""One way in for all forms of spreadsheets."""

from pathlib import Path

from planner.errors import PlanError
from planner.exchange.spreadsheet.delimited import read_delimited
from planner.exchange.spreadsheet.tables import MOST_BYTES, Tables
from planner.exchange.spreadsheet.workbook import read_workbook
from planner.files.errors import file_error
from planner.files.refusals import not_allowed
from planner.language import say

SPREADSHEETS = (".xlsx", ".xlsm", ".csv", ".tsv")
"""Endings of the files that are read."""


def read_tables(path: Path) -> Tables:
    """Read a spreadsheet into plain tables.

    Args:
        path: the file; its ending says which form it has.

    Raises:
        PlanError: it can't be read, is too large, or there is nothing in it.
    """
    data = _bytes_of(path)
    reader = read_workbook if path.suffix.lower() in {".xlsx", ".xlsm"} else read_delimited
    tables = reader(data, path.stem)
    if not tables.tables:
        msg = say("There is nothing in “{name}”.", name=path.name)
        raise PlanError(msg)
    return tables


def _bytes_of(path: Path) -> bytes:
    if path.suffix.lower() not in SPREADSHEETS:
        msg = say("Files ending in “{suffix}” can't be read as a spreadsheet.", suffix=path.suffix)
        raise PlanError(msg, hint=say("Save it as .xlsx or .csv in your spreadsheet program."))
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except PermissionError as error:
        raise not_allowed(path.name) from error
    except OSError as error:
        raise file_error(error, path) from error
    if len(data) > MOST_BYTES:
        msg = say("“{name}” is larger than {most} MB.", name=path.name, most=MOST_BYTES // 1_000_000)
        raise PlanError(msg, hint=say("Copy the sheets that matter into a new workbook."))
    return data
