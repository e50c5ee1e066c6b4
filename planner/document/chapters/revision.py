"""What changed since a revision was signed."""

from collections.abc import Iterator

from planner.document.blocks import Block, Cell, Column, Mark, Marked, Named, Table
from planner.document.chapters.common import Contents, quiet
from planner.document.source import Source
from planner.document.wording import NOTHING, counted, few_words, shortened
from planner.model.kinds import kind_of
from planner.signoff.compare import Comparison, EntryChange, Sort, compare

_TEXT = 240
"""Characters of a text that stand before and after a change."""
_NAME = 16
"""Words of an entry's name."""
_WORDS = {Sort.ADDED: "Added", Sort.REMOVED: "Removed", Sort.MOVED: "Moved"}
_MARKS = {Sort.ADDED: Mark.DONE, Sort.REMOVED: Mark.NOT_STARTED, Sort.MOVED: Mark.ON_TRACK}


def revision(source: Source) -> Contents:
    """Write what changed since the last signed revision."""
    last = source.signed_before
    if last is None:
        return Contents("No revision was signed before this one", (quiet("There is nothing to compare."),))
    if source.signed is None:
        text = "This file does not hold what was signed; the plan's own file keeps it."
        return Contents(f"Revision {last} was signed before", (quiet(text),))
    found = compare(source.signed, source.plan)
    if found.is_empty:
        text = "The plan reads as it was signed."
        return Contents(f"Nothing has changed since revision {last} was signed", (quiet(text),))
    finding = f"{counted(len(found.entries), 'entry', 'entries')} changed since revision {last} was signed"
    return Contents(finding, (_table(found),))


def _table(found: Comparison) -> Block:
    before = Column(f"Revision {found.before}")
    columns = (Column("Entry"), Column("What changed"), before, Column("Now"))
    return Table(columns, tuple(row for entry in found.entries for row in _rows(entry)))


def _rows(entry: EntryChange) -> Iterator[tuple[Cell, ...]]:
    kind = kind_of(entry.kind)
    name: Cell = Named(few_words(entry.name, _NAME), "" if kind.single else kind.word.capitalize())
    if entry.sort is not Sort.CHANGED:
        yield name, Marked(_WORDS[entry.sort], _MARKS[entry.sort]), NOTHING, NOTHING
        return
    for change in entry.fields:
        yield name, change.title, _cell(change.before), _cell(change.after)
        name = ""


def _cell(words: str) -> str:
    return shortened(words, _TEXT) if words else NOTHING
