"""The open plan is held against the truths: in a worker, in the pauses of the typing."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from planner.model.plan import Plan
from planner.truths.engine import UnwantedError, check_plan
from planner.truths.findings import Report
from ui.tasks import Task, Tasks, Ticket

_AFTER_MS = 150
_PAUSE_PER_CHECK, _LONGEST_PAUSE_MS = 2, 500
"""A check waits for a pause in the typing, the longer the more work it is, so that keys are never slowed."""
_UNCHECKED = Report()
"""Stands for the findings of a plan that was just opened; they are still to come."""


@dataclass(frozen=True, slots=True)
class _Checked:
    """What a check found: of which plan, None where it was broken off, and how much work it was."""

    revision: int
    report: Report | None
    took_ms: int


def is_checked(report: Report) -> bool:
    """Tell whether a report comes from a check: before the first one, no findings are no praise."""
    return report is not _UNCHECKED


class Checking(QObject):
    """Checks the plan that was followed last; results for one before it are dropped.

    Signals:
        found: the `Report`, from a worker.
    """

    found = Signal(object)

    def __init__(self, plan: Plan, tasks: Tasks, clock: Callable[[], date], parent: QObject) -> None:
        """Check a plan at once.

        Args:
            plan: the plan.
            tasks: workers.
            clock: tells the day as of which dates are judged.
            parent: owns the object.
        """
        super().__init__(parent)
        self._plan = plan
        self._tasks = tasks
        self._clock = clock
        self._report = _UNCHECKED
        self._revision = 0
        self._task: Task | None = None
        self._is_stopped = False
        self._pause_ms = _AFTER_MS
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._check)
        self.check_anew()

    @property
    def report(self) -> Report:
        """What the last check found; may be about a plan that is a moment old."""
        return self._report

    @property
    def is_under_way(self) -> bool:
        """Whether findings for the plan as it is now are still to come."""
        return self._timer.isActive() or self._task is not None

    def follow(self, plan: Plan) -> None:
        """Check a newer plan at the next pause; a check of one before it is broken off."""
        self._plan = plan
        self._revision += 1
        if self._task is not None:
            self._task.cancel()
        self._timer.start(self._pause_ms)

    def check_anew(self) -> None:
        """Check the same plan again, without a pause."""
        self._timer.start(0)

    def stop(self) -> None:
        """Check no more."""
        self._is_stopped = True
        self._timer.stop()

    def _check(self) -> None:
        # One at a time: each shares Python's lock with the window. A stale one leads here again at its end.
        if self._is_stopped or self._task is not None:
            return
        self._task = self._tasks.start(partial(_checked, self._revision, self._plan, self._clock()))
        self._task.done.connect(self._take)
        self._task.failed.connect(self._fail)

    def _take(self, result: _Checked) -> None:
        self._task = None
        if result.report is not None and result.revision == self._revision:
            self._pause_ms = max(_AFTER_MS, min(_PAUSE_PER_CHECK * result.took_ms, _LONGEST_PAUSE_MS))
            self._report = result.report
            self.found.emit(result.report)
        elif not self._timer.isActive():
            self._check()

    def _fail(self, error: Exception) -> None:
        self._task = None
        raise error


def _checked(revision: int, plan: Plan, today: date, ticket: Ticket) -> _Checked:
    began = time.thread_time()
    try:
        report = check_plan(plan, today, ticket.is_cancelled)
    except UnwantedError:
        return _Checked(revision, None, 0)
    return _Checked(revision, report, round((time.thread_time() - began) * 1000))
