"""The window can be used by keyboard and screen reader: names, focus, size, and text that stays text."""

import ast
from pathlib import Path

import pytest
from controls import controls, described
from hands import finds_nothing, no_more_widgets_than
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLabel,
    QPushButton,
    QScrollBar,
    QWidget,
)

from planner.editing.verbs import change
from planner.model.kinds import Step
from planner.samples import load_sample
from planner.store.plan_file import PlanFile
from ui.dialogs.keys import KeysDialog
from ui.findings.panel import FindingsPanel
from ui.kit.buttons import RingedButton
from ui.kit.keyboard import focus_proxy

UI = Path(__file__).resolve().parents[2] / "ui"
NASTY = "R&D <img src='file:///etc/passwd'> <b>bold</b> &amp; \u202e"


def unnamed(root):
    """Return the controls that a screen reader has no name for."""
    found = []
    for widget in controls(root):
        interface = QAccessible.queryAccessibleInterface(widget)
        if not interface or not interface.text(QAccessible.Text.Name).strip():
            found.append(described(widget))
    return found


def too_small(root):
    return [described(w) for w in controls(root) if min(w.width(), w.height()) < 24]


def told_in_markup(root):
    """Return the widgets of which a screen reader would read out the markup of a tool tip."""
    found = []
    for widget in root.findChildren(QWidget):
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface and "<p" in interface.text(QAccessible.Text.Description):
            found.append(f"{described(widget)}: {interface.text(QAccessible.Text.Description)}")
    return found


@pytest.fixture
def bad_plan(tmp_path):
    path = tmp_path / "bad.tcplan"
    PlanFile.create(path, load_sample("what-not-to-do")).close()
    return path


@pytest.fixture
def window(desk, bad_plan):
    window = desk.window_with(bad_plan)
    window.resize(1440, 900)
    window.workbench.lead_to_next(1)
    return window


def test_every_control_of_the_start_has_a_name_and_can_be_hit(desk, qtbot):
    window = desk.window()
    assert unnamed(window) == []
    finds_nothing(qtbot, too_small, window)


@pytest.mark.parametrize("step", list(Step))
def test_every_control_of_a_page_has_a_name_and_can_be_hit(window, qtbot, step):
    window.workbench.show_step(step)
    qtbot.wait(30)
    finds_nothing(qtbot, too_small, window)
    assert unnamed(window) == []
    assert told_in_markup(window) == []


@pytest.mark.parametrize(
    "action", ["file.export", "file.print", "edit.answers", "file.sample", "help.keys", "help.about"]
)
def test_every_control_of_a_dialog_has_a_name_and_can_be_hit(window, qtbot, action):
    window.perform(action)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    dialog = QApplication.activeModalWidget()
    qtbot.wait(20)
    finds_nothing(qtbot, too_small, dialog)
    assert unnamed(dialog) == []
    assert told_in_markup(dialog) == []
    dialog.close()


def test_what_a_button_undoes_is_told_to_screen_readers_too(window):
    document = window.document
    document.do(change(document.plan, "brief", "title", "Fish & <b>chips</b>"))
    button = window.findChild(QWidget, "top.edit.undo")
    told = QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Description)
    assert told == "Undo: Change “Plan title” (Ctrl+Z)"


def test_the_buttons_of_the_top_bar_are_pressed_by_enter_too(window, qtbot):
    document = window.document
    document.do(change(document.plan, "brief", "title", "Another"))
    button = window.findChild(QWidget, "top.edit.undo")
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert document.plan.the_brief.title != "Another"


@pytest.mark.parametrize("step", list(Step))
def test_every_push_button_of_the_window_is_pressed_by_enter(window, step):
    window.workbench.show_step(step)
    buttons = window.findChildren(QPushButton)
    assert buttons
    assert [button.text() for button in buttons if not isinstance(button, RingedButton)] == []


def test_a_control_without_a_name_is_noticed(window):
    window.findChild(QAbstractItemView, "stepper").setAccessibleName("")
    assert any("stepper" in found for found in unnamed(window))


def test_the_tab_key_reaches_every_control_and_comes_back(window, qtbot):
    qtbot.waitUntil(window.isActiveWindow)
    stepper = window.findChild(QAbstractItemView, "stepper")
    stepper.setFocus()
    reached = [stepper]
    for _ in range(400):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        if QApplication.focusWidget() is stepper:
            break
        reached.append(QApplication.focusWidget())
    assert QApplication.focusWidget() is stepper
    wanted = [w for w in controls(window) if w.isEnabled() and focus_proxy(w) is None]
    missed = [described(w) for w in wanted if w not in reached and not isinstance(w, QScrollBar)]
    assert missed == []


def test_text_of_the_plan_is_shown_as_it_is(window, qtbot):
    document = window.document
    document.do(change(document.plan, "brief", "title", NASTY))
    document.do(change(document.plan, next(iter(document.plan.tactics)), "name", NASTY))
    qtbot.waitUntil(lambda: not document.is_checking)
    for step in (Step.PURPOSE, Step.TACTICS):
        window.workbench.show_step(step)
        labels = [label for label in window.findChildren(QLabel) if "<img" in label.text()]
        assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)
    tips = [widget.toolTip() for widget in window.findChildren(QWidget)]
    assert not any("<img" in tip for tip in tips)
    assert "R&&D" in window._actions["edit.undo"].text()


def test_counts_are_told_to_screen_readers(window, qtbot):
    panel = window.findChild(FindingsPanel)
    name = QAccessible.queryAccessibleInterface(panel.findChild(QAbstractItemView)).text(
        QAccessible.Text.Name
    )
    assert name == "Findings"
    first = panel.findChild(QAbstractItemView).model().index(0, 0)
    assert first.data(Qt.ItemDataRole.AccessibleTextRole).split(":")[0] in {"Stop", "Warning", "Advice"}


def shortcuts(window):
    """Return the keys of the window's own actions, and of those of its pages."""
    own, of_pages = set(), set()
    for action in window.findChildren(QAction):
        keys = {keys.toString() for keys in action.shortcuts()}
        is_own = action.shortcutContext() is Qt.ShortcutContext.WindowShortcut
        (own if is_own else of_pages).update(keys)
    return own, of_pages


def test_pages_take_no_key_from_the_window_and_all_keys_are_listed(window):
    for step in Step:
        window.workbench.show_step(step)
    own, of_pages = shortcuts(window)
    assert own & of_pages == set()
    window.perform("help.keys")
    sheet = window.findChild(KeysDialog)
    listed = {key for label in sheet.findChildren(QLabel) for key in label.text().split(", ")}
    assert (own | of_pages) - listed == set()
    sheet.close()


def calls(name):
    """Yield file and line of each call of a function in the window's code."""
    for path in sorted(UI.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and name in {
                getattr(node.func, part, "") for part in ("id", "attr")
            }:
                yield path.relative_to(UI).as_posix(), node


def test_labels_and_message_boxes_are_made_in_one_place_each():
    assert {path for path, _ in calls("QLabel")} <= {"kit/text.py"}
    assert {path for path, _ in calls("QMessageBox")} == {"messages.py"}


@pytest.mark.parametrize("name", ["setHtml", "setMarkdown", "appendHtml", "QTextBrowser", "QInputDialog"])
def test_nothing_in_the_window_reads_markup(name):
    assert list(calls(name)) == []


def test_windows_that_are_closed_leave_nothing_behind(desk, qtbot, bad_plan):
    def counted():
        window = desk.window_with(bad_plan)
        window.workbench.show_step(Step.TACTICS)
        window.close()
        window.deleteLater()
        desk.windows.remove(window)
        del window
        qtbot.wait(50)
        return len(QApplication.allWidgets())

    counts = [counted() for _ in range(4)]
    no_more_widgets_than(qtbot, counts[:-1])
