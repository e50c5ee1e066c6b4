"""A field's value in the plan's own words: names for links, labels for choices, figures as printed."""

from datetime import date, datetime
from decimal import Decimal

from planner.language import say
from planner.language.figures import written_time
from planner.model.format import day, format_number, hours, listing, money, percent, trimmed, with_unit
from planner.model.plan import Plan
from planner.model.records_experience import Voice
from planner.model.records_work import Serving
from planner.model.schema import FieldSpec
from planner.model.values import Choice, Form, Money


def said(plan: Plan, spec: FieldSpec, value: object) -> str:
    """Return a value as one would say it; empty where the field is not filled in.

    Args:
        plan: knows what links lead to.
        spec: the field.
        value: its value.
    """
    match value:
        case None | "" | ():
            return ""
        case tuple():
            return listing(_item(plan, spec, item) for item in value)
        case _:
            return _item(plan, spec, value)


def _item(plan: Plan, spec: FieldSpec, value: object) -> str:  # noqa: PLR0911 - one for each sort of value
    match value:
        case Choice():
            return value.label
        case bool():
            return say("Yes" if value else "No")
        case Money():
            return money(value)
        case datetime():
            return _moment(value)
        case date():
            return day(value)
        case Voice(person=person, hours=weekly):
            return _with_share(plan, person, None if weekly is None else hours(weekly))
        case Serving(objective=objective, share=share):
            return _with_share(plan, objective, None if share is None else percent(share))
        case Decimal() | int():
            return _figure(spec, value)
        case _:
            return plan.name_of(str(value), missing=str(value)) if spec.is_link else str(value)


def _with_share(plan: Plan, target: str, share: str | None) -> str:
    name = plan.name_of(target, missing=target)
    return name if share is None else say("{name} ({share})", name=name, share=share)


def _moment(at: datetime) -> str:
    return say("{day}, {time} {zone}", day=day(at), time=written_time(at.time()), zone=f"{at:%z}").strip()


def _figure(spec: FieldSpec, value: Decimal | int) -> str:
    match spec.form:
        case Form.PERCENT:
            return percent(Decimal(value))
        case Form.HOURS:
            return hours(value)
        case Form.NUMBER:
            return f"{trimmed(Decimal(value))} {spec.unit}".strip()
        case _:
            return with_unit(value, spec.unit) if spec.unit else format_number(value)
