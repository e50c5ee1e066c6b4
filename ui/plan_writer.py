"""The plan file on its one thread: edits queue up and become durable one after the other."""

import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from planner.editing.history import Change, History
from planner.errors import PlanError
from planner.files.errors import UnconfirmedError
from planner.language import say
from planner.model.plan import Plan

if TYPE_CHECKING:
    from planner.store.plan_file import PlanFile

Found = TypeVar("Found")


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
        read_only_reason: why it can't be written; empty where it can.
    """

    plan: Plan
    history: History
    read_only_reason: str


class PlanWriter(QObject):
    """Owns one plan file; every touch of the file happens on its one thread.

    A failed write stops the queue: it and those behind it wait for `retry`, none is lost.

    Signals:
        settled: None when all is durable, else the exception that stopped the queue; comes from the
            writer's thread, so it is delivered queued.
        changed_elsewhere: another program changed, moved or replaced the file; also from that thread.
        backup_failed: the `PlanError` that says why the day's backup could not be made; told once.
    """

    settled = Signal(object)
    changed_elsewhere = Signal()
    backup_failed = Signal(object)

    def __init__(self, path: Path, parent: QObject | None = None, *, backups: Path | None = None) -> None:
        """Take charge of a file.

        Args:
            path: the plan file.
            parent: ends the writer with it.
            backups: folder of the daily backups; None makes none.
        """
        super().__init__(parent)
        self.path = path
        self._backups = backups
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="plan-file")
        self._lock = threading.Lock()
        self._queue: deque[Write] = deque()
        self._file: PlanFile | None = None
        self._in_doubt = False
        self._is_closed = False
        self._told_backup = False

    def open(self) -> "Future[Opened]":
        """Open the file that exists.

        Returns:
            What it holds, once read.
        """
        return self._thread.submit(self._open)

    def create(self, plan: Plan) -> "Future[Opened]":
        """Make the file with a plan in it, in place of one that is there, and open it.

        Returns:
            What it holds, once read again.
        """
        return self._thread.submit(self._create, plan)

    def read(self, work: "Callable[[PlanFile], Found]") -> "Future[Found]":
        """Read from the file once what waits is written.

        Args:
            work: reads, and returns what it found.
        """
        return self._thread.submit(self._read, work)

    def copy_to(self, path: Path) -> "Future[None]":
        """Write all that the file holds to another one, history included."""
        return self._thread.submit(self._copy_to, path)

    def put(self, write: Write) -> None:
        """Queue a write."""
        with self._lock:
            self._queue.append(write)
            self._absorb()
        self._thread.submit(self._drain)

    def retry(self) -> None:
        """Try again to write what waits."""
        self._thread.submit(self._drain)

    def look_around(self) -> None:
        """Let `changed_elsewhere` be told if another program has been at the file."""
        self._thread.submit(self._look_around)

    @property
    def is_idle(self) -> bool:
        """Whether nothing waits to be written."""
        with self._lock:
            return not self._queue

    def discard(self) -> None:
        """Forget what waits; for a plan that is read again from its file."""
        with self._lock:
            self._queue.clear()

    def flush(self) -> bool:
        """Write what waits, and wait for it.

        Returns:
            Whether everything is durable.
        """
        self._thread.submit(self._drain).result()
        return self.is_idle

    def close(self) -> bool:
        """Write what waits, close the file and end the thread; may be called twice.

        Returns:
            Whether everything is durable.
        """
        if not self._is_closed:
            self._is_closed = True
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
        self._close()
        self._file = _plan_file().open(self.path, backups=self._backups)
        return _opened(self._file)

    def _create(self, plan: Plan) -> Opened:
        self._close()
        self._file = _plan_file().create(self.path, plan, replace=True)
        return _opened(self._file)

    def _read(self, work: "Callable[[PlanFile], Found]") -> Found:
        return work(self._in_use())

    def _copy_to(self, path: Path) -> None:
        self._in_use().save_copy(path, replace=True)

    def _look_around(self) -> None:
        if self._file is not None and self.is_idle and self._file.changed_elsewhere():
            self.changed_elsewhere.emit()

    def _drain(self) -> None:
        while (write := self._head()) is not None:
            try:
                self._store(write)
            except Exception as error:  # noqa: BLE001 - carried to the window, which tells it
                self._in_doubt = self._in_doubt or isinstance(error, UnconfirmedError)
                self.settled.emit(error)
                return
            with self._lock:
                self._queue.popleft()
        self.settled.emit(None)
        self._tell_backup()

    def _tell_backup(self) -> None:
        problem = self._file.backup_problem if self._file is not None else None
        if problem is not None and not self._told_backup:
            self._told_backup = True
            self.backup_failed.emit(problem)

    def _head(self) -> Write | None:
        with self._lock:
            return self._queue[0] if self._queue else None

    def _store(self, write: Write) -> None:
        file = self._in_use()
        if self._in_doubt:
            arrived = file.settle()
            self._in_doubt = False
            if arrived:
                return
        if write.kind is Kind.APPEND:
            file.append(write.change, write.plan, replaces_last=write.replaces_last)
        elif write.kind is Kind.BACK:
            file.step_back(write.change, write.plan)
        else:
            file.step_forward(write.change, write.plan)

    def _in_use(self) -> "PlanFile":
        if self._file is None:
            msg = say("The plan's file could not be opened again.")
            raise PlanError(msg, hint=say("Save a copy of the plan."))
        return self._file

    def _close(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None


def _plan_file() -> "type[PlanFile]":
    from planner.store.plan_file import PlanFile  # noqa: PLC0415 - SQLAlchemy is slow to import

    return PlanFile


def _opened(file: "PlanFile") -> Opened:
    return Opened(file.plan, file.history, file.read_only_reason)
