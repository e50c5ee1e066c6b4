"""Tab stops once at buttons of which one is chosen, and at the chosen one."""

import pytest
from hands import in_hand, press_tab
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from ui.kit.choice_group import ChoiceGroup


class Panel(QWidget):
    def __init__(self):
        super().__init__()
        self.line = QLineEdit()
        self.buttons = [QPushButton(word) for word in ("One", "Two", "Three")]
        self.group = ChoiceGroup(self)
        row = QHBoxLayout(self)
        for widget in (self.line, *self.buttons):
            row.addWidget(widget)
        for button in self.buttons:
            button.setCheckable(True)
        self.group.add(*self.buttons)


@pytest.fixture
def panel(qtbot):
    panel = Panel()
    qtbot.addWidget(panel)
    panel.show()
    qtbot.waitUntil(panel.isActiveWindow)
    panel.line.setFocus()
    return panel


def stops(panel):
    """Return at what Tab stops on a whole round."""
    panel.line.setFocus()
    found = []
    while not found or in_hand() is not panel.line:
        press_tab()
        found.append(in_hand())
    return found[:-1]


def test_while_nothing_is_chosen_tab_reaches_the_buttons(panel):
    assert panel.buttons[0] in stops(panel)


def test_tab_stops_at_what_the_program_chose_though_another_had_the_keyboard(panel):
    one, two, three = panel.buttons
    one.setFocus()
    one.click()
    two.setChecked(True)
    one.setEnabled(False)
    assert stops(panel) == [two]
    three.setChecked(True)
    assert stops(panel) == [three]


def test_an_arrow_chooses_the_next_one(panel):
    one, two, _three = panel.buttons
    one.click()
    one.setFocus()
    QTest.keyClick(one, Qt.Key.Key_Right)
    assert two.isChecked()
    assert stops(panel) == [two]
