"""A real window on a real file of 2,000 tactics, and a watch over its event loop."""

import os
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import FrameType
from typing import Self

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import msgspec
from PySide6.QtCore import QEventLoop, QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication

from planner.model.plan import Plan
from planner.samples import load_sample
from planner.store.plan_file import PlanFile
from ui.document import PlanDocument
from ui.main_window import MainWindow
from ui.settings import Settings
from ui.shell.look import Look
from ui.shell.workbench import Workbench
from ui.tasks import Collector, Tasks

TACTICS = 2000
STALL_MS = 100
BEAT_MS = 5
SAMPLE_S = 0.004
TODAY = date(2027, 1, 4)


def large_plan(count: int = TACTICS) -> Plan:
    """Return a sample plan whose tactics stand in it many times over."""
    plan = load_sample("pizzeria")
    own = list(plan.tactics.values())
    copies = {
        f"copy-{n}": msgspec.structs.replace(own[n % len(own)], id=f"copy-{n}", name=f"Tactic {n}")
        for n in range(count - len(own))
    }
    return msgspec.structs.replace(plan, tactics={**plan.tactics, **copies})


@dataclass(frozen=True, slots=True)
class Stall:
    """A time in which no event was dealt with.

    Attributes:
        away_ms: how long, by the clock on the wall.
        own_ms: for how long of that the window's own thread worked.
        where: the places it was seen at most often.
    """

    away_ms: float
    own_ms: float
    where: str


class Watch:
    """Measures how long the event loop of the main thread is away, and samples where it was."""

    def __init__(self) -> None:
        self.stalls: list[Stall] = []
        self._samples: Counter[str] = Counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(BEAT_MS)
        self._begin()
        # In the main thread: a sampler thread would hold its frames, and end widgets with them.
        signal.signal(signal.SIGALRM, self._sample)
        signal.setitimer(signal.ITIMER_REAL, SAMPLE_S, SAMPLE_S)

    def stop(self) -> None:
        """Sample no more."""
        signal.setitimer(signal.ITIMER_REAL, 0)
        self._timer.stop()

    def take(self) -> list[Stall]:
        """Return the stalls since this was last asked, the longest first."""
        taken, self.stalls = sorted(self.stalls, key=lambda stall: -stall.own_ms), []
        return taken

    def _begin(self) -> None:
        self._samples.clear()
        self._last, self._worked = time.perf_counter(), time.thread_time()

    def _beat(self) -> None:
        away, own = time.perf_counter() - self._last, time.thread_time() - self._worked
        if away * 1000 > 3 * BEAT_MS:
            where = "; ".join(f"{place} x{count}" for place, count in self._samples.most_common(4))
            self.stalls.append(Stall(away * 1000, own * 1000, where))
        self._begin()

    def _sample(self, _number: int, frame: FrameType | None) -> None:
        if (time.perf_counter() - self._last) * 1000 < 3 * BEAT_MS:
            return
        places: list[str] = []
        while frame is not None and len(places) < 4:
            path = frame.f_code.co_filename
            if "/ui/" in path or "/planner/" in path:
                places.append(f"{Path(path).stem}.{frame.f_code.co_name}")
            frame = frame.f_back
        if places:
            self._samples[" < ".join(places)] += 1


class Pace:
    """Tells how slow the computer is now beside its best: other work takes caches and half of a core."""

    def __init__(self) -> None:
        self._best = min(self._lap() for _ in range(20))

    def slowness(self) -> float:
        """Return by which factor the same work takes longer now than at best."""
        now = sorted(self._lap() for _ in range(5))[2]
        self._best = min(self._best, now)
        return now / self._best

    def _lap(self) -> float:
        begun = time.thread_time()
        words = {str(number): [number] for number in range(4000)}
        sorted(words, key=lambda word: words[word][0] % 7)
        return time.thread_time() - begun


class LargeWindow:
    """The window, its plan and the watch, for the length of a measurement.

    Attributes:
        app: the application.
        window: the main window; the plan is open in it after `open`.
        look: its theme, size of text and language.
        settings: what it remembers, in a folder of its own.
        path: the plan's file.
        watch: looks out for stalls from the first moment on.
    """

    def __init__(self, plan: Plan | None = None) -> None:
        self.app = QApplication(sys.argv[:1])
        folder = Path(tempfile.mkdtemp())
        self.settings = Settings(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))
        self.path = folder / "large.tcplan"
        PlanFile.create(self.path, plan or large_plan()).close()
        self._tasks = Tasks()
        self.look = Look(self.app, self.settings)
        self.window = MainWindow(self.settings, self._tasks, self.look, lambda: TODAY)
        self.window.resize(1440, 900)
        self.window.show()
        self.window.activateWindow()
        self.settle(self.window.isActiveWindow, 3.0)
        self._collector = Collector()
        self._pace = Pace()
        self.watch = Watch()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.watch.stop()
        self.window.close()
        self._tasks.close()

    @property
    def document(self) -> PlanDocument:
        """The open plan."""
        assert self.window.document is not None
        return self.window.document

    @property
    def bench(self) -> Workbench:
        """The parts that show the open plan."""
        assert self.window.workbench is not None
        return self.window.workbench

    def open(self) -> None:
        """Open the plan, and wait until it is checked."""
        self.window.open_path(self.path)
        self.settle(lambda: self.window.document is not None and not self.window.document.is_checking)

    def settle(self, done: Callable[[], bool] = lambda: False, limit: float = 60.0) -> None:
        """Let the window live until something is so, or for so many seconds."""
        end = time.perf_counter() + limit
        while not done() and time.perf_counter() < end:
            self.app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)

    def settle_checked(self) -> None:
        """Let the window live until the plan is checked and everything that follows is done."""
        if self.window.document is not None:
            self.settle(lambda: not self.document.is_checking)
        self.settle(limit=0.4)

    def report(self, what: str) -> None:
        """Print the longest stalls since the last report, as long as they would be without other load."""
        stalls = self.watch.take()
        slowness = self._pace.slowness()
        times = [stall.own_ms / slowness for stall in stalls]
        long = sum(took > STALL_MS for took in times)
        print(f"{max(times, default=0.0):5.0f} ms of own work at most, {long} above {STALL_MS} ms: {what}")
        for stall, took in zip(stalls[:4], times[:4], strict=True):
            if took > STALL_MS / 2:
                print(f"        {took:.0f} ms ({stall.away_ms:.0f} by the clock) in {stall.where}")
        sys.stdout.flush()
