"""The page of the board: every objective with its tactics and metrics, the gaps, and what was found."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.analysis.board import board_bands
from planner.charts.board import OUTSIDE, board
from planner.charts.scene import Measure, Scene
from planner.editing.patch import Patch
from planner.language import phrase, say
from planner.model.kinds import kind_of
from planner.model.plan import Plan
from planner.truths.findings import Finding
from ui.board.filters import BoardFilters
from ui.board.view import BoardView
from ui.charts.scene_view import SceneView
from ui.document import PlanDocument
from ui.kit.buttons import WordButton
from ui.kit.chart_panel import ChartPanel
from ui.kit.nothing_to_draw import Needs
from ui.kit.text import plain_label
from ui.kit.weak import weakly
from ui.theme.tokens import SMALL

_PURPOSE = phrase(
    "The whole plan at a glance. A red frame with a cross is a gap; choose any card to see its entry."
)
_PURPOSE_AND_LINKS = phrase(
    "The whole plan at a glance. A red frame with a cross is a gap; choose any card to see its entry, "
    "drag it onto another one to link the two, or press Ctrl+L on it."
)
_NEEDS = phrase("Add objectives, tactics or metrics, or show more of them.")
_KINDS = frozenset({"objectives", "tactics", "metrics", "people", "channels"})
_MOST_OPEN = 60
"""Tactics and metrics with which every band is open at first; beyond it a fold gives the overview."""


class BoardPage(QWidget):
    """Shows the plan as a board and leads from each card to its entry.

    Signals:
        record_wanted: kind, id and field of the entry that the user wants to see.
        left: the user wants to go back to the step.
    """

    record_wanted = Signal(str, str, str)
    left = Signal()

    def __init__(self, document: PlanDocument) -> None:
        super().__init__()
        self._document = document
        self._folded: set[str] = set()
        self._findings: dict[str, list[Finding]] = {}
        self._filters = BoardFilters()
        self._fold_all = WordButton(say("Fold all"), role="quiet")
        self._panel = ChartPanel(
            document,
            weakly(self._draw),
            _KINDS,
            say(_PURPOSE if document.read_only else _PURPOSE_AND_LINKS),
            needs=Needs(say(_NEEDS), ("objectives", "tactics", "metrics")),
            view=BoardView(document),
        )
        self._filters.offer(document.plan)
        if len(document.plan.tactics) + len(document.plan.metrics) > _MOST_OPEN:
            self._folded = self._all_bands()
        self._build()
        self._connect()
        self._name_fold()

    @property
    def view(self) -> SceneView:
        """The board itself."""
        return self._panel.view

    @property
    def panel(self) -> ChartPanel:
        """The board with what can be done with it."""
        return self._panel

    @property
    def filters(self) -> BoardFilters:
        """What is shown of the plan."""
        return self._filters

    @property
    def fold_button(self) -> WordButton:
        """Folds or opens all bands."""
        return self._fold_all

    def show_record(self, kind_key: str, record_id: str, field: str) -> None:
        """Lead to an entry on the page of its step."""
        self.record_wanted.emit(kind_key, record_id, field)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the step on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Give the keyboard to the board."""
        super().showEvent(event)
        self._take_report()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        head = QHBoxLayout()
        head.addWidget(plain_label(say("Board"), role="h1"), 1)
        head.addWidget(self._fold_all, 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(head)
        column.addWidget(self._filters)
        column.addWidget(self._panel, 1)

    def _connect(self) -> None:
        self._filters.changed.connect(self._panel.refresh)
        self._fold_all.clicked.connect(self._toggle_all)
        self._panel.picked.connect(self._lead_to)
        self._panel.kind_wanted.connect(self._lead_to_kind)
        self._panel.view.folded.connect(self._toggle)
        self._document.changed.connect(self._follow)
        self._document.report_changed.connect(self._take_report)

    def _draw(self, plan: Plan, width: float, measure: Measure, size: float) -> Scene:
        return board(
            plan,
            width,
            measure,
            size=size,
            wanted=self._filters.wanted,
            folded=self._folded,
            findings=self._findings,
        )

    def _lead_to(self, record_id: str) -> None:
        record = self._document.plan.find(record_id)
        if record_id == OUTSIDE:
            loose = next((b for b in board_bands(self._document.plan) if not b.objective), None)
            first = next((e.record for e in (*loose.tactics, *loose.metrics)), "") if loose else ""
            record = self._document.plan.find(first)
        if record is not None:
            self.record_wanted.emit(kind_of(record).key, record.id, "")

    def _lead_to_kind(self, kind_key: str) -> None:
        self.record_wanted.emit(kind_key, "", "")

    def _toggle(self, band: str) -> None:
        self._folded ^= {band}
        self._refold()

    def _toggle_all(self) -> None:
        self._folded = set() if self._all_bands() <= self._folded else self._all_bands()
        self._refold()

    def _refold(self) -> None:
        self._name_fold()
        self._panel.refresh()

    def _name_fold(self) -> None:
        self._fold_all.setText(say("Open all") if self._all_bands() <= self._folded else say("Fold all"))

    def _all_bands(self) -> set[str]:
        return {*self._document.plan.objectives, OUTSIDE}

    def _follow(self, patch: Patch) -> None:
        if {"people", "channels"} & set(patch.touched):
            before = self._filters.wanted
            self._filters.offer(self._document.plan)
            if self._filters.wanted != before:
                self._panel.refresh()

    def _take_report(self) -> None:
        found: dict[str, list[Finding]] = {}
        for finding in self._document.report.standing:
            found.setdefault(finding.subject, []).append(finding)
        if found != self._findings:
            self._findings = found
            self._panel.refresh()
