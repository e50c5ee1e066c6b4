"""The window around the pages: the walk, undo, sizes, and keys."""

import pytest
from hands import said, steps_of, top
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QPushButton,
    QToolButton,
)

from planner.editing.verbs import add
from planner.model.kinds import Step
from planner.model.records_purpose import Person
from ui.dialogs.keys import KeysDialog
from ui.findings.panel import FindingsPanel
from ui.kit.choice_list import ChoiceList
from ui.theme import current_tokens

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_without_a_plan_it_offers_ways_to_begin(desk):
    window = desk.window()
    assert window.windowTitle() == "Truecourse"
    samples = window.findChild(ChoiceList, "samples")
    assert "pizzeria" in samples.choice_ids
    ways = window.findChild(ChoiceList, "ways")
    assert ways.isVisible()
    assert {"file.new", "file.open", "file.spreadsheet", "help.tour"} <= set(ways.choice_ids)
    assert not window.findChild(QPushButton, "start.file.new").isVisible()  # no way is offered twice


def test_every_step_can_be_reached_by_its_number(desk, press, plan_path):
    window = desk.window_with(plan_path)
    for number, step in enumerate(Step, 1):
        press(window, Qt.Key(Qt.Key.Key_0 + number), CTRL)
        assert window.workbench.step is step
        assert step.heading in said(window.workbench.page)


def test_next_names_what_comes_and_walks_to_the_end_and_back(desk, qtbot, plan_path):
    window = desk.window_with(plan_path)
    on, back = (window.workbench.findChild(QPushButton, name) for name in ("next", "back"))
    for here, there in zip(Step, list(Step)[1:], strict=False):
        assert window.workbench.step is here
        assert on.text() == f"Next: {there.heading}"
        qtbot.mouseClick(on, Qt.MouseButton.LeftButton)
    assert window.workbench.step is Step.SIGN_OFF
    assert not on.isVisible()
    for _ in range(len(Step) - 1):
        qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    assert window.workbench.step is Step.PURPOSE
    assert not back.isVisible()


def test_arrows_walk_the_steps(desk, qtbot, press, plan_path):
    window = desk.window_with(plan_path)
    steps_of(window).setFocus()
    press(window, Qt.Key.Key_Down)
    assert window.workbench.step is Step.EXPERIENCE
    press(window, Qt.Key.Key_End)
    assert window.workbench.step is Step.SIGN_OFF


def test_each_step_tells_its_state_by_words_as_well(desk, with_gap):
    window = desk.window_with(with_gap)
    model = steps_of(window).model()
    spoken = model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Step 1 of 9, Purpose, Stopped · 1 stop"
    assert "Done" in model.data(model.index(1), Qt.ItemDataRole.AccessibleTextRole)


def test_undo_and_redo_say_what_they_do(desk, qtbot, press, plan_path):
    window = desk.window_with(plan_path)
    document = window.document
    document.do(add(document.plan, Person(id="temp", name="Temp")))
    undo, redo = top(window, "edit.undo"), top(window, "edit.redo")
    assert "Undo: Add person “Temp” (Ctrl+Z)" in undo.toolTip()
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert "temp" not in document.plan.people
    assert not undo.isEnabled()
    assert "Redo: Add person “Temp”" in redo.toolTip()
    press(window, Qt.Key.Key_Z, CTRL | SHIFT)
    assert "temp" in document.plan.people


def test_undo_shows_the_step_that_it_changed(desk, press, plan_path):
    window = desk.window_with(plan_path)
    document = window.document
    document.do(add(document.plan, Person(id="temp", name="Temp")))
    press(window, Qt.Key.Key_Z, CTRL)
    assert window.workbench.step is Step.PEOPLE


def test_the_window_stands_where_it_stood(desk, plan_path):
    window = desk.window()
    window.resize(1100, 740)
    window.close()
    assert desk.window().size().width() == 1100


def test_theme_and_size_of_text_change_at_once_and_stay(desk, qtbot, plan_path):
    window = desk.window_with(plan_path)
    menu = window.findChild(QToolButton, "top.look").menu()
    titles = {action.objectName(): action for action in menu.actions()}
    titles["theme.dark"].trigger()
    assert current_tokens().name == "dark"
    titles["text.150"].trigger()
    assert current_tokens().scale == 1.5
    assert titles["theme.dark"].isChecked()
    assert desk.settings.theme.value == "dark"


@pytest.mark.parametrize("size", ["text.100", "text.150"])
def test_the_window_fits_a_small_projector(desk, qtbot, plan_path, size):
    window = desk.window_with(plan_path)
    window._actions[size].trigger()
    for step in Step:
        window.workbench.show_step(step)
        hint = window.minimumSizeHint()
        assert hint.width() <= 1024, step
        assert hint.height() <= 720, step


def test_f6_goes_round_steps_page_and_findings(desk, qtbot, press, with_gap):
    window = desk.window_with(with_gap)
    window.resize(1440, 900)
    qtbot.waitUntil(window.findChild(FindingsPanel).isVisible)
    steps_of(window).setFocus()
    press(window, Qt.Key.Key_F6)
    assert window.workbench.page.isAncestorOf(QApplication.focusWidget())
    press(window, Qt.Key.Key_F6)
    assert window.findChild(FindingsPanel).isAncestorOf(QApplication.focusWidget())
    press(window, Qt.Key.Key_F6)
    assert QApplication.focusWidget() is steps_of(window)


def test_f1_lists_the_keys(desk, qtbot, press, plan_path):
    window = desk.window_with(plan_path)
    press(window, Qt.Key.Key_F1)
    dialog = window.findChild(KeysDialog)
    words = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "F8" in words
    assert "Next finding" in words
    press(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChild(KeysDialog) is None)


def test_full_screen_comes_and_goes(desk, press):
    window = desk.window()
    press(window, Qt.Key.Key_F11)
    assert window.windowState() & Qt.WindowState.WindowFullScreen
    press(window, Qt.Key.Key_F11)
    assert not window.windowState() & Qt.WindowState.WindowFullScreen
