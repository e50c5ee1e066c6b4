"""Cards of the board are linked by a real mouse and real keys, in the real window."""

import pytest
from mouse import drag
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox

from planner.editing import verbs
from planner.model.records_work import Metric, Objective, Tactic
from planner.store.plan_file import PlanFile
from planner.truths.example_plan import example_plan
from tests.ui.test_hold import accepted
from ui.board.link_menu import LinkMenu
from ui.board.page import BoardPage

CTRL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton
WORDS = "“A new letter” will serve “A new aim”."


def wider_plan():
    plan = example_plan()
    for record in (
        Objective(id="new-aim", name="A new aim"),
        Tactic(id="new-letter", name="A new letter"),
        Metric(id="new-visits", name="New visits"),
        Metric(id="new-orders", name="New orders"),
    ):
        plan = verbs.add(plan, record).plan
    return plan


@pytest.fixture
def window(desk, tmp_path, qtbot):
    path = tmp_path / "Wider.tcplan"
    PlanFile.create(path, wider_plan()).close()
    return shown(desk.window_with(path), qtbot)


def shown(window, qtbot):
    window.resize(1440, 900)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.perform("go.board")
    return window


@pytest.fixture
def view(window, qtbot):
    return view_of(window, qtbot)


def view_of(window, qtbot):
    view = window.findChild(BoardPage).view
    qtbot.waitUntil(lambda: view.isVisible() and view.scene is not None and view.hasFocus())
    return view


def card(view, record):
    mark = next(mark for mark in view.marks if mark.record == record and not mark.folds)
    return view.box_of(mark).center()


def drag_card(view, record, onto, *, release=True):
    start, end = card(view, record), card(view, onto)
    drag(view, start, start + QPoint(12, 12), end, release=release)


def focus(view, record):
    view.act_on(
        next(at for at, m in enumerate(view.marks) if m.record == record and not m.folds), presses=False
    )
    assert view.focused_mark.record == record


def served(window):
    return [serving.objective for serving in window.document.plan.tactics["new-letter"].objectives]


def test_a_tactic_dropped_on_an_objective_serves_it_in_one_step(window, view):
    before, steps = window.document.plan, len(window.document.history.done)
    drag_card(view, "new-letter", "new-aim")
    assert served(window) == ["new-aim"]
    assert len(window.document.history.done) == steps + 1
    assert window.document.history.undo_label == "Link “A new letter” to “A new aim”"
    assert view.isVisible()
    assert view.focused_mark.record == "new-letter"
    window.perform("edit.undo")
    assert window.document.plan == before


def test_while_it_is_dragged_targets_are_outlined_and_the_one_below_says_what_would_happen(window, view):
    before = window.document.plan
    still = view.grab().toImage()
    drag_card(view, "new-letter", "new-aim", release=False)
    assert view.carried == "new-letter"
    kinds = {
        kind
        for kind in ("objectives", "tactics", "metrics")
        for m in view.target_marks
        if m.record in before.records(kind)
    }
    assert kinds == {"objectives", "metrics"}
    assert view.words == WORDS
    assert view.accessibleDescription() == WORDS
    assert view.grab().toImage() != still
    assert window.document.plan is before
    other = next(record for record in before.tactics if record != "new-letter")
    drag_on = card(view, other)
    places = (QPointF(drag_on), QPointF(view.mapToGlobal(drag_on)))
    QApplication.sendEvent(
        view, QMouseEvent(QEvent.Type.MouseMove, *places, Qt.MouseButton.NoButton, LEFT, NONE)
    )
    assert view.words == ""
    QTest.mouseRelease(view, LEFT, NONE, drag_on)
    assert window.document.plan is before
    assert view.carried == ""
    assert view.isVisible()


def test_escape_takes_the_drag_back_and_the_board_stays(window, view):
    before = window.document.plan
    drag_card(view, "new-letter", "new-aim", release=False)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.carried == ""
    QTest.mouseRelease(view, LEFT, NONE, card(view, "new-aim"))
    assert window.document.plan is before
    assert window.workbench.board_is_open


def test_a_drop_on_what_it_is_linked_to_says_so_and_does_nothing(window, view):
    drag_card(view, "new-letter", "new-aim")
    steps = len(window.document.history.done)
    drag_card(view, "new-letter", "new-aim", release=False)
    assert view.words == "“A new letter” already serves “A new aim”."
    QTest.mouseRelease(view, LEFT, NONE, card(view, "new-aim"))
    assert len(window.document.history.done) == steps


def test_a_metric_that_fed_another_says_instead_of_which(window, view):
    drag_card(view, "new-visits", "new-orders")
    assert window.document.plan.metrics["new-visits"].feeds == "new-orders"
    drag_card(view, "new-visits", "new-aim", release=False)
    assert view.words == "“New visits” will feed “A new aim” instead of “New orders”."
    QTest.mouseRelease(view, LEFT, NONE, card(view, "new-aim"))
    assert window.document.plan.metrics["new-visits"].feeds == "new-aim"


def test_the_head_of_a_folded_band_is_a_card_like_others(window, view):
    view.folded.emit("new-aim")
    drag_card(view, "new-letter", "new-aim")
    assert served(window) == ["new-aim"]


def test_a_click_without_a_drag_still_leads_to_the_entry(window, view):
    QTest.mouseClick(view, LEFT, NONE, card(view, "new-letter"))
    assert window.workbench.chosen_record == "new-letter"


def test_a_card_held_at_the_edge_scrolls_the_board(window, view, qtbot):
    window.resize(1024, 720)
    QTest.keyClick(view, Qt.Key.Key_Home)
    page = view._scroll_page()
    bar = page.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() == 0 and bar.maximum() > 0)
    start = card(view, view.focused_mark.record)
    below = QPoint(start.x(), view.visibleRegion().boundingRect().bottom() - 2)
    drag(view, start, start + QPoint(0, 20), below, release=False)
    qtbot.waitUntil(lambda: bar.value() == bar.maximum())
    QTest.keyClick(view, Qt.Key.Key_Escape)
    QTest.mouseRelease(view, LEFT, NONE, below)


def menu_of(view, qtbot):
    qtbot.waitUntil(lambda: any(menu.isVisible() for menu in view.findChildren(LinkMenu)))
    return next(menu for menu in view.findChildren(LinkMenu) if menu.isVisible())


def groups(menu):
    return {action.text(): [each.text() for each in action.menu().actions()] for action in menu.actions()}


def test_the_key_opens_a_menu_of_targets_by_field_and_keys_choose_one(window, view, qtbot):
    focus(view, "new-letter")
    QTest.keyClick(view, Qt.Key.Key_L, CTRL)
    menu = menu_of(view, qtbot)
    plan = window.document.plan
    people = [plan.name_of(person) for person in plan.people]
    found = groups(menu)
    assert list(found) == ["Objectives", "Metrics", "Accountable", "Responsible"]
    assert found["Accountable"] == people
    at = found["Objectives"].index("A new aim")
    QTest.keyClick(menu, Qt.Key.Key_Right)
    inner = menu.actions()[0].menu()
    qtbot.waitUntil(inner.isVisible)
    inner.setActiveAction(inner.actions()[at])
    QTest.keyClick(inner, Qt.Key.Key_Return)
    assert served(window) == ["new-aim"]
    qtbot.waitUntil(lambda: not view.findChildren(LinkMenu))


def test_an_owner_in_the_menu_replaces_the_old_one_only_in_so_many_words(window, view, qtbot):
    plan = window.document.plan
    tactic = next(t for t in plan.tactics.values() if t.accountable)
    other = next(person for person in plan.people if person != tactic.accountable)
    focus(view, tactic.id)
    QTest.keyClick(view, Qt.Key.Key_L, CTRL)
    menu = menu_of(view, qtbot)
    inner = next(action.menu() for action in menu.actions() if action.text() == "Accountable")
    ticked = [action.text() for action in inner.actions() if action.isChecked()]
    assert ticked == [plan.name_of(tactic.accountable)]
    wanted = next(a for a in inner.actions() if a.text().startswith(plan.name_of(other)))
    assert f"instead of {plan.name_of(tactic.accountable)}" in wanted.text()
    wanted.trigger()
    assert window.document.plan.tactics[tactic.id].accountable == other
    menu.close()


def test_the_menu_of_the_other_button_offers_it_for_the_card_below(view, qtbot):
    at = card(view, "new-visits")
    QTest.mousePress(view, Qt.MouseButton.RightButton, NONE, at)
    QApplication.sendEvent(view, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.mapToGlobal(at)))
    assert view.focused_mark.record == "new-visits"
    menu = next(menu for menu in view.findChildren(QMenu) if menu.isVisible())
    assert [action.text() for action in menu.actions()][:1] == ["&Link to…"]
    assert "Copy picture" in [action.text() for action in menu.actions()]
    menu.close()


def box_of(window):
    return next(box for box in window.findChildren(QMessageBox) if box.isVisible())


def test_a_link_that_would_withdraw_an_approval_is_refused_with_the_reason(desk, plan_path, qtbot):
    window = shown(desk.window_with(plan_path), qtbot)
    view = view_of(window, qtbot)
    window.document.do(accepted(window.document.plan))
    before = window.document.plan
    pairs = ((t, m) for t in before.tactics.values() for m in before.metrics)
    tactic, metric = next((t.id, m) for t, m in pairs if m not in t.metrics)
    drag_card(view, tactic, metric)
    assert window.document.plan is before
    box = box_of(window)
    assert "Edit anyway" in box.text()
    box.close()


def test_a_plan_that_can_only_be_read_is_not_linked(window, view, monkeypatch):
    monkeypatch.setattr(window.document, "_read_only_reason", "The plan can only be read.")
    before = window.document.plan
    drag_card(view, "new-letter", "new-aim", release=False)
    assert view.carried == ""
    QTest.mouseRelease(view, LEFT, NONE, QPoint(1, 1))
    assert window.document.plan is before
    focus(view, "new-letter")
    QTest.keyClick(view, Qt.Key.Key_L, CTRL)
    box = box_of(window)
    assert box.text() == "The plan can only be read."
    box.close()
