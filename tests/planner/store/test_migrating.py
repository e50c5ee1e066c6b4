"""Files of older versions open with nothing lost, whole or not at all; newer ones stay untouched."""

import os
import random
import shutil
import signal
import sqlite3
import time
from pathlib import Path

import pytest
from desk import Desk
from make_old_file import FOLDER
from sqlalchemy import Connection
from strategies import same

from planner.exchange.plan_json import read_json
from planner.files.refusals import RefusedError
from planner.model.plan import Plan
from planner.store import migrating
from planner.store.gate import current_schema, read_header
from planner.store.migrations import CURRENT_SCHEMA, OLDER_SCHEMAS
from planner.store.plan_file import PlanFile
from planner.store.tables import VERSION
from planner.store.workspace import load_plan


@pytest.fixture(params=sorted(OLDER_SCHEMAS))
def version(request) -> int:
    """Number of an older version."""
    return request.param


@pytest.fixture
def old(quick_folder: Path, version: int) -> Path:
    """A file as users of that version have it."""
    return Path(shutil.copy(FOLDER / f"version_{version}.tcplan", quick_folder / "old.tcplan"))


@pytest.fixture
def expected(version: int) -> Plan:
    """What it holds, noted down when it was made."""
    return read_json((FOLDER / f"version_{version}.json").read_bytes())


def test_a_change_of_the_schema_needs_a_new_version_and_a_migration() -> None:
    assert current_schema() == CURRENT_SCHEMA, (
        "The tables changed. Take the change back and run make_old_file.py; then raise VERSION, move the"
        " digest to OLDER_SCHEMAS and add a revision."
    )
    assert set(OLDER_SCHEMAS) == set(range(1, VERSION))


def test_every_older_version_has_a_stored_file() -> None:
    assert {path.stem for path in FOLDER.glob("*.tcplan")} == {f"version_{n}" for n in OLDER_SCHEMAS}


def test_an_old_file_opens_with_everything_and_is_kept(old: Path, version: int, expected: Plan) -> None:
    desk = Desk(old)
    assert same(desk.plan, expected)
    assert [step.label for step in desk.history.done] == [
        "Change name of “Ada”",
        "Remove objective “A line: é 中 😀 = “x””",
    ]
    assert [step.label for step in desk.history.undone] == ["Change name of “Ben”"]
    assert [revision.number for revision in desk.file.revisions()] == [1]
    desk.file.log("Can be written")
    desk.redo()
    while desk.history.done:
        desk.undo()
    desk.file.close()
    assert read_header(old).version == VERSION
    kept = old.parent / f"old (before v{VERSION}).tcplan"
    assert read_header(kept).version == version
    assert same(load_plan(kept), expected)
    assert len(list(old.parent.iterdir())) == 2


def test_reading_an_old_file_leaves_it_alone(old: Path, expected: Plan) -> None:
    before = old.read_bytes()
    assert same(load_plan(old), expected)
    assert old.read_bytes() == before
    assert [path.name for path in old.parent.iterdir()] == ["old.tcplan"]


def test_an_earlier_kept_file_is_not_overwritten(old: Path) -> None:
    kept = old.with_name(f"old (before v{VERSION}).tcplan")
    kept.write_bytes(b"mine")
    PlanFile.open(old).close()
    assert kept.read_bytes() == b"mine"
    assert old.with_name(f"old (before v{VERSION}) 2.tcplan").exists()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE people SET name = 'Mallory'",
        "CREATE TABLE more (x)",
        "CREATE TRIGGER t AFTER INSERT ON people BEGIN DELETE FROM people; END",
        "CREATE TABLE alembic_version (version_num TEXT)",
    ],
)
def test_a_damaged_or_hostile_old_file_is_not_brought_up_to_date(old: Path, statement: str) -> None:
    connection = sqlite3.connect(old)
    connection.execute(statement)
    connection.commit()
    connection.close()
    before = old.read_bytes()
    for opener in (PlanFile.open, load_plan):
        with pytest.raises(RefusedError):
            opener(old)
    assert old.read_bytes() == before
    assert [path.name for path in old.parent.iterdir()] == ["old.tcplan"]


def test_a_migration_that_goes_wrong_changes_nothing(old: Path, monkeypatch) -> None:
    def run_and_err(connection: Connection, version: int) -> None:
        run_revisions(connection, version)
        connection.exec_driver_sql("CREATE TABLE left_behind (x)")

    run_revisions = migrating._run_revisions
    monkeypatch.setattr(migrating, "_run_revisions", run_and_err)
    before = old.read_bytes()
    with pytest.raises(RefusedError):
        PlanFile.open(old)
    assert old.read_bytes() == before
    assert [path.name for path in old.parent.iterdir()] == ["old.tcplan"]


def test_a_newer_file_is_refused_with_not_a_byte_changed(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version={VERSION + 1}")
    connection.execute("CREATE TABLE of_the_future (x)")
    connection.close()
    before, when = path.read_bytes(), path.stat().st_mtime_ns
    for opener in (PlanFile.open, load_plan):
        with pytest.raises(RefusedError, match="newer Truecourse; nothing was changed"):
            opener(path)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == (before, when)
    assert len(list(path.parent.iterdir())) == 1


# sudden death

KILLS, MISSES = 15, 3


def _in_place(path: Path) -> None:
    """What a migration without a copy does; the control."""
    raw = sqlite3.connect(path, isolation_level=None)
    raw.execute("DROP TABLE IF EXISTS log")
    raw.execute("CREATE TABLE log (number INTEGER, edits INTEGER, at TEXT, what TEXT) STRICT")
    time.sleep(0.05)
    raw.execute(f"PRAGMA user_version={VERSION}")
    raw.close()


def _kill_while_opening(old: Path, migrate) -> tuple[int, int]:
    """Kill the migration at any moment.

    How long it takes is told by the kills themselves, as the machine may be busy now and idle then: after one
    in time the next comes later, after one that came when all was done it comes sooner.

    Returns:
        How often the file was then neither old nor new, and how often it was still old.
    """
    chance = random.Random(1)  # noqa: S311 - no secret
    good = old.read_bytes()
    migrate(old)
    old.write_bytes(good)
    whole = 0.1
    spoiled = still_old = hits = misses = 0
    while hits < KILLS or misses < MISSES:
        for path in old.parent.iterdir():
            path.unlink()
        old.write_bytes(good)
        if _is_killed(old, migrate, after=chance.uniform(0.2, 1.0) * whole):
            hits, whole = hits + 1, 1.2 * whole
        else:
            misses, whole = misses + 1, 0.5 * whole
        still_old += read_header(old).version < VERSION
        try:
            load_plan(old)
        except RefusedError:
            spoiled += 1
    return spoiled, still_old


def _is_killed(path: Path, migrate, after: float) -> bool:
    """Kill a migration so many seconds after its start; return whether it had not come to its end."""
    pid = os.fork()
    if pid == 0:
        try:
            migrate(path)
        finally:
            os._exit(0)
    time.sleep(after)
    os.kill(pid, signal.SIGKILL)
    return os.WIFSIGNALED(os.waitpid(pid, 0)[1])


def test_a_migration_that_is_killed_leaves_the_old_file_or_the_new_one(old: Path, expected: Plan) -> None:
    spoiled, still_old = _kill_while_opening(old, lambda path: PlanFile.open(path).close())
    assert spoiled == 0
    assert still_old > 0
    assert same(load_plan(old), expected)


def test_a_migration_in_place_would_leave_neither(old: Path) -> None:
    spoiled, _ = _kill_while_opening(old, _in_place)
    assert spoiled > 0
