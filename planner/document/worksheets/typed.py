"""Answers from filled-in worksheets, typed back by their numbers: "4.3b: Anna", one a line."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from planner.document.worksheets.numbers import ANSWERS, Place, find_place
from planner.document.worksheets.plain_values import read_plainly
from planner.editing.verbs import Edit, add, change
from planner.errors import PlanError
from planner.language import say, worded_count
from planner.model.kinds import Kind, kind_of
from planner.model.plan import Plan, new_id
from planner.model.schema import FieldSpec
from planner.truths.questions import answer_to

Parse = Callable[[FieldSpec, str, Plan], Any]
"""Reads a field's value from what was typed; the plan has the entries that links may lead to.

Raises:
    PlanError: it does not fit the field.
"""

_ANSWER = re.compile(r"\s*([qh]?\s*[0-9]+\s*\.\s*[0-9]+\s*[a-z]{0,2})\s*[:=]\s*(.*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Problem:
    """An answer that was not taken.

    Attributes:
        line: in which line it begins, from 1.
        number: the field's number as typed; empty where the line has none.
        message: what is wrong, in a sentence.
        hint: what would help; may be empty.
    """

    line: int
    number: str
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Applied:
    """What became of typed answers.

    Attributes:
        edit: the plan with all answers that fit.
        taken: how many fit.
        problems: those that did not, by line.
    """

    edit: Edit
    taken: int
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """One typed answer.

    Attributes:
        line: in which line it begins, from 1.
        number: of the field, as typed.
        text: what was typed behind it.
    """

    line: int
    number: str
    text: str

    def problem(self, error: PlanError) -> Problem:
        """Return what is said of it where it was not taken."""
        return Problem(self.line, self.number, error.message, error.hint)


@dataclass
class _Taking:
    """The plan while answers are taken into it, and the entries of the rows that they name."""

    plan: Plan
    parse: Parse
    replace: bool
    rows: dict[str, list[str]] = field(default_factory=dict)
    made: dict[tuple[str, int], str] = field(default_factory=dict)

    def take(self, place: Place, text: str) -> None:
        """Take one answer.

        Raises:
            PlanError: it does not fit.
        """
        plan, record_id = self._with_record(place)
        spec = place.field.spec
        value = self.parse(spec, text, plan)
        now = getattr(plan.find(record_id), spec.name)
        if not self.replace and now not in (spec.default, value):
            msg = say("{title}: there is something else already.", title=spec.title)
            raise PlanError(
                msg, hint=say("Empty the field in the plan first, or let answers replace what is there.")
            )
        self.plan = change(plan, record_id, spec.name, value).plan
        if place.row is not None:
            self.made[place.field.spec.kind, place.row] = record_id

    def _with_record(self, place: Place) -> tuple[Plan, str]:
        """Return the plan with the entry that a place means, and its id; a new one where it has none."""
        kind = kind_of(place.field.spec.kind)
        if place.field.question:
            return self._with_answer(place.field.question)
        if kind.single:
            return self.plan, kind.only_id
        if place.row is None:
            msg = say("{number} stands in several rows.", number=place.field.number)
            raise PlanError(
                msg, hint=say("Add the letter of the row, such as {number}a.", number=place.field.number)
            )
        known = self._known(kind)
        if place.row < len(known):
            return self.plan, known[place.row]
        if (kind.key, place.row) in self.made:
            return self.plan, self.made[kind.key, place.row]
        return self._added(kind, {})

    def _known(self, kind: Kind) -> list[str]:
        """Return the ids that the first letters stand for: the entries before any answer was taken."""
        return self.rows.setdefault(kind.key, list(self.plan.records(kind)))

    def _with_answer(self, question: str) -> tuple[Plan, str]:
        found = answer_to(self.plan, question)
        return (self.plan, found.id) if found else self._added(kind_of(ANSWERS), {"question": question})

    def _added(self, kind: Kind, values: Mapping[str, str]) -> tuple[Plan, str]:
        record_id = new_id(kind)
        return add(self.plan, kind.make(id=record_id, **values)).plan, record_id


def apply_answers(plan: Plan, text: str, *, parse: Parse = read_plainly, replace: bool = False) -> Applied:
    """Take answers that were typed from worksheets into a plan, each checked as any input is.

    A line begins with a number: "4.3b: Anna". What follows without a number goes on with the answer above.
    Letters stand for the plan's entries in their order; a letter beyond the last one begins a new entry.
    Links are read last, so that they may name entries of other lines.

    Args:
        plan: the plan.
        text: the lines.
        parse: reads a field's value; by default plain forms such as 2027-05-03.
        replace: answers take the place of what stands in a field already; else that is a problem.

    Returns:
        The edit with all answers that fit, and what is wrong with the others.
    """
    problems: list[Problem] = []
    placed = sorted(_placed(plan, _found(text, problems), problems), key=lambda pair: _turn(pair[0]))
    taking = _Taking(plan, parse, replace)
    taken = 0
    for place, answer in placed:
        try:
            taking.take(place, answer.text)
            taken += 1
        except PlanError as error:
            problems.append(answer.problem(error))
    problems.sort(key=lambda problem: problem.line)
    edit = Edit(
        taking.plan,
        worded_count(
            "Type in {count} answer from worksheets", "Type in {count} answers from worksheets", taken
        ),
    )
    return Applied(edit, taken, tuple(problems))


def answers_in(text: str) -> tuple[Answer, ...]:
    """Return the answers of a text, whether or not they fit a plan."""
    return tuple(_found(text, []))


def _found(text: str, problems: list[Problem]) -> list[Answer]:
    found: list[Answer] = []
    for line, typed in enumerate(text.splitlines(), start=1):
        match = _ANSWER.fullmatch(typed)
        if match:
            found.append(Answer(line, match[1].strip(), match[2].strip()))
        elif typed.strip() and found:
            last = found.pop()
            found.append(Answer(last.line, last.number, f"{last.text}\n{typed.strip()}"))
        elif typed.strip():
            problems.append(
                Problem(
                    line,
                    "",
                    say("This line has no number."),
                    say("Begin it with a number, such as 4.3b: Anna"),
                )
            )
    return found


def _placed(plan: Plan, answers: Iterable[Answer], problems: list[Problem]) -> Iterator[tuple[Place, Answer]]:
    for answer in answers:
        if not answer.text:
            continue
        try:
            yield find_place(answer.number, plan), answer
        except PlanError as error:
            problems.append(answer.problem(error))


def _turn(place: Place) -> tuple[bool, bool, int]:
    """Return when an answer is taken: names first, by rows; then what links to them."""
    return place.field.spec.is_link, place.row is not None, place.row or 0
