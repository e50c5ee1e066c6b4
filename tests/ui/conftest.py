"""A real window over real plan files."""

import pytest
from files_by_hand import plan_file
from PySide6.QtCore import QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from planner.store.plan_file import PlanFile
from planner.truths.example_edits import example_with
from planner.truths.example_plan import EXAMPLE_DAY, example_plan
from ui.document import PlanDocument
from ui.main_window import MainWindow
from ui.saving import SaveState
from ui.shell.look import Look
from ui.tasks import Tasks


class Desk:
    """Opens windows as the program does, and closes them as a user would."""

    def __init__(self, qtbot, app, settings):
        self.qtbot = qtbot
        self.app = app
        self.settings = settings
        self.tasks = Tasks()
        self.windows = []

    def window(self):
        """Return a new window without a plan."""
        window = MainWindow(self.settings, self.tasks, Look(self.app, self.settings), lambda: EXAMPLE_DAY)
        self.windows.append(window)
        window.show()
        self.qtbot.waitUntil(window.isActiveWindow)
        return window

    def window_with(self, path):
        """Return a new window in which a plan file is open and checked."""
        window = self.window()
        window.open_path(path)
        self.settle(window)
        return window

    def settle(self, window):
        """Wait until the plan is open, checked and saved."""
        self.qtbot.waitUntil(lambda: window.document is not None)
        document = window.document
        self.qtbot.waitUntil(lambda: not document.is_checking and document.save_state is not SaveState.SAVING)

    def close(self):
        """Close all windows, then the workers."""
        for window in self.windows:
            window.close()
            window.deleteLater()
        self.tasks.close()


@pytest.fixture
def english_again(speaking, dressed_app):
    """Leave the application as it was: in English, from left to right, without Qt's words of a language."""
    yield
    speaking("en")
    for words in dressed_app.findChildren(QTranslator):
        dressed_app.removeTranslator(words)
    # After the translators, whose going tells the direction anew.
    dressed_app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    QLocale.setDefault(QLocale("en_GB"))


@pytest.fixture
def desk(qtbot, dressed_app, settings):
    desk = Desk(qtbot, dressed_app, settings)
    yield desk
    desk.close()


@pytest.fixture
def plan_path(tmp_path):
    """Return the file of a plan that keeps every truth on the day of the tests."""
    path = tmp_path / "Weekday guests.tcplan"
    PlanFile.create(path, example_plan()).close()
    return path


@pytest.fixture
def today():
    return EXAMPLE_DAY


@pytest.fixture
def new_document(qtbot, today):
    """Return a maker of documents in memory, closed after the test."""
    made = []

    def make(plan=None, **more):
        made.append(PlanDocument(plan or example_plan(), clock=lambda: today, **more))
        return made[-1]

    yield make
    for document in made:
        document.close()


@pytest.fixture
def press(qtbot):
    """Return what presses a key in whatever has the keyboard."""

    def press_(window, key, modifiers=Qt.KeyboardModifier.NoModifier):
        qtbot.waitUntil(window.isActiveWindow)
        qtbot.keyClick(QApplication.focusWidget() or window, key, modifiers)

    return press_


@pytest.fixture
def with_gap(tmp_path):
    """Return the file of a plan whose business question has no answer."""
    return plan_file(tmp_path, example_with(("brief", "answer", "")))
