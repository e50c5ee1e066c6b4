"""The menu of recent plans."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from planner.language import say
from ui.kit.text import caption_of
from ui.settings import Settings
from ui.shell.recent import called, places


class RecentMenu(QMenu):
    """Lists the recent plans that are still there.

    Signals:
        picked: the path of a plan.
    """

    picked = Signal(str)

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(say("Open &recent"), parent)
        self._settings = settings
        self.aboutToShow.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """List the plans anew."""
        self.clear()
        there = [plan for plan in self._settings.recent if Path(plan.path).exists()]
        for plan, where in zip(there, places(there), strict=True):
            action = self.addAction(caption_of(f"{called(plan)} ({where})"))
            action.setObjectName(plan.path)
            action.triggered.connect(self._triggered)
        if self.isEmpty():
            self.addAction(say("No recent plans")).setEnabled(False)

    def _triggered(self) -> None:
        self.picked.emit(self.sender().objectName())
