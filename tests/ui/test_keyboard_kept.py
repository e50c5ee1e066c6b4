"""Whatever goes away under the hands, the keyboard is at a place that is seen, near where it was."""

import pytest
from hands import in_hand, press_tab, round_by, tab_to
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QTabWidget,
    QWidget,
)
from typist import CTRL, KEY, KeyboardTypist

from planner.model.kinds import Step
from planner.samples import load_sample
from planner.store.plan_file import PlanFile
from ui.findings.panel import FindingsPanel
from ui.kit.keyboard import is_stop
from ui.shell.keyboard_keeper import KeyboardKeeper
from ui.steps.sign_off.approvals import ApprovalsTab

CRAWLED = ((Step.CHANNELS, 1), (Step.BUDGET, 2), (Step.SIGN_OFF, 2), (Step.SIGN_OFF, 3), (Step.SIGN_OFF, 5))
"""Pages and tabs on which lists are empty, or become so, and things are decided."""


@pytest.fixture
def typist(desk, qtbot, tmp_path):
    path = tmp_path / "bad.tcplan"
    PlanFile.create(path, load_sample("what-not-to-do")).close()
    window = desk.window_with(path)
    window.resize(1440, 900)
    return KeyboardTypist(qtbot, window, window.document.plan)


def settle(typist, desk):
    """Let all that follows an act happen, as a window manager and a user would before the next one."""
    for _ in range(5):
        front = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if front is not None:
            QTest.keyClick(front, KEY.Key_Escape)
        clear_away()
    desk.settle(typist.window)
    typist.window.activateWindow()
    typist.qtbot.waitUntil(typist.window.isActiveWindow)
    for _ in range(3):  # a check's findings, what goes with them, and where the keyboard goes
        clear_away()


def clear_away():
    """Let what is to be deleted go."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


def is_kept(part):
    """Return whether the keyboard is at a stop inside a part of the window."""
    at = QApplication.focusWidget()
    return at is not None and is_stop(at) and part.isAncestorOf(at)


class Crawler:
    """Presses every button of a tab, and Delete in every list, each on the plan as it was."""

    def __init__(self, typist, desk, step, tab):
        self.typist, self.desk = typist, desk
        self.step, self.tab = step, tab
        self.window = typist.window
        self.steps = len(self.window.document.history.done)

    def stops(self):
        """Show the tab afresh and return the stops on it."""
        self.window.workbench.show_step(self.step)
        self.window.workbench.page.findChild(QTabWidget).setCurrentIndex(self.tab)
        settle(self.typist, self.desk)
        self.window.findChild(QAbstractItemView, "stepper").setFocus()
        return [stop for stop in round_by(press_tab) if self.window.workbench.page.isAncestorOf(stop)]

    def act(self, stop):
        """Press what is at a stop; return what was pressed, or nothing where there is nothing to press."""
        words = f"{type(stop).__name__} {stop.accessibleName() or stop.property('text')}"
        QTimer.singleShot(100, close_menu)
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        if isinstance(stop, QAbstractButton):
            QTest.keyClick(stop, KEY.Key_Space)
        elif isinstance(stop, QAbstractItemView) and stop.model() and stop.model().rowCount():
            stop.setCurrentIndex(stop.model().index(0, 0))
            QTest.keyClick(stop, KEY.Key_Delete)
        else:
            return ""
        settle(self.typist, self.desk)
        return words

    def undo(self):
        """Take back what the act did."""
        for _ in range(len(self.window.document.history.done) - self.steps):
            self.typist.press(KEY.Key_Z, CTRL)
        settle(self.typist, self.desk)

    def lost(self):
        """Return after which acts, done or undone, the keyboard was not on the page."""
        found = []
        at = 0
        while at < len(stops := self.stops()):
            words = self.act(stops[at])
            at += 1
            if words and not is_kept(self.window.workbench.page):
                found.append(words)
            self.undo()
            if words and not is_kept(self.window.workbench.page):
                found.append(f"{words}, undone")
        return found


def close_menu():
    """Close a menu that has a loop of its own."""
    menu = QApplication.activePopupWidget()
    if menu is not None:
        menu.close()


@pytest.mark.parametrize(("step", "tab"), CRAWLED)
def test_after_each_button_of_a_tab_and_its_undoing(typist, desk, step, tab):
    crawler = Crawler(typist, desk, step, tab)
    assert len(crawler.stops()) > 1
    assert crawler.lost() == []


def way_out(typist, name):
    """Lead through the findings of all steps until one offers a way out; return its button."""
    panel = typist.window.findChild(FindingsPanel)
    listing = panel.findChild(QAbstractItemView)
    for step in Step:
        typist.go(step)
        for row in range(listing.model().rowCount() if listing.isVisible() else 0):
            typist.choose_row(listing, listing.model().index(row, 0))
            QApplication.processEvents()  # a layout shows what it gains in its next turn
            for button in panel.findChildren(QPushButton, name):
                if button.isVisible():
                    return button
    return pytest.fail(f"no finding offers {name}")


@pytest.mark.parametrize("name", ["finding.wrench", "finding.shield-check"])
def test_after_a_finding_is_mended_or_put_aside(typist, desk, name):
    panel = typist.window.findChild(FindingsPanel)
    typist.click(way_out(typist, name))
    settle(typist, desk)
    assert is_kept(panel)


def test_after_a_plan_is_sent_round(typist, desk):
    typist.go(Step.SIGN_OFF)
    typist.tab("Approval")
    tab = typist.shown(ApprovalsTab)
    typist.click(tab.route.send_button)
    settle(typist, desk)
    assert is_kept(tab)


def test_after_the_findings_are_closed_from_within(typist, desk):
    panel = typist.window.findChild(FindingsPanel)
    tab_to(panel.findChild(QAbstractItemView))
    typist.press(KEY.Key_F9)
    settle(typist, desk)
    assert not panel.isVisible()
    assert is_kept(typist.window.workbench)


@pytest.mark.parametrize("key", [KEY.Key_F, KEY.Key_K, KEY.Key_B])
def test_after_what_was_opened_is_left_again(typist, desk, key):
    before = in_hand()
    typist.press(key, CTRL)
    QApplication.processEvents()
    assert in_hand() is not before
    typist.press(KEY.Key_B, CTRL) if key is KEY.Key_B else QTest.keyClick(in_hand(), KEY.Key_Escape)
    settle(typist, desk)
    assert is_kept(typist.window.workbench)


def test_when_there_is_nothing_more_to_undo(typist, desk):
    typist.go(Step.CHANNELS)
    typist.add_names("channels", list(load_sample("pizzeria").channels.values())[:1])
    button = next(one for one in typist.window.findChildren(QWidget, "top.edit.undo"))
    typist.click(button)
    settle(typist, desk)
    assert not button.isEnabled()
    assert is_kept(typist.window)


class Row(QMainWindow):
    """Buttons in two boxes."""

    def __init__(self):
        super().__init__()
        middle = QWidget()
        self.line, self.left, self.right = QLineEdit(), QWidget(), QWidget()
        self.far = QPushButton("Far")
        self.buttons = [QPushButton(word) for word in ("One", "Two", "Three")]
        for box, held in (
            (self.left, self.buttons),
            (self.right, [self.far]),
            (middle, [self.left, self.line, self.right]),
        ):
            row = QHBoxLayout(box)
            for widget in held:
                row.addWidget(widget)
        self.setCentralWidget(middle)


@pytest.fixture
def row(qtbot):
    row = Row()
    qtbot.addWidget(row)
    row.show()
    qtbot.waitUntil(row.isActiveWindow)
    return row


def hidden(button):
    button.hide()


def disabled(button):
    button.setEnabled(False)


def deleted(button):
    button.setParent(None)
    button.deleteLater()
    clear_away()


@pytest.mark.parametrize("go", [hidden, disabled, deleted])
def test_the_keeper_leads_to_what_is_near(row, go, qtbot):
    KeyboardKeeper(row)
    row.buttons[2].setFocus()
    go(row.buttons[2])
    qtbot.waitUntil(lambda: QApplication.focusWidget() in row.buttons[:2])


def test_without_the_keeper_it_is_led_away(row):
    row.buttons[2].setFocus()
    hidden(row.buttons[2])
    QApplication.processEvents()
    assert in_hand() is row.line


def test_where_a_part_knows_a_better_place_the_keeper_leaves_it_there(row):
    KeyboardKeeper(row)
    row.buttons[2].setFocus()
    hidden(row.buttons[2])
    row.far.setFocus()
    QApplication.processEvents()
    assert in_hand() is row.far


def test_with_its_whole_box_the_keyboard_goes_to_the_next(row, qtbot):
    KeyboardKeeper(row)
    row.buttons[2].setFocus()
    row.left.hide()
    qtbot.waitUntil(lambda: is_kept(row))
