"""Looking for the next stop of the Tab key leaves all widgets to their parents."""

import shiboken6
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from ui.kit.keyboard import first_stop, focus_proxy, next_stop


def keeper(widget):
    """Return what PySide takes for the parent of a widget: with it the widget counts as deleted."""
    return [line for line in shiboken6.dump(widget).splitlines() if line.startswith("parent")]


def test_what_was_passed_on_the_way_stays_its_parents(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    buttons = [QPushButton(text) for text in ("a", "b", "c")]
    for button in buttons:
        column.addWidget(button)
    keepers = [keeper(one) for one in (*buttons, window)]
    line = QLineEdit()
    column.addWidget(line)
    line.setFocusProxy(buttons[1])
    with qtbot.waitExposed(window):
        window.show()
    assert first_stop(window) is buttons[0]
    assert next_stop(buttons[0], window) is buttons[1]
    assert next_stop(buttons[2], window) is buttons[0]
    assert focus_proxy(line) is buttons[1]
    assert [keeper(one) for one in (*buttons, window)] == keepers
    assert buttons[1].parentWidget() is window
    assert window.isVisible()
    assert buttons[1].isVisible()


def test_without_that_pyside_takes_a_neighbour_for_the_parent(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    first, second = QPushButton("a", window), QPushButton("b", window)
    before = keeper(second)
    assert first.nextInFocusChain() is second
    assert keeper(second) != before
