"""One approver's decision: what it was, and the little form that records it."""

from datetime import datetime

from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from planner.errors import PlanError
from planner.model.records_signoff import Approval
from planner.model.vocabulary import Verdict
from planner.signoff.approvals import Decision, decide, standing_approval
from planner.signoff.fingerprint import short_fingerprint
from planner.truths.engine import check_plan
from ui.document import PlanDocument
from ui.kit.buttons import WordButton
from ui.kit.editors.base import UNDO_FOR_ALL, sentence_of
from ui.kit.editors.texts import GrowingText
from ui.kit.flow import FlowLayout
from ui.kit.parsing import show_moment
from ui.kit.region import current_locale
from ui.kit.text import plain_label
from ui.theme.tokens import LARGE, MEDIUM, SMALL, TIGHT

_VERBS = {
    Verdict.ACCEPT: "Accepted",
    Verdict.CONDITIONS: "Accepted with conditions",
    Verdict.REJECT: "Rejected",
}


class DecisionCard(QFrame):
    """Role, person and decision; a form unfolds to decide, or to decide anew."""

    def __init__(self, document: PlanDocument, approver_id: str) -> None:
        """Make the card of an approver.

        Args:
            document: the document.
            approver_id: whose card it is.
        """
        super().__init__()
        self._document = document
        self._approver = approver_id
        self._digest = ""
        self.setProperty("role", "note")
        self._who = plain_label(role="strong", wraps=True)
        self._state = plain_label(wraps=True)
        self._begin = WordButton("Decide…")
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
    def form(self) -> "DecisionForm":
        """The form that records a decision."""
        return self._form

    @property
    def begin_button(self) -> QPushButton:
        """The button that unfolds the form."""
        return self._begin

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
        person = plan.name_of(approver.person, missing="nobody named yet")
        self._digest = digest
        self._who.setText(f"{approver.role.label}: {person}")
        self._state.setText(_in_words(standing_approval(plan, self._approver, digest)))
        self._begin.setEnabled(approver.person is not None and not self._document.read_only)
        self._begin.setAccessibleName(f"Decide as {approver.role.label.lower()}")
        self._form.set_statement(
            f"I have read revision {plan.revision} of “{plan.the_brief.title}”, "
            f"fingerprint {short_fingerprint(digest)}, and I decide as {approver.role.label.lower()}:"
        )

    def _unfold(self) -> None:
        self._form.show()
        self._begin.hide()
        self._form.start()

    def _fold(self) -> None:
        self._form.hide()
        self._begin.show()
        self._begin.setFocus()

    def _decide(self) -> None:
        plan = self._document.plan
        # Checked anew: the last report may be about a plan that is a moment old.
        report = check_plan(plan, self._document.today())
        decision = Decision(
            approver=self._approver,
            verdict=self._form.verdict,
            signed_name=self._form.signed_name,
            at=datetime.now().astimezone(),
            reason=self._form.reason,
        )
        try:
            self._document.do(decide(plan, report, decision))
        except PlanError as error:
            self._form.tell(sentence_of(error))
        else:
            self._form.clear()
            self._fold()


class DecisionForm(QWidget):
    """Verdict, reason and typed name.

    Attributes:
        decided: records the decision.
        cancelled: folds the form.
    """

    def __init__(self) -> None:
        super().__init__()
        self._statement = plain_label(wraps=True)
        self._group = QButtonGroup(self)
        self._verdicts = {verdict: QRadioButton(verdict.label) for verdict in Verdict}
        self._reason = GrowingText()
        self._name = QLineEdit()
        self._problem = plain_label(role="error", wraps=True)
        self._problem.hide()
        self.decided = WordButton("Record the decision", role="primary")
        self.cancelled = WordButton("Cancel")
        self._build()

    @property
    def verdict(self) -> Verdict:
        """What is decided."""
        return next(verdict for verdict, button in self._verdicts.items() if button.isChecked())

    @property
    def reason(self) -> str:
        """Why, or on which conditions."""
        return self._reason.toPlainText()

    @property
    def signed_name(self) -> str:
        """The name as typed."""
        return self._name.text()

    @property
    def name_line(self) -> QLineEdit:
        """The line in which the name is typed."""
        return self._name

    @property
    def problem(self) -> str:
        """Why the decision was not recorded."""
        return self._problem.text()

    def choose(self, verdict: Verdict) -> None:
        """Choose a verdict."""
        self._verdicts[verdict].setChecked(True)

    def set_reason(self, text: str) -> None:
        """Fill in the reason."""
        self._reason.setPlainText(text)

    def set_statement(self, text: str) -> None:
        """Say what is decided about."""
        self._statement.setText(text)

    def start(self) -> None:
        """Lead the keyboard to the first choice."""
        self.tell("")
        self._verdicts[Verdict.ACCEPT].setFocus()

    def tell(self, problem: str) -> None:
        """Say why the decision was not recorded."""
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))

    def clear(self) -> None:
        """Be as new for the next decision."""
        self._verdicts[Verdict.ACCEPT].setChecked(True)
        self._reason.setPlainText("")
        self._name.clear()
        self.tell("")

    def _build(self) -> None:
        choices = FlowLayout(across=LARGE)
        for button in self._verdicts.values():
            self._group.addButton(button)
            choices.addWidget(button)
        self._verdicts[Verdict.ACCEPT].setChecked(True)
        buttons = QHBoxLayout()
        buttons.addWidget(self.decided)
        buttons.addWidget(self.cancelled)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SMALL, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self._statement)
        column.addLayout(choices)
        _add_labelled(column, "Reason or conditions", self._reason)
        _add_labelled(column, "Your name, as it stands in the plan", self._name)
        column.addWidget(self._problem)
        column.addLayout(buttons)
        self._name.returnPressed.connect(self.decided.click)


def _add_labelled(column: QVBoxLayout, title: str, target: QWidget) -> None:
    label = plain_label(title)
    label.setBuddy(target)
    target.setAccessibleName(title)
    target.installEventFilter(UNDO_FOR_ALL)
    column.addWidget(label)
    column.addWidget(target)


def _in_words(approval: Approval | None) -> str:
    if approval is None:
        return "Has not decided about the plan as it is now."
    when = f" on {show_moment(approval.at, current_locale())}" if approval.at else ""
    why = f" “{approval.reason}”" if approval.reason else ""
    return f"{_VERBS[approval.verdict]} as {approval.signed_name}{when}.{why}"
