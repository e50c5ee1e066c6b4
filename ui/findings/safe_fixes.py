"""How many findings can really be fixed safely: worked out beside the window once a check is done."""

from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal

from planner.model.plan import Plan
from planner.truths.engine import UnwantedError
from planner.truths.findings import Report
from planner.truths.fixes import MendedPlan, has_safe_fix, mend_all_safe
from ui.document import PlanDocument
from ui.tasks import Task, Ticket

Mended = tuple[Plan, MendedPlan]
"""A plan, and what becomes of it by all safe fixes."""


class SafeFixes(QObject):
    """Tries all safe fixes on the plan as it is.

    What a finding offers alone says too much and too little: a fix that would bring a new stop or warning
    is not made, and others become possible by those that are.

    Signals:
        found: the number is known, or known anew.
    """

    found = Signal()

    def __init__(self, document: PlanDocument, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._count: int | None = 0
        self._mended: Mended | None = None
        self._task: Task | None = None
        document.changed.connect(self._drop)
        document.report_changed.connect(self._look)
        self._look(document.report)

    @property
    def count(self) -> int | None:
        """How many findings can be fixed, at the last look; None where the first is not over yet."""
        return self._count

    @property
    def mended(self) -> Mended | None:
        """What all safe fixes make of the plan as it is now; None where that is not known."""
        known = self._mended
        return known if known is not None and known[0] is self._document.plan else None

    def _drop(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _look(self, report: Report) -> None:
        self._drop()
        self._task = self._mended = None
        if self._document.read_only or not any(map(has_safe_fix, report.standing)):
            self._count = 0
            return
        self._count = self._count or None
        self._task = self._document.in_worker(partial(_tried, self._document.plan, self._document.today()))
        self._task.done.connect(self._take)
        self._task.failed.connect(self._fail)

    def _take(self, mended: Mended | None) -> None:
        if mended is None or mended[0] is not self._document.plan:
            return
        self._task = None
        self._mended = mended
        self._count = len(mended[1].mends)
        self.found.emit()

    def _fail(self, error: Exception) -> None:
        raise error


def _tried(plan: Plan, today: date, ticket: Ticket) -> Mended | None:
    try:
        return plan, mend_all_safe(plan, today, is_unwanted=ticket.is_cancelled)
    except UnwantedError:
        return None
