"""Where the plan is on its way to the signatures, and the button that sends it round."""

import getpass
from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout, QWidget

from planner.errors import PlanError
from planner.language import say
from planner.model.format import listing
from planner.model.plan import Plan
from planner.signoff.route import RouteState, ask_for_approval, state_of, whose_turn
from planner.truths.engine import check_plan
from ui.document import PlanDocument
from ui.kit.buttons import WordButton
from ui.kit.card import Card
from ui.kit.editors.base import sentence_of
from ui.kit.icon_label import IconLabel
from ui.kit.text import plain_label
from ui.theme.tokens import SMALL

_ICONS = {
    RouteState.DRAFT: ("pencil", "note"),
    RouteState.IN_REVIEW: ("circle-dot", "warn"),
    RouteState.SIGNED: ("circle-check", "ok"),
}


class RouteCard(Card):
    """Draft, in review or signed, in words and with a mark; and whose turn it is."""

    def __init__(self, document: PlanDocument) -> None:
        """Make the card of a plan.

        Args:
            document: the plan.
        """
        super().__init__(say("Where it stands"))
        self._document = document
        self._mark = IconLabel(18)
        self._state = plain_label(role="strong", wraps=True)
        self._next = plain_label(wraps=True)
        self._problem = plain_label(role="error", wraps=True)
        self._problem.hide()
        self._send = WordButton(say("Send round for approval"))
        self._send.clicked.connect(self._send_round)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(self._mark)
        row.addWidget(self._state, 1)
        row.addWidget(self._send)
        self.body.addLayout(row)
        self.body.addWidget(self._next)
        self.body.addWidget(self._problem)

    @property
    def words(self) -> str:
        """What the card says."""
        return f"{self._state.text()} {self._next.text()}"

    @property
    def problem(self) -> str:
        """Why the plan was not sent round."""
        return self._problem.text()

    @property
    def send_button(self) -> QWidget:
        """Sends the plan round."""
        return self._send

    def show_state(self) -> None:
        """Show where the plan as it is now stands."""
        plan = self._document.plan
        state = state_of(plan)
        self._mark.show_icon(*_ICONS[state])
        self._state.setText(
            say("{state}: revision {revision}", state=state.label, revision=str(plan.revision))
        )
        self._next.setText(_what_next(plan, state))
        self._send.setVisible(state is RouteState.DRAFT)
        self._send.setEnabled(not self._document.read_only)
        self._problem.hide()

    def _send_round(self) -> None:
        plan = self._document.plan
        report = check_plan(plan, self._document.today())
        try:
            self._document.do(ask_for_approval(plan, report, account_name(), datetime.now().astimezone()))
        except PlanError as error:
            self._problem.setText(sentence_of(error))
            self._problem.show()


def account_name() -> str:
    """Return the name of the user's account on this computer; empty where there is none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def _what_next(plan: Plan, state: RouteState) -> str:
    if state is RouteState.SIGNED:
        return say("All its approvers accepted it. The next edit begins the next revision.")
    if state is RouteState.DRAFT:
        return say(
            "Once it is sent round, its approvers decide about it exactly as it is; an edit takes it back."
        )
    turn = [
        say("{name} ({role})", name=plan.name_of(a.person), role=a.role.label.lower())
        for a in whose_turn(plan)
    ]
    if not turn:
        return say("Everybody named has accepted.")
    return say("To decide next: {people}.", people=listing(turn))
