"""Bringing in a plan that another program, or Truecourse itself, wrote in another form."""

from pathlib import Path

from planner.errors import PlanError
from planner.exchange.json_file import read_json_file
from planner.files.endings import PLAN_ENDING
from planner.language import say
from planner.model.plan import Plan

IMPORTED = (".json", ".pdf")
"""Endings of the files from which a plan is made."""
_OTHER_SPREADSHEETS = {".xls", ".xlsb", ".xlt", ".ods", ".numbers"}


def read_import(path: Path) -> Plan:
    """Read a plan from its JSON, or from a document that has it inside.

    Args:
        path: the file; its ending says which form it has.

    Raises:
        PlanError: there is no plan in it that could be read, or its form is not known.
    """
    match path.suffix.lower():
        case ".json":
            return read_json_file(path)
        case ".pdf":
            from planner.exchange.attached_plan import read_attached_plan  # noqa: PLC0415 - pikepdf takes its time

            return read_attached_plan(path)
        case ending:
            msg = say("Files ending in “{ending}” can't be imported.", ending=ending)
            raise PlanError(msg, hint=_importable(ending))


def _importable(ending: str) -> str:
    if ending == PLAN_ENDING:
        return say("It is a plan already: open it, or copy the file.")
    if ending in _OTHER_SPREADSHEETS:
        return say("Save it as .xlsx or .csv in your spreadsheet program.")
    return say("Give a plan in JSON, a PDF that Truecourse exported, or a spreadsheet (.xlsx or .csv).")
