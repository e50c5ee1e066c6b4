"""Values in plain forms that need no locale: 2027-05-03, 12.5, yes, names of choices and entries."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from planner.errors import PlanError
from planner.language import say
from planner.model.checked import checked_value
from planner.model.format import in_sentence, quoted
from planner.model.plan import Plan, display_name
from planner.model.records_experience import Voice
from planner.model.records_work import Serving
from planner.model.schema import FieldSpec
from planner.model.values import Choice, Form, Money

_LONGEST = 40
_YES_NO = {"yes": True, "y": True, "x": True, "no": False, "n": False}


def read_plainly(spec: FieldSpec, text: str, plan: Plan) -> Any:  # noqa: ANN401 - a field's own type
    """Return the value that a text stands for, checked as the field demands.

    Args:
        spec: the field.
        text: as typed.
        plan: its currency, and the entries that links may lead to.

    Raises:
        PlanError: it does not fit.
    """
    reader = _READERS.get(spec.form)
    return checked_value(spec, text if reader is None else reader(spec, text.strip(), plan))


def _shown(text: str) -> str:
    """Return what was typed as it stands in a sentence."""
    flat = " ".join(text.split())
    return quoted(flat if len(flat) <= _LONGEST else f"{flat[:_LONGEST]}…")


def _date(_spec: FieldSpec, text: str, _plan: Plan) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        msg = say("{typed} is not a day.", typed=_shown(text))
        raise PlanError(msg, hint=say("Write it as 2027-05-03.")) from error


def _number(_spec: FieldSpec, text: str, _plan: Plan) -> Decimal:
    try:
        return Decimal(text.replace(",", "").replace(" ", ""))
    except InvalidOperation as error:
        msg = say("{typed} is not a number.", typed=_shown(text))
        raise PlanError(msg, hint=say("Write a figure such as 1250 or 12.5.")) from error


def _whole(spec: FieldSpec, text: str, plan: Plan) -> int:
    number = _number(spec, text, plan)
    if number != number.to_integral_value():
        msg = say("{typed} is not a whole number.", typed=_shown(text))
        raise PlanError(msg)
    return int(number)


def _percent(spec: FieldSpec, text: str, plan: Plan) -> Decimal:
    figure = _number(spec, text.removesuffix("%"), plan)
    return figure / 100 if text.endswith("%") else figure


def _money(spec: FieldSpec, text: str, plan: Plan) -> Money:
    currency = plan.the_brief.currency
    return Money(_number(spec, text.upper().removeprefix(currency).removesuffix(currency), plan), currency)


def _yes_no(_spec: FieldSpec, text: str, _plan: Plan) -> bool:
    words = {**_YES_NO, say("Yes").casefold(): True, say("No").casefold(): False}
    if text.casefold() not in words:
        msg = say("{typed} is neither yes nor no.", typed=_shown(text))
        raise PlanError(msg)
    return words[text.casefold()]


def _choice(spec: FieldSpec, text: str, _plan: Plan) -> Choice:
    word, members = text.casefold(), list(spec.choices or ())
    same = [member for member in members if word in _names(member)]
    begun = [member for member in members if member.label.casefold().startswith(word)]
    found = same or begun
    if len(found) != 1:
        msg = say(
            "{typed} is not one of the choices for {field}.",
            typed=_shown(text),
            field=in_sentence(spec.title),
        )
        raise PlanError(
            msg,
            hint=say("Choose from: {choices}.", choices=say(", ").join(member.label for member in members)),
        )
    return found[0]


def _names(member: Choice) -> set[str]:
    """Return the words that stand for a choice: its key, its label, and its label in English."""
    return {member.value.casefold(), member.message.casefold(), member.label.casefold()}


def _link(spec: FieldSpec, text: str, plan: Plan) -> str:
    for key in spec.to:
        for record in plan.records(key).values():
            if display_name(record).casefold() == text.casefold():
                return str(record.id)
    msg = say("The plan has no entry called {typed}.", typed=_shown(text))
    raise PlanError(
        msg, hint=say("Add it first, or choose another for {field}.", field=in_sentence(spec.title))
    )


def _weighted(spec: FieldSpec, text: str, plan: Plan) -> Voice | Serving:
    name, _, figure = text.rpartition(":")
    if not name:
        name, figure = figure, ""
    target = _link(spec, name.strip(), plan)
    if spec.form is Form.VOICES:
        return Voice(target, _number(spec, figure.strip().removesuffix("h").strip() or "0", plan))
    return Serving(target, _percent(spec, figure.strip(), plan) if figure.strip() else None)


_Reader = Callable[[FieldSpec, str, Plan], Any]


def _each(reader: _Reader) -> _Reader:
    """Return a reader of several values that semicolons part."""

    def read(spec: FieldSpec, text: str, plan: Plan) -> tuple[Any, ...]:
        return tuple(reader(spec, part.strip(), plan) for part in text.split(";") if part.strip())

    return read


_READERS: Mapping[Form, _Reader] = {
    Form.NUMBER: _number,
    Form.HOURS: lambda spec, text, plan: _number(spec, text.removesuffix("h").strip(), plan),
    Form.RATING: _number,
    Form.WHOLE: _whole,
    Form.PERCENT: _percent,
    Form.MONEY: _money,
    Form.CURRENCY: lambda _spec, text, _plan: text.upper(),
    Form.DATE: _date,
    Form.YES_NO: _yes_no,
    Form.CHOICE: _choice,
    Form.CHOICES: _each(_choice),
    Form.LINK: _link,
    Form.LINKS: _each(_link),
    Form.VOICES: _each(_weighted),
    Form.SHARES: _each(_weighted),
}
