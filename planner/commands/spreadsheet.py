"""`truecourse import` of an old spreadsheet: the mapping is guessed, what was taken and what not is told."""

from pathlib import Path

from planner.commands.output import Exit, complain, note, say
from planner.document.worksheets.plain_values import read_plainly
from planner.errors import PlanError
from planner.exchange.spreadsheet.building import Taken, take
from planner.exchange.spreadsheet.guessing import SheetMapping, guess, headings_of
from planner.exchange.spreadsheet.reading import SPREADSHEETS, read_tables
from planner.exchange.spreadsheet.tables import Table
from planner.model.format import listing, plural, quoted
from planner.model.kinds import kind_of
from planner.model.plan import display_name, empty_plan
from planner.model.schema import field
from planner.store.workspace import save_new


def is_spreadsheet(path: Path) -> bool:
    """Say whether a file's name is that of a spreadsheet."""
    return path.suffix.lower() in SPREADSHEETS


def import_spreadsheet(source: Path, target: Path) -> Exit:
    """Make a plan of a spreadsheet, as far as its headings tell what is what.

    Args:
        source: the spreadsheet.
        target: the new plan file.

    Raises:
        PlanError: a file can't be read or written, or nothing in the spreadsheet could be taken.
    """
    tables = read_tables(source)
    mappings = guess(tables)
    for sentence in tables.notes:
        note(sentence)
    for table, mapping in zip(tables.tables, mappings, strict=True):
        say(*_told_sheet(table, mapping))
    taken = take(empty_plan(tables.title), tables, mappings, read_plainly)
    if not taken.records:
        msg = "Nothing in this spreadsheet could be taken into a plan."
        raise PlanError(msg, hint="Head its columns as Truecourse does: Tactic, Accountable, Channel, Due …")
    save_new(target, taken.edit.plan)
    _tell(taken)
    say(f"Made {target}")
    return Exit.OK


def _told_sheet(table: Table, mapping: SheetMapping) -> list[str]:
    if not mapping.kind:
        return [f"Sheet {quoted(table.name)}: left out, as its headings tell nothing"]
    lines = [f"Sheet {quoted(table.name)}: {kind_of(mapping.kind).words.lower()}"]
    for heading, name in zip(headings_of(table, mapping.heading_row), mapping.columns, strict=True):
        if name:
            lines.append(f"  {heading} → {field(mapping.kind, name).title}")
        elif heading:
            lines.append(f"  {heading}: left out")
    return lines


def _tell(taken: Taken) -> None:
    for problem in taken.problems:
        complain(f"Sheet {quoted(problem.sheet)}, {problem.sentence}")
    kinds = ((kind_of(key), number) for key, number in taken.counted.items())
    say(f"Took {listing(plural(number, kind.word, kind.words.lower()) for kind, number in kinds)}")
    names = [display_name(record) for record in taken.records if record.id in taken.made]
    if names:
        say(f"Added by name, because entries name them: {listing(names, most=20)}")
