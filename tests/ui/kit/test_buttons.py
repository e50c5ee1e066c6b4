"""A button that has the keyboard is pressed by Enter, whatever lies around it."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ui.kit.buttons import IconButton, WordButton

KEY = Qt.Key


class Around(QWidget):
    """Counts the keys that come through to it."""

    keys = 0

    def event(self, event):
        self.keys += event.type() is QEvent.Type.KeyPress
        return super().event(event)


@pytest.fixture(params=[lambda: WordButton("Replace all"), lambda: IconButton("x", "Close")])
def button(qtbot, request):
    around, button = Around(), request.param()
    qtbot.addWidget(around)
    QVBoxLayout(around).addWidget(button)
    button.pressed_times = 0
    button.clicked.connect(lambda: setattr(button, "pressed_times", button.pressed_times + 1))
    with qtbot.waitActive(around):
        around.show()
        around.activateWindow()
    button.setFocus()
    button.around = around
    return button


@pytest.mark.parametrize("key", [KEY.Key_Return, KEY.Key_Enter, KEY.Key_Space])
def test_enter_presses_a_button_as_the_space_bar_does(button, key):
    QTest.keyClick(button, key)
    assert (button.pressed_times, button.around.keys) == (1, 0)


def test_enter_that_is_held_down_presses_once(button):
    for repeats in (False, True, True):
        event = QKeyEvent(QEvent.Type.KeyPress, KEY.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", repeats)
        QApplication.sendEvent(button, event)
    assert (button.pressed_times, button.around.keys) == (1, 0)


def test_enter_with_another_key_is_left_to_others(button):
    QTest.keyClick(button, KEY.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert button.pressed_times == 0
    assert button.around.keys


def test_a_button_that_is_off_is_not_pressed(button):
    button.setEnabled(False)
    QTest.keyClick(button, KEY.Key_Return)
    assert button.pressed_times == 0
