"""Version 4: the workshop, with its agenda, participants, ballots and votes, and where it stands."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "4"
down_revision = "3"

Row = dict[str, Any]

_IDEAS = "name origin:optional decision:optional decided_by:optional decided_on:optional why"
_NEW_OF_IDEAS = "said_by group concerns owner:optional due:optional block:optional became:optional"


def upgrade() -> None:
    """Add the new tables and columns; what was there keeps its place."""
    _create("workshop", "on:optional start until its_place facilitator:optional aim sound:number")
    _create("agenda_blocks", "name sort minutes:number output question picture step:optional notes")
    _create("participants", "name person:optional")
    decided = "chosen decided_by:optional decided_on:optional why"
    asked = "name sort dots_each:number entries question revealed:number block:optional"
    _create("ballots", f"{asked} {decided}")
    _create(
        "votes",
        "ballot:optional participant:optional entry:optional dots:number its_place:number reply:optional",
    )
    _insert("workshop", [_WORKSHOP])
    _widen_ideas({"said_by": "", "group": "", "concerns": "[]"})
    _create_room()


_WORKSHOP = {
    "id": "workshop",
    "place": 0,
    "start": "09:00",
    "until": "",
    "its_place": "",
    "aim": "",
    "sound": 0,
}


def _create(table: str, columns: str) -> None:
    """Create the table of a kind.

    Args:
        table: its name.
        columns: their names, parted by blanks; ":number" holds whole numbers, ":optional" may be empty.
    """
    op.create_table(
        table,
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("place", sa.Integer, nullable=False),
        *(_column(*name.partition(":")[::2]) for name in columns.split()),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )


def _column(name: str, sort: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer if sort == "number" else sa.Text, nullable=sort == "optional")


def _widen_ideas(new: Mapping[str, Any]) -> None:
    found = op.get_bind().exec_driver_sql("SELECT * FROM ideas").mappings()
    rows = [{**row, **new} for row in found]
    op.drop_table("ideas")
    _create("ideas", f"{_IDEAS} {_NEW_OF_IDEAS}")
    _insert("ideas", rows)


def _create_room() -> None:
    op.create_table(
        "room",
        sa.Column("part", sa.Text, primary_key=True),
        sa.Column("content", sa.Text, nullable=False),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )


def _insert(table: str, rows: list[Row]) -> None:
    if rows:
        op.bulk_insert(sa.table(table, *(sa.column(name) for name in rows[0])), rows)
