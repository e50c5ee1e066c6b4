"""Full and failing disks: what was said to be saved is there, what is not known is not claimed."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from desk import Desk
from elsewhere import ENVIRONMENT, rename_elsewhere
from sqlalchemy import Connection, event

from planner.files.errors import ConflictError, UnconfirmedError
from planner.store.plan_file import PlanFile

_FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from desk import Desk
from planner.files.errors import FullError
path = Path(sys.argv[1])
desk = Desk(path)
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + 40_000, path.stat().st_size + 40_000))
saved = 0
try:
    for number in range(1000):
        desk.rename(f"Name {number} " + "x" * 200, at=number * 100.0)
        saved += 1
except FullError as error:
    print(saved, error.message)
desk.file.reload()
assert len(desk.file.history.done) == saved, len(desk.file.history.done)
"""


def test_a_full_disk_keeps_every_edit_that_was_said_to_be_saved(path: Path) -> None:
    command = [sys.executable, "-c", _FULL_DISK, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, env=ENVIRONMENT, check=False)
    assert done.returncode == 0, done.stderr
    saved, words = done.stdout.split(" ", 1)
    assert int(saved) > 3
    assert "no room" in words
    with PlanFile.open(path) as file:
        assert len(file.history.done) == int(saved)
        assert file.plan.people["p1"].name.startswith(f"Name {int(saved) - 1} ")


@contextmanager
def failing_disk(desk: Desk, *, arrived: bool) -> Iterator[None]:
    """A disk that reports an error at the very end of a write, which may be there all the same."""

    def fail(connection: Connection) -> None:
        if arrived:
            connection.connection.commit()
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorname = "SQLITE_IOERR_DIR_FSYNC"
        raise error

    engine = desk.file._opened.engine
    event.listen(engine, "commit", fail)
    yield
    event.remove(engine, "commit", fail)


@pytest.mark.parametrize("arrived", [True, False])
def test_an_unconfirmed_edit_is_neither_claimed_nor_repeated(desk: Desk, arrived: bool) -> None:
    with failing_disk(desk, arrived=arrived), pytest.raises(UnconfirmedError):
        desk.rename("Ada")
    with pytest.raises(UnconfirmedError):
        desk.rename("Ben", at=100)
    assert desk.file.settle() == arrived
    assert (desk.file.plan.people["p1"].name == "Ada") == arrived
    assert len(desk.file.history.done) == int(arrived)
    desk.take_up()
    desk.rename("Cleo", at=200)
    assert desk.stored().people["p1"].name == "Cleo"


def test_an_unconfirmed_edit_is_not_repeated_over_anothers(desk: Desk) -> None:
    with failing_disk(desk, arrived=False), pytest.raises(UnconfirmedError):
        desk.rename("Mine", "p2")
    rename_elsewhere(desk.file.path, "Theirs")
    with pytest.raises(ConflictError):
        desk.file.settle()
    with pytest.raises(ConflictError):
        desk.rename("Mine", "p3", at=100)
    desk.reopen()
    assert desk.plan.people["p1"].name == "Theirs"
    assert desk.plan.people["p3"].name == "Person 3"
