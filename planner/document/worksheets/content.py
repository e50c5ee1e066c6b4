"""What stands on the worksheets, before it is laid out: for each step its forms, blank or begun."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from planner.document.wording import shown
from planner.document.worksheets.numbers import (
    Numbered,
    numbered,
    numbered_answer,
    question_number,
    row_letter,
)
from planner.document.worksheets.steps import asked_at
from planner.language import say
from planner.model.kinds import Kind, Step, kind_of
from planner.model.links import target_of
from planner.model.plan import Plan, empty_plan
from planner.model.record import Record
from planner.model.schema import FieldSpec
from planner.model.values import Form
from planner.truths.questions import answer_to

_FEW, _SOME = 5, 8
"""Fields up to which an entry is small, or middling: of small ones a workshop writes down more."""
_ROWS = (5, 3, 2)
_LONG_TEXTS = frozenset({"answer"})
"""Fields that ask for a few sentences."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A box to tick, and its word."""

    word: str
    ticked: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """One field of a form.

    Attributes:
        number: by which its answer is typed back, with the row's letter.
        title: of the field.
        hint: what belongs there; empty where it was said in a row above.
        form: what sort of answer is asked for.
        lines: to write on; none where boxes are ticked.
        ticks: boxes.
        value: what the plan has already.
    """

    number: str
    title: str
    hint: str
    form: Form
    lines: int
    ticks: tuple[Tick, ...] = ()
    value: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """The fields of one entry, or of one answer.

    Attributes:
        label: a row's letter, or a question's number; empty where the plan has one such entry only.
        question: what is asked; empty for entries.
        cells: the fields.
    """

    label: str
    question: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class KindForm:
    """The cards of one kind."""

    kind: Kind
    cards: tuple[Card, ...]


def forms(
    step: Step, plan: Plan | None, rows: int | None, *, prefilled: bool, more: int = 0
) -> Iterator[KindForm]:
    """Yield the forms of a step.

    Args:
        step: which step.
        plan: its entries have the first letters; None for a plan that has none.
        rows: blank entries of each kind; None for as many as usually come up.
        prefilled: the plan's own entries stand there too.
        more: blank entries of the last kind beyond those.
    """
    known, begun = plan or empty_plan(), prefilled and plan is not None
    grouped = groupby(numbered(step), key=lambda found: found.spec.kind)
    kinds = [(kind_of(key), list(fields)) for key, fields in grouped]
    for kind, fields in kinds:
        blank = (_usual(fields) if rows is None else rows) + (more if kind is kinds[-1][0] else 0)
        yield KindForm(kind, tuple(_cards(kind, fields, known, blank, prefilled=begun)))


def question_cards(step: Step, plan: Plan | None, *, prefilled: bool) -> Iterator[Card]:
    """Yield a card for each question of a step."""
    for question in asked_at(step, plan):
        number = question_number(question.id, plan)
        answer = answer_to(plan, question.id) if plan and prefilled else None
        answers = numbered_answer(number, question.id)
        cells = tuple(_cell(found, "", answer, plan, hint=False) for found in answers)
        yield Card(number, question.text, cells)


def _cards(
    kind: Kind, fields: Sequence[Numbered], plan: Plan, rows: int, *, prefilled: bool
) -> Iterator[Card]:
    records = list(plan.records(kind).values())
    if kind.single:
        record = records[0] if prefilled else None
        yield Card("", "", tuple(_cell(found, "", record, plan) for found in fields))
        return
    blank: list[Any] = [None] * rows
    first = 0 if prefilled else len(records)
    for number, record in enumerate([*records, *blank] if prefilled else blank):
        letter = row_letter(first + number)
        cells = (_cell(found, letter, record, plan, hint=not number) for found in fields)
        yield Card(letter, "", tuple(cells))


def _usual(fields: Sequence[Numbered]) -> int:
    return _ROWS[0] if len(fields) <= _FEW else _ROWS[1] if len(fields) <= _SOME else _ROWS[2]


def _cell(
    found: Numbered, letter: str, record: Record | None, plan: Plan | None, *, hint: bool = True
) -> Cell:
    spec = found.spec
    value = getattr(record, spec.name) if record is not None else None
    ticks = tuple(_ticks(spec, value))
    return Cell(
        number=f"{found.number}{letter}",
        title=spec.title,
        hint=spec.hint if hint else "",
        form=spec.form,
        lines=0 if ticks else _lines(spec),
        ticks=ticks,
        value="" if ticks or plan is None else said(spec, value, plan),
    )


def _lines(spec: FieldSpec) -> int:
    if spec.name in _LONG_TEXTS:
        return 4
    return 2 if spec.form is Form.TEXT else 1


def _ticks(spec: FieldSpec, value: object) -> Iterator[Tick]:
    """Yield a field's boxes; in a blank entry none is ticked, whatever a new one begins with."""
    chosen = value if isinstance(value, tuple) else (value,)
    if spec.form is Form.YES_NO:
        yield from (Tick(say("Yes"), ticked=value is True), Tick(say("No"), ticked=value is False))
    elif spec.form in {Form.CHOICE, Form.CHOICES} and spec.choices:
        yield from (Tick(member.label, ticked=member in chosen) for member in spec.choices)


def said(spec: FieldSpec, value: Any, plan: Plan) -> str:  # noqa: ANN401 - a field's own type
    """Return a value as it stands on a writing line; empty where nothing was filled in."""
    if value is None or value == ():
        return ""
    if spec.is_link:
        targets = value if isinstance(value, tuple) else (value,)
        return "; ".join(plan.name_of(target_of(item), missing="") for item in targets)
    return shown(value, missing="")
