"""Who must approve the plan, and each one's decision about exactly this state of it."""

from collections.abc import Mapping

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.language import phrase, say
from planner.model.fingerprint import fingerprint
from planner.model.vocabulary import ApproverRole
from planner.signoff.approvals import missing_roles
from ui.document import PlanDocument
from ui.kit.card import Card, card_page
from ui.kit.record_table import RecordTable
from ui.kit.scrolling import ScrollPage
from ui.kit.table_setup import TableSetup
from ui.kit.text import plain_label
from ui.kit.weak import weakly
from ui.steps.sign_off.decision import DecisionCard
from ui.steps.sign_off.route_card import RouteCard
from ui.theme.tokens import MEDIUM

_WHO = phrase(
    "Sponsor, customer-experience owner and budget holder at least. One person may have several roles."
)
_WORDS = phrase(
    "A decision counts for the plan exactly as it is now. Typed, drawn and ink decisions are records: "
    "whoever can write the plan's file could have written them. A digital signature takes its key."
)


class ApprovalsTab(QWidget):
    """The approvers as a table, and a card for each one's decision."""

    def __init__(self, document: PlanDocument) -> None:
        super().__init__()
        self._document = document
        self._table = RecordTable(document, "approvers", TableSetup(fresh=weakly(self._next_role)))
        self._table.setMinimumHeight(220)
        self._cards: dict[str, DecisionCard] = {}
        who = Card(say("Who approves"), say(_WHO))
        who.body.addWidget(self._table)
        self._decisions = Card(say("Decisions"), say(_WORDS))
        self._nobody = plain_label(say("Name the approvers above first."), role="muted", wraps=True)
        self._decisions.body.addWidget(self._nobody)
        self._list = QVBoxLayout()
        self._list.setSpacing(MEDIUM)
        self._decisions.body.addLayout(self._list)
        self._route = RouteCard(document)
        self._scroll = ScrollPage(card_page(self._route, who, self._decisions))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)
        document.changed.connect(self._show_if_seen)
        self._show()

    @property
    def table(self) -> RecordTable:
        """The approvers."""
        return self._table

    @property
    def route(self) -> RouteCard:
        """Where the plan stands."""
        return self._route

    def card(self, approver_id: str) -> DecisionCard:
        """Return the card of an approver."""
        return self._cards[approver_id]

    def show_approver(self, record_id: str, name: str) -> None:
        """Show an approver; for a decision, whose it is."""
        approval = self._document.plan.approvals.get(record_id)
        self._table.select(approval.approver or "" if approval else record_id, name)
        self._table.focus_rows()
        self._scroll.reveal(self._table)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what is so now."""
        super().showEvent(event)
        self._show()

    def _next_role(self) -> Mapping[str, object]:
        """Begin an approver in the first role that nobody has yet."""
        taken = {approver.role for approver in self._document.plan.approvers.values()}
        missing = [role for role in missing_roles(self._document.plan) if role not in taken]
        return {"role": missing[0] if missing else ApproverRole.REVIEWER}

    def _show_if_seen(self) -> None:
        if self.isVisible():
            self._show()

    def _show(self) -> None:
        approvers = self._document.plan.approvers
        for gone in set(self._cards) - set(approvers):
            card = self._cards.pop(gone)
            card.hide()
            card.deleteLater()
        self._route.show_state()
        digest = fingerprint(self._document.plan)
        for at, approver in enumerate(approvers):
            if approver not in self._cards:
                self._cards[approver] = self._new_card(approver)
            self._list.insertWidget(at, self._cards[approver])
            self._cards[approver].show_state(digest)
        self._nobody.setVisible(not approvers)

    def _new_card(self, approver: str) -> DecisionCard:
        card = DecisionCard(self._document, approver)
        card.recorded.connect(self._lead_on)
        return card

    def _lead_on(self, decided: str) -> None:
        """Lead the keyboard to who decides next: at one desk people decide one after another."""
        order = list(self._document.plan.approvers)
        behind = order.index(decided) + 1
        waiting = [one for one in order[behind:] + order[:behind] if self._cards[one].waits]
        card = self._cards[waiting[0] if waiting else decided]
        card.begin_button.setFocus()
        self._scroll.reveal(card)
