"""One cell as the value of one field."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from babel import Locale

from planner.errors import PlanError
from planner.exchange.spreadsheet.tables import Cell, text_of
from planner.language import say
from planner.model.checked import checked_value
from planner.model.plan import Plan
from planner.model.schema import FieldSpec
from planner.model.values import Form, Money
from planner.parsing import Reading, read_field

Parse = Callable[[FieldSpec, str, Plan], Any]
"""Reads what somebody wrote, as the window or the command line reads it."""


def reader(today: date, locale: Locale) -> Parse:
    """Return what reads cells as the window reads what is typed.

    Args:
        today: the present day.
        locale: how figures and days are written.
    """

    def read(spec: FieldSpec, text: str, plan: Plan) -> Any:  # noqa: ANN401 - a field's own type
        return read_field(spec, text, Reading(plan, today, locale))

    return read


_FIGURES = {Form.NUMBER, Form.HOURS, Form.RATING}


def value_of(cell: Cell, spec: FieldSpec, plan: Plan, parse: Parse) -> Any:  # noqa: ANN401 - a field's own type
    """Return what a cell says for a field.

    Numbers and days that the spreadsheet knows as such are taken as they are; only text is parsed, since
    a figure as text depends on the country.

    Raises:
        PlanError: it does not fit.
    """
    known = _known(cell, spec, plan)
    return parse(spec, text_of(cell), plan) if known is None else checked_value(spec, known)


def _known(cell: Cell, spec: FieldSpec, plan: Plan) -> object:
    """Return a value that needs no parsing, or None."""
    if isinstance(cell, bool):
        return cell if spec.form is Form.YES_NO else None
    if isinstance(cell, date):
        return cell if spec.form is Form.DATE else None
    if isinstance(cell, Decimal):
        return _figure(cell, spec, plan)
    return None


def _figure(number: Decimal, spec: FieldSpec, plan: Plan) -> object:
    if spec.form in _FIGURES:
        return number
    if spec.form is Form.MONEY:
        return Money(number, plan.the_brief.currency)
    if spec.form is Form.PERCENT:
        return number if number <= 1 else number / 100
    if spec.form is Form.WHOLE and number == number.to_integral_value():
        return int(number)
    if spec.form is Form.DATE:
        msg = say("“{number}” is a number, not a day.", number=str(number))
        raise PlanError(msg)
    return None
