"""All safe fixes in the window: shown before they are made, ticked or not, one step."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QTreeWidget

from planner.editing.verbs import change
from planner.store.plan_file import PlanFile
from planner.truths.engine import check_plan
from planner.truths.example_edits import example_with
from planner.truths.fixes import has_safe_fix
from ui.dialogs.fix_safe import FixSafeDialog

TODAY = date(2027, 1, 4)
KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(desk, tmp_path):
    """Return a window on a plan with two findings that can be fixed safely, and one that can't."""
    path = tmp_path / "gaps.tcplan"
    wounds = [("letter-clicks", "due", None), ("spring-review", "heard", []), ("weekday-letter", "stop", "")]
    PlanFile.create(path, example_with(*wounds)).close()
    window = desk.window_with(path)
    window.resize(1440, 900)
    return window


@pytest.fixture
def fixing(window, qtbot):
    """Return the dialog that lists the safe fixes, opened by its key, and its list."""
    qtbot.keyClick(window, Qt.Key.Key_F, KEYS)
    dialog = window.findChild(FixSafeDialog)
    tree = dialog.findChild(QTreeWidget)
    qtbot.waitUntil(lambda: tree.topLevelItemCount() > 0)
    qtbot.waitUntil(tree.hasFocus)
    return dialog, tree


def fix(dialog, qtbot):
    qtbot.mouseClick(dialog.findChild(QPushButton, "fix"), Qt.MouseButton.LeftButton)


def test_they_are_shown_field_by_field_and_made_as_one_step(window, fixing, qtbot):
    dialog, tree = fixing
    items = [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]
    lines = [item.child(row).text(0) for item in items for row in range(item.childCount())]
    assert "“Clicks on the booking link in the letter”: Due: nothing → 31 Dec 2027" in lines
    document = window.document
    before = document.plan
    fix(dialog, qtbot)
    assert [change.label for change in document.history.done] == ["Fix 2 findings by machine"]
    assert {f.rule for f in check_plan(document.plan, TODAY).standing} == {"adapt.no-stop-rule"}
    document.undo()
    assert document.plan == before


def test_what_is_unticked_by_the_keyboard_stays_as_it_is(window, fixing, qtbot):
    dialog, tree = fixing
    stays = tree.currentItem().child(0).text(0)
    qtbot.keyClick(tree, Qt.Key.Key_Space)
    assert any(label.text().startswith("1 of 2 fixes ticked") for label in dialog.findChildren(QLabel))
    fix(dialog, qtbot)
    left = [f.message for f in check_plan(window.document.plan, TODAY).standing]
    assert stays in left
    assert len(left) == 2


def test_nothing_ticked_is_nothing_to_fix(fixing):
    dialog, tree = fixing
    for row in range(tree.topLevelItemCount()):
        tree.topLevelItem(row).setCheckState(0, Qt.CheckState.Unchecked)
    assert not dialog.findChild(QPushButton, "fix").isEnabled()


def test_the_panel_offers_them_while_there_are_any(desk, window, qtbot):
    button = window.findChild(QPushButton, "fix-all")
    qtbot.waitUntil(lambda: button.text() == "Fix all safe (2)…", timeout=10_000)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    dialog = window.findChild(FixSafeDialog)
    qtbot.waitUntil(lambda: dialog.findChild(QPushButton, "fix").isEnabled())
    fix(dialog, qtbot)
    qtbot.waitUntil(lambda: not button.isVisible(), timeout=10_000)
    assert not window._actions["edit.fix-safe"].isEnabled()


def test_a_fix_that_would_bring_a_warning_is_neither_counted_nor_offered(desk, tmp_path, qtbot):
    path = tmp_path / "late.tcplan"
    wounds = [("return-bookings", "due", None), ("weekday-guests", "due", date(2029, 2, 1))]
    PlanFile.create(path, example_with(*wounds)).close()
    window = desk.window_with(path)
    assert any(map(has_safe_fix, window.document.report.standing))
    button = window.findChild(QPushButton, "fix-all")
    qtbot.waitUntil(lambda: not button.isVisible(), timeout=10_000)
    assert not window._actions["edit.fix-safe"].isEnabled()


def test_the_count_is_what_the_dialog_lists_also_after_an_edit(window, qtbot):
    button = window.findChild(QPushButton, "fix-all")
    qtbot.waitUntil(lambda: button.text() == "Fix all safe (2)…", timeout=10_000)
    window.document.do(change(window.document.plan, "weekday-guests", "due", date(2029, 2, 1)))
    qtbot.waitUntil(lambda: button.text() == "Fix all safe (1)…", timeout=10_000)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.findChild(FixSafeDialog).findChild(QTreeWidget).topLevelItemCount() == 1


def test_fixes_that_are_asked_for_too_soon_are_worked_out_while_one_waits(window, qtbot):
    dialog = FixSafeDialog(window.document, None, window)
    dialog.open()
    tree = dialog.findChild(QTreeWidget)
    qtbot.waitUntil(lambda: tree.topLevelItemCount() == 2, timeout=10_000)
