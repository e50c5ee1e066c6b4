"""Where the keyboard is after the window has shown something, and what keys do from wherever it is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

KEY = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(desk, plan_path):
    window = desk.window_with(plan_path)
    window.resize(1440, 900)
    return window


def press(window, qtbot, key, modifiers):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(QApplication.focusWidget(), key, modifiers)


def test_quick_add_is_reached_from_anywhere_in_the_window(window, qtbot):
    for step, line in (("people", "Quick add: person"), ("tactics", "Quick add: tactic")):
        window.perform(f"go.{step}")
        for name in ("next", "board"):
            window.findChild(QPushButton, name).setFocus()
            press(window, qtbot, KEY.Key_N, CTRL | SHIFT)
            assert QApplication.focusWidget().accessibleName() == line


def test_a_plan_is_opened_at_its_first_field(desk, qtbot, plan_path):
    window = desk.window_with(plan_path)
    qtbot.waitUntil(window.isActiveWindow)
    assert QApplication.focusWidget().accessibleName() == "How will these activities improve the business?"


@pytest.mark.parametrize("key", [KEY.Key_Escape, KEY.Key_Right])
def test_after_the_tour_it_is_where_it_was(window, qtbot, key):
    qtbot.waitUntil(window.isActiveWindow)
    title = next(line for line in window.findChildren(QLineEdit) if line.accessibleName() == "Plan title")
    title.setFocus()
    window.perform("help.tour")
    while QApplication.focusWidget() is not title:
        assert QApplication.focusWidget().objectName() == "tour.next"
        qtbot.keyClick(QApplication.focusWidget(), key)


def test_the_agenda_is_begun_by_enter_and_opened_in_its_day(window, qtbot):
    window.perform("workshop.agenda")
    qtbot.waitUntil(window.isActiveWindow)
    assert QApplication.focusWidget().accessibleName() == "Templates of an agenda"
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Return)
    assert window.document.plan.agenda_blocks
    column = QApplication.focusWidget()
    window.perform("go.people")
    assert QApplication.focusWidget() is not column
    window.perform("workshop.agenda")
    assert QApplication.focusWidget() is column
