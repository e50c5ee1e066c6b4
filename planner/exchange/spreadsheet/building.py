"""Makes entries of mapped tables, tells what it could not read, and joins all into one undoable edit."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec

from planner.editing import revision
from planner.editing.verbs import Edit
from planner.errors import PlanError
from planner.exchange.spreadsheet.cells import Parse, value_of
from planner.exchange.spreadsheet.day_order import DayOrder, in_order, is_two_days, order_of
from planner.exchange.spreadsheet.guessing import SheetMapping, fields_offered
from planner.exchange.spreadsheet.names import (
    MANY,
    alone,
    leads_to_people,
    may_be_several,
    parted,
    parted_where_known,
)
from planner.exchange.spreadsheet.problems import Problem, Sort
from planner.exchange.spreadsheet.tables import Cell, Table, Tables, text_of
from planner.language import say, worded, worded_count
from planner.model.checked import checked_value
from planner.model.format import day, in_sentence
from planner.model.kinds import Kind, kind_of
from planner.model.plan import Plan, display_name, new_id
from planner.model.record import Record
from planner.model.schema import FieldSpec
from planner.model.schema import field as field_of
from planner.model.values import Form

_SUMS = frozenset({"total", "totals", "sum", "grand total", "subtotal", "summe", "gesamt"})
_MADE_BY_NAME = frozenset({"people", "objectives", "channels", "metrics", "touchpoints"})
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Taken:
    """What becomes of a spreadsheet in a plan.

    Attributes:
        edit: one edit with all that was taken.
        records: the new entries in order, those made for a link at the end.
        made: ids of entries that were made because something named them.
        problems: what could not be taken.
    """

    edit: Edit
    records: tuple[Any, ...]
    made: frozenset[str]
    problems: tuple[Problem, ...]

    @property
    def counted(self) -> dict[str, int]:
        """How many entries there are by the key of their kind, without those made for a link."""
        counts: dict[str, int] = {}
        for record in self.records:
            if record.id not in self.made:
                counts[kind_of(record).key] = counts.get(kind_of(record).key, 0) + 1
        return counts


def take(plan: Plan, tables: Tables, mappings: Sequence[SheetMapping], parse: Parse) -> Taken:
    """Take mapped sheets into a plan; links are read last, so that sheets may name each other's entries.

    Args:
        plan: the plan; stays as it is.
        tables: the spreadsheet.
        mappings: what each sheet becomes.
        parse: reads a field's value from text.

    Returns:
        The edit, what is new in it, and what could not be taken.
    """
    rows = [
        row for table, mapping in zip(tables.tables, mappings, strict=True) for row in _rows(table, mapping)
    ]
    cells = ((spec, text_of(cell)) for row in rows for spec, cell in row.cells)
    taking = _Taking(plan, parse, alone(cells), _orders(rows))
    rows.sort(key=lambda row: row.kind.key != "people")
    placed = [(row, record) for row in rows if (record := taking.read(row)) is not None]
    taking.keep(record for _, record in placed)
    taking.keep([taking.linked(row, record) for row, record in placed])
    count = len(taking.new)
    edit = Edit(
        taking.plan,
        worded(
            "Import {entries} from “{file}”",
            entries=worded_count("{count} entry", "{count} entries", count),
            file=tables.title,
        ),
    )
    records = tuple(taking.plan.find(record_id) for record_id in taking.new)
    return Taken(edit, records, frozenset(taking.made), tuple(sorted(taking.problems, key=_place)))


def _place(problem: Problem) -> tuple[str, int]:
    return problem.sheet, problem.row


@dataclass(frozen=True, slots=True)
class _Row:
    """One row with the fields that its cells become."""

    sheet: str
    number: int
    kind: Kind
    cells: tuple[tuple[FieldSpec, Cell], ...]

    @property
    def name(self) -> str:
        return next((text_of(cell) for spec, cell in self.cells if spec.name == "name"), "")


def _rows(table: Table, mapping: SheetMapping) -> Iterator[_Row]:
    if not mapping.kind:
        return
    specs = {spec.name: spec for spec in fields_offered(mapping.kind)}
    for number, cells in enumerate(table.rows[mapping.heading_row + 1 :], mapping.heading_row + 2):
        filled = tuple(
            (specs[name], cell)
            for name, cell in zip(mapping.columns, cells, strict=False)
            if name and text_of(cell)
        )
        if filled:
            yield _Row(table.name, number, kind_of(mapping.kind), filled)


def _orders(rows: Iterable[_Row]) -> Mapping[tuple[str, str], DayOrder]:
    """Return for each column of days, by sheet and field, which order its days have."""
    texts: dict[tuple[str, str], list[str]] = {}
    for row in rows:
        for spec, cell in row.cells:
            if spec.form is Form.DATE and isinstance(cell, str):
                texts.setdefault((row.sheet, spec.name), []).append(cell)
    return {column: order_of(cells) for column, cells in texts.items()}


@dataclass(slots=True)
class _Taking:
    """The plan as it grows, and what was told so far."""

    plan: Plan
    parse: Parse
    alone: frozenset[str]
    orders: Mapping[tuple[str, str], DayOrder]
    new: dict[str, None] = field(default_factory=dict)
    made: set[str] = field(default_factory=set)
    people: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    def keep(self, records: Iterable[Any]) -> None:
        """Put records into the plan, or others in their places."""
        tables: dict[str, dict[str, Any]] = {}
        for record in records:
            key = kind_of(record).key
            table = tables.setdefault(key, dict(self.plan.records(key)))
            table[record.id] = record
            self.new[record.id] = None
        self.plan = revision.with_tables(self.plan, tables)

    def read(self, row: _Row) -> Record | None:
        """Return a row's entry without its links, or None where it is left out."""
        refusal = self._refusal(row)
        if refusal is not None:
            self._tell(row, "", *refusal)
            return None
        self.people.add(row.name.casefold() if row.kind.key == "people" else "")
        record = row.kind.make(id=new_id(row.kind))
        for spec, cell in row.cells:
            if not spec.is_link:
                record = self._with_value(record, row, spec, cell)
        return record

    def _refusal(self, row: _Row) -> tuple[Sort, str] | None:
        """Return why a row is left out, or None."""
        if "name" not in row.kind.record.__struct_fields__:
            return None
        if not row.name:
            name = in_sentence(field_of(row.kind.key, "name").title)
            return Sort.NAMELESS, say("It has no {field}. Left out.", field=name)
        if row.name.casefold().rstrip(":") in _SUMS:
            return Sort.SUM, say("It looks like a sum. Left out.")
        if row.kind.key == "people" and self._is_known(row.name):
            return Sort.KNOWN, say("{name} is there already. Left as it is.", name=_shown(row.name))
        return None

    def _with_value(self, record: Record, row: _Row, spec: FieldSpec, cell: Cell) -> Record:
        try:
            value = value_of(self._in_order(row, spec, cell), spec, self.plan, self.parse)
        except PlanError as error:
            self._tell_unreadable(row, spec, error)
            return record
        return msgspec.structs.replace(record, **{spec.name: value})

    def _in_order(self, row: _Row, spec: FieldSpec, cell: Cell) -> Cell:
        """Return a day that stands as text in the order of its column; what is still in doubt is told."""
        if spec.form is not Form.DATE or not isinstance(cell, str):
            return cell
        text = in_order(cell, self.orders[row.sheet, spec.name])
        if is_two_days(text):
            read = day(self.parse(spec, text, self.plan))
            told = say("“{text}” is read as {day}.", text=text, day=read)
            self._tell(row, spec.title, Sort.TWO_DAYS, told)
        return text

    def linked(self, row: _Row, record: Record) -> Record:
        """Return a row's entry with its links, which are read by name."""
        for spec, cell in row.cells:
            value = self._links(row, spec, text_of(cell)) if spec.is_link else ()
            if value:
                one = checked_value(spec, value) if spec.form in MANY else value[0]
                record = msgspec.structs.replace(record, **{spec.name: one})
        return record

    def _links(self, row: _Row, spec: FieldSpec, text: str) -> tuple[Any, ...]:
        names = self._names(row, spec, text)
        if len(names) > 1 and spec.form not in MANY:
            told = say("There can be one only: {name} is taken.", name=_shown(names[0]))
            self._tell(row, spec.title, Sort.SEVERAL, told)
            names = names[:1]
        found: list[Any] = []
        for name in names:
            try:
                self._make_missing(spec, name)
                value = self.parse(spec, name, self.plan)
                found += value if isinstance(value, tuple) else [value]
            except PlanError as error:
                self._tell_unreadable(row, spec, error)
        return tuple(found)

    def _names(self, row: _Row, spec: FieldSpec, text: str) -> list[str]:
        """Return the names in a cell: one where the plan knows the whole, else parted as the field may be."""
        if any(self._find(key, text) for key in spec.to):
            return [text]
        names = parted(spec, text)
        return [one for name in names for one in self._people_in(row, spec, name)]

    def _people_in(self, row: _Row, spec: FieldSpec, name: str) -> list[str]:
        if not leads_to_people(spec) or not may_be_several(name) or self._find("people", name):
            return [name]
        people = parted_where_known(name, self._is_somebody)
        if len(people) == 1:
            told = say("{name} is taken as one name. Write “;” between two people.", name=_shown(name))
            self._tell(row, spec.title, Sort.ONE_NAME, told)
        return people

    def _is_somebody(self, name: str) -> bool:
        return name.casefold() in self.alone or self._find("people", name)

    def _make_missing(self, spec: FieldSpec, text: str) -> None:
        """Add an entry with a name only, where a link names one that is not there."""
        name = text.rpartition(":")[0].strip() if spec.form in {Form.SHARES, Form.VOICES} else ""
        name = name or text
        if len(spec.to) > 1 or spec.to[0] not in _MADE_BY_NAME or self._find(spec.to[0], name):
            return
        kind = kind_of(spec.to[0])
        name = checked_value(field_of(kind.key, "name"), name)
        record = kind.make(id=new_id(kind), name=name)
        self.keep([record])
        self.made.add(record.id)

    def _is_known(self, name: str) -> bool:
        return name.casefold() in self.people or self._find("people", name)

    def _find(self, kind_key: str, name: str) -> bool:
        word = name.casefold()
        return any(display_name(record).casefold() == word for record in self.plan.records(kind_key).values())

    def _tell_unreadable(self, row: _Row, spec: FieldSpec, error: PlanError) -> None:
        told = say("{problem} Left empty.", problem=error.message)
        self._tell(row, spec.title, Sort.UNREADABLE, told)

    def _tell(self, row: _Row, title: str, sort: Sort, message: str) -> None:
        self.problems.append(Problem(row.sheet, row.number, title, sort, message))


def _shown(text: str) -> str:
    return f"“{text if len(text) <= _LONGEST else text[:_LONGEST] + '…'}”"
