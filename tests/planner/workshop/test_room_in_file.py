"""Where a workshop stands is in the file at once, outlives a killed program, and is no step of undo."""

import os
import signal
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from planner.editing import verbs
from planner.editing.history import Change
from planner.editing.patch import diff
from planner.files.refusals import RefusedError
from planner.model.plan import Plan, empty_plan
from planner.model.records_workshop import AgendaBlock
from planner.store.plan_file import PlanFile
from planner.workshop import clock
from planner.workshop.state import NOT_BEGUN, RoomState, Stretch, flagged, from_json, shown, to_json

NINE = datetime(2027, 3, 4, 9, 0, tzinfo=UTC)


def seconds(count: int) -> timedelta:
    return timedelta(seconds=count)


@pytest.fixture
def plan() -> Plan:
    plan = empty_plan("A day together")
    for name in ("opening", "work", "closing"):
        plan = verbs.add(plan, AgendaBlock(id=name, name=name.title(), minutes=30)).plan
    return plan


@pytest.fixture
def path(tmp_path: Path, plan: Plan) -> Path:
    path = tmp_path / "room.tcplan"
    PlanFile.create(path, plan).close()
    return path


def test_a_new_file_has_a_workshop_that_was_not_begun(path):
    with PlanFile.open(path) as file:
        assert file.room == NOT_BEGUN
        assert file.beginning() is None


def test_the_state_comes_back_whole_and_leaves_plan_and_history_alone(path, plan):
    state = clock.start(plan, NOT_BEGUN, NINE)
    state = flagged(
        shown(state, view="board", ballot="b-1", finding=("r", "s", "f"), groups=("Menu",)),
        "answers",
        on=True,
    )
    with PlanFile.open(path) as file:
        file.save_room(state, beginning=plan)
    with PlanFile.open(path) as file:
        assert file.room == state
        assert file.plan == plan
        assert file.history.done == []
        assert file.beginning() == plan


def test_the_beginning_stays_while_the_plan_goes_on(path, plan):
    with PlanFile.open(path) as file:
        state = clock.start(plan, NOT_BEGUN, NINE)
        file.save_room(state, beginning=plan)
        after = verbs.change(plan, "brief", "title", "Changed in the room").plan
        file.append(Change("Change title", diff(plan, after)), after, replaces_last=False)
        file.save_room(clock.go_next(after, state, NINE + seconds(61)))
    with PlanFile.open(path) as file:
        assert file.beginning() == plan
        assert file.plan.title == "Changed in the room"
        assert file.room.done == ("opening",)
        assert len(file.history.done) == 1


def test_a_copy_of_the_file_takes_the_workshop_along(path, plan, tmp_path):
    state = clock.start(plan, NOT_BEGUN, NINE)
    with PlanFile.open(path) as file:
        file.save_room(state, beginning=plan)
        file.save_copy(tmp_path / "copy.tcplan")
    with PlanFile.open(tmp_path / "copy.tcplan") as copy:
        assert copy.room == state


@pytest.mark.parametrize(
    "row", [("state", "{}}"), ("state", '{"block": 5}'), ("state", '{"more": 1}'), ("other", "{}")]
)
def test_a_state_that_the_program_never_wrote_is_refused(path, row):
    with PlanFile.open(path) as file:
        file.save_room(RoomState(view="board"))
    raw = sqlite3.connect(path)
    raw.execute("INSERT OR REPLACE INTO room VALUES (?, ?)", row)
    _seal_anew(raw)
    raw.close()
    with pytest.raises(RefusedError):
        PlanFile.open(path)


def _seal_anew(raw: sqlite3.Connection) -> None:
    from planner.store.connecting import engine_on, writing  # noqa: PLC0415 - only this fault needs it
    from planner.store.seal import as_text, seal_of  # noqa: PLC0415 - only this fault needs it

    raw.isolation_level = None
    with writing(engine_on(raw)) as connection, connection.begin():
        seal = as_text(seal_of(connection))
        connection.exec_driver_sql("UPDATE plan SET seal = ?", (seal,))


def test_json_tells_the_same_moment_whatever_the_zone():
    there = NINE.astimezone(datetime.fromisoformat("2027-01-01T00:00:00+05:45").tzinfo)
    state = RoomState(began=there, stretches=(Stretch("a", there, there + seconds(5)),))
    assert from_json(to_json(state)) == state
    assert "+05:45" not in to_json(state)


CHILD = """
import sys
from datetime import datetime, timedelta
from pathlib import Path
from planner.store.plan_file import PlanFile
from planner.workshop import clock
from planner.workshop.state import NOT_BEGUN

file = PlanFile.open(Path(sys.argv[1]))
now = datetime.fromisoformat("2027-03-04T09:00:00+00:00")
state = clock.start(file.plan, NOT_BEGUN, now)
file.save_room(state, beginning=file.plan)
for number in range(1, 10_000):
    now += timedelta(seconds=7)
    act = (clock.pause, clock.resume, clock.add_minutes)[number % 3 - 1]
    state = act(state, 1) if act is clock.add_minutes else act(state, now)
    file.save_room(state)
    print(number, now.isoformat(), flush=True)
"""


@pytest.mark.parametrize("acts", [1, 4, 9])
def test_a_killed_program_goes_on_to_the_second(path, acts):
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, str(path)], stdout=subprocess.PIPE, text=True, env={**os.environ}
    )
    assert child.stdout is not None
    told = [child.stdout.readline().split() for _ in range(acts)][-1]
    child.send_signal(signal.SIGKILL)
    child.communicate()
    with PlanFile.open(path) as file:
        # Each act is durable before it is told; the kill may come behind a later one.
        later = datetime.fromisoformat("2027-03-04T15:00:00+00:00")
        face = clock.face(file.plan, file.room, later)
        saved = file.room.since or file.room.seen
        assert saved is not None
        assert saved >= datetime.fromisoformat(told[1]) - seconds(21)
        assert face.block is not None
        assert face.block.id == "opening"
        counted = file.room.spent_on("opening") + (later - file.room.since if file.room.since else seconds(0))
        assert face.elapsed == counted
        assert file.beginning() == file.plan
