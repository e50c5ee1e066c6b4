"""Many writers, sudden death and damage on the disk; each with a control that must fail."""

import os
import random
import shutil
import signal
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from desk import Desk

from planner.editing import verbs
from planner.editing.history import Change
from planner.editing.patch import diff
from planner.files.errors import BusyError, ConflictError
from planner.files.refusals import RefusedError
from planner.store import contents
from planner.store.gate import journal_of
from planner.store.opening import open_plan
from planner.store.plan_file import PlanFile

SEED = 20261121


def in_child(work: Callable[[int], None]) -> tuple[int, int]:
    """Run something in another process; it gets the writing end of a pipe.

    Returns:
        The process and the reading end.
    """
    reader, writer = os.pipe()
    pid = os.fork()
    if pid == 0:
        status = 1
        try:
            os.close(reader)
            work(writer)
            status = 0
        finally:
            os._exit(status)
    os.close(writer)
    return pid, reader


def read_all(reader: int) -> bytes:
    with os.fdopen(reader, "rb") as pipe:
        return pipe.read()


# many writers

WRITERS, EDITS_EACH = 8, 15


def _count_up(path: Path, writer: int) -> None:
    """Add one to the number in a name, as often as every other process does."""
    chance = random.Random(writer)  # noqa: S311 - no secret
    file = PlanFile.open(path)
    saved = conflicts = 0
    while saved < EDITS_EACH:
        number = int(file.plan.people["p1"].name)
        time.sleep(chance.uniform(0, 0.003))
        edit = verbs.change(file.plan, "p1", "name", str(number + 1))
        change = Change(edit.label, diff(file.plan, edit.plan))
        try:
            file.append(change, edit.plan, replaces_last=False)
            saved += 1
        except ConflictError:
            conflicts += 1
            file.reload()
        except BusyError:
            continue
    os.write(writer, f"{conflicts}\n".encode())


def _number_after_all_wrote(path: Path) -> tuple[int, int]:
    desk = Desk(path)
    desk.rename("0")
    desk.file.close()
    children = [in_child(lambda writer: _count_up(path, writer)) for _ in range(WRITERS)]
    conflicts = sum(int(read_all(reader) or 0) for _, reader in children)
    for pid, _ in children:
        os.waitpid(pid, 0)
    connection = sqlite3.connect(path)
    ((name,),) = connection.execute("SELECT name FROM people WHERE id = 'p1'").fetchall()
    connection.close()
    return int(name), conflicts


def test_eight_writers_lose_no_edit(path: Path) -> None:
    number, conflicts = _number_after_all_wrote(path)
    assert number == WRITERS * EDITS_EACH
    assert conflicts > 0
    with PlanFile.open(path) as file:
        assert len(file.history.done) == WRITERS * EDITS_EACH + 1


def test_without_the_comparison_edits_would_be_lost(path: Path, monkeypatch) -> None:
    monkeypatch.setattr(PlanFile, "_is_known_head", lambda self, connection: True)
    number, _ = _number_after_all_wrote(path)
    assert number < WRITERS * EDITS_EACH


# sudden death

KILLS = 60


@pytest.fixture
def disk_path(path: Path, tmp_path: Path) -> Path:
    """The file on a real disk, where a write takes long enough to be hit."""
    return Path(shutil.copy(path, tmp_path))


def _edit_on_and_on(path: Path, writer: int, *, honest: bool) -> None:
    desk = Desk(path)
    number = len(desk.history.done)
    os.write(writer, b"ready\n")
    while True:
        number += 1
        if not honest:
            os.write(writer, b"%d\n" % number)
        desk.rename(f"{number} " + "x" * (number * 37 % 250), f"p{number % 5}", at=number * 100.0)
        if honest:
            os.write(writer, b"%d\n" % number)


def _kill_while_editing(path: Path, kills: int, *, honest: bool) -> tuple[int, int, int]:
    """Kill an editing process so many times, and on until some of the kills hit a write.

    Returns:
        How often an edit that was said to be saved was gone, how often a journal was left, and how many
        edits there are.
    """
    chance = random.Random(SEED)  # noqa: S311 - no secret
    lost = hot = there = 0
    for number in range(20 * kills):
        if number >= kills and hot > kills / 20:
            break
        pid, reader = in_child(lambda writer: _edit_on_and_on(path, writer, honest=honest))
        with os.fdopen(reader, "rb") as pipe:
            assert pipe.readline() == b"ready\n"
            first = int(pipe.readline())
            time.sleep(chance.uniform(0, 0.03))
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
            said = [first, *(int(line) for line in pipe.read().split())]
        hot += journal_of(path).exists()
        with PlanFile.open(path) as file:
            there = len(file.history.done)
        lost += there < said[-1]
    return lost, hot, there


def test_no_edit_that_was_said_to_be_saved_is_lost_by_sudden_death(disk_path: Path) -> None:
    lost, hot, there = _kill_while_editing(disk_path, KILLS, honest=True)
    assert lost == 0
    assert there > KILLS
    assert hot > KILLS / 20, "too few kills hit a write: the test proves nothing"
    desk = Desk(disk_path)
    while desk.history.done:
        desk.undo()
    desk.file.close()


def test_saying_it_too_early_would_show(disk_path: Path) -> None:
    lost, _, _ = _kill_while_editing(disk_path, KILLS // 4, honest=False)
    assert lost > 0


# damage

MUTANTS = 1000


def _mutant(good: bytes, chance: random.Random) -> bytes:
    """Damage a file as disks, cables and sync clients do."""
    data = bytearray(good)
    at = chance.randrange(len(data))
    match chance.randrange(6):
        case 0:
            data[at] ^= 1 << chance.randrange(8)
        case 1:
            data[at : at + 512] = bytes(len(data[at : at + 512]))
        case 2:
            del data[at:]
        case 3:
            pages = len(data) // 4096
            one, other = (4096 * chance.randrange(pages) for _ in range(2))
            data[one : one + 4096], data[other : other + 4096] = (
                data[other : other + 4096],
                data[one : one + 4096],
            )
        case 4:
            data[chance.randrange(100)] = chance.randrange(256)
        case 5:
            used = chance.choice([i for i in range(0, len(data), 64) if any(data[i : i + 64])])
            data[used + chance.randrange(64)] = chance.randrange(256)
    return bytes(data)


def _holds(path: Path) -> bytes:
    """All that a file holds: plan and history."""
    opened = open_plan(path, to_write=False)
    opened.close()
    steps = [(str(step.label), step.field, step.patch) for step in opened.contents.history.done]
    return msgspec.json.encode([opened.contents.plan, steps])


def _accepted_though_changed(path: Path, mutants: int) -> tuple[int, int]:
    chance = random.Random(SEED)  # noqa: S311 - no secret
    good, right = path.read_bytes(), _holds(path)
    changed = refused = 0
    for _ in range(mutants):
        path.write_bytes(_mutant(good, chance))
        try:
            changed += _holds(path) != right
        except RefusedError:
            refused += 1
    return changed, refused


@pytest.fixture
def full_path(path: Path) -> Path:
    """A file whose pages are full of text."""
    desk = Desk(path)
    for number in range(40):
        desk.do(verbs.change(desk.plan, f"p{number % 5}", "note", f"Note {number} " * 30), at=number * 100.0)
    desk.file.close()
    return path


def test_a_damaged_file_is_refused_or_harmless(full_path: Path) -> None:
    changed, refused = _accepted_though_changed(full_path, MUTANTS)
    assert changed == 0
    assert refused > MUTANTS / 4


def test_without_the_seal_damage_would_be_taken_for_the_plan(full_path: Path, monkeypatch) -> None:
    head = sqlite3.connect(full_path)
    ((seal,),) = head.execute("SELECT seal FROM plan").fetchall()
    head.close()
    monkeypatch.setattr(contents, "as_text", lambda _seal: seal)
    changed, _ = _accepted_though_changed(full_path, MUTANTS // 5)
    assert changed > 0
