"""The tables of a plan file: one a kind, and those of the file itself."""

from functools import cache

from sqlalchemy import Column, Integer, LargeBinary, MetaData, Table, Text, select
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateTable

from planner.model.kinds import KINDS
from planner.store.mapping import kind_table

APPLICATION_ID = 0x54434F55
"""Stands in the header of each plan file ("TCOU"), so that other programs can tell what it is."""

VERSION = 4
"""Number of this schema; raise it with each change of a table, and add a migration."""

METADATA = MetaData()

KIND_TABLES: dict[str, Table] = {kind.key: kind_table(kind, METADATA) for kind in KINDS}

HEAD = Table(
    "plan",
    METADATA,
    Column("plan_id", Text, primary_key=True),
    Column("revision", Integer, nullable=False),
    Column("edits", Integer, nullable=False),
    Column("seal", Text, nullable=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
"""The plan's one head: `edits` counts every write, `seal` is the digest over all rows."""

HISTORY = Table(
    "history",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("done", Integer, nullable=False),
    Column("label", Text, nullable=False),
    Column("field", Text, nullable=True),
    Column("patch", Text, nullable=False),
    sqlite_strict=True,
)
"""Every step, done (1) or undone (0), so that undo and redo survive a restart."""

ARCHIVE = Table(
    "archive",
    METADATA,
    Column("fingerprint", Text, primary_key=True),
    Column("number", Integer, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("at", Text, nullable=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
"""The canonical JSON of each signed revision."""

LOG = Table(
    "log",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("edits", Integer, nullable=False),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("chain", Text, nullable=False),
    sqlite_strict=True,
)
"""What was done with the plan, ordered by its own number; `at` is only the computer's clock.

`chain` is the digest over the entry and the one before it (`planner.store.log`).
"""

ROOM = Table(
    "room",
    METADATA,
    Column("part", Text, primary_key=True),
    Column("content", Text, nullable=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
"""Where a workshop stands: "state" is its clock and view, "beginning" the plan as it was; both are JSON."""

DOCUMENTS = Table(
    "documents",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("fingerprint", Text, nullable=False),
    Column("purpose", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
    sqlite_strict=True,
)
"""Files kept with a revision: the copy that is signed digitally, scans of pages signed in ink."""


@cache
def create_statements() -> dict[str, str]:
    """Return the SQL that makes each table, by its name; compiled once, since that is slow."""
    dialect = sqlite.dialect()
    return {
        str(table.name): str(CreateTable(table).compile(dialect=dialect)) for table in METADATA.sorted_tables
    }


@cache
def select_statement(table: Table) -> str:
    """Return the SQL that reads all rows of a table; compiled once, since that is slow."""
    return str(select(table).compile(dialect=sqlite.dialect()))
