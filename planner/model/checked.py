"""What a field may hold: every value that comes in is cleaned, of the right type and within its bounds."""

from datetime import date
from decimal import Decimal
from typing import Any

import msgspec
from msgspec import Meta, Struct

from planner.errors import PlanError
from planner.language import say
from planner.model.kinds import kind_of
from planner.model.links import target_of
from planner.model.record import AnyRecord
from planner.model.schema import FieldSpec, fields
from planner.model.text import clean_text
from planner.model.values import Form, Id, Money

MAX_DIGITS = 24
"""More digits than anybody plans with, and few enough for every place that shows them."""

FIRST_YEAR, LAST_YEAR = 1900, 2199
"""No plan is about other years, and weeks can be counted on from each day of these."""


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
