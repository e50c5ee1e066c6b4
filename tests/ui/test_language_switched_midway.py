"""The language is switched in the middle of something: nothing stays in the old one, and nothing fails."""

import pytest
from foreign import foreign
from pseudo_language import ACCENTED
from PySide6.QtWidgets import QApplication, QDialog

from planner.model.kinds import Step
from planner.samples import load_sample
from planner.store.plan_file import PlanFile
from tests.ui.test_every_word import untranslated
from tests.ui.test_languages import choose, pick
from ui.kit.surge_panel import SurgePanel
from ui.shell.tour import Tour

DIALOGS = ("edit.history", "help.truths", "file.export", "help.keys", "file.backups", "file.print")


pytestmark = pytest.mark.usefixtures("english_again")


@pytest.fixture
def window(desk, tmp_path):
    path = tmp_path / "план.tcplan"
    PlanFile.create(path, foreign(load_sample("pizzeria"))).close()
    return desk.window_with(path)


def shown():
    return [window for window in QApplication.topLevelWidgets() if window.isVisible()]


def left_in_english(tmp_path):
    """Return what is seen in English still, but for the place of the plan's file."""
    texts = [text for window in shown() for text in untranslated(window)]
    return [text for text in texts if tmp_path.name not in text]


def open_dialogs():
    return [window for window in shown() if isinstance(window, QDialog)]


def switch(window, desk, qtbot):
    choose(window, ACCENTED, qtbot)
    desk.settle(window)
    qtbot.wait(30)


@pytest.mark.parametrize("stop", [0, 2, 4])
def test_a_tour_ends_and_can_be_begun_anew(window, desk, qtbot, tmp_path, stop):
    window.perform("help.tour")
    qtbot.waitUntil(lambda: window.findChild(Tour).isVisible())
    for _ in range(stop):
        window.findChild(Tour).go(1)
    switch(window, desk, qtbot)
    assert left_in_english(tmp_path) == []
    (tour,) = window.findChildren(Tour)
    assert tour.isHidden()
    window.perform("help.tour")
    qtbot.waitUntil(tour.isVisible)
    assert left_in_english(tmp_path) == []


@pytest.mark.parametrize("action", DIALOGS)
def test_a_dialog_that_is_open_stays_and_opens_in_the_new_language(window, desk, qtbot, tmp_path, action):
    before = window.centralWidget()
    window.perform(action)
    qtbot.waitUntil(lambda: len(open_dialogs()) == 1)
    (dialog,) = open_dialogs()
    pick(window, ACCENTED)
    QApplication.processEvents()
    assert open_dialogs() == [dialog]
    assert window.centralWidget() is before
    dialog.close()
    qtbot.waitUntil(lambda: window.centralWidget() is not before)
    desk.settle(window)
    window.perform(action)
    qtbot.waitUntil(lambda: len(open_dialogs()) == 1)
    assert left_in_english(tmp_path) == []
    open_dialogs()[0].close()


@pytest.mark.parametrize("action", ["edit.find", "go.palette"])
def test_what_lies_over_the_window_is_made_anew(window, desk, qtbot, tmp_path, action):
    window.perform(action)
    switch(window, desk, qtbot)
    assert left_in_english(tmp_path) == []


def rush_of(window):
    return window.workbench.page.tabs.currentWidget().findChild(SurgePanel)


def test_a_rush_is_told_anew(window, desk, qtbot, tmp_path):
    window.workbench.show_step(Step.CHANNELS)
    tabs = window.workbench.page.tabs
    for place in range(tabs.count()):
        window.workbench.show_tab(place)
        if rush_of(window) is not None:
            break
    rush_of(window)._times.setValue(4)
    switch(window, desk, qtbot)
    assert window.workbench.tab == place
    assert rush_of(window).isVisible()
    assert left_in_english(tmp_path) == []


def test_a_running_workshop_goes_on(window, desk, qtbot, tmp_path):
    window.perform("workshop.agenda")
    window.perform("workshop.run")
    switch(window, desk, qtbot)
    assert left_in_english(tmp_path) == []
    choose(window, "en", qtbot)
    desk.settle(window)
