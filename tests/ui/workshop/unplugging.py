"""A program of its own in which a workshop runs on two screens and one of them is really taken away.

Qt's platform for tests can't lose a screen by any call that is meant for it, so the call is made by which the
platforms of desktops tell Qt of one. It frees the screen; this platform would free it again at its end, so
the program ends without it.

Usage: python unplugging.py PLAN [deaf], where `deaf` leaves the room's window without word of it.
"""

import ctypes
import json
import os
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6 import QtGui
from PySide6.QtCore import QSettings, Qt, qInstallMessageHandler
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import getCppPointer

from ui.main_window import MainWindow
from ui.settings import Settings
from ui.shell.look import Look
from ui.shell.workshop_host import WorkshopHost
from ui.tasks import Tasks

_NINE = datetime(2027, 1, 4, 9, tzinfo=UTC)
_HANDLE, _REMOVED = (
    "_ZNK7QScreen6handleEv",
    "_ZN22QWindowSystemInterface19handleScreenRemovedEP15QPlatformScreen",
)


class Troubles:
    """Collects exceptions and Qt's warnings."""

    def __init__(self):
        self.heard = []
        sys.excepthook = lambda kind, error, _trace: self.heard.append(f"{kind.__name__}: {error}")
        qInstallMessageHandler(self.hear)

    def hear(self, _kind, _context, message):
        if not message.startswith("This plugin does not support"):
            self.heard.append(message)


class Day:
    """A workshop that has begun, at a time that passes when it is told to."""

    def __init__(self, app, path):
        self.app, self.moment = app, _NINE
        WorkshopHost.now = staticmethod(lambda: self.moment)
        settings = Settings(QSettings(str(path.with_name("child.ini")), QSettings.Format.IniFormat))
        self.window = MainWindow(settings, Tasks(), Look(app, settings))
        self.window.show()
        self.window.open_path(path)
        self.wait_for(lambda: self.window.document is not None)
        self.window.perform("workshop.run")
        self.host = self.window._open.workshop
        self.host.console.clock.button("start").click()
        self.wait_for(lambda: self.host.run.clock.is_on and self.window.isActiveWindow())

    def wait_for(self, done):
        while not done():
            self.app.processEvents()

    def let_pass(self, **length):
        self.moment += timedelta(**length)
        self.host.run.clock.tick()

    def type(self, text):
        """Type where the keyboard is."""
        QTest.keyClicks(QApplication.focusWidget(), text)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)

    def seen(self):
        """Return what is to be seen of the workshop."""
        run, console = self.host.run, self.host.console
        return {
            "screens": [screen.name() for screen in self.app.screens()],
            "room inside": self.window.isAncestorOf(run.view),
            "room's window": run.place.window.isVisible(),
            "on": run.place.screen.name if run.place.screen else "",
            "block": run.block.name,
            "show": run.show.value,
            "elapsed": run.clock.face.elapsed.total_seconds(),
            "notice": console.notice.words,
            "keyboard": console.isAncestorOf(QApplication.focusWidget() or self.window),
            "ideas": [idea.name for idea in self.window.document.plan.ideas.values()],
        }


def unplug(app, name):
    """Take a screen away as the platform of a desktop does when its cable is pulled."""
    (library,) = Path(QtGui.__file__).parent.glob("Qt/lib/libQt6Gui.so.6")
    qt = ctypes.CDLL(str(library))
    handle, removed = getattr(qt, _HANDLE), getattr(qt, _REMOVED)
    handle.restype, handle.argtypes = ctypes.c_void_p, [ctypes.c_void_p]
    removed.restype, removed.argtypes = None, [ctypes.c_void_p]
    screen = next(one for one in app.screens() if one.name() == name)
    removed(handle(getCppPointer(screen)[0]))


def main():
    """Run a workshop, take its projector away, go on, and tell what was seen."""
    path, is_deaf = Path(sys.argv[1]), "deaf" in sys.argv
    troubles, app = Troubles(), QApplication([])
    day = Day(app, path)
    day.let_pass(minutes=4)
    day.type("Lunch to go")
    before = day.seen()
    if is_deaf:
        app.screenRemoved.disconnect(day.host.run.place.lose_screen)
    unplug(app, "Projector")
    for _ in range(20):
        app.processEvents()
    after = day.seen()
    day.let_pass(minutes=3)
    if not is_deaf:
        day.type("Answer on Sundays")
        day.host.console.room.large_button.click()
        app.processEvents()
        day.host.run.draw()
        day.host.run.view.grab()
        day.window.document.flush()
    later = day.seen() | {"large": day.host.run.view.isVisible()}
    print(
        json.dumps({"before": before, "after": after, "later": later, "troubles": troubles.heard}), flush=True
    )
    os._exit(0)


if __name__ == "__main__":
    main()
