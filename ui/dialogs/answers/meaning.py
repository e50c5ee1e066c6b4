"""What each typed line means: which field of which entry, and what it becomes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from babel import Locale

from planner.document.worksheets.numbers import Place, find_place, row_letter
from planner.document.worksheets.typed import Answer, Applied, Problem, answers_in, apply_answers
from planner.errors import PlanError
from planner.language import say
from planner.model.format import quoted
from planner.model.kinds import kind_of
from planner.model.plan import Plan, display_name
from planner.model.schema import FieldSpec
from planner.model.values import Form
from planner.parsing import Reading, read_field, show_field

_MOST_SHOWN = 120
_MOST_OFFERED = 8


@dataclass(frozen=True, slots=True)
class Meaning:
    """What is told of one line.

    Attributes:
        line: its number, from 1.
        words: what it changes: "Channel b “Instagram”: Owner → Anna"; or what is wrong with it.
        fits: whether it is taken.
    """

    line: int
    words: str
    fits: bool = True


@dataclass(frozen=True, slots=True)
class Told:
    """What a text means for a plan.

    Attributes:
        plan: the plan.
        text: the text.
        applied: the edit with all that fits, and what does not.
        meanings: of each line that says something.
    """

    plan: Plan
    text: str
    applied: Applied
    meanings: tuple[Meaning, ...]


@dataclass(frozen=True, slots=True)
class Typist:
    """How what is typed is read.

    Attributes:
        today: the present day.
        locale: how figures and days are written.
        replace: answers take the place of what stands in a field already.
    """

    today: date
    locale: Locale
    replace: bool = False

    def read(self, spec: FieldSpec, text: str, plan: Plan) -> Any:  # noqa: ANN401 - a field's own type
        """Return a field's value from what was typed."""
        return read_field(spec, text, Reading(plan, self.today, self.locale))


def told_meanings(plan: Plan, text: str, typist: Typist) -> Told:
    """Take answers into a plan and tell what becomes of each line."""
    applied = apply_answers(plan, text, parse=typist.read, replace=typist.replace)
    wrong = {problem.line: problem for problem in applied.problems}
    answers = {answer.line: answer for answer in answers_in(text)}
    meanings = (
        _wrong(wrong[line]) if line in wrong else _fitting(answers[line], plan, applied.edit.plan, typist)
        for line in sorted({*wrong, *answers})
    )
    return Told(plan, text, applied, tuple(meanings))


def told_line(line: str, plan: Plan) -> str:
    """Return which field a line's number means, and what may stand there; empty without a number."""
    found = answers_in(line if ":" in line or "=" in line else f"{line.strip()}:")
    if not found:
        return ""
    try:
        place = find_place(found[0].number, plan)
    except PlanError as error:
        return f"{error.message} {error.hint}".strip()
    spec = place.field.spec
    choices = offers(spec, plan, found[0].text)
    hint = say("one of: {choices}", choices=", ".join(choices)) if choices else spec.hint
    return f"{place_words(place, plan)}: {spec.title}" + (f" ({hint})" if hint else "")


def completion(line: str, plan: Plan) -> str:
    """Return a line with its answer completed to the first word that fits, else as it is."""
    found = answers_in(line)
    if not found:
        return line
    try:
        spec = find_place(found[0].number, plan).field.spec
    except PlanError:
        return line
    choices = offers(spec, plan, found[0].text)
    return f"{found[0].number}: {choices[0]}" if choices else line


def offers(spec: FieldSpec, plan: Plan, begun: str) -> Sequence[str]:
    """Return the words that a field takes and that begin as typed, the first few."""
    if spec.form is Form.YES_NO:
        words = [say("Yes"), say("No")]
    elif spec.choices:
        words = [member.label for member in spec.choices]
    else:
        words = [display_name(record) for key in spec.to for record in plan.records(key).values()]
    start = begun.strip().casefold()
    return [word for word in words if word.casefold().startswith(start)][:_MOST_OFFERED]


def place_words(place: Place, plan: Plan) -> str:
    """Return which entry a number means: 'Channel b “Instagram”', or 'Channel c, new'."""
    kind = kind_of(place.field.spec.kind)
    if place.field.question:
        return say("Answer {number}", number=place.field.number.partition(".")[0])
    word = f"{kind.word[0].upper()}{kind.word[1:]}"
    if place.row is None:
        return word
    records = list(plan.records(kind).values())
    name = quoted(display_name(records[place.row])) if place.row < len(records) else say("(new)")
    return f"{word} {row_letter(place.row)} {name}"


def _wrong(problem: Problem) -> Meaning:
    return Meaning(problem.line, f"{problem.message} {problem.hint}".strip(), fits=False)


def _fitting(answer: Answer, plan: Plan, after: Plan, typist: Typist) -> Meaning:
    place = find_place(answer.number, plan)
    spec = place.field.spec
    if not answer.text:
        return Meaning(
            answer.line,
            say(
                "{entry}: {field} stays as it is",
                entry=place_words(place, plan),
                field=spec.title,
            ),
        )
    value = typist.read(spec, answer.text, after)
    shown = show_field(spec, value, after, typist.locale).replace("\n", " ")
    cut = shown if len(shown) <= _MOST_SHOWN else f"{shown[:_MOST_SHOWN]}…"
    return Meaning(answer.line, f"{place_words(place, plan)}: {spec.title} → {cut}")
