"""Tab and Shift+Tab lead through the whole window and back to where they began, whatever is open."""

import pytest
from hands import each_tab, in_hand, missed_on_a_round, press_tab, round_by
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from planner.model.kinds import Step
from planner.samples import load_sample
from planner.store.plan_file import PlanFile

SAMPLES = ("what-not-to-do", "pizzeria")
"""One with findings at every turn, and one without a stop."""

PANES = {
    "the board": "go.board",
    "the findings folded": "view.findings",
    "finding and replacing": "edit.find",
    "the agenda": "workshop.agenda",
    "the console": "workshop.run",
}


@pytest.fixture
def opened(desk, qtbot, tmp_path):
    """Return a maker of windows in which a sample is open."""

    def window_with(name):
        path = tmp_path / f"{name}.tcplan"
        PlanFile.create(path, load_sample(name)).close()
        window = desk.window_with(path)
        window.resize(1440, 900)
        return window

    return window_with


@pytest.mark.parametrize("sample", SAMPLES)
def test_on_every_tab_of_every_page(opened, qtbot, sample):
    window = opened(sample)
    for step in Step:
        window.workbench.show_step(step)
        for tab in each_tab(window.workbench.page):
            assert (step, tab, missed_on_a_round(window, qtbot)) == (step, tab, [])


@pytest.mark.parametrize("pane", PANES)
def test_with_everything_else_that_can_be_open(opened, qtbot, pane):
    window = opened("what-not-to-do")
    window.perform(PANES[pane])
    assert missed_on_a_round(window, qtbot) == []


def test_on_the_start_page(desk, qtbot):
    window = desk.window()
    assert missed_on_a_round(window, qtbot) == []


class Trap(QLineEdit):
    """Keeps the keyboard."""

    def focusNextPrevChild(self, _forward):  # noqa: N802 - Qt's
        return True


def test_a_trap_is_noticed(qtbot):
    window = QWidget()
    column = QVBoxLayout(window)
    first = QLineEdit()
    for line in (first, Trap()):
        column.addWidget(line)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(window.isActiveWindow)
    first.setFocus()
    with pytest.raises(pytest.fail.Exception, match="never comes back"):
        round_by(press_tab)
    assert isinstance(in_hand(), Trap)
