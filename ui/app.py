"""Start and end of the program with a window: everything is made and wired here."""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from ui.crash import CrashWatch, start_logging
from ui.main_window import MainWindow
from ui.settings import Settings
from ui.shell.look import Look
from ui.shell.own_keys import OwnKeys
from ui.shell.windows import Windows, plans_of_last_session
from ui.tasks import Collector, Tasks
from ui.theme import icon


def run(path: Path | None) -> int:
    """Show the window until the user closes it.

    Args:
        path: the plan to open; the last session's where None.

    Returns:
        The exit code.
    """
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Truecourse")
    app.setApplicationDisplayName("Truecourse")
    app.setDesktopFileName("truecourse")
    app.setWindowIcon(icon("compass", "accent"))
    start_logging()
    crashes = CrashWatch(app)
    crashes.watch()
    collector = Collector(app)
    settings = Settings()
    tasks = Tasks(parent=app)
    look = Look(app, settings)
    look.speech.speak()
    OwnKeys(app)
    windows = Windows(settings, lambda all_: MainWindow(settings, tasks, look, windows=all_), app)
    windows.begin([path] if path else plans_of_last_session(settings))
    code = app.exec()
    tasks.close()
    crashes.unwatch()
    windows.deleteLater()
    collector.deleteLater()
    return code
