"""`truecourse import` of an old spreadsheet: the mapping is guessed, what was taken and what not is told."""

from collections.abc import Sequence
from pathlib import Path

from planner.commands.output import Exit, complain, note, tell
from planner.document.worksheets.plain_values import read_plainly
from planner.errors import PlanError
from planner.exchange.spreadsheet.building import Taken, take
from planner.exchange.spreadsheet.guessing import SheetMapping, guess, headings_of
from planner.exchange.spreadsheet.reading import SPREADSHEETS, read_tables
from planner.exchange.spreadsheet.tables import Table
from planner.language import say, say_count
from planner.model.format import in_sentence, listing, quoted
from planner.model.kinds import kind_of
from planner.model.plan import display_name, empty_plan
from planner.model.schema import field
from planner.store.workspace import save_new

_TOLD = 50
"""Problems that are told one by one: beyond those the spreadsheet as a whole wants another look."""


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
        tell(*_told_sheet(table, mapping))
    taken = take(empty_plan(tables.title), tables, mappings, read_plainly)
    if not taken.records:
        msg = say("Nothing in this spreadsheet could be taken into a plan.")
        raise PlanError(msg, hint=_what_is_wanted(mappings))
    save_new(target, taken.edit.plan)
    _tell(taken)
    tell(say("Made {path}", path=str(target)))
    return Exit.OK


def _what_is_wanted(mappings: Sequence[SheetMapping]) -> str:
    if any(mapping.kind for mapping in mappings):
        return say("Its headings are understood, but no row below them has a name.")
    return say("Head its columns as Truecourse does: Tactic, Accountable, Channel, Due …")


def _told_sheet(table: Table, mapping: SheetMapping) -> list[str]:
    if not mapping.kind:
        return [say("Sheet {name}: left out, as its headings tell nothing", name=quoted(table.name))]
    kinds = in_sentence(kind_of(mapping.kind).words)
    lines = [say("Sheet {name}: {kinds}", name=quoted(table.name), kinds=kinds)]
    for heading, name in zip(headings_of(table, mapping.heading_row), mapping.columns, strict=True):
        if name:
            lines.append(f"  {heading} → {field(mapping.kind, name).title}")
        elif heading:
            lines.append("  " + say("{heading}: left out", heading=heading))
    return lines


def _tell(taken: Taken) -> None:
    for problem in taken.problems[:_TOLD]:
        sheet = quoted(problem.sheet)
        complain(say("Sheet {name}, {problem}", name=sheet, problem=problem.sentence))
    if (left := len(taken.problems) - _TOLD) > 0:
        complain(
            say_count(
                "{count} more row or cell is like that.", "{count} more rows or cells are like that.", left
            )
        )
    kinds = ((kind_of(key), number) for key, number in taken.counted.items())
    entries = listing(
        say("1 {kind}", kind=kind.word)
        if number == 1
        else say("{count} {kinds}", count=number, kinds=in_sentence(kind.words))
        for kind, number in kinds
    )
    tell(say("Took {entries}", entries=entries))
    names = [display_name(record) for record in taken.records if record.id in taken.made]
    if names:
        tell(say("Added by name, because entries name them: {names}", names=listing(names, most=20)))
