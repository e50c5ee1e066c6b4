"""Guesses what a sheet holds: which kind, where its headings are, which column is which field."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from planner.exchange.spreadsheet.synonyms import FIELD_WORDS, KIND_WORDS, NAME_WORDS
from planner.exchange.spreadsheet.tables import Table, Tables, text_of
from planner.model.kinds import KINDS, Kind, Step, kind_of
from planner.model.schema import FieldSpec, fields
from planner.model.values import Form

_HEADINGS_WITHIN = 15
_EXACT, _SYNONYM, _PART = 4, 3, 1
_SHEET_NAME_WORTH, _NAME_WORTH, _ENOUGH = 6, 4, 4
_UNTYPED = {Form.MOMENT}


@dataclass(frozen=True, slots=True)
class SheetMapping:
    """What one sheet becomes.

    Attributes:
        kind: key of the kind of its rows; empty where the sheet is left out.
        heading_row: index of the row of headings.
        columns: for each column the name of its field; empty where the column is left out.
    """

    kind: str
    heading_row: int
    columns: tuple[str, ...]


def kinds_offered() -> tuple[Kind, ...]:
    """Return the kinds that a sheet's rows may become; what is about signing is never imported."""
    return tuple(kind for kind in KINDS if not kind.single and kind.step is not Step.SIGN_OFF)


@cache
def fields_offered(kind_key: str) -> tuple[FieldSpec, ...]:
    """Return the fields of a kind that a column may become."""
    return tuple(spec for spec in fields(kind_key) if spec.form not in _UNTYPED)


def guess(tables: Tables) -> tuple[SheetMapping, ...]:
    """Guess what each sheet becomes."""
    return tuple(guess_sheet(table) for table in tables.tables)


def guess_sheet(table: Table) -> SheetMapping:
    """Guess what a sheet becomes; it is left out where it is hidden or too little speaks for any kind."""
    if table.is_hidden:
        return SheetMapping("", _first_filled(table), ("",) * width_of(table))
    ranked = [
        (_worth(table, kind, row), -row, -order)
        for order, kind in enumerate(kinds_offered())
        for row in range(min(len(table.rows), _HEADINGS_WITHIN))
    ]
    worth, row, order = max(ranked)
    if worth < _ENOUGH:
        return SheetMapping("", _first_filled(table), ("",) * width_of(table))
    return map_to(table, kinds_offered()[-order].key, -row)


def map_to(table: Table, kind_key: str, heading_row: int) -> SheetMapping:
    """Map a sheet to a kind that is known, guessing its columns by the headings of a row."""
    headings = headings_of(table, heading_row)
    named = _columns(headings, kind_key) if kind_key else {}
    return SheetMapping(kind_key, heading_row, tuple(named.get(place, "") for place in range(len(headings))))


def with_column(mapping: SheetMapping, column: int, field: str) -> SheetMapping:
    """Map one column otherwise; another column that had the field lets it go."""
    columns = ["" if field and name == field else name for name in mapping.columns]
    columns[column] = field
    return replace(mapping, columns=tuple(columns))


def width_of(table: Table) -> int:
    """Return how many columns a sheet has."""
    return max(map(len, table.rows), default=0)


def headings_of(table: Table, row: int) -> tuple[str, ...]:
    """Return the heading of each column; empty where it has none."""
    cells = tuple(" ".join(text_of(cell).split()) for cell in table.rows[row]) if table.rows else ()
    return cells + ("",) * (width_of(table) - len(cells))


def _first_filled(table: Table) -> int:
    filled = (number for number, row in enumerate(table.rows) if any(map(text_of, row)))
    return next(filled, 0)


def _worth(table: Table, kind: Kind, row: int) -> int:
    """Return how much speaks for a kind with its headings in a row."""
    headings = headings_of(table, row)
    columns = _columns(headings, kind.key)
    worth = sum(_fit(headings[place], spec) for place, spec in _specs(columns, kind.key))
    if "name" not in columns.values() and kind.key in NAME_WORDS:
        return 0
    named = _NAME_WORTH if "name" in columns.values() else 0
    return worth + named + _SHEET_NAME_WORTH * _is_about(table.name, kind) if worth else 0


def _specs(columns: dict[int, str], kind_key: str) -> list[tuple[int, FieldSpec]]:
    by_name = {spec.name: spec for spec in fields_offered(kind_key)}
    return [(place, by_name[name]) for place, name in columns.items()]


def _is_about(sheet_name: str, kind: Kind) -> bool:
    words = {
        *map(str.casefold, (kind.word, kind.words, kind.one, kind.all)),
        *_words(KIND_WORDS.get(kind.key, "")),
    }
    plain = _plain(sheet_name)
    return any(word == plain or f" {word} " in f" {plain} " for word in words)


def _columns(headings: Sequence[str], kind_key: str) -> dict[int, str]:
    """Give each field the column whose heading fits it best, the best fits first."""
    fits = [
        (_fit(heading, spec), -place, -order, spec.name)
        for place, heading in enumerate(headings)
        for order, spec in enumerate(fields_offered(kind_key))
        if heading
    ]
    found: dict[int, str] = {}
    for fit, place, _order, name in sorted(fits, reverse=True):
        if fit and -place not in found and name not in found.values():
            found[-place] = name
    return found


def _fit(heading: str, spec: FieldSpec) -> int:
    """Return how well a heading fits a field: 0 where it does not."""
    plain, titles = _plain(heading), _titles(spec)
    if plain in {*titles, spec.name.replace("_", " ")}:
        return _EXACT
    words = _synonyms(spec)
    if plain in words:
        return _SYNONYM
    return _PART if any(f" {word} " in f" {plain} " for word in (*titles, *words)) else 0


def _titles(spec: FieldSpec) -> tuple[str, ...]:
    """Return what a field is called in the language in use and in English, in which many sheets are."""
    return tuple(dict.fromkeys((_plain(spec.title), _plain(spec.named))))


@cache
def _synonyms(spec: FieldSpec) -> frozenset[str]:
    if spec.name == "name":
        kind = kind_of(spec.kind)
        return frozenset({"name", "title", kind.one, *_words(NAME_WORDS.get(spec.kind, ""))})
    return _words(FIELD_WORDS.get(spec.name, ""))


def _words(listed: str) -> frozenset[str]:
    return frozenset(filter(None, (_plain(word) for word in listed.split(","))))


@cache
def _plain(heading: str) -> str:
    """Return a heading without its unit in brackets, its marks and its capitals."""
    bare = re.sub(r"[(\[].*?[)\]]", " ", heading.casefold())
    return " ".join(re.findall(r"[\w'-]+", bare))
