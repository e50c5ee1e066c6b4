"""How long typing in a plan of 2,000 tactics keeps the window busy.

`python -m tests.benchmarks.typing_in_a_large_plan` opens a real window on a real file, goes to a tactic,
types its name and changes fields that give and take findings. A heartbeat tells each stall of the event
loop, and an alarm where the program was in it. Prints the longest stalls, how long a key took, and after
how long the findings were new.
"""

import os
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import FrameType

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import msgspec
from PySide6.QtCore import QEventLoop, QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from planner.editing.verbs import change
from planner.model.kinds import Step
from planner.model.plan import Plan
from planner.samples import load_sample
from planner.store.plan_file import PlanFile
from ui.main_window import MainWindow
from ui.settings import Settings
from ui.shell.look import Look
from ui.tasks import Collector, Tasks
from ui.theme import apply_theme

TACTICS = 2000
STALL_MS = 100
BEAT_MS = 5
SAMPLE_S = 0.004


def large_plan(count: int = TACTICS) -> Plan:
    """Return a sample plan whose tactics stand in it many times over."""
    plan = load_sample("pizzeria")
    own = list(plan.tactics.values())
    copies = {
        f"copy-{n}": msgspec.structs.replace(own[n % len(own)], id=f"copy-{n}", name=f"Tactic {n}")
        for n in range(count - len(own))
    }
    return msgspec.structs.replace(plan, tactics={**plan.tactics, **copies})


class Watch:
    """Measures how long the event loop of the main thread is away, and samples where it was."""

    def __init__(self) -> None:
        self.stalls: list[tuple[float, str]] = []
        self._last = time.perf_counter()
        self._samples: Counter[str] = Counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(BEAT_MS)
        # In the main thread: a sampler thread would hold its frames, and end widgets with them.
        signal.signal(signal.SIGALRM, self._sample)
        signal.setitimer(signal.ITIMER_REAL, SAMPLE_S, SAMPLE_S)

    def _beat(self) -> None:
        now = time.perf_counter()
        away = (now - self._last) * 1000
        if away > STALL_MS / 2:
            where = "; ".join(f"{place} x{count}" for place, count in self._samples.most_common(4))
            self.stalls.append((away, where))
        self._samples.clear()
        self._last = time.perf_counter()

    def _sample(self, _number: int, frame: FrameType | None) -> None:
        if (time.perf_counter() - self._last) * 1000 < 3 * BEAT_MS:
            return
        stack = traceback.extract_stack(frame)
        own = [each for each in stack if "/ui/" in each.filename or "/planner/" in each.filename]
        if own:
            places = (f"{Path(each.filename).stem}.{each.name}" for each in reversed(own[-4:]))
            self._samples[" < ".join(places)] += 1


def settle(app: QApplication, done: Callable[[], bool], limit: float = 60.0) -> None:
    """Let the window live until something is so."""
    end = time.perf_counter() + limit
    while not done() and time.perf_counter() < end:
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)


def main() -> None:
    """Measure and print."""
    app = QApplication(sys.argv[:1])
    folder = Path(tempfile.mkdtemp())
    settings = Settings(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))
    tasks, path = Tasks(), folder / "large.tcplan"
    PlanFile.create(path, large_plan()).close()
    apply_theme(app, settings)
    look = Look(app, settings)
    window = MainWindow(settings, tasks, look, lambda: date(2027, 1, 4))
    window.resize(1440, 900)
    window.show()
    window.activateWindow()
    settle(app, window.isActiveWindow, 3.0)
    collector = Collector()
    watch = Watch()
    started = time.perf_counter()
    window.open_path(path)
    settle(app, lambda: window.document is not None and not window.document.is_checking)
    print(f"open and checked: {(time.perf_counter() - started) * 1000:.0f} ms")
    report("opening", watch)
    for step in (Step.TACTICS, Step.PEOPLE):
        visit(app, window, step)
        report(f"going to {step.heading}", watch)
    visit(app, window, Step.TACTICS)
    watch.stalls.clear()
    document = window.document
    assert document is not None
    tactic = list(document.plan.tactics)[1000]
    window.workbench.show_record("tactics", tactic, "name")
    settle(app, lambda: False, 0.5)
    report("choosing a tactic", watch)
    measure_typing(app, window, watch)
    measure_edits(app, window, watch, tactic)
    signal.setitimer(signal.ITIMER_REAL, 0)
    window.close()
    tasks.close()
    del collector


def visit(app: QApplication, window: MainWindow, step: Step) -> None:
    """Go to a step and let it settle."""
    window.workbench.show_step(step)
    settle(app, lambda: False, 1.0)


def measure_typing(app: QApplication, window: MainWindow, watch: Watch) -> None:
    """Type into the field that has the keyboard."""
    document = window.document
    assert document is not None
    times: list[float] = []
    own: list[float] = []
    for letter in "Answer all who write":
        target = window.focusWidget()
        begun, worked = time.perf_counter(), time.thread_time()
        QTest.keyClick(target, letter)
        app.processEvents()
        times.append((time.perf_counter() - begun) * 1000)
        own.append((time.thread_time() - worked) * 1000)
        settle(app, lambda: False, 0.08)
    print(f"a key in {type(window.focusWidget()).__name__}: {told(times)}; of its own work {told(own)}")
    begun = time.perf_counter()
    settle(app, lambda: not document.is_checking)
    print(f"findings after the last key: {(time.perf_counter() - begun) * 1000:.0f} ms")
    settle(app, lambda: False, 0.5)
    report("typing a name", watch)


def measure_edits(app: QApplication, window: MainWindow, watch: Watch, tactic: str) -> None:
    """Change fields that give and take findings, and undo."""
    document = window.document
    assert document is not None
    for name, value in (("hours", None), ("starts_on", date(2026, 1, 1)), ("objectives", ())):
        begun = time.perf_counter()
        document.do(change(document.plan, tactic, name, value))
        app.processEvents()
        free = (time.perf_counter() - begun) * 1000
        settle(app, lambda: not document.is_checking)
        told = (time.perf_counter() - begun) * 1000
        print(f"change of {name}: free after {free:.0f} ms, findings after {told:.0f} ms")
        settle(app, lambda: False, 0.3)
        report(f"change of {name}", watch)
    document.undo()
    settle(app, lambda: not document.is_checking)
    settle(app, lambda: False, 0.3)
    report("undo", watch)


def told(times: list[float]) -> str:
    """Return the longest and the mean of some times in words."""
    return f"longest {max(times):.0f} ms, mean {sum(times) / len(times):.0f} ms"


def report(what: str, watch: Watch) -> None:
    """Print the stalls since the last report."""
    long = [stall for stall in watch.stalls if stall[0] > STALL_MS]
    longest = max((away for away, _ in watch.stalls), default=0.0)
    print(f"{what}: longest stall {longest:.0f} ms, {len(long)} above {STALL_MS} ms")
    for away, where in sorted(long, reverse=True)[:4]:
        print(f"    {away:.0f} ms in {where}")
    watch.stalls.clear()


if __name__ == "__main__":
    main()
