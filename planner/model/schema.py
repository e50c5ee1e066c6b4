"""What is known about each field of each kind, read once off the records' annotations.

Editors, tables, document, store, comparison and import all work from `FieldSpec`, so that no
field is ever listed twice.
"""

import types
import typing
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

import msgspec
from msgspec import Meta

from planner.language import say
from planner.model.kinds import KINDS, Kind, kind_of
from planner.model.values import Choice, Form

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
