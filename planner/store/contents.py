"""Everything that a plan file holds, read in one go and checked."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import Connection, RowMapping

from planner.editing.filing import Purpose
from planner.editing.history import History
from planner.model.checked import checked_record
from planner.model.consistency import refuse_inconsistent
from planner.model.kinds import KINDS, Kind
from planner.model.plan import Plan, PlanId
from planner.model.values import MAX_REVISION
from planner.store.log import LogEntry, log_entry
from planner.store.mapping import from_row
from planner.store.room import room_in
from planner.store.seal import as_text, combined, row_digest
from planner.store.steps import from_step_row
from planner.store.tables import ARCHIVE, DOCUMENTS, HEAD, HISTORY, LOG, METADATA, ROOM, select_statement
from planner.workshop.state import RoomState

Rows = Mapping[str, list[RowMapping]]
"""The rows of each table by its name."""


@dataclass(frozen=True, slots=True)
class SignedContent:
    """A signed revision as the archive keeps it.

    Attributes:
        number: of the revision.
        fingerprint: SHA-256 of the content, in hexadecimal.
        canonical_json: the content.
        at: when it was signed, by the clock of the computer that was used.
    """

    number: int
    fingerprint: str
    canonical_json: bytes
    at: datetime


@dataclass(frozen=True, slots=True)
class Contents:
    """What a plan file holds.

    Attributes:
        plan: the plan.
        history: its steps, done and undone.
        signed: its signed revisions by their numbers.
        log: what was done with it, oldest first.
        room: where its workshop stands.
        edits: how many writes the file has seen.
        seal: digest over all rows.
    """

    plan: Plan
    history: History
    signed: tuple[SignedContent, ...]
    log: tuple[LogEntry, ...]
    room: RoomState
    edits: int
    seal: int


class NotAPlanError(ValueError):
    """The rows can't be what was written."""


def read_contents(connection: Connection) -> Contents:
    """Read every row, and refuse what the program could never have written.

    Raises:
        NotAPlanError: the rows don't match their seal or their head.
        PlanError: a record's value or link does not fit.
        msgspec.MsgspecError, ValueError, KeyError: a cell is not in its column's form.
    """
    rows = {
        table.name: list(connection.exec_driver_sql(select_statement(table)).mappings())
        for table in METADATA.sorted_tables
    }
    head = _head(rows)
    seal = _seal(rows)
    if as_text(seal) != head["seal"]:
        msg = "the seal is another one"
        raise NotAPlanError(msg)
    signed = sorted(map(signed_content, rows[ARCHIVE.name]), key=lambda kept: (kept.number, kept.at))
    for row in rows[DOCUMENTS.name]:
        Purpose(row["purpose"])
        datetime.fromisoformat(row["at"])
    log = sorted(map(log_entry, rows[LOG.name]), key=lambda entry: entry.number)
    return Contents(
        plan=_plan(rows, head),
        history=_history(rows),
        signed=tuple(signed),
        log=tuple(log),
        room=room_in(rows[ROOM.name]),
        edits=head["edits"],
        seal=seal,
    )


def _head(rows: Rows) -> RowMapping:
    if len(rows[HEAD.name]) != 1:
        msg = "a plan file has one head"
        raise NotAPlanError(msg)
    (head,) = rows[HEAD.name]
    msgspec.convert(head["plan_id"], PlanId)
    if not 1 <= head["revision"] <= MAX_REVISION or head["edits"] < 0:
        msg = "the head counts as nothing can"
        raise NotAPlanError(msg)
    return head


def _seal(rows: Rows) -> int:
    tables = METADATA.tables
    return combined(0, come=(row_digest(tables[name], row) for name, found in rows.items() for row in found))


def _plan(rows: Rows, head: RowMapping) -> Plan:
    tables: dict[str, Any] = {kind.key: _records(kind, rows[kind.key]) for kind in KINDS}
    if len({key for table in tables.values() for key in table}) != sum(map(len, tables.values())):
        msg = "two records have one id"
        raise NotAPlanError(msg)
    plan = Plan(plan_id=head["plan_id"], revision=head["revision"], **tables)
    refuse_inconsistent(plan)
    return plan


def _records(kind: Kind, rows: list[RowMapping]) -> dict[str, Any]:
    in_place = sorted(rows, key=lambda row: (row["place"], row["id"]))
    return {row["id"]: checked_record(from_row(kind, row)) for row in in_place}


def _history(rows: Rows) -> History:
    in_order = sorted(rows[HISTORY.name], key=lambda row: int(row["number"]))
    done = [from_step_row(row) for row in in_order if row["done"] == 1]
    undone = [from_step_row(row) for row in reversed(in_order) if row["done"] != 1]
    return History(done, undone)


def signed_content(row: RowMapping) -> SignedContent:
    """Return the archived revision of a row.

    Raises:
        NotAPlanError: its content is not what its fingerprint says.
        ValueError: its moment is none.
    """
    if hashlib.sha256(row["content"]).hexdigest() != row["fingerprint"]:
        msg = "an archived revision is not what was signed"
        raise NotAPlanError(msg)
    return SignedContent(row["number"], row["fingerprint"], row["content"], datetime.fromisoformat(row["at"]))
