"""The history as a list that one walks in, and the size of text by keys."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from planner.editing.verbs import change
from planner.model.vocabulary import Verdict
from planner.signoff.approvals import Decision, decide
from planner.store.plan_file import PlanFile
from planner.truths.engine import check_plan
from planner.truths.example_plan import EXAMPLE_DAY
from ui.dialogs.history import HistoryDialog
from ui.kit.line_list import LineList
from ui.theme import TextSize

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
TEXTS = ("One.", "Two.", "Three.", "Four.")
NAMES = ("stands_for", "shares", "protects", "answer")


@pytest.fixture
def window(desk, plan_path):
    window = desk.window_with(plan_path)
    for name, text in zip(NAMES, TEXTS, strict=True):
        window.document.do(change(window.document.plan, "brief", name, text))
    desk.settle(window)
    return window


def history_of(window, qtbot):
    qtbot.keyClick(window, KEY.Key_H, CTRL | SHIFT)
    dialog = window.findChild(HistoryDialog)
    qtbot.waitUntil(dialog.isVisible)
    return dialog.findChild(LineList)


def asides(steps):
    return [line.aside for line in steps.lines]


def test_each_step_is_listed_with_the_present_one_marked(window, qtbot):
    steps = history_of(window, qtbot)
    assert steps.lines[0].title == "Before the first step"
    assert [line.title for line in steps.lines[1:]] == [c.label for c in window.document.history.done]
    assert asides(steps) == ["", "", "", "", "Now"]
    assert steps.currentIndex().row() == 4


def test_enter_goes_several_steps_back_in_one_go_and_forth_again(window, qtbot):
    whole = window.document.plan
    steps = history_of(window, qtbot)
    patches = []
    window.document.changed.connect(patches.append)
    for _ in range(3):
        qtbot.keyClick(steps, KEY.Key_Up)
    qtbot.keyClick(steps, KEY.Key_Return)
    assert len(patches) == 1
    assert window.document.plan.the_brief.stands_for == "One."
    assert window.document.plan.the_brief.shares != "Two."
    assert asides(steps) == ["", "Now", "Undone", "Undone", "Undone"]
    assert all(line.is_faded for line in steps.lines[2:])
    qtbot.mouseClick(
        steps.viewport(),
        Qt.MouseButton.LeftButton,
        pos=steps.visualRect(steps.model().index(4, 0)).center(),
    )
    assert window.document.plan == whole
    assert asides(steps)[-1] == "Now"


def test_what_was_walked_is_in_the_file(desk, window, plan_path):
    window.document.walk(-3)
    walked = window.document.plan
    desk.settle(window)
    window.close()
    file = PlanFile.open(plan_path)
    assert file.plan == walked
    assert len(file.history.undone) == 3
    file.close()


def test_what_is_held_is_told_and_nothing_is_undone(window, qtbot):
    plan = window.document.plan
    name = plan.name_of(plan.approvers["sign-sponsor"].person)
    noon = datetime(2027, 1, 4, 12, tzinfo=UTC)
    decision = Decision("sign-sponsor", Verdict.ACCEPT, name, noon)
    window.document.do(decide(plan, check_plan(plan, EXAMPLE_DAY), decision))
    before = window.document.plan
    steps = history_of(window, qtbot)
    qtbot.keyClick(steps, KEY.Key_Up)
    qtbot.keyClick(steps, KEY.Key_Return)
    assert window.document.plan is before
    box = window.findChild(QMessageBox)
    assert "withdraws that" in box.text()
    box.close()


def test_text_grows_and_shrinks_by_keys(window, qtbot, desk):
    def press(key):
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        qtbot.keyClick(QApplication.focusWidget() or window, key, CTRL)

    seen = []
    for key in (KEY.Key_Plus, KEY.Key_Equal, KEY.Key_Plus, KEY.Key_Minus, KEY.Key_0, KEY.Key_Minus):
        press(key)
        seen.append(desk.settings.text_size)
    normal, large, largest = TextSize
    assert seen == [large, largest, largest, large, normal, normal]
