"""The window that says whether a document or a plan is as it was signed."""

from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialogButtonBox, QProgressBar, QVBoxLayout, QWidget

from planner.errors import PlanError
from planner.exchange.importing import IMPORTED
from planner.language import say
from ui.dialogs.verify.verdict_view import VerdictView
from ui.dialogs.verify.work import Order, Part, recorded, verify_in_worker
from ui.document import PlanDocument
from ui.kit.dialog import Dialog
from ui.kit.editors.base import sentence_of
from ui.kit.find_revision import FindRevisionLine
from ui.kit.scrolling import ScrollPage
from ui.kit.text import plain_label
from ui.tasks import Task, Tasks
from ui.theme import ending
from ui.theme.tokens import MEDIUM

_SIZE = QSize(720, 640)
_PARTS = 1000
"""Steps of the progress bar."""


class VerifyDialog(Dialog):
    """Verifies a file at once, and shows the verdict; does not block.

    Signals:
        plan_wanted: the path of a document of which a plan is to be made.
    """

    plan_wanted = Signal(str)

    def __init__(self, path: Path, document: PlanDocument | None, tasks: Tasks, parent: QWidget) -> None:
        """Make the window and begin to verify.

        Args:
            path: the file: a PDF, or a plan.
            document: the plan that is open, whose record the file is held against where it is the same plan.
            tasks: workers.
            parent: the window that it stays above.
        """
        super().__init__(say("Verify “{name}”", name=path.name), parent)
        self.setWindowModality(Qt.WindowModality.NonModal)
        self._path = path
        self._task: Task | None = None
        self._parts: tuple[Part, ...] = ()
        self.views: list[VerdictView] = []
        self._progress = QProgressBar()
        self._progress.setRange(0, _PARTS)
        self._progress.setAccessibleName(say("Progress"))
        self._progress.setTextVisible(False)
        self._said = plain_label(say("Reading the file, apart from everything else…"), wraps=True)
        self._inner = QWidget()
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(*ending(MEDIUM))
        self._column.setSpacing(MEDIUM)
        self._scroll = ScrollPage(self._inner)
        self._build(document)
        self._start(document, tasks)

    @property
    def is_busy(self) -> bool:
        """Whether a verdict is still to come."""
        return self._task is not None

    @property
    def said(self) -> str:
        """Why there is no verdict."""
        return self._said.text()

    @property
    def parts(self) -> tuple[Part, ...]:
        """The verdicts."""
        return self._parts

    def reject(self) -> None:
        """Close, and let the reading end."""
        if self._task is not None:
            self._task.cancel()
        super().reject()

    def _build(self, document: PlanDocument | None) -> None:
        for widget in (self._said, self._progress):
            self.body.addWidget(widget)
        self.body.addWidget(self._scroll, 1)
        self._scroll.setAccessibleName(say("Verdict"))
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # arrows scroll what has no field
        self._scroll.hide()
        self.body.addStretch(0)
        if document is not None:
            self.body.addWidget(FindRevisionLine(document))
        role = QDialogButtonBox.ButtonRole
        self._make = self.add_button(say("Make a plan from it…"), role.ActionRole, "make")
        self._make.setAutoDefault(False)
        self._make.clicked.connect(self._make_plan)
        self._make.hide()
        self._close = self.add_button(say("Cancel"), role.RejectRole, "close")
        self._close.setAutoDefault(False)  # Enter belongs to the lines
        self.resize(_SIZE)

    def _start(self, document: PlanDocument | None, tasks: Tasks) -> None:
        record = document.in_file(recorded) if document is not None else None
        order = Order(self._path, document.path if document is not None else None, record)
        self._task = tasks.start(partial(verify_in_worker, order))
        self._task.progressed.connect(self._show_progress)
        self._task.done.connect(self._take)
        self._task.failed.connect(self._fail)

    def _show_progress(self, part: float) -> None:
        self._progress.setValue(round(part * _PARTS))

    def _take(self, parts: tuple[Part, ...]) -> None:
        self._end()
        self._said.hide()
        self._scroll.show()
        self._show_parts(parts)
        inside = any(part.evidence is not None and part.evidence.facts.plan is not None for part in parts)
        self._make.setVisible(inside and self._path.suffix.lower() in IMPORTED)

    def _fail(self, error: Exception) -> None:
        self._end()
        if not isinstance(error, PlanError):
            raise error
        self._said.setText(sentence_of(error))

    def _end(self) -> None:
        self._task = None
        self._progress.hide()
        self._close.setText(say("Close"))

    def _show_parts(self, parts: tuple[Part, ...]) -> None:
        for view in self.views:
            view.hide()
            view.deleteLater()
        self._parts = parts
        self.views = [VerdictView(part) for part in parts]
        for view in self.views:
            view.remembered.connect(self._remember)
            self._column.addWidget(view)

    def _remember(self, name: str, fingerprint: str) -> None:
        known = next(part.evidence.known for part in self._parts if part.evidence is not None)
        try:
            known.remember(name, fingerprint, at=datetime.now(UTC), where=self._path.name)
        except PlanError as error:
            self._said.setText(sentence_of(error))
            self._said.show()
        else:
            self._show_parts(tuple(part.judged_again() for part in self._parts))

    def _make_plan(self) -> None:
        self.accept()
        self.plan_wanted.emit(str(self._path))
