"""Nothing but windows, dialogs and menus is ever a window of its own, not even for a moment.

A part that is shown before it has a parent flashes up on the desktop and takes the keyboard with it.
"""

from pathlib import Path
from traceback import extract_stack

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QMenu, QPushButton, QTabWidget, QWidget

from planner.model.kinds import Step
from planner.samples import load_sample
from planner.store.plan_file import PlanFile
from ui.workshop.room.window import RoomWindow

UI = Path(__file__).resolve().parents[2] / "ui"
KINDS = (QMainWindow, QDialog, QMenu, RoomWindow)


class Doorman(QObject):
    """Notes what was shown as a window of its own and is none."""

    def __init__(self):
        super().__init__()
        self.strays = []

    def eventFilter(self, watched, event):  # noqa: N802 - Qt's
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.look_at(watched)
        return False

    def look_at(self, window):
        if not isinstance(window, KINDS):
            self.strays.append(f"{type(window).__name__} shown at {place_of_call()}")


def place_of_call():
    """Return file and line of the product's code that runs now."""
    ours = [frame for frame in extract_stack() if UI in Path(frame.filename).parents]
    return " < ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in reversed(ours[-3:]))


@pytest.fixture
def doorman(dressed_app):
    doorman = Doorman()
    dressed_app.installEventFilter(doorman)
    yield doorman
    dressed_app.removeEventFilter(doorman)


@pytest.fixture
def window(doorman, desk, tmp_path):
    path = tmp_path / "Pizzeria.tcplan"
    PlanFile.create(path, load_sample("pizzeria")).close()
    return desk.window_with(path)


def show_all_tabs(page):
    tabs = page.findChild(QTabWidget)
    for at in range(tabs.count() if tabs else 0):
        tabs.setCurrentIndex(at)
        QApplication.processEvents()


def test_no_part_of_a_page_flashes_up(window, doorman):
    for step in Step:
        window.workbench.show_step(step)
        QApplication.processEvents()
        show_all_tabs(window.workbench.page)
    assert doorman.strays == []
    assert window.isActiveWindow()


def test_no_part_of_the_workshop_flashes_up(window, doorman, qtbot):
    host = window._open.workshop
    window.perform("workshop.agenda")
    host.agenda.editor.template_button.menu().actions()[1].trigger()
    window.perform("workshop.run")
    QApplication.processEvents()
    host.console.clock.button("start").click()
    qtbot.waitUntil(lambda: host.run.clock.is_on)
    while host.run.clock.is_on:
        QApplication.processEvents()
        show_all_tabs(host.console.work)
        window.perform("workshop.next")
    assert doorman.strays == []


def test_a_part_that_flashes_up_is_noticed(doorman, qtbot):
    part = QPushButton()
    part.setVisible(True)
    part.setParent(QWidget())
    assert doorman.strays[0].startswith("QPushButton shown at")
