"""The number of each field on the worksheets: "4.3" is the third field of step 4, "Q3.1" of question 3.

Numbers are for life, as filled-in sheets lie about for months: new fields and questions are added at
the end of their list, and what goes leaves an empty place. A house's own questions are numbered in the
order that they have in its plan: "H1.1".
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from planner.errors import PlanError
from planner.language import say
from planner.model.kinds import Step, kind_of
from planner.model.plan import Plan
from planner.model.schema import FieldSpec, field
from planner.truths.questions import QUESTIONS, questions_of

ANSWERS = "answers"
"""The kind whose fields stand below each question."""

_FIELDS: Mapping[Step, Sequence[tuple[str, Sequence[str]]]] = MappingProxyType(
    {
        Step.PURPOSE: (
            (
                "brief",
                (
                    "title", "organisation", "answer", "starts_on", "ends_on", "currency", "sponsor",
                    "stands_for", "shares", "protects",
                ),
            ),
        ),
        Step.EXPERIENCE: (
            ("touchpoints", ("name", "stage", "rating", "evidence", "rated_on")),
            ("issues", ("name", "touchpoint", "severity", "fix", "fix_owner", "fix_due", "status")),
        ),
        Step.OBJECTIVES: (
            (
                "objectives",
                (
                    "name", "measure", "unit", "direction", "baseline", "target", "due", "mechanism",
                    "value", "owner", "asked_by",
                ),
            ),
        ),
        Step.CHANNELS: (
            (
                "channels",
                (
                    "name", "type", "owner", "existing", "interactive", "promise_hours", "cover",
                    "messages", "minutes", "voices", "escalation",
                ),
            ),
            ("listening", ("name", "voices", "hours", "owner", "repository", "can_act")),
            ("policies", ("name", "kind", "owner", "status", "in_force_from", "channels")),
        ),
        Step.TACTICS: (
            ("ideas", ("name", "origin", "decision", "decided_by", "decided_on", "why")),
            (
                "tactics",
                (
                    "name", "kind", "objectives", "channel", "accountable", "responsible", "starts_on",
                    "ends_on", "hours", "cost", "benefit", "success", "stop", "metrics",
                ),
            ),
        ),
        Step.PEOPLE: (
            ("people", ("name", "employment", "level", "function", "hours")),
            (
                "partners",
                ("name", "helps_with", "can_plan", "can_execute", "prepares_us", "teaches", "delivered"),
            ),
            ("changes", ("name", "who", "owner", "due", "status")),
        ),
        Step.METRICS: (
            (
                "metrics",
                (
                    "name", "level", "unit", "baseline", "target", "due", "source", "cadence", "owner",
                    "feeds", "rate", "evidence",
                ),
            ),
            ("readings", ("metric", "on", "figure", "note")),
        ),
        Step.BUDGET: (
            ("budget", ("approved", "approved_by", "approved_on")),
            ("budget_lines", ("name", "category", "amount")),
            ("reviews", ("name", "on", "people", "decisions", "heard")),
        ),
        Step.SIGN_OFF: (("approvers", ("role", "person")),),
    }
)  # fmt: skip

_QUESTIONS: tuple[str, ...] = (
    "ask.as-good-as-elsewhere", "ask.more-than-brochures", "ask.know-customers", "ask.better-candidates",
    "ask.neighbour-helped", "ask.ten-times", "ask.accounts-known", "ask.made-better",
    "ask.leaders-take-part", "ask.without-tools", "ask.inconvenient", "ask.say-and-do", "ask.stop-doing",
    "ask.heard-last-quarter",
)  # fmt: skip
_PARTS = ("reply", "evidence", "by", "on")

_NUMBER = re.compile(r"([qh])?\s*([0-9]{1,3})\s*\.\s*([0-9]{1,3})\s*([a-z]{0,2})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Numbered:
    """A field on the worksheets.

    Attributes:
        number: as printed, without a row's letter.
        spec: the field.
        question: id of the question whose answer it is part of; empty for all other fields.
    """

    number: str
    spec: FieldSpec
    question: str = ""

    @property
    def has_rows(self) -> bool:
        """Whether a letter says which entry is meant."""
        return not self.question and not kind_of(self.spec.kind).single


@dataclass(frozen=True, slots=True)
class Place:
    """Where a typed answer belongs.

    Attributes:
        field: the field.
        row: the entry, from 0; None where the plan has one only.
    """

    field: Numbered
    row: int | None


def numbered(step: Step) -> Iterator[Numbered]:
    """Yield the fields of a step in the order of their numbers."""
    place = list(Step).index(step) + 1
    names = [(kind, name) for kind, fields in _FIELDS[step] for name in fields]
    for number, (kind, name) in enumerate(names, start=1):
        yield Numbered(f"{place}.{number}", field(kind, name))


def question_number(question: str, plan: Plan | None = None) -> str:
    """Return a question's number: such as "Q3", or "H1" for the first of a plan's house."""
    if question in _QUESTIONS:
        return f"Q{_QUESTIONS.index(question) + 1}"
    return f"H{_of_house(plan).index(question) + 1}"


def _of_house(plan: Plan | None) -> list[str]:
    """Return the ids of the questions that a plan has beyond the catalogue."""
    return [question.id for question in questions_of(plan)[len(QUESTIONS) :]] if plan else []


def numbered_answer(number: str, question: str) -> Iterator[Numbered]:
    """Yield the fields of the answer to a question."""
    for part, name in enumerate(_PARTS, start=1):
        yield Numbered(f"{number}.{part}", field(ANSWERS, name), question)


@cache
def every_field() -> Mapping[str, Numbered]:
    """Return all fields by their numbers."""
    of_steps = (found for step in Step for found in numbered(step))
    of_questions = (
        found for question in _QUESTIONS for found in numbered_answer(question_number(question), question)
    )
    return MappingProxyType({found.number: found for found in (*of_steps, *of_questions)})


def find_place(text: str, plan: Plan | None = None) -> Place:
    """Return the place that a number with its row's letter stands for: "4.3b" is the second row's.

    Args:
        text: the number as typed.
        plan: whose house's questions are known too.

    Raises:
        PlanError: it is no number of a field, or its letter is missing or too much.
    """
    match = _NUMBER.fullmatch(text.strip())
    found = None
    if match:
        number = f"{(match[1] or '').upper()}{int(match[2])}.{int(match[3])}"
        found = every_field().get(number) or _house_answers(plan).get(number)
    if match is None or found is None:
        msg = say("No field has the number “{number}”.", number=text.strip()[:20])
        raise PlanError(msg, hint=say("Numbers stand on the worksheets, such as 4.3b or Q3.1."))
    if match[4] and not found.has_rows:
        msg = say("{number} is one field; it has no row {letter}.", number=found.number, letter=match[4])
        raise PlanError(msg, hint=say("Leave the letter out: {number}.", number=found.number))
    return Place(found, row_index(match[4]) if match[4] else None)


def _house_answers(plan: Plan | None) -> dict[str, Numbered]:
    asked = _of_house(plan)
    answers = (numbered_answer(question_number(question, plan), question) for question in asked)
    return {found.number: found for of_one in answers for found in of_one}


def row_letter(index: int) -> str:
    """Return the letter of a row, counted from 0: a to z, then aa, ab and so on."""
    index += 1
    letters = ""
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


def row_index(letters: str) -> int:
    """Return the row, counted from 0, that letters stand for."""
    index = 0
    for letter in letters.lower():
        index = index * 26 + ord(letter) - ord("a") + 1
    return index - 1
