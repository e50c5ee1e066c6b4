"""The one open plan: value, history, findings, whether it is saved; the bus that all pages listen to."""

import logging
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from planner.editing.history import Change, History
from planner.editing.patch import Patch, diff
from planner.editing.verbs import Edit
from planner.errors import PlanError
from planner.model.plan import Plan
from planner.model.values import Choice
from planner.truths.engine import check_plan
from planner.truths.findings import Report
from ui.plan_writer import Kind, PlanWriter, Write
from ui.tasks import Task, Tasks, Ticket

_LOG = logging.getLogger(__name__)
_CHECK_AFTER_MS = 150


class SaveState(Choice):
    """Whether what is on the screen is in the file."""

    SAVED = "saved", "All changes saved"
    SAVING = "saving", "Saving…"
    FAILED = "failed", "Not saved"
    READ_ONLY = "read-only", "Read only"


class PlanDocument(QObject):
    """Holds the plan; widgets say what the user meant with `do` and redraw from `changed`.

    The object stays while its plan is replaced by edit after edit, so widgets may keep it.

    Signals:
        changed: the `Patch` from the plan before to the plan now, at once.
        report_changed: the `Report` of the last check, from a worker.
        save_state_changed: the `SaveState`.
        failed: the `PlanError` that kept a change from being saved; nothing in memory is lost.
        changed_elsewhere: another program changed the plan's file.
    """

    changed = Signal(object)
    report_changed = Signal(object)
    save_state_changed = Signal(object)
    failed = Signal(object)
    changed_elsewhere = Signal()

    def __init__(
        self,
        plan: Plan,
        history: History | None = None,
        *,
        writer: PlanWriter | None = None,
        read_only_reason: str = "",
        tasks: Tasks | None = None,
        clock: Callable[[], date] = date.today,
        parent: QObject | None = None,
    ) -> None:
        """Take up a plan.

        Args:
            plan: the plan.
            history: the steps that led to it.
            writer: keeps it in its file; None keeps it in memory only.
            read_only_reason: why it can't be edited; empty where it can.
            tasks: workers for the checks; its own where None.
            clock: tells the day as of which dates are judged.
            parent: owns the document.
        """
        super().__init__(parent)
        self._plan = plan
        self._history = history or History()
        self._writer = writer
        self._read_only_reason = read_only_reason
        self._clock = clock
        self._report = Report()
        self._save_state = SaveState.READ_ONLY if read_only_reason else SaveState.SAVED
        self._own_tasks = None if tasks else Tasks(workers=1, parent=self)
        self._tasks = tasks or self._own_tasks
        self._revision = 0
        self._checks: dict[int, Task] = {}
        self._check_timer = QTimer(self)
        self._check_timer.setSingleShot(True)
        self._check_timer.timeout.connect(self._check)
        self._check_timer.start(0)
        if writer is not None:
            writer.setParent(self)
            writer.settled.connect(self._settled, Qt.ConnectionType.QueuedConnection)
            writer.changed_elsewhere.connect(self.changed_elsewhere, Qt.ConnectionType.QueuedConnection)

    @property
    def plan(self) -> Plan:
        """The plan now."""
        return self._plan

    @property
    def report(self) -> Report:
        """What the last check found; may be about a plan that is a moment old."""
        return self._report

    @property
    def history(self) -> History:
        """The steps that led here; only read it."""
        return self._history

    @property
    def path(self) -> Path | None:
        """The plan's file."""
        return self._writer.path if self._writer else None

    @property
    def read_only(self) -> bool:
        """Whether the plan can't be edited."""
        return bool(self._read_only_reason)

    @property
    def read_only_reason(self) -> str:
        """Why the plan can't be edited, in plain words; empty where it can."""
        return self._read_only_reason

    @property
    def save_state(self) -> SaveState:
        """Whether what is on the screen is in the file."""
        return self._save_state

    @property
    def is_checking(self) -> bool:
        """Whether findings for the plan as it is now are still to come."""
        return self._check_timer.isActive() or bool(self._checks)

    def today(self) -> date:
        """Return the day as of which dates are judged."""
        return self._clock()

    def do(self, edit: Edit) -> None:
        """Take up an edit that a verb made from the present plan.

        Args:
            edit: what a verb returned; one that changes nothing is no step.

        Raises:
            PlanError: the plan is read only.
        """
        self._refuse_read_only()
        before, patch = self._plan, diff(self._plan, edit.plan)
        if patch.is_empty and not edit.files:
            return
        self._plan = edit.plan
        change = Change(edit.label, patch, edit.field, time.monotonic(), edit.lasting, edit.files)
        replaces_last = self._history.record(before, edit.plan, change)
        written = change if edit.lasting else self._history.done[-1]
        self._store(Kind.APPEND, written, replaces_last=replaces_last)
        self._tell(patch)

    def undo(self) -> None:
        """Take the last step back; does nothing where there is none.

        Raises:
            PlanError: the plan is read only.
        """
        self._refuse_read_only()
        if not self._history.done:
            return
        before = self._plan
        self._plan, change = self._history.undo(before)
        self._store(Kind.BACK, change)
        self._tell(diff(before, self._plan))

    def redo(self) -> None:
        """Do the step again that was undone last; does nothing where there is none.

        Raises:
            PlanError: the plan is read only.
        """
        self._refuse_read_only()
        if not self._history.undone:
            return
        before = self._plan
        self._plan, change = self._history.redo(before)
        self._store(Kind.FORWARD, change)
        self._tell(diff(before, self._plan))

    def look_around(self) -> None:
        """Let `changed_elsewhere` be told if another program has been at the file."""
        if self._writer is not None:
            self._writer.look_around()

    def retry_saving(self) -> None:
        """Try again to write what could not be written."""
        if self._writer is not None and self._save_state is SaveState.FAILED:
            self._set_save_state(SaveState.SAVING)
            self._writer.retry()

    def save_copy(self, path: Path) -> None:
        """Write the plan as it is on the screen to another file, in place of one that is there.

        The history goes along where the plan's own file can be read. Returns when the copy is durable.

        Raises:
            PlanError: it can't be written there.
        """
        if self._writer is not None and self._save_state is not SaveState.FAILED:
            self._writer.copy_to(path).result()
            return
        writer = PlanWriter(path)
        try:
            writer.create(self._plan).result()
        finally:
            writer.close()

    def reload(self) -> None:
        """Take up the plan as it is in its file; what could not be saved is dropped.

        Raises:
            PlanError: the file can't be read.
        """
        if self._writer is None:
            return
        self._writer.discard()
        opened = self._writer.open().result()
        patch = diff(self._plan, opened.plan)
        self._plan, self._history = opened.plan, opened.history
        self._read_only_reason = opened.read_only_reason
        self._set_save_state(SaveState.READ_ONLY if opened.read_only_reason else SaveState.SAVED)
        self._tell(patch)

    def flush(self) -> bool:
        """Wait until everything that can be written is.

        Returns:
            Whether everything is durable.
        """
        return self._writer.flush() if self._writer is not None else True

    def close(self) -> bool:
        """Wait until everything is written and close the file; may be called twice.

        Returns:
            Whether everything is durable; where not, the plan in memory is still whole.
        """
        self._tasks = None
        self._check_timer.stop()
        if self._own_tasks is not None:
            self._own_tasks.close()
        return self._writer.close() if self._writer is not None else True

    def _refuse_read_only(self) -> None:
        if self._read_only_reason:
            raise PlanError(self._read_only_reason, hint="Save a copy to go on working on it.")

    def _store(self, kind: Kind, change: Change, *, replaces_last: bool = False) -> None:
        if self._writer is not None:
            self._set_save_state(SaveState.SAVING)
            self._writer.put(Write(kind, change, self._plan, replaces_last))

    def _tell(self, patch: Patch) -> None:
        self._revision += 1
        self._check_timer.start(_CHECK_AFTER_MS)
        self.changed.emit(patch)

    def _settled(self, error: Exception | None) -> None:
        if error is not None:
            self._set_save_state(SaveState.FAILED)
            self.failed.emit(_as_plan_error(error))
        elif self._writer is not None and self._writer.is_idle:
            self._set_save_state(SaveState.SAVED)

    def _set_save_state(self, state: SaveState) -> None:
        if state is not self._save_state:
            self._save_state = state
            self.save_state_changed.emit(state)

    def _check(self) -> None:
        if self._tasks is None:
            return
        revision = self._revision
        task = self._tasks.start(partial(_checked, revision, self._plan, self.today()))
        self._checks[revision] = task
        task.done.connect(self._take_report)
        task.failed.connect(self._check_failed)

    def _take_report(self, result: tuple[int, Report]) -> None:
        revision, report = result
        self._checks.pop(revision, None)
        if revision == self._revision:
            self._report = report
            self.report_changed.emit(report)

    def _check_failed(self, error: Exception) -> None:
        self._checks.clear()
        raise error


def _checked(revision: int, plan: Plan, today: date, _ticket: Ticket) -> tuple[int, Report]:
    return revision, check_plan(plan, today)


def _as_plan_error(error: Exception) -> PlanError:
    if isinstance(error, PlanError):
        return error
    _LOG.error("a change could not be saved", exc_info=error)
    return PlanError("The last changes could not be saved.", hint="Save a copy of the plan to another place.")
