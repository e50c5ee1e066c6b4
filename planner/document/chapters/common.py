"""What all chapters are built with."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from planner.document.blocks import (
    Block,
    Cell,
    Column,
    Facts,
    Mark,
    Marked,
    Paragraph,
    Subheading,
    Table,
    Tone,
)
from planner.document.wording import NOT_SAID, Value, shown
from planner.language import say
from planner.model.schema import field


@dataclass(frozen=True, slots=True)
class Contents:
    """What a chapter's function returns.

    Attributes:
        finding: what the plan's figures say, in one short sentence; empty where they say nothing.
        blocks: the chapter's contents.
    """

    finding: str
    blocks: tuple[Block, ...]


def quiet(sentence: str) -> Paragraph:
    """Return a sentence in grey: for what is empty, and for what explains."""
    return Paragraph(sentence, Tone.QUIET)


def text_or_quiet(text: str, empty: str) -> Paragraph:
    """Return a user's text, or the sentence that says that there is none."""
    return Paragraph(text) if text.strip() else quiet(empty)


def table_or_quiet(
    columns: tuple[Column, ...], rows: Iterable[tuple[Cell, ...]], empty: str, note: str = ""
) -> Block:
    """Return a table with a note below it, or the sentence that says that the table would be empty."""
    found = tuple(rows)
    return Table(columns, found, note=note) if found else quiet(empty)


def section(heading: str, *blocks: Block) -> tuple[Block, ...]:
    """Return blocks under a heading of their own."""
    return (Subheading(heading), *blocks)


def column(kind: str, name: str, *, number: bool = False, whole: bool = False) -> Column:
    """Return a table's column for a field, under the field's own title."""
    return Column(field(kind, name).title, "right" if number else "left", whole=whole or number)


def fact(kind: str, name: str, value: Value) -> tuple[str, str]:
    """Return a field's title with its value."""
    return field(kind, name).title, shown(value, missing=say(NOT_SAID))


def facts_said(*rows: tuple[str, str]) -> Facts:
    """Return labels with texts, without those for which nothing was said."""
    return Facts(tuple(row for row in rows if row[1] not in {say(NOT_SAID), ""}))


def due_mark(*, done: bool, begun: bool, due: date | None, today: date) -> Mark:
    """Return the mark for work that is due on a day."""
    if done:
        return Mark.DONE
    if due is not None and due < today:
        return Mark.LATE
    return Mark.ON_TRACK if begun else Mark.NOT_STARTED


def late_or(label: str, mark: Mark) -> Marked:
    """Return a status with its mark; one that is late says so in words."""
    return Marked(say("{label}, late", label=label) if mark is Mark.LATE else label, mark)
