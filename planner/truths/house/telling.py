"""What a house truth says about an entry: its own words, with the entry's figures and names in place."""

import re
from datetime import date, datetime
from decimal import Decimal

from planner.language import phrase, say
from planner.model.format import day, format_number, listing, money, percent
from planner.model.kinds import kind_of
from planner.model.links import linked_ids
from planner.model.plan import Plan, display_name
from planner.model.record import Record
from planner.model.schema import FieldSpec
from planner.model.values import Choice, Form, Money
from planner.truths.house.types import fields_of

_PLACE = re.compile(r"\{([a-z_]+)(?:\.([a-z_]+))?\}")
_NOTHING = phrase("nothing")


def told(text: str, plan: Plan, record: Record) -> str:
    """Return a text with each place such as {hours} or {owner.name} filled in from an entry.

    Args:
        text: the house truth's words; whatever is no known place in it stays as it is.
        plan: the plan, for what links lead to.
        record: the entry.
    """

    def filled(match: re.Match[str]) -> str:
        found = _linked(plan, record, match[1], match[2]) if match[2] else _field(plan, record, match[1])
        return match.group() if found is None else found

    return _PLACE.sub(filled, text)


def _field(plan: Plan, record: Record, name: str) -> str | None:
    if name == "name":
        return display_name(record)
    spec = fields_of(kind_of(record).key).get(name)
    return None if spec is None else shown(plan, spec, record)


def _linked(plan: Plan, record: Record, link: str, name: str) -> str | None:
    """Return a field of the first entry to which a link leads; None where there is no such field."""
    spec = fields_of(kind_of(record).key).get(link)
    if spec is None or not any(name in fields_of(kind) for kind in spec.to):
        return None
    target = next(iter(linked_ids(spec, record)), None)
    return _nobody(spec) if plan.find(target) is None else _field(plan, plan.find(target), name)


def _nobody(spec: FieldSpec) -> str:
    return say("nobody" if "people" in spec.to else _NOTHING)


def shown(plan: Plan, spec: FieldSpec, record: Record) -> str:
    """Return a field of an entry in words."""
    if spec.is_link:
        return listing(plan.name_of(key) for key in linked_ids(spec, record)) or _nobody(spec)
    return _words(spec, getattr(record, spec.name)) or say(_NOTHING)


def _words(spec: FieldSpec, value: object) -> str:  # noqa: PLR0911 - one for each sort of value
    match value:
        case bool():
            return say("yes" if value else "no")
        case Choice():
            return value.label
        case None | str():
            return value or ""
        case Decimal() if spec.form is Form.PERCENT:
            return percent(value)
        case Decimal() | int():
            return format_number(value)
        case Money():
            return money(value)
        case datetime():
            return day(value.date())
        case date():
            return day(value)
        case tuple():
            return listing(_words(spec, item) for item in value)
    msg = f"no words for {value!r}"
    raise TypeError(msg)
