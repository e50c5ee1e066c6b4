"""The open plan file: durable edits, other programs on it, files that move, and full disks."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from desk import Desk, stored_plan
from sqlalchemy import Connection, event
from strategies import same

from planner.editing import verbs
from planner.editing.filing import Filing, Purpose
from planner.editing.verbs import Edit
from planner.errors import PlanError
from planner.model.plan import Plan, empty_plan
from planner.model.records_purpose import Person
from planner.model.records_signoff import SignedRevision
from planner.model.vocabulary import Verdict
from planner.signoff.approvals import Decision, decide
from planner.signoff.fingerprint import canonical_json, fingerprint
from planner.store import filed
from planner.store.backup import list_backups
from planner.store.connecting import SETTINGS, address
from planner.store.creating import create_plan_file
from planner.store.errors import BusyError, ConflictError, GoneError, StoreError, UnconfirmedError
from planner.store.gate import Header, read_header
from planner.store.log import first_break, log_text
from planner.store.open_files import AlreadyOpenError
from planner.store.plan_file import PlanFile
from planner.store.workspace import load_plan
from planner.truths.engine import check_plan
from planner.truths.example_plan import EXAMPLE_DAY, example_plan

HERE = Path(__file__).parent
ELSEWHERE = [sys.executable, str(HERE / "elsewhere.py")]
ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join([str(HERE.parents[2]), str(HERE)])}


def rename_elsewhere(path: Path, name: str) -> None:
    subprocess.run([*ELSEWHERE, "rename", str(path), name], check=True, env=ENVIRONMENT)


@contextmanager
def held_elsewhere(path: Path) -> Iterator[None]:
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen([*ELSEWHERE, "hold", str(path)], env=ENVIRONMENT, **pipes) as process:
        assert process.stdout.readline() == b"held\n"
        yield
        process.stdin.close()


# settings and identity


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
    with pytest.raises(StoreError, match="already"):
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
    with pytest.raises(StoreError, match="another plan"):
        desk.file.append(desk.at_last, empty_plan(), replaces_last=False)
    assert not (tmp_path / "b.tcplan").exists()


def test_a_new_file_is_read_back_before_it_takes_its_place(tmp_path: Path) -> None:
    unclean = Plan(plan_id="ab" * 16, people={"a": Person(id="a", name="e\u0301")})
    with pytest.raises(StoreError, match="not written as it should"):
        create_plan_file(tmp_path / "b.tcplan", unclean)
    assert list(tmp_path.iterdir()) == []


# history


def test_typing_is_stored_as_one_step(desk: Desk) -> None:
    desk.rename("A", at=1)
    assert desk.rename("Ad", at=2)
    assert desk.rename("Ada", at=3)
    desk.reopen()
    assert [step.label for step in desk.history.done] == ["Change name of “Ada”"]
    desk.undo()
    assert stored(desk).people["p1"].name == "Person 1"


def stored(desk: Desk) -> Plan:
    desk.reopen()
    return desk.plan


def test_typing_never_goes_on_from_an_earlier_session(desk: Desk) -> None:
    desk.rename("A", at=1)
    desk.reopen()
    assert not desk.rename("Ada", at=1.5)


def test_a_new_edit_takes_the_undone_ones_away(desk: Desk) -> None:
    desk.rename("A", at=1)
    desk.rename("B", "p2", at=100)
    desk.undo()
    desk.undo()
    desk.rename("C", at=200)
    desk.reopen()
    assert [step.label for step in desk.history.done] == ["Change name of “C”"]
    assert desk.history.undone == []


def test_a_step_that_the_file_does_not_know_is_refused(desk: Desk) -> None:
    desk.rename("A")
    change = desk.at_last
    desk.undo()
    with pytest.raises(StoreError, match="history"):
        desk.file.step_back(change, desk.plan)
    desk.redo()
    with pytest.raises(StoreError, match="history"):
        desk.file.step_back(replace(change, label="Another step"), desk.plan)


def test_order_is_kept_through_insertion_removal_and_undo(desk: Desk) -> None:
    orders = [list(desk.plan.people)]
    for edit in (
        lambda plan: verbs.add(plan, Person(id="new"), at=2),
        lambda plan: verbs.remove(plan, ["p3"]),
        lambda plan: verbs.reorder(plan, "p4", 0),
        lambda plan: verbs.duplicate(plan, "p0", "copy"),
    ):
        desk.do(edit(desk.plan))
        orders.append(list(desk.plan.people))
        assert list(stored(desk).people) == orders[-1]
    for order in reversed(orders[:-1]):
        desk.undo()
        assert list(stored(desk).people) == order


# sign-off, archive and log


def _sign(desk: Desk) -> SignedRevision:
    at = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
    signed = SignedRevision(id="s1", number=desk.plan.revision, fingerprint=fingerprint(desk.plan), at=at)
    after = verbs.with_tables(desk.plan, {"signed_revisions": {"s1": signed}})
    desk.do(Edit(after, "Sign revision 1", lasting=True))
    return signed


def test_signing_archives_the_content_and_is_logged_but_is_no_step(desk: Desk) -> None:
    desk.rename("Ada")
    signed = _sign(desk)
    content = canonical_json(desk.plan)
    desk.rename("Ben", at=100)
    desk.reopen()
    (archived,) = desk.file.revisions()
    assert archived.canonical_json == content
    assert (archived.number, archived.fingerprint, archived.at) == (1, signed.fingerprint, signed.at)
    assert [step.label for step in desk.history.done] == ["Change name of “Ada”", "Change name of “Ben”"]
    assert [entry.what for entry in desk.file.log_entries()] == [
        "Sign revision 1",
        "Revision 2 was begun; revision 1 stays signed as it is",
    ]
    assert desk.plan.revision == 2


def test_a_new_file_of_a_signed_plan_archives_it(desk: Desk, tmp_path: Path) -> None:
    _sign(desk)
    with PlanFile.create(tmp_path / "b.tcplan", desk.plan) as file:
        assert [revision.number for revision in file.revisions()] == [1]


def test_the_log_is_a_chain_in_which_every_change_shows(desk: Desk) -> None:
    desk.file.log("Opened in a workshop")
    desk.file.log("Closed")
    desk.reopen()
    entries = list(desk.file.log_entries())
    told = [(entry.number, entry.edits, entry.what) for entry in entries]
    assert told == [(1, 1, "Opened in a workshop"), (2, 2, "Closed")]
    assert first_break(entries) is None
    assert first_break(entries[1:]) == 1
    other = {"edits": 99, "at": datetime(2026, 1, 1, tzinfo=UTC), "who": "x", "what": "x", "chain": "x"}
    for place in (1, 2):
        for name, value in other.items():
            changed = entries.copy()
            changed[place - 1] = replace(entries[place - 1], **{name: value})
            assert first_break(changed) == place
            assert f"broken at entry {place}" in log_text("Plan", changed)
    assert "The chain is whole." in log_text("Plan", entries)


def test_an_edit_that_withdraws_an_approval_is_logged(tmp_path: Path) -> None:
    plan = example_plan()
    create_plan_file(tmp_path / "plan.tcplan", plan)
    desk = Desk(tmp_path / "plan.tcplan")
    name = plan.name_of(plan.approvers["sign-sponsor"].person)
    decision = Decision("sign-sponsor", Verdict.ACCEPT, name, datetime(2027, 1, 4, tzinfo=UTC))
    desk.do(decide(plan, check_plan(plan, EXAMPLE_DAY), decision))
    desk.do(verbs.change(desk.plan, "brief", "stands_for", "Patience."))
    desk.undo()
    desk.redo()
    told = [entry.what for entry in desk.file.log_entries()]
    assert told[0].startswith(f"{name} accepted revision 1 (")
    assert told[1:] == [f"An edit withdrew what was decided by {name} (sponsor)"] * 2
    desk.file.close()


def filing(desk: Desk, purpose: Purpose, name: str, content: bytes) -> Edit:
    return Edit(desk.plan, "Filed", lasting=True, files=(Filing("ab" * 32, purpose, name, content),))


def test_a_file_is_kept_with_its_revision(desk: Desk, tmp_path: Path) -> None:
    desk.do(filing(desk, Purpose.SCAN, "../scans/page 1.png", b"ink"))
    desk.do(filing(desk, Purpose.SIGNED_COPY, "plan.pdf", b"one signature"))
    desk.do(filing(desk, Purpose.SIGNED_COPY, "plan.pdf", b"two signatures"))
    copy = tmp_path / "copy.tcplan"
    desk.file.save_copy(copy)
    with PlanFile.open(copy) as file:
        scan, signed = file.filed()
        assert (scan.name, scan.purpose, scan.size) == ("page 1.png", Purpose.SCAN, 3)
        assert file.content_of(signed.number) == b"two signatures"
        assert [entry.what.split(" (")[0] for entry in file.log_entries()][:2] == [
            "Filed",
            "“page 1.png” was filed with ABAB-ABAB-ABAB-ABAB",
        ]
        with pytest.raises(StoreError, match="no longer kept"):
            file.content_of(9)


def test_what_is_too_large_is_not_kept(desk: Desk, monkeypatch) -> None:
    monkeypatch.setattr(filed, "MAX_BYTES", 3)
    with pytest.raises(PlanError, match="too large"):
        desk.do(filing(desk, Purpose.SCAN, "scan.png", b"four"))
    assert desk.file.filed() == ()
    assert desk.file.log_entries() == ()


# copies


def test_a_copy_holds_everything_and_the_original_stays_open(desk: Desk, tmp_path: Path) -> None:
    desk.rename("Ada")
    desk.file.log("Hello")
    copy = tmp_path / "copy.tcplan"
    desk.file.save_copy(copy)
    desk.rename("Ben", at=100)
    with PlanFile.open(copy) as file:
        assert file.plan.people["p1"].name == "Ada"
        assert [step.label for step in file.history.done] == ["Change name of “Ada”"]
        assert [entry.what for entry in file.log_entries()] == ["Hello"]


def test_a_copy_never_replaces_by_accident(desk: Desk, tmp_path: Path) -> None:
    taken = tmp_path / "taken.tcplan"
    taken.write_bytes(b"mine")
    with pytest.raises(StoreError):
        desk.file.save_copy(taken)
    with pytest.raises(StoreError):
        desk.file.save_copy(desk.file.path, replace=True)
    assert taken.read_bytes() == b"mine"
    desk.file.save_copy(taken, replace=True)
    assert same(load_plan(taken), desk.plan)


# other programs


def test_another_programs_edit_is_noticed_and_not_overwritten(desk: Desk) -> None:
    assert not desk.file.changed_elsewhere()
    rename_elsewhere(desk.file.path, "Theirs")
    assert desk.file.changed_elsewhere()
    with pytest.raises(ConflictError):
        desk.rename("Mine", "p2")
    desk.file.reload()
    desk.take_up()
    assert not desk.file.changed_elsewhere()
    desk.rename("Mine", "p2")
    people = stored(desk).people
    assert (people["p1"].name, people["p2"].name) == ("Theirs", "Mine")


def test_a_file_in_use_is_told_and_the_edit_can_be_tried_again(desk: Desk) -> None:
    edit = verbs.change(desk.plan, "p1", "name", "Ada")
    with held_elsewhere(desk.file.path), pytest.raises(BusyError):
        desk.do(edit)
    desk.file.append(desk.at_last, edit.plan, replaces_last=False)
    assert stored(desk).people["p1"].name == "Ada"


def _delete(path: Path) -> None:
    path.unlink()


def _move(path: Path) -> None:
    path.rename(path.with_name("moved.tcplan"))


def _replace(path: Path) -> None:
    copy = path.with_name("other.tcplan")
    shutil.copyfile(path, copy)
    copy.replace(path)


@pytest.mark.parametrize("disturb", [_delete, _move, _replace])
def test_a_file_that_goes_away_is_never_said_to_be_saved(desk: Desk, tmp_path: Path, disturb) -> None:
    desk.rename("Ada")
    disturb(desk.file.path)
    assert desk.file.changed_elsewhere()
    with pytest.raises(GoneError):
        desk.rename("Lost", at=100)
    desk.file.save_copy(tmp_path / "rescued.tcplan")
    assert load_plan(tmp_path / "rescued.tcplan").people["p1"].name == "Ada"


def test_a_link_that_leads_elsewhere_meanwhile_is_noticed(path: Path, plan: Plan) -> None:
    link, other = path.with_name("link.tcplan"), path.with_name("other.tcplan")
    create_plan_file(other, plan)
    link.symlink_to(path)
    desk = Desk(link)
    link.unlink()
    link.symlink_to(other)
    with pytest.raises(GoneError):
        desk.rename("Lost")
    desk.file.close()
    assert same(load_plan(path), plan)
    assert same(load_plan(other), plan)


def test_a_file_that_is_replaced_while_it_is_opened_is_noticed(path: Path, monkeypatch) -> None:
    def read_and_replace(target: Path) -> Header:
        header = read_header(target)
        _replace(target)
        return header

    monkeypatch.setattr("planner.store.opening.read_header", read_and_replace)
    with pytest.raises(GoneError):
        PlanFile.open(path)


# disks that fail


_FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from desk import Desk
from planner.store.errors import FullError
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
    assert stored(desk).people["p1"].name == "Cleo"


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


def test_a_closed_file_says_so(desk: Desk) -> None:
    desk.file.path.unlink()
    with pytest.raises(StoreError, match="no file"):
        desk.file.reload()
    with pytest.raises(StoreError, match="is not open"):
        desk.rename("Lost")
    with pytest.raises(StoreError, match="is not open"):
        desk.file.log_entries()
    assert desk.file.changed_elsewhere()


def test_a_plan_file_may_be_used_from_any_thread(desk: Desk) -> None:
    with ThreadPoolExecutor(1) as thread:
        thread.submit(desk.rename, "Ada").result()
    assert stored(desk).people["p1"].name == "Ada"


def test_a_backup_is_made_before_the_first_edit_of_a_session(path: Path, tmp_path: Path) -> None:
    desk = Desk(path)
    desk.file = _with_backups(desk, tmp_path)
    desk.take_up()
    assert list_backups(desk.plan.plan_id, tmp_path) == ()
    desk.rename("Ada")
    desk.rename("Ben", at=100)
    (backup,) = list_backups(desk.plan.plan_id, tmp_path)
    assert load_plan(backup.path).people["p1"].name == "Person 1"
    assert desk.file.backup_problem is None
    desk.file.close()


def test_a_backup_that_fails_is_told_and_keeps_nobody_from_editing(path: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_bytes(b"")
    desk = Desk(path)
    desk.file = _with_backups(desk, tmp_path / "taken")
    desk.take_up()
    desk.rename("Ada")
    assert isinstance(desk.file.backup_problem, PlanError)
    assert stored(desk).people["p1"].name == "Ada"
    desk.file.close()


def _with_backups(desk: Desk, folder: Path) -> PlanFile:
    desk.file.close()
    return PlanFile.open(desk.file.path, backups=folder)


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
