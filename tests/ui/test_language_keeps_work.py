"""Whoever switches the language loses nothing that is half done: dialogs, lines, the keyboard's place."""

import pytest
from hands import bring_to_front, in_hand, top
from pseudo_language import ACCENTED, MIRRORED
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QPushButton

from planner.model.kinds import Step
from tests.ui.test_languages import choose, menus, pick, two_windows
from ui.dialogs.save_template import SaveTemplateDialog
from ui.kit.draft import draft_of, mark_draft
from ui.kit.record_table import RecordTable
from ui.kit.record_view import RecordView
from ui.shell.stepper import Stepper

pytestmark = pytest.mark.usefixtures("english_again")


@pytest.fixture
def window(desk, with_gap):
    return desk.window_with(with_gap)


def table_of(window):
    return next(table for table in window.workbench.page.findChildren(RecordTable) if table.isVisible())


def held(window):
    """Return what has the keyboard, once it is in a window."""
    assert window.isAncestorOf(in_hand())
    return in_hand()


def test_a_dialog_of_another_window_stays_with_what_is_typed_in_it(desk, qtbot, plan_path):
    windows, first, second = two_windows(desk, plan_path)
    english = menus(first)
    first.perform("file.template")
    (dialog,) = first.findChildren(SaveTemplateDialog)
    dialog._name.setText("Half typed")
    choose(second, ACCENTED, qtbot)
    QApplication.processEvents()
    assert menus(first) == english
    assert dialog.isVisible()
    assert dialog._name.text() == "Half typed"
    dialog.reject()
    qtbot.waitUntil(lambda: menus(first) == menus(second))
    windows.leave()


def test_a_dialog_over_a_dialog_is_waited_for_as_well(window, desk, qtbot):
    before = window.centralWidget()
    window.perform("help.truths")
    window.perform("file.template")
    (upper,) = window.findChildren(SaveTemplateDialog)
    pick(window, ACCENTED)
    upper.reject()
    QApplication.processEvents()
    lower = next(one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not window)
    assert window.centralWidget() is before
    lower.close()
    qtbot.waitUntil(lambda: window.centralWidget() is not before)


@pytest.mark.parametrize("tag", [ACCENTED, MIRRORED])
def test_a_line_half_typed_stays_with_the_cursor_where_it_was(window, qtbot, tag):
    window.workbench.show_step(Step.TACTICS)
    line = table_of(window).quick_line
    line.setFocus()
    QTest.keyClicks(line, "Ask gests")
    line.setCursorPosition(5)
    choose(window, tag, qtbot)
    bring_to_front(window, qtbot)
    assert held(window) is table_of(window).quick_line is not line
    QTest.keyClicks(in_hand(), "u")
    assert in_hand().text() == "Ask guests"


def test_a_figure_that_does_not_fit_stays_as_it_was_typed(window, desk, qtbot):
    tactic = next(iter(window.document.plan.tactics))
    window.workbench.lead_to_entry("tactics", tactic, "hours")
    in_hand().selectAll()
    QTest.keyClicks(in_hand(), "a lot")
    choose(window, ACCENTED, qtbot)
    bring_to_front(window, qtbot)
    assert held(window).text() == "a lot"


def test_a_filter_stays(window, qtbot):
    window.workbench.show_step(Step.PEOPLE)
    rows = table_of(window).view.model().rowCount()
    table_of(window).filter_line.setText("service")
    found = table_of(window).view.model().rowCount()
    assert found < rows
    choose(window, ACCENTED, qtbot)
    assert table_of(window).filter_line.text() == "service"
    assert table_of(window).view.model().rowCount() == found


def hold_stepper(window):
    window.findChild(Stepper).setFocus()


def hold_findings(window):
    if not window.workbench.panel_is_open:
        window.perform("view.findings")
    window.workbench.show_step(Step.PURPOSE)  # where the gap is
    findings = window.findChild(QListView, "findings")
    assert findings.isVisible()
    findings.setFocus()


def hold_next(window):
    window.findChild(QPushButton, "next").setFocus()


def hold_top(window):
    top(window, "view.findings").setFocus()


def hold_filter(window):
    table_of(window).filter_line.setFocus()


def hold_cell(window):
    view = table_of(window).view
    view.setFocus()
    view.setCurrentIndex(view.model().index(1, 2))


HOLDS = [hold_stepper, hold_findings, hold_next, hold_top, hold_filter, hold_cell]


@pytest.mark.parametrize("hold", HOLDS)
def test_the_keyboard_stays_where_it_was(window, desk, qtbot, hold):
    window.workbench.show_step(Step.TACTICS)
    hold(window)
    was = in_hand()
    kind, called = type(was), was.objectName()
    cell = (was.currentIndex().row(), was.currentIndex().column()) if isinstance(was, RecordView) else None
    choose(window, ACCENTED, qtbot)
    desk.settle(window)
    bring_to_front(window, qtbot)
    now = held(window)
    assert (type(now), now.objectName()) == (kind, called)
    assert now is not was
    if cell is not None:
        assert (now.currentIndex().row(), now.currentIndex().column()) == cell


def test_the_keyboard_stays_in_a_field_far_down_and_in_sight(window, qtbot):
    window.resize(1024, 720)
    window.workbench.lead_to_entry("brief", next(iter(window.document.plan.brief)), "safeguards")
    name = in_hand().accessibleName()
    choose(window, ACCENTED, qtbot)
    bring_to_front(window, qtbot)
    assert name.isascii()
    assert not held(window).accessibleName().isascii()
    assert in_hand().visibleRegion().boundingRect().height() > 0


def test_only_what_is_typed_nowhere_else_is_carried_over(qtbot):
    line = QLineEdit("In the plan already")
    qtbot.addWidget(line)
    assert draft_of(line) is None
    mark_draft(line)
    assert draft_of(line).text == "In the plan already"
    button = QPushButton("No line")
    qtbot.addWidget(button)
    mark_draft(button)
    assert draft_of(button) is None
