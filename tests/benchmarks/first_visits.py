"""How long the first visit of each page, and a change of theme, keep the window busy at 2,000 tactics.

`python -m tests.benchmarks.first_visits` prints for each the time until the page is shown, of that the
window's own work, and the longest stall while it settles, with the place where it was.
"""

import signal
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from planner.model.kinds import Step
from planner.store.plan_file import PlanFile
from tests.benchmarks.typing_in_a_large_plan import Watch, large_plan, report, settle
from ui.main_window import MainWindow
from ui.settings import Settings
from ui.shell.look import Look
from ui.tasks import Collector, Tasks
from ui.theme import TextSize, ThemeChoice


def main() -> None:
    """Measure and print."""
    app = QApplication(sys.argv[:1])
    folder = Path(tempfile.mkdtemp())
    settings = Settings(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))
    tasks, path = Tasks(), folder / "large.tcplan"
    PlanFile.create(path, large_plan()).close()
    look = Look(app, settings)
    window = MainWindow(settings, tasks, look, lambda: date(2027, 1, 4))
    window.resize(1440, 900)
    window.show()
    collector, watch = Collector(app), Watch()
    window.open_path(path)
    settle(app, lambda: window.document is not None and not window.document.is_checking)
    report("opening", watch)
    for visit in ("first", "second"):
        for step in Step:
            show = partial(window.workbench.show_step, step)
            measure(app, watch, f"{visit} visit of {step.heading}", show)
    for theme in (ThemeChoice.DARK, ThemeChoice.LIGHT):
        measure(app, watch, f"theme {theme.value}", partial(look.wear, theme))
    measure(app, watch, "text at 125 %", partial(look.write, TextSize.LARGE))
    signal.setitimer(signal.ITIMER_REAL, 0)
    window.close()
    tasks.close()
    collector.deleteLater()


def measure(app: QApplication, watch: Watch, what: str, do: Callable[[], object]) -> None:
    """Do something, let it settle, and print how long it took."""
    begun, worked = time.perf_counter(), time.thread_time()
    do()
    app.processEvents()
    took, own = time.perf_counter() - begun, time.thread_time() - worked
    settle(app, lambda: False, 0.7)
    report(f"{what}: shown after {took * 1000:.0f} ms, {own * 1000:.0f} ms of work", watch)


if __name__ == "__main__":
    main()
