"""One approver's decision: what it was, and the little form that records it."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from planner.editing.verbs import Edit
from planner.errors import PlanError
from planner.language import phrase, say
from planner.model.fingerprint import short_fingerprint
from planner.model.format import quoted
from planner.model.plan import Plan
from planner.model.records_signoff import Approval
from planner.model.vocabulary import SigningWay, Verdict
from planner.parsing import show_moment
from planner.signoff.approvals import Decision, decide, standing_approval
from planner.signoff.refusals import ClockError
from planner.truths.engine import check_plan
from planner.truths.findings import Report
from ui.document import PlanDocument
from ui.kit.buttons import WordButton
from ui.kit.editors.base import sentence_of
from ui.kit.region import current_locale
from ui.kit.text import plain_label
from ui.steps.sign_off.decision_form import DecisionForm
from ui.steps.sign_off.key_signing import KeyOrder, sign_in_worker, signed_copy_of
from ui.theme.tokens import LARGE, MEDIUM, TIGHT

_DECIDED = {
    (Verdict.ACCEPT, True): phrase("Accepted as {name} on {moment}, by {way}."),
    (Verdict.ACCEPT, False): phrase("Accepted as {name}, by {way}."),
    (Verdict.CONDITIONS, True): phrase("Accepted with conditions as {name} on {moment}, by {way}."),
    (Verdict.CONDITIONS, False): phrase("Accepted with conditions as {name}, by {way}."),
    (Verdict.REJECT, True): phrase("Rejected as {name} on {moment}."),
    (Verdict.REJECT, False): phrase("Rejected as {name}."),
}
"""By the verdict, and whether it is known when it was given."""


class DecisionCard(QFrame):
    """Role, person and decision; a form unfolds to decide, or to decide anew.

    Signals:
        recorded: a decision was recorded; of which approver.
    """

    recorded = Signal(str)

    def __init__(self, document: PlanDocument, approver_id: str) -> None:
        """Make the card of an approver.

        Args:
            document: the document.
            approver_id: whose card it is.
        """
        super().__init__()
        self._document = document
        self._approver = approver_id
        self._signing_of: Plan | None = None
        self._is_open = True
        self.setProperty("role", "note")
        self._who = plain_label(role="strong", wraps=True)
        self._state = plain_label(wraps=True)
        self._begin = WordButton(say("Decide…"))
        self._begin.clicked.connect(self._unfold)
        self._form = DecisionForm()
        self._form.hide()
        self._form.decided.clicked.connect(self._decide)
        self._form.cancelled.clicked.connect(self._fold)
        words = QVBoxLayout()
        words.setSpacing(TIGHT)
        words.addWidget(self._who)
        words.addWidget(self._state)
        head = QHBoxLayout()
        head.addLayout(words, 1)
        head.addWidget(self._begin)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, MEDIUM, LARGE, MEDIUM)
        column.addLayout(head)
        column.addWidget(self._form)

    @property
    def form(self) -> DecisionForm:
        """The form that records a decision."""
        return self._form

    @property
    def begin_button(self) -> QPushButton:
        """The button that unfolds the form."""
        return self._begin

    @property
    def waits(self) -> bool:
        """Whether a decision about the plan as it is now is still to come, and can be given."""
        return self._is_open and self._begin.isEnabled()

    @property
    def state(self) -> str:
        """What the card says of the decision."""
        return self._state.text()

    def show_state(self, digest: str) -> None:
        """Show who decides, and what was decided about the plan as it is now.

        Args:
            digest: the plan's fingerprint.
        """
        plan = self._document.plan
        approver = plan.approvers[self._approver]
        person = plan.name_of(approver.person, missing=say("nobody named yet"))
        self._form.set_way(approver.way)
        self._form.keys.name_for_new_key = plan.name_of(approver.person, missing="")
        self._who.setText(f"{approver.role.label}: {person}")
        approval = standing_approval(plan, self._approver, digest)
        self._is_open = approval is None
        self._state.setText(_in_words(approval))
        self._begin.setEnabled(approver.person is not None and not self._document.read_only)
        self._begin.setAccessibleName(say("Decide as {role}", role=approver.role.label.lower()))
        self._form.set_statement(
            say(
                "I have read revision {revision} of “{title}”, fingerprint {fingerprint}, and "
                "I decide as {role}:",
                revision=str(plan.revision),
                title=plan.the_brief.title,
                fingerprint=short_fingerprint(digest),
                role=approver.role.label.lower(),
            )
        )

    def _unfold(self) -> None:
        # First the keyboard, then what it leaves: Qt would lead it to whatever comes next on the page.
        self._form.show()
        self._form.start()
        self._begin.hide()

    def _fold(self) -> None:
        self._begin.show()
        self._begin.setFocus()
        self._form.hide()

    def _decide(self) -> None:
        plan = self._document.plan
        # Checked anew: the last report may be about a plan that is a moment old.
        report = check_plan(plan, self._document.today())
        form = self._form
        decision = Decision(
            approver=self._approver,
            verdict=form.verdict,
            signed_name=form.signed_name,
            at=datetime.now().astimezone(),
            reason=form.reason,
            way=form.way,
            drawing=form.drawn.pad.drawing if form.way is SigningWay.DRAWN else "",
            clock_is_right=form.clock_is_right,
        )
        if form.way is SigningWay.DIGITAL:
            self._sign(plan, report, decision)
        else:
            self._record(partial(decide, plan, report, decision))

    def _record(self, make: Callable[[], Edit]) -> None:
        try:
            self._document.do(make())
        except PlanError as error:
            self._form.tell(sentence_of(error), about_clock=isinstance(error, ClockError))
        else:
            self._form.clear()
            self._fold()
            self.recorded.emit(self._approver)

    def _sign(self, plan: Plan, report: Report, decision: Decision) -> None:
        order = KeyOrder(
            plan,
            report,
            decision,
            self._form.keys.file,
            self._form.keys.take_passphrase(),
            self._document.today(),
        )
        self._signing_of = plan
        self._form.tell("")
        self._form.set_busy(busy=True)
        task = self._document.in_worker(
            partial(sign_in_worker, order, self._document.in_file(signed_copy_of))
        )
        task.done.connect(self._signed)
        task.failed.connect(self._not_signed)

    def _signed(self, edit: Edit) -> None:
        self._form.set_busy(busy=False)
        if self._document.plan is not self._signing_of:
            self._form.tell(
                say("The plan was edited while the key was signing; nothing was recorded. Sign again.")
            )
            return
        self._record(partial(_as_it_is, edit))

    def _not_signed(self, error: Exception) -> None:
        self._form.set_busy(busy=False)
        if not isinstance(error, PlanError):
            raise error
        self._form.tell(sentence_of(error), about_clock=isinstance(error, ClockError))


def _as_it_is(edit: Edit) -> Edit:
    return edit


def _in_words(approval: Approval | None) -> str:
    if approval is None:
        return say("Has not decided about the plan as it is now.")
    decided = say(
        _DECIDED[approval.verdict, approval.at is not None],
        name=approval.signed_name,
        moment=show_moment(approval.at, current_locale()) if approval.at else "",
        way=approval.way.label.lower(),
    )
    return f"{decided} {quoted(approval.reason)}" if approval.reason else decided
