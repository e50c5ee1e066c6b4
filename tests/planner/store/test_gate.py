"""Files from anybody: refused in a few plain sentences, unchanged, and nothing in them runs."""

import os
import re
import sqlite3
import struct
from collections.abc import Callable
from pathlib import Path

import pytest
from desk import Desk
from strategies import same

from planner.editing import verbs
from planner.errors import PlanError
from planner.files import refusals
from planner.files.errors import FileError
from planner.files.refusals import RefusedError
from planner.model.plan import Plan
from planner.model.records_experience import Channel
from planner.model.records_work import Tactic
from planner.store.connecting import engine_on, open_raw, writing
from planner.store.gate import MAX_BYTES, allow_writing, guard, journal_of
from planner.store.opening import open_plan
from planner.store.plan_file import PlanFile
from planner.store.seal import as_text, seal_of
from planner.store.tables import VERSION
from planner.store.workspace import load_plan

SENTENCES = [
    refusals.not_a_file(Path("a plan ?#%.tcplan")).message,
    "“a plan ?#%.tcplan” is a folder.",
    *(
        make("a plan ?#%.tcplan").message
        for make in (
            refusals.no_file,
            refusals.not_allowed,
            refusals.empty,
            refusals.not_a_plan,
            refusals.too_large,
            refusals.newer,
            refusals.damaged,
            refusals.foreign,
            refusals.too_slow,
        )
    ),
]


def refusal(path: Path) -> str:
    """The sentence with which a file is refused, for reading and for editing; it stays as it was."""
    before = path.read_bytes() if path.is_file() and path.stat().st_size < 10**7 else None
    told = []
    for opener in (load_plan, PlanFile.open):
        with pytest.raises(RefusedError) as refused:
            opener(path)
        told.append(refused.value.message)
    assert told[0] == told[1]
    assert told[0] in SENTENCES
    assert before is None or path.read_bytes() == before
    return told[0]


def edit_raw(path: Path, *statements: str) -> None:
    """Do to a file what only another program would do."""
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


# outside


def _write(data: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(data)


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _loop(path: Path) -> None:
    path.unlink()
    path.symlink_to(path)


def _fifo(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _huge(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(MAX_BYTES + 4096)


def _header(offset: int, value: bytes) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        with path.open("r+b") as file:
            file.seek(offset)
            file.write(value)

    return write


OUTSIDE = {
    "nothing there": (Path.unlink, "There is no file"),
    "empty": (_write(b""), "is empty"),
    "a few bytes": (_write(b"SQLite format 3\0"), "not a Truecourse plan"),
    "text": (_write(b"# A plan\n" * 100), "not a Truecourse plan"),
    "a folder": (_folder, "is a folder"),
    "a link to itself": (_loop, "not an ordinary file"),
    "a pipe": (_fifo, "not an ordinary file"),
    "far too large": (_huge, "too large"),
    "another program's": (_header(68, struct.pack(">I", 0x504C414E)), "not a Truecourse plan"),
    "no version": (_header(60, struct.pack(">I", 0)), "damaged"),
    "a newer version": (_header(60, struct.pack(">I", VERSION + 1)), "newer Truecourse; nothing was changed"),
    "a write-ahead log": (_header(18, b"\x02\x02"), "damaged"),
    "no page size": (_header(16, b"\x00\x03"), "damaged"),
    "cut short": (lambda path: _write(path.read_bytes()[:-1000])(path), "damaged"),
    "cut to a page": (lambda path: _write(path.read_bytes()[:4096])(path), "damaged"),
    "a long tail": (lambda path: _write(path.read_bytes() + b"x" * 100)(path), "damaged"),
}


@pytest.mark.parametrize(("spoil", "words"), OUTSIDE.values(), ids=OUTSIDE)
def test_a_file_that_is_no_plan_is_refused_from_outside(path: Path, spoil, words: str) -> None:
    spoil(path)
    assert words in refusal(path)


def test_a_name_that_can_not_be_is_refused(tmp_path: Path) -> None:
    for name in ("a\0b.tcplan", "x" * 300 + ".tcplan", "no/such/folder.tcplan"):
        with pytest.raises(PlanError):
            load_plan(tmp_path / name)


# inside

_ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"


def _schema_edit(sql: str) -> list[str]:
    people = "name = 'people'"
    return ["PRAGMA writable_schema=ON", f"UPDATE sqlite_schema SET sql = {sql} WHERE {people}"]  # noqa: S608 - hostile on purpose


HOSTILE = {
    "a trigger": ["CREATE TRIGGER t AFTER INSERT ON people BEGIN DELETE FROM people; END"],
    "a view": ["CREATE VIEW more AS SELECT * FROM people"],
    "a view for a table": ["DROP TABLE ideas", f"CREATE VIEW ideas AS {_ENDLESS}"],
    "another table": ["CREATE TABLE more (x TEXT) STRICT"],
    "a table less": ["DROP TABLE ideas"],
    "a search table": ["CREATE VIRTUAL TABLE more USING fts5(x)"],
    "an index": ["CREATE INDEX more ON people (name)"],
    "an index on an expression": ["CREATE INDEX more ON people (abs(place))"],
    "another column": ["ALTER TABLE people ADD COLUMN more TEXT"],
    "a generated column": ["ALTER TABLE people ADD COLUMN more TEXT AS (upper(name))"],
    "a loose table": ["DROP TABLE log", "CREATE TABLE log (number, edits, at, what)"],
    "a check": _schema_edit("replace(sql, 'place INTEGER', 'place INTEGER CHECK (abs(place) >= 0)')"),
    "a default": _schema_edit("replace(sql, 'note TEXT', 'note TEXT DEFAULT (hex(randomblob(9)))')"),
    "two tables on one page": _schema_edit(
        "sql, rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'ideas')"
    ),
    "sqlite_schema itself": _schema_edit("sql, rootpage = 1"),
}


@pytest.mark.parametrize("statements", HOSTILE.values(), ids=HOSTILE)
def test_a_file_with_more_than_a_plan_is_refused_and_nothing_in_it_runs(path: Path, statements) -> None:
    edit_raw(path, *statements)
    words = refusal(path)
    assert "contains things" in words or "damaged" in words


def test_what_sqlite_makes_for_itself_is_no_reason_to_refuse(path: Path, plan: Plan) -> None:
    edit_raw(path, "ANALYZE")
    assert same(load_plan(path), plan)
    Desk(path).file.close()


UNSEALED = {
    "a changed text": "UPDATE people SET name = 'Mallory' WHERE id = 'p1'",
    "a row less": "DELETE FROM people WHERE id = 'p4'",
    "a row more": "INSERT INTO log VALUES (1, 1, '2026-01-01', 'me', 'never happened', 'x')",
    "another revision": "UPDATE plan SET revision = 2",
    "another count": "UPDATE plan SET edits = 77",
    "no head": "DELETE FROM plan",
    "two heads": "INSERT INTO plan SELECT 'x', revision, edits, seal FROM plan",
    "another order": "UPDATE people SET place = 9 - place",
    "another seal": "UPDATE plan SET seal = ''",
    "an id of bytes": "UPDATE people SET id = CAST(x'ff41' AS TEXT) WHERE id = 'p1'",
}


@pytest.mark.parametrize("statement", UNSEALED.values(), ids=UNSEALED)
def test_content_that_its_seal_does_not_know_is_refused(path: Path, statement: str) -> None:
    edit_raw(path, statement)
    assert "damaged" in refusal(path)


def _reseal(path: Path) -> None:
    """Make the seal right again, as a forger would."""
    raw = open_raw(path, writable=True)
    with writing(engine_on(raw)) as connection, connection.begin():
        seal = as_text(seal_of(connection))
        connection.exec_driver_sql("UPDATE plan SET seal = ?", (seal,))
    raw.close()


FORGED = {
    "an id in another form": "UPDATE people SET id = '../x' WHERE id = 'p1'",
    "an id twice": "INSERT INTO partners SELECT 'p1', 0, '', '', '', '', '', '', '', 0, 'none'",
    "a link to nothing": "UPDATE people SET partner = 'nobody'",
    "no brief": "DELETE FROM brief",
    "an unknown choice": "UPDATE people SET level = 'emperor'",
    "hours without end": "UPDATE people SET hours = '1E+999999'",
    "hours that are none": "UPDATE people SET hours = 'NaN'",
    "half a yes": "UPDATE channels SET existing = 2",
    "a date that is none": "UPDATE people SET trained_on = '2026-02-30'",
    "an amount without currency": "UPDATE budget SET approved = '5'",
    "an amount in another currency": "UPDATE budget SET approved = '5 USD'",
    "a long name": "UPDATE people SET name = printf('%.400c', 'x')",
    "a huge text": "UPDATE people SET note = printf('%.300000c', 'x')",
    "deep nesting": "UPDATE tactics SET metrics = printf('%.9000c', '[')",
    "a plan id that is a path": "UPDATE plan SET plan_id = '../../x'",
    "revision 0": "UPDATE plan SET revision = 0",
    "a step that is none": "INSERT INTO history VALUES (9, 1, 'x', NULL, '[]')",
    "a step of an unknown kind": "INSERT INTO history VALUES (9, 1, 'x', NULL,"
    """ '{"records": [{"kind": "spies", "id": "x", "before": null, "after": null}]}')""",
    "an archive of another content": "INSERT INTO archive VALUES ('x', 1, x'00', '2026-01-01')",
    "a log of another time": "INSERT INTO log VALUES (1, 1, 'yesterday', 'me', 'x', 'x')",
}


@pytest.mark.parametrize("statement", FORGED.values(), ids=FORGED)
def test_forged_content_is_checked_like_any_input(path: Path, statement: str) -> None:
    desk = Desk(path)
    for record in (Channel(id="c"), Tactic(id="t")):
        desk.do(verbs.add(desk.plan, record))
    desk.file.close()
    edit_raw(path, statement)
    _reseal(path)
    assert "damaged" in refusal(path)


def test_a_forged_step_is_refused_when_it_is_undone(path: Path) -> None:
    edit_raw(
        path,
        'INSERT INTO history VALUES (1, 1, \'x\', NULL, \'{"records": [], "orders":'
        ' [{"kind": "people", "start": 0, "before": [], "after": ["q"]}], "revision": [1, 1]}\')',
    )
    _reseal(path)
    desk = Desk(path)
    with pytest.raises(PlanError):
        desk.undo()
    desk.file.close()


def test_every_refusal_is_a_sentence_with_the_name_of_the_file_and_no_more() -> None:
    for sentence in SENTENCES:
        assert re.fullmatch(r".*“a plan \?#%\.tcplan”.*\.", sentence)
        assert len(sentence) < 120
    assert issubclass(RefusedError, FileError)


def test_nothing_runs_for_a_trigger_or_a_view_even_if_it_got_in(path: Path) -> None:
    edit_raw(
        path,
        "CREATE VIEW names AS SELECT name FROM people",
        "CREATE TRIGGER t AFTER UPDATE ON people BEGIN DELETE FROM people; END",
    )
    raw = open_raw(path, writable=True)
    guard(raw, 0)
    assert raw.execute("SELECT count(*) FROM people").fetchone() == (5,)
    with pytest.raises(sqlite3.DatabaseError, match="prohibited"):
        raw.execute("SELECT name FROM names")
    allow_writing(raw)
    with pytest.raises(sqlite3.DatabaseError, match="not authorized"):
        raw.execute("UPDATE people SET name = 'x'")
    raw.close()


# journals


def crash_in_the_middle_of_a_write(path: Path, to: Path) -> None:
    """Leave at `to` the file and journal of a program that was killed while writing `path`."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA cache_size=1")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE people SET note = printf('%.5000c', 'x'), name = 'Half'")
    connection.execute("UPDATE plan SET edits = 99")
    connection.execute("UPDATE people SET note = printf('%.9000c', 'y')")
    to.write_bytes(path.read_bytes())
    journal_of(to).write_bytes(journal_of(path).read_bytes())
    connection.execute("ROLLBACK")
    connection.close()


def test_a_half_written_edit_is_taken_back(path: Path, plan: Plan, tmp_path: Path) -> None:
    crashed = tmp_path / "crashed.tcplan"
    crash_in_the_middle_of_a_write(path, crashed)
    assert crashed.read_bytes() != path.read_bytes()
    before = crashed.read_bytes(), journal_of(crashed).read_bytes()
    assert same(load_plan(crashed), plan)
    assert before == (crashed.read_bytes(), journal_of(crashed).read_bytes())
    with PlanFile.open(crashed) as file:
        assert same(file.plan, plan)
        assert not file.read_only
    assert not journal_of(crashed).exists()


def test_a_half_written_edit_without_its_journal_is_damage(path: Path, tmp_path: Path) -> None:
    crashed = tmp_path / "a plan ?#%.tcplan"
    crash_in_the_middle_of_a_write(path, tmp_path / "other.tcplan")
    crashed.write_bytes((tmp_path / "other.tcplan").read_bytes())
    assert "damaged" in refusal(crashed)


def _journal_that_names(victim: Path, pages: int) -> bytes:
    """A journal that claims to belong to a write over several files, listed in `victim`."""
    name = str(victim).encode()
    head = bytes.fromhex("d9d505f920a163d7") + struct.pack(">IIIII", 0, 0, pages, 512, 4096)
    tail = struct.pack(">I", 0x40000000 // 4096 + 1) + name
    tail += struct.pack(">II", len(name), sum(name)) + bytes.fromhex("d9d505f920a163d7")
    return head.ljust(512, b"\0") + tail


def test_a_journal_that_would_delete_another_file_is_refused(path: Path, tmp_path: Path) -> None:
    victim = tmp_path / "precious.txt"
    victim.write_text("precious")
    pages = path.stat().st_size // 4096
    journal_of(path).write_bytes(_journal_that_names(victim, pages))
    assert "contains things" in refusal(path)
    assert victim.read_text() == "precious"
    control = sqlite3.connect(path)
    control.execute("SELECT count(*) FROM plan").fetchone()
    control.close()
    assert not victim.exists(), "SQLite itself would have deleted it"


# deadline


def test_a_file_that_does_not_come_to_an_end_is_given_up(path: Path, monkeypatch) -> None:
    monkeypatch.setattr("planner.store.gate._SECONDS", -1000.0)
    monkeypatch.setattr("planner.store.gate._STEPS_BETWEEN_LOOKS", 1)
    assert "too long" in refusal(path)


def test_the_gate_lets_go_of_what_it_refuses(path: Path, plan: Plan) -> None:
    good = path.read_bytes()
    path.write_bytes(good[:-4096])
    with pytest.raises(RefusedError):
        open_plan(path, to_write=True)
    path.write_bytes(good)
    assert same(load_plan(path), plan)
