"""Where a workshop stands, in the plan file: written at once, and no part of the undo history."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, RowMapping, select

from planner.exchange.plan_json import read_json, write_json
from planner.model.plan import Plan
from planner.store.tables import ROOM
from planner.store.writing import RowWriter
from planner.workshop.state import NOT_BEGUN, RoomState, from_json, to_json

_STATE, _BEGINNING = "state", "beginning"


def room_in(rows: Iterable[Mapping[str, Any] | RowMapping]) -> RoomState:
    """Return the state that the rows of the table tell; that of a workshop not begun where they are none.

    Raises:
        msgspec.MsgspecError: they tell no state.
        ValueError: there are other parts than ours.
    """
    parts = {row["part"]: row["content"] for row in rows}
    if not parts.keys() <= {_STATE, _BEGINNING}:
        msg = "a workshop has no such part"
        raise ValueError(msg)
    return from_json(parts[_STATE]) if _STATE in parts else NOT_BEGUN


def put_room(writer: RowWriter, state: RoomState, beginning: Plan | None) -> None:
    """Write where the workshop stands, and, where it begins, the plan as it is then."""
    writer.put(ROOM, {"part": _STATE, "content": to_json(state)})
    if beginning is not None:
        writer.put(ROOM, {"part": _BEGINNING, "content": write_json(beginning).decode()})


def beginning_in(connection: Connection) -> Plan | None:
    """Return the plan as it was when the workshop began; None where none has.

    Raises:
        PlanError: it can't be read.
    """
    found = connection.execute(select(ROOM.c.content).where(ROOM.c.part == _BEGINNING)).scalar()
    return None if found is None else read_json(found.encode())
