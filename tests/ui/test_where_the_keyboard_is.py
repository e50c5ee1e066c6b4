"""Where the keyboard is after the window has shown something, and what keys do from wherever it is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

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
