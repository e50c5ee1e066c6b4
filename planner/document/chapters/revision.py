"""What changed since a revision was signed."""

from collections.abc import Iterator

from planner.document.blocks import Block, Cell, Column, Mark, Marked, Named, Table
from planner.document.chapters.common import Contents, quiet
from planner.document.source import Source
from planner.document.wording import NOTHING, as_beginning, few_words, in_words, shortened
from planner.language import phrase, say, say_count
from planner.model.kinds import kind_of
from planner.signoff.compare import Comparison, EntryChange, Sort, compare

_TEXT = 240
"""Characters of a text that stand before and after a change."""
_NAME = 16
"""Words of an entry's name."""
_WORDS = {Sort.ADDED: phrase("Added"), Sort.REMOVED: phrase("Removed"), Sort.MOVED: phrase("Moved")}
_MARKS = {Sort.ADDED: Mark.DONE, Sort.REMOVED: Mark.NOT_STARTED, Sort.MOVED: Mark.ON_TRACK}


def revision(source: Source) -> Contents:
    """Write what changed since the last signed revision."""
    last = source.signed_before
    if last is None:
        return Contents(
            say("No revision was signed before this one"), (quiet(say("There is nothing to compare.")),)
        )
    if source.signed is None:
        text = say("This file does not hold what was signed; the plan's own file keeps it.")
        return Contents(say("Revision {revision} was signed before", revision=str(last)), (quiet(text),))
    found = compare(source.signed, source.plan)
    if found.is_empty:
        text = say("The plan reads as it was signed.")
        return Contents(
            say("Nothing has changed since revision {revision} was signed", revision=str(last)),
            (quiet(text),),
        )
    finding = say_count(
        "{count} entry changed since revision {revision} was signed",
        "{count} entries changed since revision {revision} was signed",
        len(found.entries),
        count=in_words(len(found.entries)),
        revision=str(last),
    )
    return Contents(finding, (_table(found),))


def _table(found: Comparison) -> Block:
    columns = (
        Column(say("Entry")),
        Column(say("What changed")),
        Column(say("Revision {revision}", revision=str(found.before))),
        Column(say("Now")),
    )
    return Table(columns, tuple(row for entry in found.entries for row in _rows(entry)))


def _rows(entry: EntryChange) -> Iterator[tuple[Cell, ...]]:
    kind = kind_of(entry.kind)
    name: Cell = Named(few_words(entry.name, _NAME), "" if kind.single else as_beginning(kind.word))
    if entry.sort is not Sort.CHANGED:
        yield name, Marked(say(_WORDS[entry.sort]), _MARKS[entry.sort]), NOTHING, NOTHING
        return
    for change in entry.fields:
        yield name, change.title, _cell(change.before), _cell(change.after)
        name = ""


def _cell(words: str) -> str:
    return shortened(words, _TEXT) if words else NOTHING
