"""Writing the plan's document: paper, file, progress, and what to do with it then."""

from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QWidget,
)

from planner.errors import PlanError
from planner.model.plan import Plan
from planner.truths.engine import check_plan
from ui.dialogs.base import Dialog
from ui.dialogs.files import ask_for_new, default_folder, file_name
from ui.document import PlanDocument
from ui.kit.text import plain_label
from ui.settings import Settings
from ui.tasks import Task, Tasks, Ticket
from ui.theme.tokens import SMALL

if TYPE_CHECKING:
    from planner.document.pdf import ExportResult

_PAPERS = ("A4", "Letter")


@dataclass(frozen=True, slots=True)
class _Order:
    """What is to be written."""

    plan: Plan
    out: Path
    paper: str
    today: date


class ExportDialog(Dialog):
    """Exports the PDF in a worker: of the plan as it was at the start, which may be edited meanwhile."""

    def __init__(self, document: PlanDocument, settings: Settings, tasks: Tasks, parent: QWidget) -> None:
        super().__init__("Export PDF", parent)
        self._document = document
        self._settings = settings
        self._tasks = tasks
        self._task: Task | None = None
        self._out = Path()
        self._paper = QComboBox()
        self._paper.addItems(_PAPERS)
        self._paper.setCurrentText(settings.paper or _PAPERS[0])
        self._file = QLineEdit(str(self._suggestion()))
        self._browse = QPushButton("Browse…")
        self._browse.clicked.connect(self._ask_where)
        self._progress = QProgressBar()
        self._progress.setRange(0, 100)
        self._progress.setAccessibleName("Progress")
        self._progress.hide()
        self._said = plain_label(wraps=True)
        self._said.hide()
        self._build()

    def _build(self) -> None:
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for name, widget in (("Paper", self._paper), ("File", self._file)):
            widget.setAccessibleName(name)
            widget.setObjectName(f"export.{name.lower()}")
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(self._file, 1)
        row.addWidget(self._browse)
        form.addRow("Paper", self._paper)
        form.addRow("File", row)
        self.body.addLayout(form)
        self.body.addWidget(self._progress)
        self.body.addWidget(self._said)
        role = QDialogButtonBox.ButtonRole
        self._open = self.add_button("Open file", role.ActionRole, "open")
        self._show = self.add_button("Show in folder", role.ActionRole, "show")
        self._cancel = self.add_button("Cancel", role.RejectRole, "cancel")
        self._export = self.add_button("Export", role.AcceptRole, "export")
        self._open.clicked.connect(self._open_file)
        self._show.clicked.connect(self._open_folder)
        self.buttons.accepted.connect(self._start)
        self._open.hide()
        self._show.hide()
        self.setMinimumWidth(520)

    def reject(self) -> None:
        """Stop the export where one runs, else close."""
        if self._task is not None:
            self._task.cancel()
        else:
            super().reject()

    def _suggestion(self) -> Path:
        folder = self._document.path.parent if self._document.path else Path(default_folder(""))
        return folder / f"{file_name(self._document.plan.the_brief.title)}.pdf"

    def _ask_where(self) -> None:
        path = Path(self._file.text())
        dialog = ask_for_new(self, "Export PDF", str(path.parent), path.stem, "pdf")
        dialog.fileSelected.connect(self._file.setText)
        dialog.open()

    def _start(self) -> None:
        out = Path(self._file.text().strip())
        if not out.name:
            self._say("Name the file to write.")
            return
        self._out = out if out.suffix.lower() == ".pdf" else out.with_name(f"{out.name}.pdf")
        self._settings.paper = self._paper.currentText()
        order = _Order(self._document.plan, self._out, self._paper.currentText(), self._document.today())
        self._set_running(is_running=True)
        self._task = self._tasks.start(partial(_export, order))
        self._task.progressed.connect(self._progress.setValue)
        self._task.done.connect(self._exported)
        self._task.failed.connect(self._not_exported)

    def _set_running(self, *, is_running: bool) -> None:
        for widget in (self._paper, self._file, self._browse, self._export):
            widget.setEnabled(not is_running)
        self._progress.setValue(0)
        self._progress.setVisible(is_running)
        self._said.setVisible(not is_running)

    def _exported(self, result: "ExportResult") -> None:
        self._task = None
        self._set_running(is_running=False)
        pages = "1 page" if result.pages == 1 else f"{result.pages} pages"
        self._say(f"Written: {result.path} ({pages}).")
        self._open.show()
        self._show.show()
        self._cancel.setText("Close")
        self._open.setFocus()

    def _not_exported(self, error: Exception) -> None:
        self._task = None
        self._set_running(is_running=False)
        if not isinstance(error, PlanError):
            raise error
        self._say(f"{error.message} {error.hint}".strip())

    def _say(self, text: str) -> None:
        self._said.setText(text)
        self._said.show()

    def _open_file(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._out)))

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._out.parent)))


def _export(order: _Order, ticket: Ticket) -> "ExportResult":
    from planner.document.pdf import PdfOptions, export_pdf  # noqa: PLC0415 - ReportLab is slow to import

    shown = -1

    def tell(part: float) -> None:
        nonlocal shown
        if round(part * 100) > shown:
            shown = round(part * 100)
            ticket.report(shown)

    return export_pdf(
        order.plan,
        check_plan(order.plan, order.today),
        order.out,
        PdfOptions(paper="Letter" if order.paper == "Letter" else "A4"),
        today=order.today,
        progress=tell,
        cancelled=ticket.is_cancelled,
    )
