"""The plan file on its one thread: edits queue up and become durable one after the other."""

import threading
from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from planner.editing.history import Change, History
from planner.errors import PlanError
from planner.model.plan import Plan

if TYPE_CHECKING:
    from planner.store.plan_file import PlanFile


class Kind(Enum):
    """What a write does to the stored history."""

    APPEND = "append"
    BACK = "back"
    FORWARD = "forward"


@dataclass(frozen=True, slots=True)
class Write:
    """One write to the plan file.

    Attributes:
        kind: what it does.
        change: the step that it stores, takes back or does again.
        plan: the plan after it.
        replaces_last: the step became one with the step before.
    """

    kind: Kind
    change: Change
    plan: Plan
    replaces_last: bool = False


@dataclass(frozen=True, slots=True)
class Opened:
    """What a plan file holds.

    Attributes:
        plan: the plan.
        history: its steps so far.
        read_only: it can't be written.
    """

    plan: Plan
    history: History
    read_only: bool


class PlanWriter(QObject):
    """Owns one plan file; every touch of the file happens on its one thread.

    A failed write stops the queue: it and those behind it wait for `retry`, none is lost.

    Signals:
        settled: None when all is durable, else the exception that stopped the queue; comes from the
            writer's thread, so it is delivered queued.
    """

    settled = Signal(object)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="plan-file")
        self._lock = threading.Lock()
        self._queue: deque[Write] = deque()
        self._file: PlanFile | None = None

    def open(self) -> "Future[Opened]":
        """Open the file that exists.

        Returns:
            What it holds, once read.
        """
        return self._thread.submit(self._open)

    def create(self, plan: Plan) -> "Future[Opened]":
        """Make the file with a plan in it, then open it."""
        return self._thread.submit(self._create, plan)

    def copy_to(self, path: Path, plan: Plan) -> "Future[None]":
        """Write the plan as it is in memory to another file."""
        return self._thread.submit(_write_new, path, plan)

    def put(self, write: Write) -> None:
        """Queue a write."""
        with self._lock:
            self._queue.append(write)
            self._absorb()
        self._thread.submit(self._drain)

    def retry(self) -> None:
        """Try again to write what waits."""
        self._thread.submit(self._drain)

    @property
    def is_idle(self) -> bool:
        """Whether nothing waits to be written."""
        with self._lock:
            return not self._queue

    def discard(self) -> None:
        """Forget what waits; for a plan that is read again from its file."""
        with self._lock:
            self._queue.clear()

    def close(self) -> bool:
        """Write what waits, close the file and end the thread.

        Returns:
            Whether everything is durable.
        """
        self._thread.submit(self._drain)
        self._thread.submit(self._close).result()
        self._thread.shutdown(wait=True)
        return self.is_idle

    def _absorb(self) -> None:
        """Let a step that goes on typing take the place of the one that waits before it."""
        if len(self._queue) < 3 or not self._queue[-1].replaces_last:
            return
        new, last = self._queue.pop(), self._queue.pop()
        if last.kind is Kind.APPEND:
            self._queue.append(replace(new, replaces_last=last.replaces_last))
        else:
            self._queue.extend((last, new))

    def _open(self) -> Opened:
        from planner.store.plan_file import PlanFile  # noqa: PLC0415 - SQLAlchemy is slow to import

        self._close()
        self._file = PlanFile.open(self.path)
        return Opened(self._file.plan, self._file.history, self._file.read_only)

    def _create(self, plan: Plan) -> Opened:
        _write_new(self.path, plan)
        return self._open()

    def _drain(self) -> None:
        while (write := self._head()) is not None:
            try:
                self._store(write)
            except Exception as error:  # noqa: BLE001 - carried to the window, which tells it
                self.settled.emit(error)
                return
            with self._lock:
                self._queue.popleft()
        self.settled.emit(None)

    def _head(self) -> Write | None:
        with self._lock:
            return self._queue[0] if self._queue else None

    def _store(self, write: Write) -> None:
        if self._file is None:
            msg = "The plan file is not open."
            raise PlanError(msg, hint="Save a copy of the plan.")
        if write.kind is Kind.APPEND:
            self._file.append(write.change, write.plan, replaces_last=write.replaces_last)
        elif write.kind is Kind.BACK:
            self._file.step_back(write.change, write.plan)
        else:
            self._file.step_forward(write.change, write.plan)

    def _close(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None


def _write_new(path: Path, plan: Plan) -> None:
    from planner.store.plan_file import PlanFile  # noqa: PLC0415 - SQLAlchemy is slow to import

    PlanFile.create(path, plan).close()
