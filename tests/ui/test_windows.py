"""Several plans in several windows, each plan in one of them, all found again at the next start."""

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from planner.model.kinds import Step
from planner.store.plan_file import PlanFile
from planner.truths.example_plan import EXAMPLE_DAY, example_plan
from ui.main_window import MainWindow
from ui.shell.look import Look
from ui.shell.windows import Windows, plans_of_last_session


@pytest.fixture
def other_path(tmp_path):
    path = tmp_path / "Other.tcplan"
    PlanFile.create(path, example_plan()).close()
    return path


@pytest.fixture
def windows(desk, qtbot):
    owner = QObject()
    look = Look(desk.app, desk.settings)
    windows = Windows(
        desk.settings,
        lambda all_: MainWindow(desk.settings, desk.tasks, look, lambda: EXAMPLE_DAY, all_),
        owner,
    )
    yield windows
    windows.leave()
    qtbot.wait(20)


def paths(windows):
    return [window.path for window in windows.shown]


def test_a_key_opens_another_window_beside_the_first(windows, qtbot):
    windows.begin([])
    (first,) = windows.shown
    qtbot.waitUntil(first.isActiveWindow)
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    qtbot.keyClick(QApplication.focusWidget() or first, Qt.Key.Key_N, modifiers)
    assert len(windows.shown) == 2
    assert windows.shown[1].pos() != first.pos()


def test_two_plans_are_open_in_two_windows_and_found_again(desk, windows, plan_path, other_path):
    windows.begin([plan_path, other_path])
    for window in windows.shown:
        desk.settle(window)
    assert paths(windows) == [plan_path, other_path]
    windows.leave()
    assert windows.shown == []
    assert plans_of_last_session(desk.settings) == [plan_path, other_path]


def test_a_plan_that_is_open_elsewhere_is_raised_there_not_opened_twice(desk, windows, qtbot, plan_path):
    windows.begin([plan_path])
    (first,) = windows.shown
    desk.settle(first)
    second = windows.open_new(beside=first)
    qtbot.waitUntil(second.isActiveWindow)
    second.plans.open(plan_path)
    qtbot.waitUntil(first.isActiveWindow)
    assert paths(windows) == [plan_path, None]


def test_a_window_that_is_closed_is_forgotten_but_the_last_one_is_not(desk, windows, plan_path, other_path):
    windows.begin([plan_path, other_path])
    for window in windows.shown:
        desk.settle(window)
    windows.shown[0].close()
    assert plans_of_last_session(desk.settings) == [other_path]
    windows.shown[0].close()
    assert plans_of_last_session(desk.settings) == [other_path]


def test_a_plan_that_was_closed_is_not_opened_again(desk, windows, plan_path):
    windows.begin([plan_path])
    (window,) = windows.shown
    desk.settle(window)
    window.close_plan()
    windows.leave()
    assert plans_of_last_session(desk.settings) == []


def test_a_plan_that_is_gone_is_left_out(desk, windows, plan_path, other_path):
    desk.settings.open_plans = (str(plan_path), str(other_path))
    other_path.unlink()
    assert plans_of_last_session(desk.settings) == [plan_path]


def test_quitting_closes_every_window(windows):
    windows.begin([])
    windows.open_new()
    windows.shown[0].perform("file.quit")
    assert windows.shown == []


def test_each_plan_is_found_where_one_was_in_it(desk, qtbot, plan_path, other_path):
    window = desk.window_with(plan_path)

    def turn_to(path):
        window.open_path(path)
        qtbot.waitUntil(lambda: window.path == path)
        desk.settle(window)

    person = list(window.document.plan.people)[1]
    window.workbench.lead_to_entry("people", person)
    turn_to(other_path)
    assert window.workbench.step is Step.PURPOSE
    window.workbench.show_step(Step.METRICS)
    window.workbench.show_tab(2)
    turn_to(plan_path)
    assert (window.workbench.step, window.workbench.chosen_record) == (Step.PEOPLE, person)
    turn_to(other_path)
    assert (window.workbench.step, window.workbench.tab) == (Step.METRICS, 2)


def test_each_plan_has_its_window_where_it_stood(desk, windows, qtbot, plan_path, other_path):
    windows.begin([plan_path, other_path])
    stood = {}
    for at, window in enumerate(windows.shown):
        desk.settle(window)
        window.setGeometry(40 + 60 * at, 50 + 30 * at, 1040 + 100 * at, 730 + 40 * at)
        qtbot.wait(10)
        stood[window.path] = window.geometry()
    windows.leave()
    qtbot.wait(20)
    windows.begin(plans_of_last_session(desk.settings))
    for window in windows.shown:
        desk.settle(window)
    assert {window.path: window.geometry() for window in windows.shown} == stood
