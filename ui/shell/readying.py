"""The modules of pages, board and workshop are loaded before one is asked for, one at each idle moment."""

from importlib import import_module
from types import ModuleType

from PySide6.QtCore import QObject, QTimer

from ui.kit.slices import Slices
from ui.steps import PAGES

_AFTER_MS = 50
"""The window is painted first."""

_PARTS = (
    "ui.kit.chart_panel",
    "ui.kit.record_table",
    "ui.kit.kind_editor",
    "ui.steps.base",
    "ui.steps.purpose",
    "planner.charts.timeline",
    "ui.kit.timeline_panel",
    "planner.charts.capacity",
    "planner.charts.ladder",
    "ui.dialogs.compare",
    "ui.steps.sign_off.decision",
    "ui.steps.sign_off.house",
    "ui.steps.sign_off.revisions",
)
"""What pages stand on, so that no single page takes long: what the first one needs comes first."""

_AFTER_PAGES = (
    "ui.board.page",
    "ui.workshop.planning",
    "ui.workshop.running",
    "ui.workshop.strip",
    "ui.workshop.capture.panel",
    "ui.workshop.room.view",
    "ui.workshop.room.pictures",
    "ui.workshop.console.preview",
    "ui.workshop.wall.wall",
    "ui.workshop.voting.people",
    "ui.workshop.voting.desk",
    "ui.workshop.deciding.panel",
    "ui.workshop.console.work",
    "ui.workshop.console.page",
    "ui.dialogs.verify",
    "ui.dialogs.known_signers",
    "ui.dialogs.spreadsheet",
)


class Readying(QObject):
    """Loads in the window's thread, since modules make Qt objects, but never for long at a time."""

    def __init__(self, parent: QObject) -> None:
        """Begin as soon as the window has been painted."""
        super().__init__(parent)
        self._slices: Slices[ModuleType] = Slices(self)
        QTimer.singleShot(_AFTER_MS, self, self._begin)

    @property
    def is_done(self) -> bool:
        """Whether everything can be shown without loading anything."""
        return bool(self._slices.found) and self._slices.is_done

    def _begin(self) -> None:
        pages = (module for module, _ in PAGES.values())
        self._slices.start(map(import_module, (*_PARTS, *pages, *_AFTER_PAGES)))
