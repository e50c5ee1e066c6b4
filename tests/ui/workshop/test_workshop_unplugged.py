"""The projector is pulled out while a workshop runs on it: the room is at the laptop and the day goes on."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from screens import two_screens

from planner.editing import verbs
from planner.model.records_workshop import AgendaBlock
from planner.store.plan_file import PlanFile
from planner.store.workspace import load_plan
from planner.truths.example_plan import example_plan

ROOT = Path(__file__).resolve().parents[3]
pytestmark = pytest.mark.skipif(
    sys.platform != "linux",
    reason="the call is found by its name in Qt's libraries for Linux only",
)


@pytest.fixture
def path(tmp_path):
    plan = example_plan()
    for number in (1, 2):
        plan = verbs.add(plan, AgendaBlock(id=f"block-{number}", name=f"Block {number}", minutes=20)).plan
    PlanFile.create(tmp_path / "Day.tcplan", plan).close()
    return tmp_path / "Day.tcplan"


def unplugged(path, *more):
    """Run the workshop in a program of its own and return what was seen."""
    environment = os.environ | {
        "QT_QPA_PLATFORM": two_screens(path.parent),
        "PYTHONPATH": str(ROOT),
        "XDG_DATA_HOME": str(path.parent),
    }
    script = Path(__file__).with_name("unplugging.py")
    told = subprocess.run(
        [sys.executable, "-X", "faulthandler", str(script), str(path), *more],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
        timeout=300,
    )
    assert told.returncode == 0, told.stderr
    return json.loads(told.stdout.splitlines()[-1])


def test_a_running_workshop_survives_its_projector_being_unplugged(path):
    told = unplugged(path)
    before, after, later = told["before"], told["after"], told["later"]
    assert before["screens"] == ["Laptop", "Projector"]
    assert (before["on"], before["room inside"], before["room's window"]) == ("Projector", False, True)
    assert after["screens"] == ["Laptop"]
    assert (after["on"], after["room inside"], after["room's window"]) == ("", True, False)
    assert "The projector is gone" in after["notice"]
    for kept in ("block", "show", "elapsed", "ideas"):
        assert after[kept] == before[kept]
    assert after["keyboard"]
    assert later["elapsed"] == before["elapsed"] + 180
    assert later["ideas"] == [*before["ideas"], "Answer on Sundays"]
    assert later["large"]
    assert told["troubles"] == []
    assert [idea.name for idea in load_plan(path).ideas.values()] == later["ideas"]


def test_without_word_of_it_the_room_would_be_gone(path):
    after = unplugged(path, "deaf")["after"]
    assert after["screens"] == ["Laptop"]
    assert not after["room inside"]
    assert after["notice"] == ""
