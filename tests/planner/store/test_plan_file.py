"""The open plan file: its settings, its identity, and what it lets be done with it."""

import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from desk import Desk, stored_plan
from elsewhere import ENVIRONMENT
from strategies import same

from planner.editing.verbs import Edit
from planner.errors import PlanError
from planner.files.errors import FileError
from planner.model.plan import Plan, empty_plan
from planner.model.records_purpose import Person
from planner.store.connecting import SETTINGS, address
from planner.store.creating import create_plan_file
from planner.store.open_files import AlreadyOpenError
from planner.store.plan_file import PlanFile


def test_the_settings_that_keep_edits_safe_are_really_on(desk: Desk) -> None:
    raw = desk.file._opened.raw
    found = {name: raw.execute(f"PRAGMA {name}").fetchone()[0] for name, _, _ in SETTINGS}
    assert found == {name: expected for name, _, expected in SETTINGS}
    assert found["journal_mode"] == "delete"
    assert found["synchronous"] == 3
    assert raw.isolation_level is None
    assert raw.execute("PRAGMA mmap_size").fetchone() in {(0,), None}


def test_nothing_but_rows_can_be_written(desk: Desk) -> None:
    raw = desk.file._opened.raw
    for statement in (
        "CREATE TABLE more (x)",
        "DROP TABLE people",
        "CREATE TRIGGER t AFTER INSERT ON people BEGIN DELETE FROM people; END",
        "ATTACH ':memory:' AS other",
        "UPDATE sqlite_schema SET sql = ''",
        "SELECT load_extension('x')",
    ):
        with pytest.raises(sqlite3.DatabaseError):
            raw.execute(statement)


@pytest.mark.parametrize("other_name", [Path.symlink_to, Path.hardlink_to])
def test_a_file_is_open_once_whatever_it_is_called(desk: Desk, other_name) -> None:
    link = desk.file.path.with_name("link.tcplan")
    other_name(link, desk.file.path)
    for name in (desk.file.path, link):
        with pytest.raises(AlreadyOpenError):
            PlanFile.open(name)
        with pytest.raises(AlreadyOpenError):
            create_plan_file(name, empty_plan(), replace=True)
    desk.file.close()
    with PlanFile.open(link) as file:
        assert same(file.plan, desk.plan)


def test_editing_through_a_link_edits_the_file_behind_it(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.tcplan"
    link.symlink_to(path)
    desk = Desk(link)
    desk.rename("Ada")
    desk.file.close()
    assert link.is_symlink()
    assert stored_plan(path).people["p1"].name == "Ada"


def test_an_existing_file_is_replaced_only_on_demand(path: Path) -> None:
    with pytest.raises(FileError, match="already"):
        create_plan_file(path, empty_plan())
    create_plan_file(path, empty_plan("Other"), replace=True)
    assert stored_plan(path).the_brief.title == "Other"
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_a_plan_that_no_verb_could_make_is_not_written(desk: Desk, tmp_path: Path) -> None:
    broken = Plan(plan_id="ab" * 16, people={"a": Person(id="a", partner="nobody")})
    with pytest.raises(PlanError):
        create_plan_file(tmp_path / "b.tcplan", broken)
    with pytest.raises(PlanError):
        desk.do(Edit(broken, "Break"))
    with pytest.raises(FileError, match="another plan"):
        desk.file.append(desk.at_last, empty_plan(), replaces_last=False)
    assert not (tmp_path / "b.tcplan").exists()


def test_a_new_file_is_read_back_before_it_takes_its_place(tmp_path: Path) -> None:
    unclean = Plan(plan_id="ab" * 16, people={"a": Person(id="a", name="e\u0301")})
    with pytest.raises(FileError, match="not written as it should"):
        create_plan_file(tmp_path / "b.tcplan", unclean)
    assert list(tmp_path.iterdir()) == []


def test_a_closed_file_says_so(desk: Desk) -> None:
    desk.file.path.unlink()
    with pytest.raises(FileError, match="no file"):
        desk.file.reload()
    with pytest.raises(FileError, match="is not open"):
        desk.rename("Lost")
    with pytest.raises(FileError, match="is not open"):
        desk.file.log_entries()
    assert desk.file.changed_elsewhere()


def test_a_plan_file_may_be_used_from_any_thread(desk: Desk) -> None:
    with ThreadPoolExecutor(1) as thread:
        thread.submit(desk.rename, "Ada").result()
    assert desk.stored().people["p1"].name == "Ada"


_OPENS_OF_THE_FILE = """
import sys
from datetime import date
from pathlib import Path
from desk import Desk
from planner.store.backup import back_up
path = Path(sys.argv[1])
desk = Desk(path)
desk.rename("Ada", at=1)
opened = []
sys.addaudithook(lambda event, words: opened.append(words[0]) if event == "open" else None)
desk.rename("Ben", at=100)
desk.undo()
desk.redo()
desk.file.log("x")
desk.file.log_entries(), desk.file.revisions(), desk.file.changed_elsewhere()
desk.file.save_copy(path.with_name("copy.tcplan"))
back_up(desk.file, date.today(), path.parent / "backups")
print([str(name) for name in opened].count(str(path)))
path.open("rb").close()
print([str(name) for name in opened].count(str(path)))
"""


def test_the_file_is_never_opened_behind_sqlites_back(path: Path) -> None:
    """Closing any other handle of the file would drop SQLite's locks."""
    command = [sys.executable, "-c", _OPENS_OF_THE_FILE, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, env=ENVIRONMENT, check=True)
    opened, opened_on_purpose = (int(line) for line in done.stdout.split())
    assert opened == 0
    assert opened_on_purpose == 1


def test_a_file_on_a_windows_share_has_an_address_that_sqlite_takes(path: Path) -> None:
    assert address("file://server/share/a%20plan.tcplan") == "file:////server/share/a%20plan.tcplan"
    assert address("file:///C:/a%20plan.tcplan") == "file:///C:/a%20plan.tcplan"
    doubled = address(f"file://{path.as_uri().removeprefix('file:///')}")
    connection = sqlite3.connect(f"{doubled}?mode=ro", uri=True)
    assert connection.execute("SELECT count(*) FROM people").fetchone() == (5,)
    connection.close()
