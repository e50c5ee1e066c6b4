"""The verdict in plain words, and what stands on each step; the fingerprint below."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from planner.editing.revision import is_signed
from planner.language import say, say_count
from planner.model.kinds import Step
from planner.model.vocabulary import Weight
from planner.signoff.approvals import missing_roles, outstanding
from planner.truths.engine import of_step
from planner.truths.findings import Report
from ui.checking import is_checked
from ui.document import PlanDocument
from ui.kit.buttons import WordButton
from ui.kit.card import Card, card_page
from ui.kit.empty_state import Pictogram
from ui.kit.finding_note import LEVEL_LOOKS
from ui.kit.level_label import LevelMark, counted_level
from ui.kit.scrolling import ScrollPage
from ui.kit.text import plain_label
from ui.steps.sign_off.fingerprint_card import FingerprintCard
from ui.theme import current_tokens
from ui.theme.tokens import HUGE, MEDIUM, SMALL

_MEASURE = 620
"""Width of the table of steps, in pixels at 100 %."""


class VerdictTab(QWidget):
    """Says whether the plan can be signed, and what is left to do.

    Signals:
        approvals_wanted: the approvals are wanted.
    """

    approvals_wanted = Signal()

    def __init__(self, document: PlanDocument) -> None:
        super().__init__()
        self._document = document
        self._mark = Pictogram("circle-check")
        self._verdict = plain_label(role="h2", wraps=True)
        self._next = plain_label(wraps=True)
        self._approve = WordButton(say("To the approvals"), "arrow-right")
        self._approve.setObjectName("to-approvals")
        self._approve.clicked.connect(self.approvals_wanted)
        self._counts = QGridLayout()
        self._fingerprint = FingerprintCard(document)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(ScrollPage(card_page(self._verdict_card(), self._steps_card(), self._fingerprint)))
        document.changed.connect(self._show_if_seen)
        document.report_changed.connect(self._show_if_seen)

    def showEvent(self, event: QShowEvent) -> None:
        """Say what is so now."""
        super().showEvent(event)
        self._show()

    def _verdict_card(self) -> Card:
        card = Card()
        words = QVBoxLayout()
        words.addWidget(self._verdict)
        words.addWidget(self._next)
        words.addSpacing(SMALL)
        words.addWidget(self._approve, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout()
        row.setSpacing(MEDIUM)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        card.body.addLayout(row)
        return card

    def _steps_card(self) -> Card:
        card = self._standing = Card(say("What stands, step by step"))
        self._counts.setHorizontalSpacing(HUGE)
        self._counts.setVerticalSpacing(SMALL)
        self._counts.setColumnStretch(0, 4)
        self._counts.setColumnStretch(len(Weight) + 1, 1)
        self._cells: dict[tuple[int, int], LevelMark] = {}
        for row, step in enumerate(Step):
            self._counts.addWidget(plain_label(f"{row + 1}  {step.heading}", wraps=True), row, 0)
            for column, level in enumerate(Weight, start=1):
                self._cells[row, column] = LevelMark(level)
                self._counts.addWidget(self._cells[row, column], row, column)
        # Wide cards leave the rest of the line free: a count stands near the step that it counts for.
        near = QWidget()
        near.setLayout(self._counts)
        near.setMaximumWidth(current_tokens().px(_MEASURE))
        self._counts.setContentsMargins(0, 0, 0, 0)
        line = QHBoxLayout()
        line.addWidget(near, 1)
        line.addStretch(0)
        card.body.addLayout(line)
        return card

    def _show_if_seen(self) -> None:
        if self.isVisible():
            self._show()

    def _show(self) -> None:
        report = self._document.report
        verdict, then = verdict_in_words(self._document, report)
        self._verdict.setText(verdict)
        self._mark.show_icon(*_mark_of(report))
        self._standing.setVisible(bool(report.standing))
        self._next.setText(then)
        self._approve.setVisible(
            is_checked(report) and report.can_sign and not is_signed(self._document.plan)
        )
        for row, step in enumerate(Step):
            found = list(of_step(report.standing, step))
            for column, level in enumerate(Weight, start=1):
                self._cells[row, column].set_count(sum(finding.level is level for finding in found))


def verdict_in_words(document: PlanDocument, report: Report) -> tuple[str, str]:
    """Return the verdict in one short sentence, and what is to be done next."""
    plan, counts = document.plan, report.counts
    if is_signed(plan):
        return (
            say("Revision {revision} is signed.", revision=str(plan.revision)),
            say("The next edit begins a new revision; this one stays in the file."),
        )
    if not is_checked(report):
        return say("The plan is being checked."), say("The verdict comes in a moment.")
    if report.has_stop:
        return (
            say("The plan can't be signed yet."),
            f"{_left(counts)} {say('Mend the stops first: nobody can waive them.')}",
        )
    if not report.can_sign:
        then = say("Mend each warning, or accept it as an exception.")
        return say("No stop stands."), f"{_left(counts)} {then}"
    waived = counts["waived"]
    kept = (
        say_count(
            "It keeps every truth but {count} accepted exception.",
            "It keeps every truth but {count} accepted exceptions.",
            waived,
        )
        if waived
        else say("It keeps every truth.")
    )
    return say("The plan can be signed."), f"{kept} {_approvals_left(document)}"


def _mark_of(report: Report) -> tuple[str, str]:
    """Return the verdict's icon and the token of its colour."""
    if not is_checked(report):
        return "loader-circle", "muted"
    if report.can_sign:
        return "circle-check", "ok"
    look = LEVEL_LOOKS[Weight.STOP if report.has_stop else Weight.WARN]
    return look.icon, look.tone


def _left(counts: Mapping[str, int]) -> str:
    stops, warnings = counts[Weight.STOP.value], counts[Weight.WARN.value]
    if stops and warnings:
        return say(
            "{stops} and {warnings} stand.",
            stops=counted_level(Weight.STOP, stops),
            warnings=counted_level(Weight.WARN, warnings),
        )
    if stops:
        return say_count("{count} stop stands.", "{count} stops stand.", stops)
    return say_count("{count} warning stands.", "{count} warnings stand.", warnings)


def _approvals_left(document: PlanDocument) -> str:
    missing = missing_roles(document.plan)
    if missing:
        roles = say(", ").join(role.label.lower() for role in missing)
        return say("Name its approvers first: {roles}.", roles=roles)
    return say_count(
        "{count} approval is still to come.",
        "{count} approvals are still to come.",
        len(outstanding(document.plan)),
    )
