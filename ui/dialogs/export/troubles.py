"""What will not print well, told before anything is written: each with a button that leads to its place."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from planner.errors import PlanError
from planner.language import say, say_count
from planner.model.plan import Plan
from ui.kit.buttons import WordButton
from ui.kit.text import plain_label
from ui.tasks import Task, Tasks, Ticket
from ui.theme.tokens import MEDIUM, SMALL

if TYPE_CHECKING:
    from planner.signoff.printable import PrintProblem

_SHOWN, _MOST_SHOWN = 3, 60


@dataclass(frozen=True, slots=True)
class Looked:
    """What a worker has found, and in which plan."""

    plan: Plan
    problems: "tuple[PrintProblem, ...]"


class Troubles(QFrame):
    """Lists what will not print well; hidden where all will.

    Signals:
        wanted: kind, id and field of the place that the user wants to see.
        looked: the problems, whenever they were looked for.
    """

    wanted = Signal(str, str, str)
    looked = Signal(object)

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self.setProperty("role", "warn")
        self._tasks = tasks
        self._task: Task | None = None
        self._plan: Plan | None = None
        self._problems: Sequence[PrintProblem] = ()
        self._title = plain_label(role="strong", wraps=True)
        self._rows: list[QWidget] = []
        self._more = WordButton("", "chevron-down", role="quiet")
        self._more.clicked.connect(self._show_all)
        self._rest = plain_label(role="caption", wraps=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
        self._column.setSpacing(SMALL)
        self._column.addWidget(self._title)
        self._column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self._rest)
        self.hide()

    @property
    def messages(self) -> tuple[str, ...]:
        """What is listed."""
        return tuple(problem.message for problem in self._problems)

    def look(self, plan: Plan) -> None:
        """Look for problems in a plan; what is listed stays until they are known."""
        if plan is self._plan:
            return
        self._plan = plan
        if self._task is not None:
            self._task.cancel()
        self._task = self._tasks.start(partial(found_problems, plan))
        self._task.done.connect(self._take)
        self._task.failed.connect(self._fail)

    def _take(self, looked: Looked) -> None:
        if looked.plan is not self._plan:
            return
        self._task = None
        self.looked.emit(looked)
        if looked.problems != self._problems:
            self._problems = looked.problems
            self._list(_SHOWN)
        self.setVisible(bool(looked.problems))

    def _fail(self, error: Exception) -> None:
        raise error

    def _show_all(self) -> None:
        self._list(_MOST_SHOWN)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _list(self, most: int) -> None:
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = [self._row(problem) for problem in self._problems[:most]]
        for at, row in enumerate(self._rows, start=1):
            self._column.insertWidget(at, row)
        count = len(self._problems)
        self._title.setText(say("What will not print well ({count})", count=count))
        self._more.setText(say("Show {count} more", count=min(count, _MOST_SHOWN) - most))
        self._more.setVisible(count > most and most < _MOST_SHOWN)
        self._rest.setText(
            say_count(
                "So it is with {count} more field.",
                "So it is with {count} more fields.",
                count - _MOST_SHOWN,
            )
        )
        self._rest.setVisible(count > _MOST_SHOWN and most == _MOST_SHOWN)

    def _row(self, problem: "PrintProblem") -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SMALL)
        line.addWidget(plain_label(problem.message, wraps=True), 1)
        show = WordButton(say("Show"), "arrow-right", role="quiet")
        show.setAccessibleName(say("Show the field"))
        show.setAccessibleDescription(problem.message)
        show.clicked.connect(partial(self.wanted.emit, problem.kind, problem.record, problem.field))
        line.addWidget(show, 0, Qt.AlignmentFlag.AlignTop)
        return row


def found_problems(plan: Plan, _ticket: Ticket) -> Looked:
    """Return what of a plan will not print well; for a worker."""
    from planner.document.options import options_of  # noqa: PLC0415 - heavy; only where needed
    from planner.document.preflight import document_problems  # noqa: PLC0415 - as above
    from planner.signoff.printable import print_problems  # noqa: PLC0415 - as above

    try:
        options = options_of(plan)
    except PlanError:
        return Looked(plan, print_problems(plan))
    return Looked(plan, document_problems(plan, options))
