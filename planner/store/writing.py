"""Writing rows within one transaction while keeping the seal up to date."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, Table, delete, insert, select, true, update

from planner.editing.patch import Patch, diff
from planner.model.kinds import kind_of
from planner.model.plan import Plan
from planner.store.mapping import to_row
from planner.store.seal import as_text, combined, row_digest
from planner.store.tables import HEAD, KIND_TABLES

_ROWS_AT_ONCE = 1000
"""Well below the number of values that one statement of SQLite may have."""


class RowWriter:
    """Puts and removes rows in one open transaction, and knows the seal that results."""

    def __init__(self, connection: Connection, seal: int) -> None:
        """Begin with the seal of the rows as they are."""
        self.connection = connection
        self.seal = seal

    def put(self, table: Table, *rows: Mapping[str, Any]) -> None:
        """Write rows of a table, each new or in place of the one with the same key."""
        (key,) = table.primary_key.columns
        for start in range(0, len(rows), _ROWS_AT_ONCE):
            some = rows[start : start + _ROWS_AT_ONCE]
            old = self._rows(table, key.in_([row[key.name] for row in some]))
            self.connection.execute(insert(table).prefix_with("OR REPLACE"), some)
            self._count(table, gone=old, come=some)

    def drop(self, table: Table, condition: ColumnElement[bool]) -> None:
        """Remove the rows of a table that meet a condition."""
        old = self._rows(table, condition)
        if old:
            self.connection.execute(delete(table).where(condition))
            self._count(table, gone=old)

    def put_head(self, plan: Plan, edits: int) -> None:
        """Write the head last: its count of writes, and the seal over everything."""
        row = {"plan_id": plan.plan_id, "revision": plan.revision, "edits": edits, "seal": ""}
        self.put(HEAD, row)
        self.connection.execute(update(HEAD).values(seal=as_text(self.seal)))

    def _rows(self, table: Table, condition: ColumnElement[bool]) -> Sequence[RowMapping]:
        return self.connection.execute(select(table).where(condition)).mappings().all()

    def _count(
        self, table: Table, *, gone: Sequence[RowMapping] = (), come: Sequence[Mapping[str, Any]] = ()
    ) -> None:
        self.seal = combined(
            self.seal,
            gone=(row_digest(table, row) for row in gone),
            come=(row_digest(table, row) for row in come),
        )


def write_plan(writer: RowWriter, before: Plan, after: Plan) -> None:
    """Write the records that differ between the plan in the file and another state of it."""
    patch = diff(before, after)
    for key in patch.touched:
        _write_kind(writer, key, patch, after)


def _write_kind(writer: RowWriter, key: str, patch: Patch, after: Plan) -> None:
    table, records = KIND_TABLES[key], after.records(key)
    for change in patch.records:
        if change.kind == key and change.after is None:
            writer.drop(table, table.c.id == change.id)
    changed = {change.id for change in patch.records if change.kind == key and change.after is not None}
    if any(order.kind == key for order in patch.orders):
        old_places = _places_in_file(writer, table, true())
        places = _places(records, old_places)
        changed |= {i for i, place in places.items() if old_places.get(i) != place}
    else:
        places = _places_in_file(writer, table, table.c.id.in_(changed))
    writer.put(table, *(to_row(kind_of(key), records[i], places[i]) for i in changed))


def _places_in_file(writer: RowWriter, table: Table, which: ColumnElement[bool]) -> dict[str, int]:
    rows = writer.connection.execute(select(table.c.id, table.c.place).where(which))
    return {row.id: row.place for row in rows}


def _places(ids: Iterable[str], old: Mapping[str, int]) -> dict[str, int]:
    """Return rising places in the order of the ids; those that rise already are kept."""
    places: dict[str, int] = {}
    last = -1
    for record_id in ids:
        place = old.get(record_id, -1)
        last = place if place > last else last + 1
        places[record_id] = last
    return places
