"""Copies of the open plan in other plan files."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from planner.errors import PlanError
from planner.language import say
from ui.document import PlanDocument
from ui.kit.files import ask_for_new


class Copies(QObject):
    """Asks where a copy is to go and writes it.

    Signals:
        written: the path of the copy.
        failed: the `PlanError` that says why there is none.
    """

    written = Signal(str)
    failed = Signal(object)

    def __init__(self, document: PlanDocument, window: QWidget) -> None:
        super().__init__(window)
        self._document = document
        self._window = window

    def ask_for_copy(self) -> None:
        """Save a copy of the plan."""
        dialog = ask_for_new(
            self._window, say("Save a copy"), self._folder(), say("{title} copy", title=self._title())
        )
        dialog.fileSelected.connect(self._write_plan)
        dialog.open()

    def _folder(self) -> str:
        return str(self._document.path.parent) if self._document.path else ""

    def _title(self) -> str:
        return self._document.plan.the_brief.title

    def _write_plan(self, chosen: str) -> None:
        try:
            self._document.save_copy(Path(chosen))
        except PlanError as error:
            self.failed.emit(error)
        else:
            self.written.emit(chosen)
