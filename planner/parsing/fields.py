"""Any field's value from what was typed or pasted, and as text: the one route for cells and editors."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from babel import Locale
from babel.numbers import list_currencies

from planner.errors import PlanError
from planner.language import say
from planner.model.checked import checked_value
from planner.model.plan import Plan, display_name
from planner.model.record import Record
from planner.model.records_experience import Voice
from planner.model.records_work import Serving
from planner.model.schema import FieldSpec
from planner.model.text import clean_text
from planner.model.values import Choice, Form
from planner.parsing import numbers
from planner.parsing.days import Day, read_day, show_day, show_moment
from planner.parsing.times import is_time, read_time

NOTHING = "—"
"""Stands for a value that is not filled in, where an empty cell would be overlooked."""

_YES = frozenset({"yes", "y", "x", "true", "1", "✓", "on"})
_NO = frozenset({"no", "n", "false", "0", "-", "off"})
_COUNTED_AS_THE_ENTRY_SAYS = frozenset({"baseline", "target", "figure"})
"""Figures whose unit is a field of its own, or that of the metric that was read."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What texts are read against.

    Attributes:
        plan: for its currency, its period and the entries that links may lead to.
        today: the present day.
        locale: how figures and days are written.
    """

    plan: Plan
    today: date
    locale: Locale

    @property
    def around(self) -> Day:
        """The present day and the plan's period."""
        brief = self.plan.the_brief
        return Day(self.today, brief.starts_on, brief.ends_on)


def read_field(spec: FieldSpec, text: str, reading: Reading) -> Any:  # noqa: ANN401 - a field's own type
    """Return the value that a text stands for, checked as the field demands.

    Args:
        spec: the field.
        text: as typed or pasted; blank means "not filled in".
        reading: what it is read against.

    Raises:
        PlanError: it does not fit; the sentence says why.
    """
    return checked_value(spec, _read(spec, text, reading))


def _read(spec: FieldSpec, text: str, reading: Reading) -> Any:  # noqa: ANN401 - a field's own type
    if spec.form in {Form.LINE, Form.TEXT}:
        return read_time(text) if is_time(spec) else text
    typed = clean_text(text, lines=False)
    if typed in {"", NOTHING}:
        return _nothing(spec)
    reader = _READERS.get(spec.form)
    if reader is None:
        msg = say("{field} can't be typed.", field=spec.title)
        raise PlanError(msg)
    return reader(spec, typed, reading)


def _nothing(spec: FieldSpec) -> Any:  # noqa: ANN401 - a field's own type
    if spec.optional:
        return None
    if spec.form in {Form.CHOICES, Form.LINKS, Form.SHARES, Form.VOICES}:
        return ()
    msg = say("{field} can't be left empty.", field=spec.title)
    raise PlanError(msg, hint=spec.hint)


def _without_unit(text: str, spec: FieldSpec) -> str:
    return text.strip().removesuffix(spec.unit).strip() if spec.unit else text


def _items(text: str) -> list[str]:
    return [part.strip() for part in text.split(";") if part.strip()]


def _read_yes_no(_spec: FieldSpec, text: str, _reading: Reading) -> bool:
    word = text.casefold()
    yes, no = _YES | {say("Yes").casefold()}, _NO | {say("No").casefold()}
    if word in yes or word in no:
        return word in yes
    msg = say("“{text}” is neither yes nor no.", text=text)
    raise PlanError(msg)


def _read_currency(_spec: FieldSpec, text: str, _reading: Reading) -> str:
    code = text.upper()
    if code in list_currencies():
        return code
    msg = say("“{text}” is not a currency.", text=text)
    raise PlanError(msg, hint=say("Give its three letters, such as EUR."))


def _read_choice(spec: FieldSpec, text: str, _reading: Reading) -> Choice:
    word = text.casefold()
    members = list(spec.choices or ())
    for member in members:
        if word in {member.value.casefold(), member.message.casefold(), member.label.casefold()}:
            return member
    begun = [member for member in members if member.label.casefold().startswith(word)]
    if len(begun) == 1:
        return begun[0]
    msg = say("“{text}” is not one of the choices for {field}.", text=text, field=spec.title.lower())
    raise PlanError(
        msg, hint=say("Choose from: {choices}.", choices=say(", ").join(member.label for member in members))
    )


def _read_link(spec: FieldSpec, text: str, reading: Reading) -> str:
    word = text.casefold()
    plan = reading.plan
    found = [
        record.id for key in spec.to for record in plan.records(key).values() if _is_called(record, word)
    ]
    if found:
        return str(found[0])
    msg = say("The plan has no entry called “{text}”.", text=text)
    raise PlanError(msg, hint=say("Add it first, or choose another for {field}.", field=spec.title.lower()))


def _is_called(record: Record, word: str) -> bool:
    return display_name(record).casefold() == word


def _read_item(spec: FieldSpec, text: str, reading: Reading) -> Voice | Serving:
    """Read "Ana: 5 h" or "More bookings: 40 %"; the figure may be missing."""
    name, _, figure = text.rpartition(":")
    try:
        target, figure = _read_link(spec, text, reading), ""
    except PlanError:
        target = _read_link(spec, (name or text).strip(), reading)
    if spec.form is Form.VOICES:
        return Voice(target, numbers.read_hours(figure or "0", reading.locale))
    return Serving(target, numbers.read_percent(figure, reading.locale) if figure.strip() else None)


def _read_choices(spec: FieldSpec, text: str, reading: Reading) -> tuple[Choice, ...]:
    return tuple(dict.fromkeys(_read_choice(spec, part, reading) for part in _items(text)))


def _read_links(spec: FieldSpec, text: str, reading: Reading) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_read_link(spec, part, reading) for part in _items(text)))


def _read_weighted(spec: FieldSpec, text: str, reading: Reading) -> tuple[Voice | Serving, ...]:
    return tuple(_read_item(spec, part, reading) for part in _items(text))


def _read_number(spec: FieldSpec, text: str, reading: Reading) -> Decimal:
    """Read a figure: 38 % of what is counted in percent is 38, as a rate or a factor it is 0.38."""
    if spec.name in _COUNTED_AS_THE_ENTRY_SAYS:
        return numbers.read_figure(text, reading.plan.the_brief.currency, reading.locale)
    if not spec.unit and numbers.is_percent(text):
        return numbers.read_percent(text, reading.locale)
    return numbers.read_number(_without_unit(text, spec), reading.locale)


_READERS: Mapping[Form, Callable[[FieldSpec, str, Reading], Any]] = {
    Form.NUMBER: _read_number,
    Form.WHOLE: lambda spec, text, at: numbers.read_whole(_without_unit(text, spec), at.locale),
    Form.HOURS: lambda _spec, text, at: numbers.read_hours(text, at.locale),
    Form.PERCENT: lambda _spec, text, at: numbers.read_percent(text, at.locale),
    Form.RATING: lambda _spec, text, at: numbers.read_rating(text, at.locale),
    Form.MONEY: lambda _spec, text, at: numbers.read_money(text, at.plan.the_brief.currency, at.locale),
    Form.DATE: lambda _spec, text, at: read_day(text, at.around, at.locale),
    Form.YES_NO: _read_yes_no,
    Form.CURRENCY: _read_currency,
    Form.CHOICE: _read_choice,
    Form.CHOICES: _read_choices,
    Form.LINK: _read_link,
    Form.LINKS: _read_links,
    Form.VOICES: _read_weighted,
    Form.SHARES: _read_weighted,
}


def show_field(spec: FieldSpec, value: Any, plan: Plan, locale: Locale) -> str:  # noqa: ANN401 - a field's own type
    """Return a value as text that `read_field` reads back; empty where it is not filled in.

    Args:
        spec: the field.
        value: of the field's type.
        plan: gives the names of linked entries.
        locale: how figures and days are written.
    """
    if value is None:
        return ""
    if spec.form in _SHOWN_BY_LOCALE:
        return _SHOWN_BY_LOCALE[spec.form](value, locale)
    if spec.form is Form.YES_NO:
        return say("Yes") if value else say("No")
    if isinstance(value, tuple):
        return "; ".join(_show_item(item, plan, locale) for item in value)
    return _show_item(value, plan, locale) if spec.form in {Form.CHOICE, Form.LINK} else str(value)


def _show_item(item: Any, plan: Plan, locale: Locale) -> str:  # noqa: ANN401 - a field's own type
    match item:
        case Choice():
            return item.label
        case Voice(person=person, hours=hours):
            return f"{plan.name_of(person)}: {numbers.show_number(hours, locale)} h"
        case Serving(objective=objective, share=Decimal() as share):
            return f"{plan.name_of(objective)}: {numbers.show_percent(share, locale)}"
        case Serving(objective=objective):
            return plan.name_of(objective)
    return plan.name_of(item, missing="")


_SHOWN_BY_LOCALE: Mapping[Form, Callable[[Any, Locale], str]] = {
    Form.NUMBER: numbers.show_number,
    Form.WHOLE: numbers.show_number,
    Form.HOURS: numbers.show_number,
    Form.RATING: numbers.show_number,
    Form.PERCENT: numbers.show_percent,
    Form.MONEY: numbers.show_money,
    Form.DATE: show_day,
    Form.MOMENT: show_moment,
}
