"""Accepted exceptions and dismissed advice: what is let stand, why, and until when."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from planner.model.plan import Plan
from planner.model.schema import field
from planner.truths.catalogue import rules
from planner.truths.findings import PLAN
from planner.truths.questions import question_by_id
from ui.document import PlanDocument
from ui.kit.kind_editor import KindEditor
from ui.kit.record_table import RecordTable
from ui.kit.table_setup import TableSetup
from ui.kit.text import plain_label
from ui.theme.tokens import MEDIUM, SMALL


def rule_title(_plan: Plan, record: Any) -> str:  # noqa: ANN401 - a waiver or a dismissal
    """Return the title of the rule that a record is about; its id where there is no such rule."""
    found = rules().get(record.rule)
    return found[0].title if found else str(record.rule)


def subject_name(plan: Plan, record: Any) -> str:  # noqa: ANN401 - a waiver or a dismissal
    """Return what the entry is called that a record is about."""
    if record.subject == PLAN:
        return "The plan"
    question = question_by_id(record.subject)
    return question.text if question else plan.name_of(record.subject, missing="No longer in the plan")


_WORDS = {"rule": rule_title, "subject": subject_name}


class ExceptionsTab(QWidget):
    """Waivers with their reasons above, dismissed advice below."""

    def __init__(self, document: PlanDocument) -> None:
        super().__init__()
        waivers = TableSetup(words=_WORDS, can_add=False)
        self._waivers = KindEditor(document, "waivers", waivers)
        specs = (field("dismissals", "rule"), field("dismissals", "subject"))
        self._dismissals = RecordTable(
            document, "dismissals", TableSetup(specs=specs, words=_WORDS, can_add=False)
        )
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(MEDIUM)
        split.addWidget(_titled("Accepted exceptions: printed above the signatures", self._waivers))
        split.addWidget(_titled("Dismissed advice: remove a row to hear it again", self._dismissals))
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SMALL, 0, 0)
        column.addWidget(split)

    def show_waiver(self, record_id: str, field_name: str) -> None:
        """Show a waiver and a field of it."""
        self._waivers.show_record(record_id, field_name)

    def show_dismissal(self, record_id: str, _field_name: str) -> None:
        """Show dismissed advice."""
        self._dismissals.select(record_id)
        self._dismissals.focus_rows()


def _titled(title: str, widget: QWidget) -> QWidget:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SMALL)
    column.addWidget(plain_label(title, role="muted", wraps=True))
    column.addWidget(widget, 1)
    return part
