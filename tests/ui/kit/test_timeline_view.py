"""Bars of the timeline are moved by a real mouse and real keys, in the real window."""

from datetime import date, timedelta

import pytest
from mouse import drag
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from planner.charts.timeline import timeline_axis
from planner.editing import verbs
from planner.model.kinds import Step
from planner.model.vocabulary import PUSH_KINDS, FixStatus, Severity
from planner.store.plan_file import PlanFile
from planner.truths.example_plan import example_plan
from tests.ui.test_hold import accepted
from ui.kit.timeline_view import TimelineView
from ui.theme.tokens import MEDIUM

TACTIC = "weekday-letter"
LEFT = Qt.MouseButton.LeftButton
NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def window(desk, plan_path):
    window = desk.window_with(plan_path)
    window.resize(1440, 900)
    return window


@pytest.fixture
def view(window, qtbot):
    return opened(window, qtbot)


def opened(window, qtbot):
    """Return the timeline of the Tactics page, shown and with the keyboard."""
    window.workbench.show_step(Step.TACTICS)
    tabs = window.workbench.page.tabs
    titles = [tabs.tabText(at).split(" ")[0] for at in range(tabs.count())]
    tabs.setCurrentIndex(titles.index("Timeline"))
    view = tabs.currentWidget().findChild(TimelineView)
    qtbot.waitUntil(lambda: view.isVisible() and view.scene is not None and bool(view.scene.marks))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    view.setFocus()
    return view


def axis_of(view):
    return view._axis()


def at(view, record, day):
    """Return the place of a day in an entry's row."""
    row = next(mark for mark in view.scene.marks if mark.record == record)
    return QPoint(round(axis_of(view).x(day)) + MEDIUM, round(row.y + row.height / 2) + MEDIUM)


def days(window, record=TACTIC):
    tactic = window.document.plan.tactics[record]
    return tactic.starts_on, tactic.ends_on


def middle(window):
    first, last = days(window)
    return first + (last - first) / 2


def focus(view, record):
    QTest.keyClick(view, Qt.Key.Key_Home)
    for _ in view.scene.marks:
        if view.focused_mark.record == record:
            return
        QTest.keyClick(view, Qt.Key.Key_Down)
    raise AssertionError(record)


def test_a_bar_dragged_by_the_mouse_moves_by_weeks_in_one_step(window, view):
    before, steps = days(window), len(window.document.history.done)
    start = at(view, TACTIC, middle(window))
    way = round(axis_of(view).day_width * 15)
    drag(view, start, start + QPoint(way // 2, 0), start + QPoint(way, 0))
    assert days(window) == tuple(day + timedelta(14) for day in before)
    assert len(window.document.history.done) == steps + 1
    assert window.document.history.undo_label.startswith("Move “")
    window.perform("edit.undo")
    assert days(window) == before


def test_with_ctrl_a_drag_goes_by_days(window, view):
    before = days(window)
    start = at(view, TACTIC, middle(window))
    drag(
        view, start, start + QPoint(30, 0), start + QPoint(round(axis_of(view).day_width * 10), 0), keys=CTRL
    )
    assert days(window) == tuple(day + timedelta(10) for day in before)


def test_an_end_dragged_stretches_the_bar(window, view):
    first, last = days(window)
    end = at(view, TACTIC, last + timedelta(1)) - QPoint(2, 0)
    way = -round(axis_of(view).day_width * 14)
    drag(view, end, end + QPoint(way, 0))
    assert days(window) == (first, last - timedelta(14))
    begin = at(view, TACTIC, first) + QPoint(1, 0)
    drag(view, begin, begin - QPoint(way, 0))
    assert days(window) == (first + timedelta(14), last - timedelta(14))


def test_while_it_is_dragged_the_days_are_shown_and_nothing_is_edited(window, view):
    before = window.document.plan
    start = at(view, TACTIC, middle(window))
    still = view.grab().toImage()
    drag(view, start, start + QPoint(40, 0), release=False)
    assert str(view.moving.first.day) in view.words
    assert view.accessibleDescription() == view.words
    assert view.grab().toImage() != still
    assert window.document.plan is before
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.moving is None
    QTest.mouseRelease(view, LEFT, NONE, start + QPoint(40, 0))
    assert window.document.plan is before
    assert window.workbench.page.tabs.currentWidget().findChild(TimelineView) is view


def test_a_click_without_a_drag_still_leads_to_the_entry(window, view):
    QTest.mouseClick(view, LEFT, NONE, at(view, TACTIC, middle(window)))
    assert not view.isVisible()
    assert window.workbench.chosen_record == TACTIC


def test_arrow_keys_move_the_focused_bar_and_enter_keeps_it(window, view):
    first, last = days(window)
    steps = len(window.document.history.done)
    focus(view, TACTIC)
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Right, SHIFT)
    QTest.keyClick(view, Qt.Key.Key_Left, CTRL)
    QTest.keyClick(view, Qt.Key.Key_Right, ALT)
    assert len(window.document.history.done) == steps
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert days(window) == (first + timedelta(9), last + timedelta(7))
    assert len(window.document.history.done) == steps + 1
    assert view.focused_mark.record == TACTIC


def test_what_keys_moved_is_kept_after_a_pause_or_when_the_keyboard_goes_elsewhere(window, view, qtbot):
    first, last = days(window)
    focus(view, TACTIC)
    QTest.keyClick(view, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: days(window) == (first - timedelta(1), last - timedelta(1)))
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Tab)
    assert days(window) == (first, last)


@pytest.mark.parametrize(("key", "with_"), [(Qt.Key.Key_Escape, NONE), (Qt.Key.Key_Z, CTRL)])
def test_escape_and_undo_take_back_what_keys_move(window, view, key, with_):
    before = window.document.plan
    focus(view, TACTIC)
    QTest.keyClick(view, Qt.Key.Key_Right, SHIFT)
    assert view.moving is not None
    QTest.keyClick(view, key, with_)
    assert view.moving is None
    assert window.document.plan is before


def pushed_before_its_fix(plan):
    """Return the plan with an open critical fix that the letter, a push, waits for until its own start."""
    tactic = plan.tactics[TACTIC]
    issue = next(iter(plan.issues.values()))
    for name, value in (
        ("severity", Severity.CRITICAL),
        ("status", FixStatus.OPEN),
        ("fix_due", tactic.starts_on),
        ("touchpoint", None),
    ):
        plan = verbs.change(plan, issue.id, name, value).plan
    return verbs.change(plan, TACTIC, "kind", min(PUSH_KINDS)).plan, issue.id


def test_a_push_dragged_before_its_fix_says_so_while_it_is_dragged(desk, tmp_path, qtbot):
    plan, fix = pushed_before_its_fix(example_plan())
    path = tmp_path / "fix.tcplan"
    PlanFile.create(path, plan).close()
    window = desk.window_with(path)
    window.resize(1440, 900)
    view = opened(window, qtbot)
    focus(view, TACTIC)
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert "before a fix" in view.words
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert "before a fix" not in view.words
    QTest.keyClick(view, Qt.Key.Key_Escape)
    focus(view, fix)
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert "1 push before it" in view.words
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert window.document.plan.issues[fix].fix_due == plan.issues[fix].fix_due + timedelta(1)


def test_a_fix_is_dragged_by_its_diamond(window, view):
    issue = next(i for i in window.document.plan.issues.values() if i.fix_due)
    start = at(view, issue.id, issue.fix_due)
    way = round(axis_of(view).day_width * 7)
    drag(view, start, start + QPoint(max(way, 12), 0))
    moved = window.document.plan.issues[issue.id].fix_due
    assert moved > issue.fix_due
    assert (moved - issue.fix_due).days % 7 == 0


def test_a_move_that_would_withdraw_an_approval_is_told_and_not_made(window, view, qtbot):
    window.document.do(accepted(window.document.plan))
    before = window.document.plan
    focus(view, TACTIC)
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Return)
    box = window.findChild(QMessageBox)
    assert "withdraws that" in box.text()
    assert "Edit anyway" in box.text()
    assert window.document.plan is before
    box.close()


def test_a_read_only_plan_is_not_moved(window, view):
    window.document._read_only_reason = "Another program has the plan open."
    before = window.document.plan
    start = at(view, TACTIC, middle(window))
    drag(view, start, start + QPoint(40, 0), release=False)
    assert view.moving is None
    focus(view, TACTIC)
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.moving is None
    assert window.document.plan is before


def test_a_wide_timeline_goes_by_days(window, view):
    plan = verbs.change(window.document.plan, "brief", "ends_on", date(2027, 4, 30)).plan
    window.document.do(verbs.Edit(plan, "Shorter"))
    axis = timeline_axis(plan, view.scene.width, view._ink.measure, 13.0)
    assert axis.day_width >= 4
    first, last = days(window)
    focus(view, TACTIC)
    start = at(view, TACTIC, first + timedelta(5))
    drag(view, start, start + QPoint(round(axis_of(view).day_width * 3), 0))
    assert days(window) == (first + timedelta(3), last + timedelta(3))
