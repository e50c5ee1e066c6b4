"""The writing itself: progress, what became of it, and what to do with the file then."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from planner.errors import PlanError
from ui.dialogs.export.showing import percents
from ui.dialogs.export.writing import Order, Watcher, Written, write
from ui.kit.editors.base import sentence_of
from ui.tasks import Task, Tasks, Ticket


class ExportRun(QObject):
    """Writes one order after another in a worker; of the plan as it was at the start, which may be edited.

    Signals:
        progressed: how many percent are done.
        done: the `Written`.
        failed: a sentence that says why nothing was written.
    """

    progressed = Signal(object)
    done = Signal(object)
    failed = Signal(str)

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._task: Task | None = None

    @property
    def is_running(self) -> bool:
        """Whether something is being written."""
        return self._task is not None

    def start(self, order: Order, out: Path) -> None:
        """Write what is ordered."""
        self._task = self._tasks.start(partial(_written, order, out))
        self._task.progressed.connect(self.progressed)
        self._task.done.connect(self._take)
        self._task.failed.connect(self._fail)

    def cancel(self) -> None:
        """Stop the writing; no file is left."""
        if self._task is not None:
            self._task.cancel()

    def _take(self, written: Written) -> None:
        self._task = None
        self.done.emit(written)

    def _fail(self, error: Exception) -> None:
        self._task = None
        if not isinstance(error, PlanError):
            raise error
        self.failed.emit(sentence_of(error))


def open_path(path: Path) -> None:
    """Open a file or a folder with the system's own program."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _written(order: Order, out: Path, ticket: Ticket) -> Written:
    return write(order, out, Watcher(percents(ticket.report), ticket.is_cancelled))
