"""Purpose: the business question and its answer first, then the frame, then what we stand for."""

from collections.abc import Sequence

from PySide6.QtCore import Qt

from planner.model.kinds import Step
from planner.model.schema import field
from ui.document import PlanDocument
from ui.kit.card import Card, card_page
from ui.kit.field_grid import FieldGrid
from ui.kit.field_row import FieldRow
from ui.kit.record_binding import RecordBinding
from ui.kit.scrolling import ScrollPage
from ui.steps.base import StepPage

_PURPOSE = "Say what the business gains. Everything that follows has to serve this answer."
_FRAME = ("title", "organisation", "starts_on", "ends_on", "currency", "sponsor", "hourly_rate")
_OPENNESS = ("stands_for", "shares", "protects")
_OPEN_WORDS = "What people may hold you to, and what you tell them openly."


class PurposePage(StepPage):
    """The brief as a calm form in three cards."""

    def __init__(self, document: PlanDocument) -> None:
        super().__init__(Step.PURPOSE, document, _PURPOSE)
        names = ("answer", *_FRAME, *_OPENNESS)
        self._rows = {name: FieldRow(field("brief", name), document) for name in names}
        cards = (
            self._question_card(),
            self._card("The plan", "", _FRAME),
            self._card("Where we stand", _OPEN_WORDS, _OPENNESS),
        )
        self._scroll = ScrollPage(card_page(*cards))
        self._column.addWidget(self._scroll, 1)
        self._binding = RecordBinding(document, "brief", self._rows.values(), self)
        self._binding.bind("brief")
        self._place("brief", None, self._show)

    def _question_card(self) -> Card:
        spec = field("brief", "answer")
        card = Card(spec.title, spec.hint)
        row = self._rows["answer"]
        row.hide_label()
        card.body.addWidget(row)
        return card

    def _card(self, title: str, words: str, names: Sequence[str]) -> Card:
        card = Card(title, words)
        card.body.addWidget(FieldGrid(self._rows[name] for name in names))
        return card

    def _show(self, _record_id: str, name: str) -> None:
        row = self._rows.get(name, self._rows["answer"])
        row.editor.focus_target().setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.reveal(row)
