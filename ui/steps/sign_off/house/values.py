"""The value of a row: an editor as the field has one in its form, and the way to and from the row."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from planner.language import say
from planner.model.schema import FieldSpec
from planner.model.values import Form, Money
from planner.truths.house.rows import TAKES, Column, Comparison, Takes, Value
from ui.document import PlanDocument
from ui.kit.editors import FieldEditor, make_editor

_TEXTS = frozenset({Form.LINE, Form.TEXT, Form.CURRENCY})
_BETWEEN = ";"


@dataclass(frozen=True, slots=True)
class ValueEditor:
    """An editor with what turns its value into a row's values.

    Attributes:
        editor: the editor.
        read: returns the row's values; empty where nothing is filled in.
        show: shows a row's values.
    """

    editor: FieldEditor
    read: Callable[[], tuple[Value, ...]]
    show: Callable[[tuple[Value, ...]], None]


def value_editor(document: PlanDocument, column: Column, comparison: Comparison) -> ValueEditor | None:
    """Return the editor of what a comparison compares with; None where it needs nothing."""
    takes = TAKES[comparison]
    if takes is Takes.NOTHING:
        return None
    if takes is Takes.COUNT:
        return _one(document, _count(column.spec))
    if column.spec.choices is not None:
        several = takes is Takes.SEVERAL
        return _choices(document, column.spec) if several else _one(document, _chosen(column.spec))
    return _several(document, column.spec) if takes is Takes.SEVERAL else _one(document, _alone(column.spec))


def _named(spec: FieldSpec, hint: str, **more: Any) -> FieldSpec:  # noqa: ANN401 - fields of a spec
    title = say("Value for {field}", field=spec.title.lower())
    return replace(spec, named=title, told=hint, to=(), **more)


def _alone(spec: FieldSpec) -> FieldSpec:
    if spec.form in _TEXTS:
        return _named(spec, say("The words to compare with."), form=Form.LINE, type=str)
    return _named(spec, spec.hint, optional=True)


def _chosen(spec: FieldSpec) -> FieldSpec:
    return _named(spec, spec.hint, form=Form.CHOICE, optional=False)


def _count(spec: FieldSpec) -> FieldSpec:
    figures = {"low": Decimal(0), "high": Decimal(1000), "counted": "", "choices": None, "type": int | None}
    return _named(spec, say("How many."), form=Form.WHOLE, optional=True, **figures)


def _one(document: PlanDocument, spec: FieldSpec) -> ValueEditor:
    editor = make_editor(spec, document)
    currency = document.plan.the_brief.currency

    def read() -> tuple[Value, ...]:
        value = _plain(editor.value())
        return () if value is None or value == "" else (value,)

    def show(values: tuple[Value, ...]) -> None:
        editor.load(_fielded(spec, values[0], currency) if values else _start(spec))

    return ValueEditor(editor, read, show)


def _several(document: PlanDocument, spec: FieldSpec) -> ValueEditor:
    hint = say("Several, with “{mark}” between them.", mark=_BETWEEN)
    editor = make_editor(_named(spec, hint, form=Form.LINE, type=str), document)

    def read() -> tuple[Value, ...]:
        parts = str(editor.value() or "").split(_BETWEEN)
        return tuple(part.strip() for part in parts if part.strip())

    def show(values: tuple[Value, ...]) -> None:
        editor.load(f"{_BETWEEN} ".join(map(str, values)))

    return ValueEditor(editor, read, show)


def _choices(document: PlanDocument, spec: FieldSpec) -> ValueEditor:
    editor = make_editor(_named(spec, spec.hint, form=Form.CHOICES), document)
    members = {member.value: member for member in spec.choices or ()}

    def read() -> tuple[Value, ...]:
        return tuple(member.value for member in editor.value() or ())

    def show(values: tuple[Value, ...]) -> None:
        editor.load(tuple(members[str(value)] for value in values if value in members))

    return ValueEditor(editor, read, show)


def _start(spec: FieldSpec) -> object:
    """Return what a row begins with: a list to choose from shows its first choice, a switch says yes."""
    if spec.choices is not None:
        return next(iter(spec.choices))
    if spec.form is Form.YES_NO:
        return True
    return "" if spec.form is Form.LINE else None


def _plain(value: object) -> Value | None:
    match value:
        case Decimal():
            return int(value) if value == int(value) else float(value)
        case Money(amount=amount):
            return _plain(amount)
        case datetime():
            return value.date()
        case None | str() | int() | float() | date():
            return getattr(value, "value", value)
    return None


def _fielded(spec: FieldSpec, value: Value, currency: str) -> object:
    if spec.choices is not None:
        return next((member for member in spec.choices if member.value == value), next(iter(spec.choices)))
    if isinstance(value, str | bool | date) or spec.form is Form.WHOLE:
        return value
    number = Decimal(repr(value))
    return Money(number, currency) if spec.form is Form.MONEY else number
