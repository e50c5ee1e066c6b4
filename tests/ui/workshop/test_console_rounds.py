"""Tab and Shift+Tab lead through the console of a running workshop and back to where they began."""

import pytest
from facilitator import CTRL_SHIFT, KEY, Facilitator
from hands import each_tab, missed_on_a_round

from planner.model.records_workshop import Participant
from planner.samples import load_sample
from planner.store.plan_file import PlanFile
from ui.kit.edits import add_all
from ui.workshop.console.work import Work


@pytest.fixture
def running(qtbot, desk, tmp_path, monkeypatch):
    path = tmp_path / "Pizzeria.tcplan"
    people = [Participant(id="ana", name="Ana"), Participant(id="ben", name="Ben")]
    PlanFile.create(path, add_all(load_sample("pizzeria"), people, "Room").plan).close()
    facilitator = Facilitator(qtbot, desk, path, monkeypatch)
    facilitator.plan_the_agenda()
    facilitator.start()
    return facilitator


def test_on_every_tool_of_a_running_workshop(running, qtbot):
    running.run.place.lose_screen(running.run.place.window.screen())
    for work in Work:
        running.choose_work(work)
        for tab in each_tab(running.console.work.currentWidget()):
            assert (work, tab, missed_on_a_round(running.window, qtbot)) == (work, tab, [])


def test_in_every_block_of_a_workshop(running, qtbot):
    while running.run.clock.is_on:
        name = running.run.block.name
        assert (name, missed_on_a_round(running.window, qtbot)) == (name, [])
        running.press(KEY.Key_PageDown, CTRL_SHIFT)
    assert missed_on_a_round(running.window, qtbot) == []
