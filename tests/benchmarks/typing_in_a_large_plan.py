"""How long typing in a plan of 2,000 tactics keeps the window busy.

`python -m tests.benchmarks.typing_in_a_large_plan` opens a real window on a real file, goes to a tactic,
types its name and changes fields that give and take findings. Prints the longest stalls, how long a key
took, and after how long the findings were new.
"""

import time
from datetime import date

from PySide6.QtTest import QTest

from planner.editing.verbs import change
from planner.model.kinds import Step
from tests.benchmarks.large_window import LargeWindow


def main() -> None:
    """Measure and print."""
    with LargeWindow() as large:
        started = time.perf_counter()
        large.open()
        print(f"open and checked: {(time.perf_counter() - started) * 1000:.0f} ms")
        large.report("opening")
        for step in (Step.TACTICS, Step.PEOPLE, Step.TACTICS):
            large.bench.show_step(step)
            large.settle(limit=1.0)
            large.report(f"going to {step.heading}")
        tactic = list(large.document.plan.tactics)[1000]
        large.bench.show_record("tactics", tactic, "name")
        large.settle(limit=0.5)
        large.report("choosing a tactic")
        measure_typing(large)
        measure_edits(large, tactic)


def measure_typing(large: LargeWindow) -> None:
    """Type into the field that has the keyboard."""
    times: list[float] = []
    own: list[float] = []
    for letter in "Answer all who write":
        begun, worked = time.perf_counter(), time.thread_time()
        QTest.keyClick(large.window.focusWidget() or large.window, letter)
        large.app.processEvents()
        times.append((time.perf_counter() - begun) * 1000)
        own.append((time.thread_time() - worked) * 1000)
        large.settle(limit=0.08)
    print(f"a key in {type(large.window.focusWidget()).__name__}: {told(times)}; of its own work {told(own)}")
    begun = time.perf_counter()
    large.settle(lambda: not large.document.is_checking)
    print(f"findings after the last key: {(time.perf_counter() - begun) * 1000:.0f} ms")
    large.settle(limit=0.5)
    large.report("typing a name")


def measure_edits(large: LargeWindow, tactic: str) -> None:
    """Change fields that give and take findings, and undo."""
    document = large.document
    for name, value in (("hours", None), ("starts_on", date(2026, 1, 1)), ("objectives", ())):
        begun = time.perf_counter()
        document.do(change(document.plan, tactic, name, value))
        large.app.processEvents()
        free = (time.perf_counter() - begun) * 1000
        large.settle(lambda: not document.is_checking)
        after = (time.perf_counter() - begun) * 1000
        print(f"change of {name}: free after {free:.0f} ms, findings after {after:.0f} ms")
        large.settle(limit=0.3)
        large.report(f"change of {name}")
    document.undo()
    large.settle_checked()
    large.report("undo")


def told(times: list[float]) -> str:
    """Return the longest and the mean of some times in words."""
    return f"longest {max(times):.0f} ms, mean {sum(times) / len(times):.0f} ms"


if __name__ == "__main__":
    main()
