"""What hands do in several tests: Tab to a widget, and choose what is exported."""

import pytest
from controls import controls, described
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QScrollBar, QTabWidget, QToolButton

from ui.dialogs.export.products import Product
from ui.kit.keyboard import focus_proxy
from ui.shell.stepper import Stepper


def in_hand():
    """Return the widget that has the keyboard; fail where nobody has it, as a key to nobody aborts."""
    widget = QApplication.focusWidget()
    if widget is None:
        pytest.fail("nobody has the keyboard")
    return widget


def bring_to_front(window, qtbot):
    """Do what a window manager does when a dialog or a list of names closes; return the window in front.

    Args:
        window: the main window, over which a dialog may lie.
        qtbot: waits for it.
    """
    front = QApplication.activeModalWidget() or window
    front.activateWindow()
    qtbot.waitUntil(front.isActiveWindow)
    return front


def press_tab():
    """Press Tab where the keyboard is."""
    QTest.keyClick(in_hand(), Qt.Key.Key_Tab)


def press_backtab():
    """Press Shift+Tab where the keyboard is."""
    QTest.keyClick(in_hand(), Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)


def round_by(press, most=400):
    """Press Tab, or Shift+Tab, until the keyboard is where it began; return all widgets on the way in order.

    Args:
        press: presses the key once.
        most: presses after which it counts as a trap.
    """
    passed = [in_hand()]
    for _ in range(most):
        press()
        at = in_hand()
        assert at.isVisible()
        if at is passed[0]:
            return passed
        passed.append(at)
    names = [one.accessibleName() or one.objectName() or type(one).__name__ for one in passed[:60]]
    pytest.fail(f"Tab never comes back: {names}")


def missed_on_a_round(window, qtbot):
    """Go round a window by Tab and back by Shift+Tab; return the controls that neither reached."""
    QApplication.processEvents()
    bring_to_front(window, qtbot)
    forward, back = round_by(press_tab), round_by(press_backtab)
    assert forward[1:] == back[:0:-1]
    wanted = [one for one in controls(window) if one.isEnabled() and focus_proxy(one) is None]
    return [described(one) for one in wanted if one not in forward and not isinstance(one, QScrollBar)]


def each_tab(page):
    """Show each tab of a page and yield what it is called."""
    tabs = page.findChild(QTabWidget)
    for at in range(tabs.count() if tabs else 1):
        if tabs:
            tabs.setCurrentIndex(at)
        yield tabs.tabText(at) if tabs else ""


def tab_to(widget, press=press_tab, most=400):
    """Press Tab until a widget, or a part of it, has the keyboard.

    Args:
        widget: where to go.
        press: presses Tab once.
        most: presses after which it counts as out of reach.
    """
    for _ in range(most):
        at = QApplication.focusWidget()
        if at is widget or (at is not None and (widget.isAncestorOf(at) or at is focus_proxy(widget))):
            return
        press()
    pytest.fail(f"Tab never leads to {widget.accessibleName() or widget.objectName()!r}")


def said(widget):
    """Return all that the labels of a dialog or window say now."""
    QApplication.processEvents()  # what was just added is shown then
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def make(dialog, product):
    """Choose in the export dialog what is made, by arrow keys."""
    combo = dialog.findChild(QComboBox, "export.what")
    combo.setFocus()
    QTest.keyClick(combo, Qt.Key.Key_Home)
    for _ in range(list(Product).index(product)):
        QTest.keyClick(combo, Qt.Key.Key_Down)
    assert dialog.choices.product is product


def finds_nothing(qtbot, find, root):
    """Wait until nothing wrong is found: what opens late moves what stands beside it once more."""

    def nothing_is_found():
        assert find(root) == []

    qtbot.waitUntil(nothing_is_found)


def no_more_widgets_than(qtbot, counts):
    """Wait until there are no more widgets than in a round before: what was closed goes a moment later."""

    def no_more():
        assert len(QApplication.allWidgets()) <= max(counts), counts

    qtbot.waitUntil(no_more)


def steps_of(window):
    """Return the walk on the left."""
    return window.findChild(Stepper)


def top(window, action_id):
    """Return the button of an action in the bar at the top."""
    return window.findChild(QToolButton, f"top.{action_id}")
