"""What is closed goes bit by bit: no key waits until all of it is gone."""

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QTableView, QWidget
from shiboken6 import isValid

from planner.model.kinds import Step
from ui.kit.lazy_tab import LazyTab
from ui.kit.letting_go import let_go

pytestmark = pytest.mark.usefixtures("english_again")
_STEPS = (Step.TACTICS, Step.PEOPLE, Step.CHANNELS)


class Turns(QObject):
    """Counts the turns of the event loop, and tells in which of them objects were deleted."""

    def __init__(self, parent):
        super().__init__(parent)
        self.number = 0
        self.of = []
        timer = QTimer(self)
        timer.timeout.connect(self._count)
        timer.start(0)

    def watch(self, widget):
        widget.destroyed.connect(self._note)

    def _count(self):
        self.number += 1

    def _note(self):
        self.of.append(self.number)


@pytest.fixture
def turns(dressed_app):
    counted = Turns(dressed_app)
    yield counted
    counted.deleteLater()


@pytest.fixture
def visited(desk, plan_path, turns, qtbot):
    """Return a window in which several pages were looked at."""
    window = desk.window_with(plan_path)
    for step in _STEPS:
        window.workbench.show_step(step)
        qtbot.waitUntil(lambda: any(tab.isVisible() for tab in tabs_of(window)))
    for tab in tabs_of(window):
        turns.watch(tab.content())
    return window


def tabs_of(window):
    """Return the tabs that were looked at."""
    return [tab for tab in window.findChildren(LazyTab) if tab.layout().count()]


def tabbed(count):
    part = QWidget()
    for tab in [LazyTab(QTableView) for _ in range(count)]:
        tab.setParent(part)
        tab.content()
    return part


def test_a_part_goes_one_tab_at_a_time_and_itself_at_last(qtbot, turns):
    window = QWidget()
    qtbot.addWidget(window)
    part = tabbed(5)
    part.setParent(window)
    for tab in part.findChildren(LazyTab):
        turns.watch(tab.content())
    let_go(part)
    assert window.findChildren(LazyTab) == []
    qtbot.waitUntil(lambda: not isValid(part))
    assert len(turns.of) == len(set(turns.of)) == 5


def test_tabs_within_tabs_go_too(qtbot):
    part = QWidget()
    outer = LazyTab(lambda: tabbed(3))
    outer.setParent(part)
    inner = outer.content().findChildren(LazyTab)
    let_go(part)
    inner[1].content().deleteLater()
    qtbot.waitUntil(lambda: not any(isValid(one) for one in (part, outer, *inner)))


def test_what_is_deleted_as_a_whole_goes_at_once(qtbot, turns):
    part = tabbed(5)
    for tab in part.findChildren(LazyTab):
        turns.watch(tab.content())
    part.deleteLater()
    qtbot.waitUntil(lambda: not isValid(part))
    assert len(set(turns.of)) == 1


def test_the_pages_of_a_closed_plan_go_together_with_it(visited, turns, qtbot):
    count, bench = len(tabs_of(visited)), visited.workbench
    assert count >= len(_STEPS)
    turns.watch(visited.document)
    visited.close_plan()
    assert not visited.isAncestorOf(bench)
    qtbot.waitUntil(lambda: not isValid(bench))
    assert len(turns.of) == count + 1
    assert len(set(turns.of)) == 1


def test_the_pages_of_another_language_go_one_by_one(visited, turns, qtbot):
    count, bench = len(tabs_of(visited)), visited.workbench
    visited._look.speech.choose_region("DE")
    qtbot.waitUntil(lambda: not isValid(bench))
    assert len(turns.of) == len(set(turns.of)) == count
    assert visited.workbench.isVisible()


def test_a_window_that_goes_leaves_nothing_behind(visited, desk, qtbot):
    parts = [visited, *tabs_of(visited)]
    visited.close()
    desk.windows.remove(visited)
    let_go(visited)
    qtbot.waitUntil(lambda: not any(isValid(part) for part in parts))
