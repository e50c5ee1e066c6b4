"""Work beside the window: plain functions on frozen values in threads, results by one queued signal.

A worker never touches a QObject and never holds the last reference to one: it knows only its ticket.
"""

import gc
import itertools
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

_SWITCH_S = 0.0005
"""How long a worker keeps Python's lock while the window waits for it.

Each call into Qt lets go of the lock: at Python's own 5 ms a check in a worker made a key take five times
as long.
"""

_COLLECT_EVERY_MS = 5_000
_THOROUGH_EVERY = 12


@dataclass(frozen=True, slots=True)
class _News:
    """What a worker sends to the window: progress, then one result or error."""

    number: int
    value: Any = None
    error: Exception | None = None
    is_last: bool = True


class Ticket:
    """A worker's end of a task: tells how far it is, and hears whether it is still wanted."""

    def __init__(self, number: int, post: Callable[[_News], None]) -> None:
        self._number = number
        self._post = post
        self._cancelled = threading.Event()

    def report(self, value: object) -> None:
        """Tell the window how far the work is; may be called from the worker at any time."""
        self._post(_News(self._number, value, is_last=False))

    def cancel(self) -> None:
        """Ask the worker to stop when it can."""
        self._cancelled.set()

    def is_cancelled(self) -> bool:
        """Whether the result is no longer wanted."""
        return self._cancelled.is_set()


class Task(QObject):
    """The window's end of a task; its signals come in the window's thread.

    Signals:
        done: the result.
        failed: the exception.
        progressed: what the worker reported.
    """

    done = Signal(object)
    failed = Signal(object)
    progressed = Signal(object)

    def __init__(self, ticket: Ticket, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ticket = ticket

    def cancel(self) -> None:
        """Ask the worker to stop; a result that comes all the same is still delivered."""
        self._ticket.cancel()


class Tasks(QObject):
    """A pool of worker threads for the window; closed at the end of the session."""

    _posted = Signal(object)

    def __init__(self, workers: int = 2, parent: QObject | None = None) -> None:
        super().__init__(parent)
        sys.setswitchinterval(_SWITCH_S)
        self._pool = ThreadPoolExecutor(workers, thread_name_prefix="task")
        self._numbers = itertools.count()
        self._waiting: dict[int, Task] = {}
        self._posted.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def start(self, work: Callable[[Ticket], object]) -> Task:
        """Run a function in a worker.

        Args:
            work: reads frozen values only; given a ticket for progress and cancelling.

        Returns:
            The task; connect bound methods of QObjects to its signals.
        """
        number = next(self._numbers)
        ticket = Ticket(number, self._posted.emit)
        task = Task(ticket)
        self._waiting[number] = task
        self._pool.submit(_run, number, partial(work, ticket), self._posted.emit)
        return task

    @property
    def is_busy(self) -> bool:
        """Whether a result is still to be delivered."""
        return bool(self._waiting)

    def close(self) -> None:
        """Cancel what runs and wait for the workers."""
        for task in self._waiting.values():
            task.cancel()
        self._waiting.clear()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _deliver(self, news: _News) -> None:
        task = self._waiting.get(news.number)
        if task is None:
            return
        if not news.is_last:
            task.progressed.emit(news.value)
            return
        del self._waiting[news.number]
        if news.error is None:
            task.done.emit(news.value)
        else:
            task.failed.emit(news.error)


def _run(number: int, work: Callable[[], object], post: Callable[[_News], None]) -> None:
    try:
        news = _News(number, work())
    except Exception as error:  # noqa: BLE001 - carried to the window, which tells it
        news = _News(number, error=error)
    post(news)


class Collector(QObject):
    """Collects garbage in the window's thread only.

    Python's own collector may run in any thread and would destroy widgets caught in reference cycles there.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._round = 0
        gc.disable()
        gc.freeze()
        self._timer = QTimer(self)
        self._timer.setInterval(_COLLECT_EVERY_MS)
        self._timer.timeout.connect(self._collect)
        self._timer.start()

    def _collect(self) -> None:
        """Collect what is young; once a minute everything but what was there at the start."""
        self._round += 1
        gc.collect(1 if self._round % _THOROUGH_EVERY else 2)
