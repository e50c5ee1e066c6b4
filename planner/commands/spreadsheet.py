"""`truecourse import` of an old spreadsheet: the mapping is guessed, what was taken and what not is told."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from planner.commands.output import Exit, complain, note, tell
from planner.errors import PlanError
from planner.exchange.spreadsheet.building import take
from planner.exchange.spreadsheet.cells import reader
from planner.exchange.spreadsheet.guessing import SheetMapping, guess
from planner.exchange.spreadsheet.reading import SPREADSHEETS, read_tables
from planner.exchange.spreadsheet.report import ImportReport
from planner.language import language, say
from planner.model.plan import empty_plan
from planner.store.workspace import save_new

_TOLD = 10
"""Lines of one group of problems: beyond those the column as a whole wants another look."""


def is_spreadsheet(path: Path) -> bool:
    """Say whether a file's name is that of a spreadsheet."""
    return path.suffix.lower() in SPREADSHEETS


def import_spreadsheet(source: Path, target: Path, today: date) -> Exit:
    """Make a plan of a spreadsheet, as far as its headings tell what is what.

    Args:
        source: the spreadsheet.
        target: the new plan file.
        today: the present day.

    Raises:
        PlanError: a file can't be read or written, or nothing in the spreadsheet could be taken.
    """
    tables = read_tables(source)
    mappings = guess(tables)
    for sentence in tables.notes:
        note(sentence)
    taken = take(empty_plan(tables.title), tables, mappings, reader(today, language().locale_of_figures))
    report = ImportReport(tables, mappings, taken)
    tell(*report.sheets)
    if not taken.records:
        msg = say("Nothing in this spreadsheet could be taken into a plan.")
        raise PlanError(msg, hint=_what_is_wanted(mappings))
    save_new(target, taken.edit.plan)
    for group in report.groups:
        complain(report.heading_of(group), *_first(group.lines))
    tell(*filter(None, (report.summary, report.added)), say("Made {path}", path=str(target)))
    return Exit.OK


def _first(lines: Sequence[str]) -> Sequence[str]:
    """Return the first lines of a group, and how many there are more."""
    if len(lines) <= _TOLD + 1:
        return lines
    return [*lines[:_TOLD], say("and {count} more", count=len(lines) - _TOLD)]


def _what_is_wanted(mappings: Sequence[SheetMapping]) -> str:
    if any(mapping.kind for mapping in mappings):
        return say("Its headings are understood, but no row below them has a name.")
    return say("Head its columns as Truecourse does: Tactic, Accountable, Channel, Due …")
