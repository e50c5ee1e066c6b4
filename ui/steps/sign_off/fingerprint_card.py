"""The fingerprint of the plan as it is on the screen."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QHBoxLayout

from planner.language import phrase, say
from planner.model.fingerprint import fingerprint, short_fingerprint
from planner.model.plan import Plan
from ui.document import PlanDocument
from ui.kit.buttons import WordButton
from ui.kit.card import Card
from ui.kit.text import plain_label
from ui.tasks import Task, Ticket

_WHY = phrase(
    "It stands for everything that a signature covers. One changed letter gives another one, so that "
    "everybody can tell whether they talk about the same plan."
)
_GROUP = 8


class FingerprintCard(Card):
    """Shows it short and in full; a worker reckons it, since all of a large plan is read for it."""

    def __init__(self, document: PlanDocument) -> None:
        super().__init__(say("Fingerprint"), say(_WHY))
        self._document = document
        self._task: Task | None = None
        self._short = plain_label(role="strong")
        self._short.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._full = plain_label(role="caption", wraps=True)
        self._copy = WordButton(say("Copy"), "copy")
        self._copy.clicked.connect(self._copy_digits)
        line = QHBoxLayout()
        line.addWidget(self._short)
        line.addWidget(self._copy)
        line.addStretch(1)
        self.body.addLayout(line)
        self.body.addWidget(self._full)
        document.changed.connect(self._reckon_if_seen)

    @property
    def shown(self) -> str:
        """The digits that are shown; empty until they are known for the first time."""
        return self._full.text().replace(" ", "")

    def showEvent(self, event: QShowEvent) -> None:
        """Say what it is now."""
        super().showEvent(event)
        self._reckon()

    def _reckon_if_seen(self) -> None:
        if self.isVisible():
            self._reckon()

    def _reckon(self) -> None:
        # One at a time; if the plan changes meanwhile, its end leads here again.
        if self._task is None:
            self._task = self._document.in_worker(partial(_reckoned, self._document.plan))
            self._task.done.connect(self._take)
            self._task.failed.connect(self._fail)

    def _take(self, found: tuple[Plan, str]) -> None:
        self._task = None
        plan, digits = found
        if plan is not self._document.plan:
            self._reckon_if_seen()
            return
        short = short_fingerprint(digits)
        self._short.setText(
            say("Revision {revision} · {fingerprint}", revision=str(plan.revision), fingerprint=short)
        )
        self._full.setText(" ".join(digits[at : at + _GROUP] for at in range(0, len(digits), _GROUP)))

    def _fail(self, error: Exception) -> None:
        self._task = None
        raise error

    def _copy_digits(self) -> None:
        QGuiApplication.clipboard().setText(fingerprint(self._document.plan))


def _reckoned(plan: Plan, _ticket: Ticket) -> tuple[Plan, str]:
    return plan, fingerprint(plan)
