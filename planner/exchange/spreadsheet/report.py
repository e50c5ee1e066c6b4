"""The report of an import: what came of a spreadsheet, what was left out of it, and what did not fit."""

from collections.abc import Sequence
from dataclasses import dataclass

from planner.exchange.spreadsheet.building import Taken
from planner.exchange.spreadsheet.guessing import SheetMapping, headings_of
from planner.exchange.spreadsheet.problems import ProblemGroup, grouped
from planner.exchange.spreadsheet.tables import Table, Tables, text_of
from planner.language import say, say_count
from planner.model.format import in_sentence, listing, quoted
from planner.model.kinds import kind_of
from planner.model.plan import display_name
from planner.model.schema import field

_MOST_NAMES = 20
_INDENT = "  "


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of a spreadsheet, in words.

    Attributes:
        tables: what was read.
        mappings: what each sheet became.
        taken: what came of it.
    """

    tables: Tables
    mappings: Sequence[SheetMapping]
    taken: Taken

    @property
    def summary(self) -> str:
        """How many entries of each kind were taken, as one sentence; empty where there are none."""
        counts = self.taken.counted.items()
        entries = listing(_counted(key, number) for key, number in counts)
        return say("Taken in: {entries}.", entries=entries) if entries else ""

    @property
    def added(self) -> str:
        """Who and what was added because an entry names it, as one sentence; empty where nothing was."""
        made = self.taken.made
        names = [display_name(record) for record in self.taken.records if record.id in made]
        told = listing(names, most=_MOST_NAMES)
        return say("Added by name, because entries name them: {names}", names=told) if names else ""

    @property
    def sheets(self) -> tuple[str, ...]:
        """Each sheet, and what each of its columns became."""
        pairs = zip(self.tables.tables, self.mappings, strict=True)
        return tuple(line for table, mapping in pairs for line in _told_sheet(table, mapping))

    @property
    def left_out(self) -> tuple[str, ...]:
        """The sheets and the filled columns that were not understood, a line each."""
        lines: list[str] = []
        for table, mapping in zip(self.tables.tables, self.mappings, strict=True):
            if mapping.kind:
                lines += (self._on_sheet(table.name, title) for title in left_out_columns(table, mapping))
            elif table.is_hidden:
                lines.append(say("Sheet {name}, which is hidden", name=quoted(table.name)))
            else:
                lines.append(say("Sheet {name}", name=quoted(table.name)))
        return tuple(lines)

    @property
    def groups(self) -> tuple[ProblemGroup, ...]:
        """What did not fit, by column and by what is wrong."""
        return grouped(self.taken.problems)

    def heading_of(self, group: ProblemGroup) -> str:
        """Return what heads a group, with its sheet where there are several."""
        return self._on_sheet(group.sheet, group.heading)

    @property
    def text(self) -> str:
        """All of it as plain text, to be copied or kept."""
        lines = [say("Import of {file}", file=quoted(self.tables.title)), *self.tables.notes, ""]
        lines += [*filter(None, (self.summary, self.added)), "", *self.sheets]
        for group in self.groups:
            lines += ["", self.heading_of(group), *(f"{_INDENT}{line}" for line in group.lines)]
        return "\n".join(lines) + "\n"

    def _on_sheet(self, sheet: str, words: str) -> str:
        if len(self.tables.tables) == 1:
            return words
        return say("Sheet {name}, {problem}", name=quoted(sheet), problem=words)


def left_out_columns(table: Table, mapping: SheetMapping) -> tuple[str, ...]:
    """Return the headings of the columns that become nothing though something stands in them."""
    headings = headings_of(table, mapping.heading_row)
    below = table.rows[mapping.heading_row + 1 :]
    return tuple(
        heading or say("Column {number}", number=place + 1)
        for place, (heading, name) in enumerate(zip(headings, mapping.columns, strict=True))
        if not name and any(text_of(row[place]) for row in below if place < len(row))
    )


def _counted(kind_key: str, number: int) -> str:
    kind = kind_of(kind_key)
    if number == 1:
        return say("1 {kind}", kind=kind.word)
    return say("{count} {kinds}", count=number, kinds=in_sentence(kind.words))


def _told_sheet(table: Table, mapping: SheetMapping) -> list[str]:
    if not mapping.kind and table.is_hidden:
        return [say("Sheet {name}: left out, as it is hidden", name=quoted(table.name))]
    if not mapping.kind:
        return [say("Sheet {name}: left out, as its headings tell nothing", name=quoted(table.name))]
    kinds = in_sentence(kind_of(mapping.kind).words)
    lines = [say("Sheet {name}: {kinds}", name=quoted(table.name), kinds=kinds)]
    for heading, name in zip(headings_of(table, mapping.heading_row), mapping.columns, strict=True):
        if name:
            title = field(mapping.kind, name).title
            lines.append(_INDENT + say("{heading} → {field}", heading=heading, field=title))
    left = left_out_columns(table, mapping)
    if left:
        told = say_count(
            "Column left out: {names}", "Columns left out: {names}", len(left), names=listing(left)
        )
        lines.append(_INDENT + told)
    return lines
