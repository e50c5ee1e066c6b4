"""The questions that no program can answer: the team does, in writing, and the document prints it."""

from collections.abc import Iterator
from dataclasses import dataclass

from planner.language import say
from planner.model.plan import Plan, display_name
from planner.model.records_house import HouseTruth
from planner.model.records_signoff import Answer
from planner.model.vocabulary import TruthSort
from planner.truths.house.ids import record_id, truth_id


@dataclass(frozen=True, slots=True)
class Question:
    """One question to the team.

    Attributes:
        id: for life; an answer names it.
        message: the question as asked, as a message.
        sources: keys of the essays' points behind it; for one of the house, what it names as its source.
        why: why it is asked, where somebody wrote that down.
    """

    id: str
    message: str
    sources: tuple[str, ...]

    why: str = ""

    @property
    def text(self) -> str:
        """The question as asked."""
        return say(self.message)

    @property
    def citation(self) -> str:
        """The sources as printed."""
        return " ".join(self.sources)


class HouseQuestion(Question):
    """A question of the house: asked in the words in which it was written, whatever language is spoken."""

    __slots__ = ()

    @property
    def text(self) -> str:
        """The question as it was written."""
        return self.message


QUESTIONS: tuple[Question, ...] = (
    Question(
        "ask.as-good-as-elsewhere",
        "Is the service that people get on our social channels as good as on the telephone, by e-mail and "
        "in the store, and if it is better or worse, why?",
        ("B",),
    ),
    Question(
        "ask.more-than-brochures",
        "Does what we publish give people more than our website and brochures do?",
        ("B",),
    ),
    Question(
        "ask.know-customers",
        "Do the people who speak for us know customers at least as well as our sales force does?",
        ("B",),
    ),
    Question(
        "ask.better-candidates",
        "If we recruit there: are the people whom we find better suited than from elsewhere?",
        ("B",),
    ),
    Question(
        "ask.neighbour-helped",
        "Somebody's neighbour was helped in public, and they were not: how do we put that right?",
        ("B",),
    ),
    Question(
        "ask.ten-times",
        "If ten times as many people turned to us, how would we answer without ten times the staff?",
        ("B",),
    ),
    Question(
        "ask.accounts-known",
        "Are all our accounts, in every department, known and on the channel list?",
        ("B",),
    ),
    Question(
        "ask.made-better",
        "What do we make better for customers, for prospects and for employees?",
        ("Q", "R4"),
    ),
    Question(
        "ask.leaders-take-part",
        "How do leaders take part in person, beyond paying for it?",
        ("R6",),
    ),
    Question(
        "ask.without-tools",
        "How do we build relationships with customers where no social tool is involved?",
        ("S1",),
    ),
    Question(
        "ask.inconvenient",
        "What would we disclose even when it is inconvenient?",
        ("S5", "R5"),
    ),
    Question(
        "ask.say-and-do",
        "For each thing that we say in public, what are we doing?",
        ("V3",),
    ),
    Question(
        "ask.stop-doing",
        "What will we stop doing, to make room?",
        ("V7",),
    ),
    Question(
        "ask.heard-last-quarter",
        "What did we hear last quarter that changed what we do?",
        ("S9", "V0"),
    ),
)
"""All questions, in the order in which they are asked."""


def questions_of(plan: Plan) -> tuple[Question, ...]:
    """Return the questions that a plan's team answers: the catalogue's, then those of the house."""
    return (*QUESTIONS, *map(_of_house, _house_questions(plan)))


def question_of(plan: Plan, question_id: str) -> Question | None:
    """Return the question with an id; None where neither the catalogue nor the plan has one."""
    truth = plan.house_truths.get(record_id(question_id) or "")
    if truth is not None and truth.sort is TruthSort.QUESTION:
        return _of_house(truth)
    return question_by_id(question_id)


def _house_questions(plan: Plan) -> Iterator[HouseTruth]:
    return (truth for truth in plan.house_truths.values() if truth.sort is TruthSort.QUESTION)


def _of_house(truth: HouseTruth) -> Question:
    return HouseQuestion(
        truth_id(truth), display_name(truth), (truth.citation,) if truth.citation else (), truth.why
    )


_BY_ID = {question.id: question for question in QUESTIONS}


def question_by_id(question_id: str) -> Question | None:
    """Return the question of the catalogue with an id, or None where there is none."""
    return _BY_ID.get(question_id)


def answers_by_question(plan: Plan) -> dict[str, Answer]:
    """Return the team's answers, complete or not, by the id of their question; the first of several."""
    found: dict[str, Answer] = {}
    for answer in plan.answers.values():
        found.setdefault(answer.question, answer)
    return found


def answer_to(plan: Plan, question_id: str) -> Answer | None:
    """Return the team's answer to a question, complete or not; None where nobody began one."""
    return answers_by_question(plan).get(question_id)
