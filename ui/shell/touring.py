"""When the tour is given: on the open plan, or on a sample copy of its own where none is open."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from planner.samples import load_sample
from planner.store.backup import backup_folder
from ui.shell.plans import Plans
from ui.shell.tour import Tour
from ui.shell.workbench import Workbench

_SAMPLE = "pizzeria"


class Touring(QObject):
    """Starts the tour, at once or when a plan for it is open."""

    def __init__(self, window: QWidget, plans: Plans) -> None:
        super().__init__(window)
        self._plans = plans
        self._bench: Workbench | None = None
        self._is_wanted = False
        self.tour = Tour(window)

    def follow(self, bench: Workbench | None) -> None:
        """Take up the parts of the plan that is open now; a tour that waits for one begins."""
        self._bench = bench
        if bench is None:
            self.tour.end()
        elif self._is_wanted:
            self._is_wanted = False
            self.tour.begin(bench)

    def start(self) -> None:
        """Give the tour; nothing in the plan is changed by it."""
        if self._bench is not None:
            self.tour.begin(self._bench)
            return
        self._is_wanted = True
        path = tour_file()
        if path.exists():
            self._plans.open(path)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._plans.create(path, load_sample(_SAMPLE))

    def dismantle(self) -> None:
        """Let the tour go: its words are to be said in another language."""
        self.tour.dismantle()
        self.deleteLater()


def tour_file() -> Path:
    """Return the copy of a sample on which the tour is given."""
    return backup_folder().parent / "tour" / "Sample for the tour.tcplan"
