"""Purpose: the business question and its answer first, then the frame, then what we stand for."""

from planner.language import phrase, say
from planner.model.kinds import Step
from planner.model.schema import field
from ui.document import PlanDocument
from ui.kit.bound_card import BoundCard
from ui.kit.card import card_page
from ui.kit.scrolling import ScrollPage
from ui.kit.weak import weakly
from ui.steps.base import StepPage

_PURPOSE = phrase("Say what the business gains. Everything that follows has to serve this answer.")
_FRAME = ("title", "organisation", "currency", "starts_on", "ends_on", "sponsor", "hourly_rate")
_OPENNESS = ("stands_for", "shares", "protects")
_OPEN_WORDS = phrase("What people may hold you to, and what you tell them openly.")


class PurposePage(StepPage):
    """The brief as a calm form in three cards."""

    def __init__(self, document: PlanDocument) -> None:
        super().__init__(Step.PURPOSE, document, say(_PURPOSE))
        question = field("brief", "answer")
        self._cards = (
            BoundCard(document, "brief", ("answer",), question.title, question.hint, role="h2"),
            BoundCard(document, "brief", _FRAME, say("The plan")),
            BoundCard(document, "brief", _OPENNESS, say("Where we stand"), say(_OPEN_WORDS)),
        )
        answer = self._cards[0].row("answer")
        if answer is not None:
            answer.hide_label()
        self._scroll = ScrollPage(card_page(*self._cards))
        self._add_part(self._scroll, 1)
        self._place("brief", None, weakly(self._show))

    def _show(self, _record_id: str, name: str) -> None:
        card = next((card for card in self._cards if card.row(name)), self._cards[0])
        row = card.focus_field(name)
        if row is not None:
            self._scroll.reveal(row)
