"""What the window finds again at its next start: its place, the plan, the step, the entry."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from planner.model.kinds import Step, kind_of
from planner.model.plan import Plan
from ui.document import PlanDocument
from ui.settings import RecentPlan, Settings
from ui.shell.step_marks import verdict_line
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
    state = known if document.is_checking else verdict_line(document.plan, document.report)
    settings.remember_plan(RecentPlan(path, document.plan.the_brief.title, state))


def remember_place(settings: Settings, workbench: Workbench) -> None:
    """Remember which step is shown, which entry is chosen, and how wide the findings are."""
    settings.panel_width = workbench.panel_width
    settings.last_step = workbench.step.value
    settings.last_record = workbench.chosen_record


def go_to_place(settings: Settings, workbench: Workbench, plan: Plan) -> None:
    """Show the step and the entry of the last session, as far as the plan still has them."""
    step = next((step for step in Step if step.value == settings.last_step), Step.PURPOSE)
    workbench.show_step(step)
    record = plan.find(settings.last_record)
    if record is not None and kind_of(record).step is step:
        workbench.show_record(kind_of(record).key, settings.last_record)
