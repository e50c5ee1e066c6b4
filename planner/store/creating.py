"""Making a plan file: aside, as a whole, read back through the gate, then put in place."""

import sqlite3
from pathlib import Path

from sqlalchemy import Connection

from planner.editing.patch import diff
from planner.files.atomic import replacement
from planner.files.errors import FileError
from planner.language import say
from planner.model.consistency import refuse_inconsistent
from planner.model.kinds import KINDS
from planner.model.plan import Plan
from planner.store.connecting import engine_on, writing
from planner.store.mapping import to_row
from planner.store.open_files import AlreadyOpenError, is_open
from planner.store.opening import open_plan
from planner.store.saving import saving
from planner.store.steps import archived_rows
from planner.store.tables import APPLICATION_ID, ARCHIVE, KIND_TABLES, VERSION, create_statements
from planner.store.writing import RowWriter


def create_plan_file(path: Path, plan: Plan, *, replace: bool = False) -> None:
    """Make a file with a plan in it; its history begins empty.

    Args:
        path: where; it exists as a whole or not at all.
        plan: the plan.
        replace: whether a file that is there may go.

    Raises:
        PlanError: there is a file already, it is open here, or it can't be written.
    """
    refuse_inconsistent(plan)
    refuse_open(path)
    with replacement(path, overwrite=replace) as aside:
        with saving(path.name):
            _fill(aside, plan)
        verify(aside, plan, path.name)


def refuse_open(path: Path) -> None:
    """Refuse to replace a file that this process has open.

    Raises:
        AlreadyOpenError: it is open.
    """
    if is_open(path):
        msg = say("“{name}” is open here and can't be replaced.", name=path.name)
        raise AlreadyOpenError(msg, hint=say("Choose another name."))


def verify(aside: Path, plan: Plan, name: str) -> None:
    """Read a new file through the gate and compare.

    Raises:
        FileError: it does not hold the plan.
    """
    written = open_plan(aside, to_write=False)
    try:
        same = diff(written.contents.plan, plan).is_empty
    finally:
        written.close()
    if not same:
        msg = say("“{name}” was not written as it should; nothing was changed.", name=name)
        raise FileError(msg, hint=say("Check the disk, or choose another folder."))


def _fill(path: Path, plan: Plan) -> None:
    raw = sqlite3.connect(path, isolation_level=None)
    try:
        # Nobody sees the file before it is whole and flushed, so that it needs no journal.
        raw.execute("PRAGMA journal_mode=OFF")
        raw.execute("PRAGMA synchronous=OFF")
        raw.execute(f"PRAGMA application_id={APPLICATION_ID}")
        raw.execute(f"PRAGMA user_version={VERSION}")
        with writing(engine_on(raw)) as connection, connection.begin():
            for statement in create_statements().values():
                connection.exec_driver_sql(statement)
            _write_all(connection, plan)
    finally:
        raw.close()


def _write_all(connection: Connection, plan: Plan) -> None:
    writer = RowWriter(connection, 0)
    for kind in KINDS:
        rows = (to_row(kind, record, place) for place, record in enumerate(plan.records(kind).values()))
        writer.put(KIND_TABLES[kind.key], *rows)
    writer.put(ARCHIVE, *archived_rows(plan, plan.signed_revisions.values()))
    writer.put_head(plan, 0)
