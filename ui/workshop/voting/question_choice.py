"""Which question of the catalogue a vote of yes, partly or no is about."""

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from planner.editing import verbs
from planner.errors import PlanError
from planner.language import say
from planner.model.vocabulary import BallotSort
from planner.truths.questions import questions_of
from ui.document import PlanDocument
from ui.kit.roomy_rows import take_names
from ui.kit.text import plain_label
from ui.messages import tell_error
from ui.theme.tokens import LARGE, MEDIUM, TIGHT


class QuestionChoice(QWidget):
    """Lets one question of the catalogue be chosen; hidden for votes of another sort."""

    def __init__(self, document: PlanDocument) -> None:
        super().__init__()
        self._document = document
        self._ballot = ""
        self._questions = QComboBox()
        take_names(self._questions)
        self._questions.setAccessibleName(say("Question"))
        self._questions.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._questions.setMinimumContentsLength(20)
        label = plain_label(say("Question of the catalogue"), role="label", wraps=True)
        label.setBuddy(self._questions)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, MEDIUM, LARGE, 0)
        column.setSpacing(TIGHT)
        column.addWidget(label)
        column.addWidget(self._questions)
        self._questions.activated.connect(self._choose)

    @property
    def questions(self) -> QComboBox:
        """What there is to choose."""
        return self._questions

    def show_ballot(self, ballot_id: str) -> None:
        """Show the question of a vote."""
        self._ballot = ballot_id
        plan = self._document.plan
        ballot = plan.ballots.get(ballot_id)
        is_reply = ballot is not None and ballot.sort is BallotSort.REPLY
        self.setVisible(is_reply)
        if ballot is None or not is_reply:
            return
        self._questions.clear()
        self._questions.addItem(say("None of them: the name of the ballot is asked"), "")
        for question in questions_of(plan):
            self._questions.addItem(question.text, question.id)
        self._questions.setCurrentIndex(max(0, self._questions.findData(ballot.question)))
        self._questions.setEnabled(not self._document.read_only)

    def _choose(self) -> None:
        try:
            chosen = self._questions.currentData()
            self._document.do(verbs.change(self._document.plan, self._ballot, "question", chosen))
        except PlanError as error:
            tell_error(self.window(), error)
