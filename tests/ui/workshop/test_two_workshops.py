"""Two plans run their workshops at once before one projector: each knows whose room is on it."""

import pytest
from facilitator import Facilitator

from planner.store.plan_file import PlanFile
from planner.truths.example_plan import example_plan
from ui.kit.buttons import WordButton


@pytest.fixture
def second(running, qtbot, desk, tmp_path, monkeypatch):
    path = tmp_path / "Another plan.tcplan"
    PlanFile.create(path, example_plan()).close()
    second = Facilitator(qtbot, desk, path, monkeypatch)
    second.plan_the_agenda()
    second.start()
    return second


def test_the_second_says_that_the_projector_is_taken_and_stays_in_its_own_window(running, second):
    assert "Another plan’s workshop is on the projector" in second.console.notice.words
    assert second.window.isAncestorOf(second.run.view)
    assert running.run.view.window() is running.run.place.window
    assert second.run.clock.is_ticking


def test_the_second_can_take_the_projector_over_and_the_first_is_told(running, second):
    second.push(second.console.notice.findChild(WordButton))
    assert second.run.view.window() is second.run.place.window
    assert second.console.notice.words == ""
    assert running.window.isAncestorOf(running.run.view)
    assert "has taken the projector" in running.console.notice.words
    assert running.run.clock.is_ticking
