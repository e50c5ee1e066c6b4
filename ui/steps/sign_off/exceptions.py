"""Accepted exceptions and dismissed advice: what is let stand, why, and until when."""

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.language import say
from planner.model.plan import Plan
from planner.model.schema import field
from planner.truths.findings import PLAN
from planner.truths.of_plan import title_of
from planner.truths.questions import question_of
from ui.document import PlanDocument
from ui.kit.card import Card, card_page
from ui.kit.kind_editor import KindEditor
from ui.kit.record_table import RecordTable
from ui.kit.scrolling import ScrollPage
from ui.kit.table_setup import TableSetup

_WAIVERS_HEIGHT, _DISMISSALS_HEIGHT = 420, 200


def rule_title(plan: Plan, record: Any) -> str:  # noqa: ANN401 - a waiver or a dismissal
    """Return the title of the rule that a record is about; its id where there is no such rule."""
    return title_of(plan, record.rule)


def subject_name(plan: Plan, record: Any) -> str:  # noqa: ANN401 - a waiver or a dismissal
    """Return what the entry is called that a record is about."""
    if record.subject == PLAN:
        return say("The plan")
    question = question_of(plan, record.subject)
    return question.text if question else plan.name_of(record.subject, missing=say("No longer in the plan"))


_WORDS = {"rule": rule_title, "subject": subject_name}


class ExceptionsTab(QWidget):
    """Waivers with their reasons above, dismissed advice below."""

    def __init__(self, document: PlanDocument) -> None:
        super().__init__()
        waivers = TableSetup(words=_WORDS, can_add=False)
        self._waivers = KindEditor(document, "waivers", waivers, in_turn=False)
        specs = (field("dismissals", "rule"), field("dismissals", "subject"))
        self._dismissals = RecordTable(
            document, "dismissals", TableSetup(specs=specs, words=_WORDS, can_add=False)
        )
        self._waivers.setMinimumHeight(_WAIVERS_HEIGHT)
        self._dismissals.setMinimumHeight(_DISMISSALS_HEIGHT)
        accepted = Card(say("Accepted exceptions"), say("They are printed above the signatures."))
        accepted.body.addWidget(self._waivers)
        dismissed = Card(say("Dismissed advice"), say("Remove a row to hear that advice again."))
        dismissed.body.addWidget(self._dismissals)
        self._scroll = ScrollPage(card_page(accepted, dismissed))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)

    def show_waiver(self, record_id: str, field_name: str) -> None:
        """Show a waiver and a field of it."""
        self._waivers.show_record(record_id, field_name)
        self._scroll.reveal(self._waivers)

    def show_dismissal(self, record_id: str, _field_name: str) -> None:
        """Show dismissed advice."""
        self._dismissals.select(record_id)
        self._dismissals.focus_rows()
        self._scroll.reveal(self._dismissals)
