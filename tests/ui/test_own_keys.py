"""Keys of the program reach the window though a line of text would take them."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QLineEdit, QMainWindow
from shiboken6 import delete

from ui.shell.own_keys import OwnKeys

CTRL = Qt.KeyboardModifier.ControlModifier


class LineUnderX11(QLineEdit):
    """Claims Ctrl+E, as each line does where the keyboard is that of X11."""

    def event(self, event):
        if event.type() is QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_E:
            event.accept()
            return True
        return super().event(event)


@pytest.fixture
def window(qtbot):
    window = QMainWindow()
    window.line = LineUnderX11("Words")
    window.setCentralWidget(window.line)
    window.export = QAction(window)
    window.export.setShortcut(QKeySequence("Ctrl+E"))
    window.addAction(window.export)
    window.pressed = QSignalSpy(window.export.triggered)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


@pytest.fixture
def keys(qapp):
    keys = OwnKeys(qapp)
    yield keys
    delete(keys)


def press_ctrl_e(window):
    window.line.setFocus()
    QTest.keyClick(window.line, Qt.Key.Key_E, CTRL)
    return window.pressed.count()


@pytest.mark.usefixtures("keys")
def test_ctrl_e_reaches_the_window_from_a_line(window):
    assert press_ctrl_e(window) == 1


def test_control_the_line_keeps_it_where_nobody_watches(window):
    assert press_ctrl_e(window) == 0


@pytest.mark.usefixtures("keys")
def test_a_line_keeps_its_other_keys(window):
    window.line.setFocus()
    QTest.keyClick(window.line, Qt.Key.Key_A, CTRL)
    QTest.keyClicks(window.line, "Else")
    assert window.line.text() == "Else"
