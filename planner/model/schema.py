"""What is known about each field of each kind, read once off the records' annotations.

Editors, tables, document, store, comparison and import all work from `FieldSpec`, so that no
field is ever listed twice.
"""

import types
import typing
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

import msgspec
from msgspec import Meta, Struct

from planner.errors import PlanError
from planner.language import say
from planner.model.kinds import KINDS, Kind, kind_of
from planner.model.record import AnyRecord
from planner.model.records_experience import Voice
from planner.model.records_work import Serving
from planner.model.text import clean_text
from planner.model.values import Choice, Form, Id, Money

MAX_DIGITS = 24
"""More digits than anybody plans with, and few enough for every place that shows them."""

FIRST_YEAR, LAST_YEAR = 1900, 2199
"""No plan is about other years, and weeks can be counted on from each day of these."""

_BOUNDS: dict[Form, tuple[str, str]] = {
    Form.HOURS: ("0", "10000"),
    Form.RATING: ("0", "10"),
    Form.PERCENT: ("0", "1"),
    Form.NUMBER: ("-1000000000000", "1000000000000"),
    Form.MONEY: ("0", "1000000000000"),
    Form.WHOLE: ("0", "1000000000"),
    Form.VOICES: ("0", "168"),
    Form.SHARES: ("0", "1"),
}


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field of one kind.

    Attributes:
        kind: key of the kind.
        name: attribute of the record.
        named: what it is called everywhere, as a message.
        told: what belongs there, as a message.
        form: how it is typed and shown.
        optional: None stands for "not filled in".
        choices: members to choose from, for choice forms.
        to: keys of the kinds that a link may lead to.
        owned: a record goes when the one that this field links to goes.
        main: shown at once; the rest is folded.
        column: stands in the kind's table.
        counted: words behind a number, as a message.
        low: smallest value of a number.
        high: largest value of a number.
        default: the value of a new record.
        type: the annotation, for conversion.
    """

    kind: str
    name: str
    named: str
    told: str
    form: Form
    optional: bool
    choices: type[Choice] | None
    to: tuple[str, ...]
    owned: bool
    main: bool
    column: bool
    counted: str
    low: Decimal | None
    high: Decimal | None
    default: Any
    type: Any

    @property
    def title(self) -> str:
        """What it is called everywhere."""
        return say(self.named)

    @property
    def hint(self) -> str:
        """What belongs there, in one sentence."""
        return say(self.told)

    @property
    def unit(self) -> str:
        """Words behind a number; empty where there are none."""
        return say(self.counted)

    @property
    def is_link(self) -> bool:
        """Whether the field holds ids of other records."""
        return bool(self.to)


@cache
def fields(kind_key: str) -> tuple[FieldSpec, ...]:
    """Return the fields of a kind in their declared order, without its id."""
    kind = kind_of(kind_key)
    hints = typing.get_type_hints(kind.record, include_extras=True)
    defaults = {info.name: info.default for info in msgspec.structs.fields(kind.record)}
    return tuple(_spec(kind, name, hint, defaults[name]) for name, hint in hints.items() if name != "id")


@cache
def field(kind_key: str, name: str) -> FieldSpec:
    """Return one field of a kind.

    Raises:
        KeyError: the kind has no such field.
    """
    for spec in fields(kind_key):
        if spec.name == name:
            return spec
    raise KeyError(name)


@cache
def signed_fields(kind_key: str) -> tuple[FieldSpec, ...]:
    """Return the fields of a kind that a signature covers: no links to what it does not cover."""
    found = fields(kind_key) if kind_of(kind_key).signed else ()
    return tuple(s for s in found if not s.is_link or any(kind_of(key).signed for key in s.to))


@cache
def link_fields() -> tuple[FieldSpec, ...]:
    """Return every field of every kind that links to other records."""
    return tuple(spec for kind in KINDS for spec in fields(kind.key) if spec.is_link)


def _spec(kind: Kind, name: str, annotation: Any, default: Any) -> FieldSpec:  # noqa: ANN401 - a type with its notes
    plain, meta = annotation.__origin__, annotation.__metadata__[-1]
    extra = meta.extra or {}
    form = extra["form"]
    bounds = _BOUNDS.get(form, (None, None))
    low, high = extra.get("low", bounds[0]), extra.get("high", bounds[1])
    return FieldSpec(
        kind=kind.key,
        name=name,
        named=meta.title,
        told=meta.description,
        form=form,
        optional=types.NoneType in typing.get_args(plain),
        choices=_choices(plain),
        to=extra.get("to", ()),
        owned=extra.get("owned", False),
        main=extra.get("main", False),
        column=extra.get("column", False),
        counted=extra.get("unit", ""),
        low=None if low is None else Decimal(low),
        high=None if high is None else Decimal(high),
        default=default,
        type=annotation,
    )


def _choices(annotation: Any) -> type[Choice] | None:  # noqa: ANN401 - a type with its notes
    if isinstance(annotation, type) and issubclass(annotation, Choice):
        return annotation
    for part in typing.get_args(annotation):
        if isinstance(part, Meta):
            continue
        found = _choices(part)
        if found:
            return found
    return None


def checked_value(spec: FieldSpec, value: object) -> Any:  # noqa: ANN401 - a field's own type
    """Return the value as the field may hold it: cleaned, of the right type, within bounds.

    Args:
        spec: the field.
        value: a value of the field's type, or its JSON form.

    Raises:
        PlanError: the value does not fit; the message names the field and says what would fit.
    """
    if value is None and spec.optional:
        return None
    if isinstance(value, str) and spec.form in {Form.LINE, Form.TEXT}:
        value = clean_text(value, lines=spec.form is Form.TEXT)
    try:
        result = msgspec.convert(msgspec.to_builtins(value), spec.type)
    except (msgspec.ValidationError, UnicodeEncodeError) as error:
        raise PlanError(_misfit(spec, str(error)), hint=spec.hint) from error
    for number in _numbers(result):
        _check_bounds(spec, number)
    if isinstance(result, date):
        _check_year(spec, result)
    return _written_out(_each_once(result) if isinstance(result, tuple) else result)


def target_of(item: object) -> str:
    """Return the id that one item of a many-link field leads to."""
    match item:
        case Voice(person=target) | Serving(objective=target):
            return target
        case str():
            return item
    msg = f"not a link: {item!r}"
    raise TypeError(msg)


def _each_once(items: tuple[object, ...]) -> tuple[object, ...]:
    """Return the items without repetitions: who is responsible twice would count as two people."""
    found: dict[str, object] = {}
    for item in items:
        found.setdefault(target_of(item), item)
    return tuple(found.values())


def _written_out(value: Any) -> Any:  # noqa: ANN401 - a field's own type
    """Return the value with each decimal in plain digits, so that equal figures have equal fingerprints."""
    match value:
        case Decimal():
            digits = f"{value + 0:f}"
            return Decimal(digits.rstrip("0").rstrip(".") if "." in digits else digits)
        case tuple():
            return tuple(_written_out(item) for item in value)
        case Struct():
            changed = {name: _written_out(getattr(value, name)) for name in value.__struct_fields__}
            return msgspec.structs.replace(value, **changed)
    return value


def _misfit(spec: FieldSpec, detail: str) -> str:
    limit = next((m.max_length for m in _metas(spec.type) if m.max_length is not None), None)
    if limit is not None and "length" in detail:
        return say(
            "{field}: this text is too long; it can have up to {limit} characters.",
            field=spec.title,
            limit=limit,
        )
    return say("{field}: this value does not fit.", field=spec.title)


def _metas(annotation: Any) -> list[Meta]:  # noqa: ANN401 - a type with its notes
    return [m for m in getattr(annotation, "__metadata__", ()) if isinstance(m, Meta)]


def _numbers(value: object) -> list[Decimal]:
    if isinstance(value, bool) or value is None:
        return []
    if isinstance(value, int | Decimal):
        return [Decimal(value)]
    if isinstance(value, Money):
        return [value.amount]
    if isinstance(value, tuple):
        return [number for item in value for number in _numbers(item)]
    if isinstance(value, Struct):
        return [number for name in value.__struct_fields__ for number in _numbers(getattr(value, name))]
    return []


def _check_bounds(spec: FieldSpec, number: Decimal) -> None:
    low, high = spec.low, spec.high
    if low is None or high is None:
        return
    if number.is_finite() and _digits(number) > MAX_DIGITS:
        msg = say("{field}: this number has too many digits.", field=spec.title)
        raise PlanError(msg, hint=say("It can have up to {most}.", most=MAX_DIGITS))
    if not number.is_finite() or not low <= number <= high:
        msg = say(
            "{field}: {number} is out of range; it can be from {low} to {high}.",
            field=spec.title,
            number=str(_written_out(number) if number.is_finite() else number),
            low=str(low),
            high=str(high),
        )
        raise PlanError(msg, hint=spec.hint)


def _check_year(spec: FieldSpec, day: date) -> None:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        msg = say(
            "{field}: the year {year} is out of range; it can be from {first} to {last}.",
            field=spec.title,
            year=f"{day.year:04}",
            first=str(FIRST_YEAR),
            last=str(LAST_YEAR),
        )
        raise PlanError(msg, hint=spec.hint)


def _digits(number: Decimal) -> int:
    _, digits, exponent = number.as_tuple()
    return max(len(digits) + max(int(exponent), 0), -int(exponent))


def checked_record(record: AnyRecord) -> AnyRecord:
    """Return the record with every field cleaned and checked.

    Raises:
        PlanError: its id or a field's value does not fit.
    """
    kind = kind_of(record)
    try:
        msgspec.convert(record.id, Id)
    except msgspec.ValidationError as error:
        msg = say(
            "The id of this {kind} is none: it can have small letters, digits and hyphens.", kind=kind.word
        )
        raise PlanError(msg) from error
    values = {spec.name: checked_value(spec, getattr(record, spec.name)) for spec in fields(kind.key)}
    return msgspec.structs.replace(record, **values)
