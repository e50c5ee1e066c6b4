"""Bringing in an old spreadsheet: asks for the file, reads it beside the window, shows what it becomes."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from planner.errors import PlanError
from ui.document import PlanDocument
from ui.kit.files import ask_for_spreadsheet
from ui.settings import Settings
from ui.tasks import Tasks, Ticket

if TYPE_CHECKING:  # the window is shown first
    from planner.exchange.spreadsheet.tables import Tables


class Importing(QObject):
    """Leads from a spreadsheet to a plan.

    Signals:
        plan_wanted: a `Plan` is to be kept in a new file and opened.
        failed: the `PlanError` that says why the file can't be read.
    """

    plan_wanted = Signal(object)
    failed = Signal(object)

    def __init__(self, window: QWidget, settings: Settings, tasks: Tasks, clock: Callable[[], date]) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._tasks = tasks
        self._clock = clock
        self._document: PlanDocument | None = None

    def follow(self, document: PlanDocument | None) -> None:
        """Take up the plan that a spreadsheet may be added to."""
        self._document = document

    def ask(self) -> None:
        """Ask which spreadsheet to import."""
        dialog = ask_for_spreadsheet(self._window, self._settings.plan_folder)
        dialog.fileSelected.connect(self.read)
        dialog.open()

    def read(self, path: str) -> None:
        """Read a spreadsheet and show what it becomes."""
        task = self._tasks.start(partial(_read, Path(path)))
        task.done.connect(self._show)
        task.failed.connect(self._fail)

    def _show(self, tables: "Tables") -> None:
        from ui.dialogs.spreadsheet import SpreadsheetDialog  # noqa: PLC0415 - the window is shown first

        dialog = SpreadsheetDialog(tables, self._document, self._clock(), self._tasks, self._window)
        dialog.plan_wanted.connect(self.plan_wanted)
        dialog.open()

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, PlanError):
            raise error
        self.failed.emit(error)


def _read(path: Path, _ticket: Ticket) -> "Tables":
    from planner.exchange.spreadsheet.reading import read_tables  # noqa: PLC0415 - only when it is needed

    return read_tables(path)
