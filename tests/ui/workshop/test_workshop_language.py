"""The language is switched while a workshop runs: what is half said stays on its line."""

import pytest
from hands import bring_to_front, in_hand
from pseudo_language import ACCENTED
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.test_languages import choose
from ui.workshop.console.work import Work

pytestmark = pytest.mark.usefixtures("english_again")


def test_what_is_half_said_in_a_workshop_stays_on_its_line(running, qtbot):
    window = running.window
    running.console.work.show_work(Work.CAPTURE)
    panel = running.console.work.capture
    panel.who.setCurrentIndex(2)
    panel.line.setFocus()
    QTest.keyClicks(panel.line, "Half said")
    QTest.keyClick(QApplication.activePopupWidget() or panel.line, Qt.Key.Key_Left)
    cursor = panel.line.cursorPosition()
    choose(window, ACCENTED, qtbot)
    bring_to_front(window, qtbot)
    host = window._open.workshop
    line = host.console.work.capture.line
    assert line is not panel.line
    assert in_hand() is line
    assert (line.text(), line.cursorPosition()) == ("Half said", cursor)
    assert host.console.work.capture.who.currentData() == "Ben"


def test_it_stays_as_well_while_the_plan_is_looked_at(running, qtbot):
    window = running.window
    running.console.work.show_work(Work.CAPTURE)
    running.console.work.capture.line.setText("Half said")
    window.perform("go.metrics")
    choose(window, ACCENTED, qtbot)
    assert window._open.workshop.console.work.capture.line.text() == "Half said"
    assert window.workbench.isVisible()


def test_another_tool_of_the_workshop_stays_open(running, qtbot):
    running.console.work.show_work(Work.DECIDE)
    choose(running.window, ACCENTED, qtbot)
    assert running.window._open.workshop.console.work.work is Work.DECIDE
