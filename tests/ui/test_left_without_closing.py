"""What is remembered of a plan although its window was never closed: the program may be killed."""

import pytest

from planner.model.kinds import Step
from planner.samples import load_sample
from planner.store.plan_file import PlanFile
from ui.shell.step_marks import standing_of


@pytest.fixture
def window(desk, tmp_path, qtbot):
    path = tmp_path / "cable.tcplan"
    PlanFile.create(path, load_sample("what-not-to-do")).close()
    window = desk.window_with(path)
    qtbot.waitUntil(lambda: not window.document.is_checking)
    return window


def test_the_step_that_was_shown_last_is_known(desk, window):
    for step in (Step.PEOPLE, Step.METRICS):
        window.workbench.show_step(step)
        assert desk.settings.place_in(str(window.path)).step == step.value


def test_how_the_plan_stands_is_known(desk, window):
    window.workbench.show_step(Step.PEOPLE)
    (plan,) = desk.settings.recent
    assert plan.state == standing_of(window.document.plan, window.document.report)
