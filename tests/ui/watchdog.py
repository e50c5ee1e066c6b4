"""Names the line at which the window's event loop stood still."""

import sys
import threading
import time
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

ROOT = Path(__file__).resolve().parents[2]
OURS = tuple(str(ROOT / folder) for folder in ("ui", "planner"))
BEAT_MS, SAMPLE_S = 5, 0.01


@dataclass(frozen=True)
class Stall:
    """A time in which no event was dealt with.

    Attributes:
        ms: how long it was by the clock on the wall; a busy computer makes it longer.
        cpu_ms: for how long of that the window's own thread worked.
        line: where it was seen most often: file, line and function.
        doing: what the user had just done.
    """

    ms: int
    cpu_ms: int
    line: str
    doing: str

    def __str__(self):
        return f"{self.ms:5} ms ({self.cpu_ms} ms of work) at {self.line}, after: {self.doing}"


class Watchdog(QObject):
    """Beats in the event loop; a thread of its own samples where the loop is while no beat comes.

    Args:
        limit_ms: a pause between two beats that is longer is a stall.
        folders: the code whose innermost line names a stall; any line where it is empty.
    """

    def __init__(self, limit_ms=100, folders=OURS):
        super().__init__()
        self.stalls = []
        self.doing = ""
        self._limit = limit_ms / 1000
        self._folders = folders
        self._watched = threading.get_ident()
        self._seen = Counter()
        self._beaten_at, self._worked_at = time.perf_counter(), time.thread_time()
        self._rests = True
        self._over = threading.Event()
        self._timer = QTimer(self, interval=BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._timer.start()
        self._thread = threading.Thread(target=self._sample, name="watchdog", daemon=True)
        self._thread.start()

    @contextmanager
    def watching(self, doing):
        """Watch while the user does something, until the loop has dealt with it."""
        self.doing = doing
        self._restart()
        self._rests = False
        try:
            yield
        finally:
            self._beat()
            self._rests = True

    def stop(self):
        """End the thread and the beats."""
        self._over.set()
        self._thread.join()
        self._timer.stop()

    def worst(self, most=10):
        """Return the longest stalls, one for each line."""
        by_line = {}
        for stall in sorted(self.stalls, key=lambda stall: stall.ms):
            by_line[stall.line] = stall
        return sorted(by_line.values(), key=lambda stall: -stall.ms)[:most]

    def _restart(self):
        self._seen = Counter()
        self._beaten_at, self._worked_at = time.perf_counter(), time.thread_time()

    def _beat(self):
        pause = time.perf_counter() - self._beaten_at
        if pause > self._limit and not self._rests:
            worked = time.thread_time() - self._worked_at
            (line, _times), *_ = self._seen.most_common(1) or [("a line that was never seen", 0)]
            self.stalls.append(Stall(round(pause * 1000), round(worked * 1000), line, self.doing))
        self._restart()

    def _sample(self):
        while not self._over.wait(SAMPLE_S):
            seen, stands = self._seen, time.perf_counter() - self._beaten_at > self._limit / 4
            if stands and not self._rests:
                seen[self._place()] += 1

    def _place(self):
        """Return the innermost line of the watched code, or the innermost of all where there is none.

        No frame is kept: what lives in it, such as a painter, would outlive its function.
        """
        frame = inner = sys._current_frames()[self._watched]
        while frame is not None and not frame.f_code.co_filename.startswith(self._folders or ""):
            frame = frame.f_back
        frame = frame or inner
        path = Path(frame.f_code.co_filename)
        name = path.relative_to(ROOT) if path.is_relative_to(ROOT) else path.name
        return f"{name}:{frame.f_lineno} in {frame.f_code.co_name}"
