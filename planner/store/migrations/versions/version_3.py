"""Version 3: house truths, the document's look, the route of sign-off, filed documents, a chained log."""

from collections.abc import Callable, Mapping
from typing import Any

import sqlalchemy as sa
from alembic import op

from planner.store.log import chained

revision = "3"
down_revision = "2"

Row = dict[str, Any]


def upgrade() -> None:
    """Add the new tables and columns; what was there keeps its place."""
    _create_kind("house_truths", "name sort looks_at level joined conditions message remedy why citation")
    _create_kind("approval_requests", "revision:number fingerprint at:optional by")
    _create_kind("layout", "paper two_sided:number large_print:number grey:number left_out accent logo")
    plain = {"two_sided": 0, "large_print": 0, "grey": 0, "left_out": "[]", "accent": "", "logo": ""}
    _insert("layout", [{"id": "layout", "place": 0, "paper": "A4", **plain}])
    _widen("approvers", _approvers, {"way": "typed", "turn": 0})
    _widen("approvals", _approvals, {"way": "typed", "drawing": "", "certificate": ""})
    _chain_log()
    _create_documents()


def _approvers() -> None:
    _create_kind("approvers", "role person:optional way turn:number")


def _approvals() -> None:
    names = "approver:optional verdict reason signed_name at:optional revision:number fingerprint"
    _create_kind("approvals", f"{names} way drawing certificate")


def _create_kind(table: str, columns: str) -> None:
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


def _widen(table: str, create: Callable[[], None], new: Mapping[str, Any]) -> None:
    """Make a table anew with more columns, each with one value in all the rows that are there."""
    rows = _rows(table)
    op.drop_table(table)
    create()
    _insert(table, [{**row, **new} for row in rows])


def _chain_log() -> None:
    rows = sorted(_rows("log"), key=lambda row: int(row["number"]))
    op.drop_table("log")
    op.create_table(
        "log",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        *(sa.Column(name, sa.Integer if name == "edits" else sa.Text, nullable=False) for name in _LOGGED),
        sqlite_strict=True,
    )
    _insert("log", _chained(rows))


_LOGGED = ("edits", "at", "who", "what", "chain")


def _chained(rows: list[Row]) -> list[Row]:
    chain, done = "0" * 64, []
    for number, row in enumerate(rows, start=1):
        entry = {**row, "number": number, "who": ""}
        chain = chained(chain, entry)
        done.append({**entry, "chain": chain})
    return done


def _create_documents() -> None:
    op.create_table(
        "documents",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("fingerprint", "purpose", "name", "at")),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sqlite_strict=True,
    )


def _rows(table: str) -> list[Row]:
    return [dict(row) for row in op.get_bind().exec_driver_sql(f"SELECT * FROM {table}").mappings()]  # noqa: S608 - a name from above


def _insert(table: str, rows: list[Row]) -> None:
    if rows:
        names = list(rows[0])
        target = sa.table(table, *(sa.column(name) for name in names))
        op.bulk_insert(target, rows)
