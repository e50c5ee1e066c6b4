"""What the window finds again at its next start: its place, the plan, the step, the entry."""

from pathlib import Path

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow, QWidget

from planner.model.kinds import Step
from ui.document import PlanDocument
from ui.settings import PlanPlace, RecentPlan, Settings
from ui.shell.place import Place, go_to, place_of
from ui.shell.step_marks import standing_of
from ui.shell.workbench import Workbench

_FIRST_SIZE = (1440, 900)
_FRAME = 40
"""Height of a title bar, about, which no program is told before its window is shown."""

SMALLEST = (1024, 720)


def place_window(window: QMainWindow, settings: Settings) -> None:
    """Put the window where it stood; at first give it a good size, or the whole of a small screen."""
    window.setMinimumSize(*SMALLEST)
    if not settings.geometry.isEmpty() and window.restoreGeometry(settings.geometry):
        return
    window.resize(*_FIRST_SIZE)
    room = QGuiApplication.primaryScreen().availableSize()
    if room.width() < _FIRST_SIZE[0] or room.height() < _FIRST_SIZE[1] + _FRAME:
        window.setWindowState(Qt.WindowState.WindowMaximized)


def remember_plan(settings: Settings, document: PlanDocument) -> None:
    """Put an open plan among the recent ones, with how it stands, or stood when that was last known."""
    if document.path is None:
        return
    path = str(document.path)
    known = next((plan.state for plan in settings.recent if plan.path == path), "")
    state = known if document.is_checking else standing_of(document.plan, document.report)
    settings.remember_plan(RecentPlan(path, document.plan.the_brief.title, state))


def remember_place(settings: Settings, document: PlanDocument, bench: Workbench, window: QWidget) -> None:
    """Remember how wide the findings are, and for this plan step, tab, entry and where its window stands."""
    settings.panel_width = bench.panel_width
    if document.path is not None:
        place = place_of(bench)
        stands = bytes(window.saveGeometry().toBase64().data()).decode()
        settings.remember_place(
            PlanPlace(str(document.path), place.step.value, place.tab, place.record, stands)
        )


def go_to_known_place(settings: Settings, document: PlanDocument, bench: Workbench) -> None:
    """Show where one was in a plan, as far as it still has that; its first step where nothing is known."""
    known = settings.place_in(str(document.path or ""))
    step = next((step for step in Step if known is not None and step.value == known.step), Step.PURPOSE)
    if known is None:
        bench.show_step(step)
    else:
        go_to(Place(step, known.tab, known.record, panel=bench.panel_is_open), bench, document.plan)


def place_window_of(path: Path, window: QWidget, settings: Settings) -> bool:
    """Put a window where that of a plan stood.

    Returns:
        Whether that is known, and there is still a screen for it.
    """
    known = settings.place_in(str(path.absolute()))
    if known is None or not known.geometry:
        return False
    return window.restoreGeometry(QByteArray.fromBase64(QByteArray(known.geometry.encode())))
