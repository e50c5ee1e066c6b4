"""What the facilitator keeps in sight: the truths to raise now, and what was parked."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal

from planner.language import say, say_count
from planner.model.kinds import Step
from planner.model.plan import Plan
from planner.model.vocabulary import Decision, Weight
from planner.truths.findings import Finding
from planner.truths.questions import answer_to, questions_of
from ui.kit.card import Card
from ui.kit.finding_note import LEVEL_LOOKS
from ui.kit.line import Line
from ui.kit.line_list import LineList
from ui.kit.line_painting import WrappingDelegate
from ui.kit.text import plain_label
from ui.theme import current_tokens
from ui.theme.tokens import ROW_HEIGHT

_ROWS = 5
_ORDER = (Weight.STOP, Weight.WARN, Weight.ADVICE)


class ShortList(LineList):
    """Lines in a card; it asks for room for a few of them and scrolls beyond."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setProperty("role", "flat")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def sizeHint(self) -> QSize:
        """Return room for its lines, but for a few at most."""
        rows = min(_ROWS, self.model().rowCount())
        heights = sum(self.sizeHintForRow(row) for row in range(rows))
        return QSize(current_tokens().px(220), heights + 4)

    def minimumSizeHint(self) -> QSize:
        """Return room for one line."""
        return QSize(120, min(self.sizeHint().height(), current_tokens().px(ROW_HEIGHT)))


class TruthsCard(Card):
    """The open findings of the block's step, the heaviest first, and the questions without an answer.

    Signals:
        finding_wanted: the `Finding` whose field the user wants to see.
        questions_wanted: the user wants to answer the questions.
    """

    finding_wanted = Signal(object)
    questions_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(say("Truths to raise now"))
        self._count = plain_label("", role="muted", wraps=True)
        self._list = ShortList(say("Truths to raise now"))
        self._list.setItemDelegate(WrappingDelegate(self._list))
        self._findings: tuple[Finding, ...] = ()
        self.body.addWidget(self._count)
        self.body.addWidget(self._list, 1)
        self._list.picked.connect(self._pick)

    @property
    def lines(self) -> LineList:
        """The list."""
        return self._list

    @property
    def words(self) -> str:
        """How many there are."""
        return self._count.text()

    def show_truths(self, findings: Sequence[Finding], plan: Plan, step: Step | None) -> None:
        """Show what stands.

        Args:
            findings: all that stand.
            plan: the plan, for its questions.
            step: that of the block; None for blocks about the whole plan.
        """
        wanted = [one for one in findings if step is None or one.step is step]
        self._findings = tuple(sorted(wanted, key=lambda one: _ORDER.index(one.level)))
        asked = _open_questions(plan) if step in {None, Step.SIGN_OFF} else []
        lines = [_finding_line(at, finding) for at, finding in enumerate(self._findings)]
        lines += [Line(-1, question, icon="circle-help", aside=say("Question")) for question in asked]
        self._list.show_lines(lines)
        self._list.setVisible(bool(lines))
        self._list.updateGeometry()
        self._count.setText(_count_words(len(self._findings), len(asked)))

    def _pick(self, key: int) -> None:
        if key < 0:
            self.questions_wanted.emit()
        else:
            self.finding_wanted.emit(self._findings[key])


class ParkingCard(Card):
    """What was parked: it is not lost, and is looked through at the end.

    Signals:
        idea_wanted: id of an idea.
    """

    idea_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__(say("Parking lot"))
        self._count = plain_label("", role="muted", wraps=True)
        self._list = ShortList(say("Parking lot"))
        self.body.addWidget(self._count)
        self.body.addWidget(self._list, 1)
        self._list.picked.connect(self.idea_wanted)

    @property
    def lines(self) -> LineList:
        """The list."""
        return self._list

    def show_ideas(self, plan: Plan) -> None:
        """Show what is parked, the latest first."""
        parked = [idea for idea in reversed(list(plan.ideas.values())) if idea.decision is Decision.PARK]
        self._list.show_lines(
            [Line(idea.id, plan.name_of(idea.id), icon="circle-parking") for idea in parked]
        )
        self._list.setVisible(bool(parked))
        self._list.updateGeometry()
        words = say_count("{count} idea is parked", "{count} ideas are parked", len(parked))
        self._count.setText(words if parked else say("Nothing is parked."))


def _finding_line(at: int, finding: Finding) -> Line:
    return Line(
        at,
        finding.message,
        icon=LEVEL_LOOKS[finding.level].icon,
        spoken=say("{level}: {sentence}", level=finding.level.label, sentence=finding.message),
    )


def _open_questions(plan: Plan) -> list[str]:
    return [question.text for question in questions_of(plan) if _is_open(plan, question.id)]


def _is_open(plan: Plan, question: str) -> bool:
    answer = answer_to(plan, question)
    return answer is None or (answer.reply is None and not answer.evidence)


def _count_words(findings: int, questions: int) -> str:
    if not findings and not questions:
        return say("Nothing stands for this step.")
    found = say_count("{count} finding", "{count} findings", findings)
    if not questions:
        return found
    open_ones = say_count("{count} open question", "{count} open questions", questions)
    return say("{findings}, {questions}", findings=found, questions=open_ones)
