"""Every tab and every dialog, not only the first shown: names, size, and nothing left behind."""

from contextlib import contextmanager

import pytest
from hands import finds_nothing, no_more_widgets_than
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QTabWidget
from test_everybody import too_small, unnamed

from planner.model.kinds import Step
from planner.model.vocabulary import Weight
from planner.samples import load_sample
from planner.store.plan_file import PlanFile
from planner.truths.example_plan import example_plan
from ui.dialogs.make_key import MakeKeyDialog
from ui.dialogs.waive import WaiveDialog
from ui.kit.record_table import RecordTable
from ui.steps.sign_off.approvals import ApprovalsTab

SMALLEST = 1024


@pytest.fixture
def window(desk, tmp_path):
    """Return a window with a plan that has both: house truths to see, findings to mend."""
    path = tmp_path / "bad.tcplan"
    PlanFile.create(path, load_sample("what-not-to-do")).close()
    window = desk.window_with(path)
    window.resize(1440, 900)
    return window


@pytest.fixture
def good_window(desk, tmp_path):
    path = tmp_path / "good.tcplan"
    PlanFile.create(path, example_plan()).close()
    window = desk.window_with(path)
    window.resize(1440, 900)
    return window


def tabs_of(window, step):
    """Show each tab of a step's page, all of its fields unfolded, and yield what it is called."""
    window.workbench.show_step(step)
    tabs = window.workbench.page.findChild(QTabWidget)
    for at in range(tabs.count() if tabs else 1):
        if tabs:
            tabs.setCurrentIndex(at)
        QApplication.processEvents()
        for button in window.workbench.page.findChildren(QAbstractButton):
            if button.isVisible() and button.text().startswith("More fields"):
                button.click()
        QApplication.processEvents()
        yield tabs.tabText(at) if tabs else step.heading


@pytest.mark.parametrize("step", list(Step))
def test_every_control_of_every_tab_has_a_name_and_can_be_hit(window, step, qtbot):
    for tab in tabs_of(window, step):
        assert (tab, unnamed(window)) == (tab, [])
        finds_nothing(qtbot, too_small, window)


@pytest.mark.parametrize("step", list(Step))
def test_no_tab_makes_the_window_wider_than_its_smallest(window, step):
    window.resize(SMALLEST, 720)
    for tab in tabs_of(window, step):
        assert (tab, window.minimumSizeHint().width() <= SMALLEST) == (tab, True)
        assert (tab, window.width()) == (tab, SMALLEST)


def test_every_control_of_a_decision_has_a_name_and_can_be_hit(good_window, qtbot):
    list(tabs_of(good_window, Step.SIGN_OFF))
    page = good_window.workbench.page
    page.show_record("approvers", next(iter(good_window.document.plan.approvers)), "")
    tab = page.findChild(ApprovalsTab)
    for approver in good_window.document.plan.approvers:
        tab.card(approver).begin_button.click()
    qtbot.wait(20)
    finds_nothing(qtbot, too_small, good_window)
    assert unnamed(good_window) == []


def by_action(action):
    return lambda window: window.perform(action)


def waive(window):
    warning = next(f for f in window.document.report.standing if f.level is Weight.WARN)
    WaiveDialog(window.document, warning, window).open()


def make_key(window):
    MakeKeyDialog("Ana", window).open()


def remove(window):
    window.workbench.show_step(Step.OBJECTIVES)
    table = window.workbench.page.findChild(RecordTable)
    table.select(next(iter(window.document.plan.objectives)))
    table._actions._remove.trigger()


DIALOGS = {
    "fix-safe": by_action("edit.fix-safe"),
    "truths": by_action("help.truths"),
    "keys": by_action("help.keys"),
    "about": by_action("help.about"),
    "sample": by_action("file.sample"),
    "waive": waive,
    "make-key": make_key,
    "remove": remove,
}


@contextmanager
def opened(window, qtbot, name):
    DIALOGS[name](window)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QDialog))
    dialog = QApplication.activeModalWidget()
    qtbot.waitUntil(lambda: not window._tasks.is_busy)
    yield dialog
    dialog.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.parametrize("name", list(DIALOGS))
def test_a_dialog_can_be_used_by_everybody_and_leaves_nothing_behind(window, qtbot, name):
    counts = []
    for _ in range(5):
        with opened(window, qtbot, name) as dialog:
            assert unnamed(dialog) == []
            finds_nothing(qtbot, too_small, dialog)
            assert dialog.minimumSizeHint().width() <= SMALLEST
        QApplication.processEvents()
        counts.append(len(QApplication.allWidgets()))
    no_more_widgets_than(qtbot, counts[:-1])


def test_going_through_all_pages_again_and_again_leaves_nothing_behind(window, desk, qtbot):
    counts = []
    for _ in range(3):
        for step in Step:
            list(tabs_of(window, step))
        desk.settle(window)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        counts.append(len(QApplication.allWidgets()))
    no_more_widgets_than(qtbot, counts[:-1])


def test_a_dialog_that_stays_is_noticed(window, qtbot):
    before = len(QApplication.allWidgets())
    kept = QDialog(window)
    kept.open()
    kept.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(QApplication.allWidgets()) > before
