"""How the day adds up: how long it is, when it ends, what does not fit, and whether anything closes it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from planner.language import say
from planner.model.plan import Plan
from planner.workshop.agenda import RESTS, ends, is_closed, not_fitting, overrun, starts, time_words, total
from planner.workshop.pace import hours_words
from ui.document import PlanDocument
from ui.kit.empty_state import Pictogram
from ui.kit.text import plain_label
from ui.theme import set_look
from ui.theme.tokens import MEDIUM, SMALL


class AgendaTotal(QFrame):
    """Says how long the day is, and warns where it is too long or has no closing block."""

    def __init__(self, document: PlanDocument) -> None:
        super().__init__()
        self._document = document
        self.setProperty("role", "note")
        self._length = plain_label(role="strong", wraps=True)
        self._trouble = plain_label(wraps=True)
        self._mark = Pictogram("triangle-alert")
        self._mark.show_icon("triangle-alert", "warn")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._length)
        words.addWidget(self._trouble)
        row = QHBoxLayout(self)
        row.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)

    @property
    def words(self) -> tuple[str, str]:
        """How long the day is, and what is wrong with it."""
        return self._length.text(), self._trouble.text()

    def show_plan(self) -> None:
        """Say it of the plan as it is now."""
        plan = self._document.plan
        if not plan.agenda_blocks:
            return
        self._length.setText(length_words(plan))
        self._trouble.setText(trouble_words(plan))
        is_wrong = bool(self._trouble.text())
        self._trouble.setVisible(is_wrong)
        self._mark.setVisible(is_wrong)
        set_look(self, "role", "warn" if is_wrong else "note")


def length_words(plan: Plan) -> str:
    """Return how long the day is and when it ends."""
    pauses = sum(block.minutes for block in plan.agenda_blocks.values() if block.sort in RESTS)
    return say(
        "{start} to {end}: {length}, of which {pauses} of breaks and buffers",
        start=time_words(starts(plan)),
        end=time_words(ends(plan)),
        length=hours_words(total(plan)),
        pauses=hours_words(pauses),
    )


def trouble_words(plan: Plan) -> str:
    """Return what is wrong with the day, a sentence a line; empty where nothing is."""
    return "\n".join(words for words in (_late_words(plan), _open_words(plan)) if words)


def _open_words(plan: Plan) -> str:
    if is_closed(plan):
        return ""
    return say("No closing block ends it: nobody is asked what is still undecided.")


def _late_words(plan: Plan) -> str:
    """Return what does not fit before people must leave; empty where everything does."""
    late = not_fitting(plan)
    if not late:
        return ""
    return say(
        "It does not fit before {until}: {over} too long. The first to end too late is “{block}”.",
        until=time_words(ends(plan) - overrun(plan)),
        over=hours_words(overrun(plan)),
        block=late[0].block.name or late[0].block.sort.label,
    )
