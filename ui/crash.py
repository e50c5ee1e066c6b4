"""What happens when the program itself fails: the plan stays as it is, and a report can be copied."""

import faulthandler
import logging
import platform
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType
from typing import TextIO

from platformdirs import user_log_path
from PySide6.QtCore import QObject, Qt, QTimer, Signal, qVersion
from PySide6.QtWidgets import QApplication

from planner.version import program_version

_LOG = logging.getLogger(__name__)
_MOST_PLACES = 20


class CrashWatch(QObject):
    """Catches what no one else caught, logs it, and has it told once for each place.

    Signals:
        crashed: the report, in the window's thread.
    """

    crashed = Signal(str)

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._told: set[tuple[str, int]] = set()
        self._previous = sys.excepthook
        self.crashed.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def watch(self) -> None:
        """Take over the hooks for uncaught exceptions of all threads."""
        sys.excepthook = self.caught
        threading.excepthook = self._caught_in_thread

    def unwatch(self) -> None:
        """Give the hooks back."""
        sys.excepthook = self._previous
        threading.excepthook = threading.__excepthook__

    def caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Deal with an uncaught exception."""
        if issubclass(kind, KeyboardInterrupt):
            self._previous(kind, error, trace)
            return
        _LOG.critical("uncaught exception", exc_info=(kind, error, trace))
        place = _place(trace)
        if place in self._told or len(self._told) >= _MOST_PLACES:
            return
        self._told.add(place)
        self.crashed.emit(report_of(error))

    def _caught_in_thread(self, caught: threading.ExceptHookArgs) -> None:
        if caught.exc_value is not None:
            self.caught(caught.exc_type, caught.exc_value, caught.exc_traceback)

    def _show(self, report: str) -> None:
        from ui.dialogs.crash_report import CrashDialog  # noqa: PLC0415 - hopefully never needed

        window = QApplication.activeWindow() or next(iter(QApplication.topLevelWidgets()), None)
        if window is not None:
            dialog = CrashDialog(report, window)
            QTimer.singleShot(0, dialog, dialog.open)


def report_of(error: BaseException) -> str:
    """Return a report that says what failed and on which versions."""
    lines = traceback.format_exception(error)
    system = f"{platform.platform()}, Python {platform.python_version()}, Qt {qVersion()}"
    return f"Truecourse {program_version()}\n{system}\n\n{''.join(lines)}"


def start_logging() -> None:
    """Keep a log of warnings and of hard crashes for this session.

    Both go to the terminal where the user's folder for logs can't be written.
    """
    try:
        folder = user_log_path("Truecourse", appauthor=False, ensure_exists=True)
        log, crashes = _new_log(folder / "truecourse.log"), _new_log(folder / "hard-crash.log")
    except OSError:
        log = crashes = sys.stderr
    logging.basicConfig(stream=log, level=logging.WARNING, format="%(asctime)s %(name)s %(message)s")
    if crashes is not None:  # as it is for a program without a terminal on Windows
        faulthandler.enable(crashes)


def _new_log(path: Path) -> TextIO:
    return path.open("w", encoding="utf-8")


def _place(trace: TracebackType | None) -> tuple[str, int]:
    frames = traceback.extract_tb(trace)
    return (frames[-1].filename, frames[-1].lineno or 0) if frames else ("", 0)
