"""Somebody who runs a workshop in the real window, by a time that passes when it is told to."""

from datetime import UTC, datetime, timedelta

from hands import bring_to_front, tab_to
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.shell.workshop_host import WorkshopHost
from ui.workshop.console.work import Work
from ui.workshop.showing import Show

KEY = Qt.Key
CTRL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier
NINE = datetime(2027, 1, 4, 9, tzinfo=UTC)


class Facilitator:
    """Runs a workshop from the keyboard of the laptop."""

    def __init__(self, qtbot, desk, path, monkeypatch):
        self.qtbot, self.desk, self.moment = qtbot, desk, NINE
        monkeypatch.setattr(WorkshopHost, "now", staticmethod(lambda: self.moment))
        self.window = desk.window_with(path)
        self.window.resize(1440, 900)  # in a narrower one the room's card is behind a tab
        self.host = self.window._open.workshop

    @property
    def plan(self):
        return self.window.document.plan

    @property
    def run(self):
        return self.host.run

    @property
    def console(self):
        return self.host.console

    @property
    def sort(self):
        return self.run.block.sort

    @property
    def front(self):
        """The window that a window manager gives the keyboard to."""
        return QApplication.activeModalWidget() or self.window

    def press(self, key, keys=NONE):
        at = QApplication.activePopupWidget()  # takes all keys while it is open
        if at is None:
            front = bring_to_front(self.window, self.qtbot)
            at = QApplication.focusWidget() or front
        QTest.keyClick(at, key, keys)

    def type(self, text):
        QTest.keyClicks(QApplication.focusWidget(), text)

    def let_pass(self, **length):
        self.moment += timedelta(**length)
        self.run.clock.tick()

    def room(self):
        """Return the texts that the room reads."""
        self.run.draw()
        self.run.view.grab()
        return [text.text for text in self.run.view.written]

    def tab_to(self, widget):
        """Press Tab until a widget has the keyboard."""
        tab_to(widget, lambda: self.press(KEY.Key_Tab), most=200)

    def push(self, button):
        """Press a button from the keyboard."""
        self.tab_to(button)
        self.press(KEY.Key_Space)

    def let_see(self, show):
        """Choose what the room sees: Tab leads to the choice that stands, arrows to the others."""
        room = self.console.room
        self.tab_to(room.choice(self.run.show))
        for _ in Show:
            if QApplication.focusWidget() is room.choice(show):
                break
            self.press(KEY.Key_Right)
        self.press(KEY.Key_Space)
        assert self.run.show is show

    def wait_for(self, kind):
        """Wait for a dialog and return it."""
        self.qtbot.waitUntil(lambda: isinstance(self.front, kind) and self.front.isActiveWindow())
        return self.front

    def choose_record(self, line, name):
        """Type the whole name of an entry over what stands in a line, and take it from the list of names."""
        self.tab_to(line)
        self.press(KEY.Key_A, CTRL)
        self.type(name)
        self.press(KEY.Key_Return)

    def choose(self, button, downs):
        """Open the menu of a button and choose by arrow keys; it may have a loop of its own."""
        chosen = []
        menu = button.menu()
        menu.triggered.connect(chosen.append)
        menu.aboutToShow.connect(lambda: QTimer.singleShot(0, lambda: self._choose_in(menu, downs)))
        self.push(button)
        self.qtbot.waitUntil(lambda: bool(chosen))

    def _choose_in(self, menu, downs):
        for key in (*[KEY.Key_Down] * downs, KEY.Key_Return):
            QTest.keyClick(menu, key)

    def choose_work(self, work):
        """Choose one of the tools: Tab leads to their tabs, arrows along them."""
        tabs = self.console.work
        self.tab_to(tabs.tabBar())
        for _ in Work:
            way = list(Work).index(work) - tabs.currentIndex()
            if way:
                self.press(KEY.Key_Right if way > 0 else KEY.Key_Left)
        assert tabs.work is work

    def plan_the_agenda(self):
        self.press(KEY.Key_A, CTRL_SHIFT)
        self.choose(self.host.agenda.editor.template_button, 1)

    def start(self):
        self.press(KEY.Key_F5)
        self.press(KEY.Key_Space)
        self.qtbot.waitUntil(lambda: self.run.clock.is_on)

    def go_to(self, sort):
        while self.sort is not sort:
            self.let_pass(minutes=10)
            self.press(KEY.Key_PageDown, CTRL_SHIFT)

    def settle(self):
        self.desk.settle(self.window)
        self.run.draw()

    def settle_in(self):
        """Take up the parts that were made anew."""
        self.desk.settle(self.window)
        self.host = self.window._open.workshop
        self.settle()
