"""Writing rows within one transaction while keeping the seal up to date."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, delete, insert, select, update

from planner.editing.patch import Patch, diff
from planner.model.kinds import kind_of
from planner.model.plan import Plan
from planner.store.mapping import to_row
from planner.store.seal import as_text, combined, row_digest
from planner.store.tables import HEAD, KIND_TABLES


class RowWriter:
    """Puts and removes rows in one open transaction, and knows the seal that results."""

    def __init__(self, connection: Connection, seal: int) -> None:
        """Begin with the seal of the rows as they are."""
        self.connection = connection
        self.seal = seal

    def put(self, table: Table, row: Mapping[str, Any]) -> None:
        """Write one row, new or in place of the one with the same key."""
        key = _key_is(table, row)
        old = self.connection.execute(select(table).where(key)).mappings().one_or_none()
        if old is None:
            self.connection.execute(insert(table).values(**row))
        else:
            self.connection.execute(update(table).where(key).values(**row))
        gone = () if old is None else (row_digest(table, old),)
        self.seal = combined(self.seal, gone=gone, come=(row_digest(table, row),))

    def drop(self, table: Table, condition: ColumnElement[bool]) -> None:
        """Remove the rows of a table that meet a condition."""
        old = self.connection.execute(select(table).where(condition)).mappings().all()
        if old:
            self.connection.execute(delete(table).where(condition))
            self.seal = combined(self.seal, gone=(row_digest(table, row) for row in old))

    def put_head(self, plan: Plan, edits: int) -> None:
        """Write the head last: its count of writes, and the seal over everything."""
        row = {"plan_id": plan.plan_id, "revision": plan.revision, "edits": edits, "seal": ""}
        self.put(HEAD, row)
        self.connection.execute(update(HEAD).values(seal=as_text(self.seal)))


def _key_is(table: Table, row: Mapping[str, Any]) -> ColumnElement[bool]:
    (key,) = table.primary_key.columns
    found: ColumnElement[bool] = key == row[key.name]
    return found


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
    old_places = {row.id: row.place for row in writer.connection.execute(select(table.c.id, table.c.place))}
    places = _places(records, old_places)
    changed = {change.id for change in patch.records if change.kind == key and change.after is not None}
    moved = {record_id for record_id, place in places.items() if old_places.get(record_id) != place}
    for record_id in changed | moved:
        writer.put(table, to_row(kind_of(key), records[record_id], places[record_id]))


def _places(ids: Iterable[str], old: Mapping[str, int]) -> dict[str, int]:
    """Return rising places in the order of the ids; those that rise already are kept."""
    places: dict[str, int] = {}
    last = -1
    for record_id in ids:
        place = old.get(record_id, -1)
        last = place if place > last else last + 1
        places[record_id] = last
    return places
