"""Copies or keeps the report of an import."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from planner.errors import PlanError
from planner.exchange.spreadsheet.report import ImportReport
from planner.files.atomic import write_atomically
from planner.language import say
from ui.kit.buttons import WordButton
from ui.kit.files import ask_for_new
from ui.theme.tokens import SMALL


class ReportBar(QWidget):
    """Two buttons for one report.

    Signals:
        told: a sentence on what was done with it.
        failed: the `PlanError` that says why it could not be written.
    """

    told = Signal(str)
    failed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._report: ImportReport | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        self._copy, self._save = WordButton(say("Copy report"), "copy"), WordButton(say("Save report…"))
        self._copy.setObjectName("report.copy")
        self._save.setObjectName("report.save")
        for button, act in ((self._copy, self._copy_text), (self._save, self._ask)):
            button.setEnabled(False)
            button.clicked.connect(act)
            row.addWidget(button)
        row.addStretch(1)

    def take(self, report: ImportReport) -> None:
        """Take up the report as it is now."""
        self._report = report
        self._copy.setEnabled(True)
        self._save.setEnabled(True)

    def _copy_text(self) -> None:
        if self._report is not None:
            QGuiApplication.clipboard().setText(self._report.text)
            self.told.emit(say("The report is copied."))

    def _ask(self) -> None:
        if self._report is None:
            return
        name = say("Import of {file}", file=self._report.tables.title)
        dialog = ask_for_new(self, say("Save the report"), "", name, "txt")
        dialog.fileSelected.connect(self._write)
        dialog.open()

    def _write(self, path: str) -> None:
        if self._report is None:
            return
        try:
            write_atomically(Path(path), self._report.text.encode())
        except PlanError as error:
            self.failed.emit(error)
        else:
            self.told.emit(say("Wrote {path}", path=path))
