"""Figures as people type them (12,500 / 12.500,50 / 1 250 / 12.5k / €9 / 85 % / 1h30) and read them.

The locale decides only where a figure can be read in two ways.
"""

import re
import unicodedata
from decimal import Decimal

from babel import Locale
from babel.numbers import (
    format_decimal,
    format_percent,
    get_currency_precision,
    get_currency_symbol,
    get_group_symbol,
    list_currencies,
)

from planner.errors import PlanError
from planner.language import say
from planner.model.values import Money
from planner.parsing.written_days import without_marks

_LONGEST = 40
_SPACES_AND_QUOTES = re.compile(r"(?<=\d)[\s'’](?=\d)")
_SCALES = {"": 0, "k": 3, "m": 6}
_ARABIC_DECIMAL, _ARABIC_GROUP = "\u066b", "\u066c"
_FIGURE = re.compile(rf"([+-]?)\s*([\d.,{_ARABIC_DECIMAL}{_ARABIC_GROUP}]+)\s*([km]?)", re.IGNORECASE)
_PERCENT = re.compile(r"^([+-]?)\s*[%\u066a]\s*|\s*(?:[%\u066a]|percent|per cent)$", re.IGNORECASE)
_CLOCK = re.compile(r"(\d{1,5})\s*(?::|h|hours?)\s*([0-5]?\d)\s*(?:m|min|minutes?)?", re.IGNORECASE)
_MINUTES = re.compile(r"([\d.,]+)\s*(?:m|min|mins|minutes?)", re.IGNORECASE)
_HOUR_WORDS = re.compile(r"\s*(?:h|hrs?|hours?)\.?(?:\s*(?:/|a|per)\s*(?:w|week))?$", re.IGNORECASE)
_MARKS = {"€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY", "₹": "INR", "₩": "KRW", "₺": "TRY", "₴": "UAH"}


def read_number(text: str, locale: Locale) -> Decimal:
    """Read a figure.

    Args:
        text: as typed; `k` and `m` stand for thousands and millions.
        locale: says which of comma and point parts decimals, where that is open.

    Raises:
        PlanError: it is not one figure.
    """
    plain = _without_rare_groups(_SPACES_AND_QUOTES.sub("", _with_plain_digits(text.strip())), locale)
    match = _FIGURE.fullmatch(plain)
    if match is None or len(plain) > _LONGEST:
        raise _not_a_number(text)
    sign, body, scale = match.groups()
    digits = _with_point(body, locale)
    if digits is None:
        raise _not_a_number(text)
    return Decimal(sign + digits).scaleb(_SCALES[scale.lower()])


def _not_a_number(text: str) -> PlanError:
    return PlanError(
        say("“{text}” is not a number.", text=_short(text)),
        hint=say("Write a figure such as 1250, 12.5 or 3k."),
    )


def _short(text: str) -> str:
    text = text.strip()
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"


def _with_plain_digits(text: str) -> str:
    digits = (str(unicodedata.digit(c)) if c.isdigit() and not c.isascii() else c for c in text)
    return without_marks("".join(digits)).replace("\N{MINUS SIGN}", "-")


def _without_rare_groups(text: str, locale: Locale) -> str:
    """Return a figure without the locale's mark of thousands where that can't be taken for decimals."""
    mark = get_group_symbol(locale)
    return text if mark in {".", ","} else text.replace(mark, "")


def _with_point(body: str, locale: Locale) -> str | None:
    """Return digits with a point before the decimals, or None where the marks make no sense."""
    if _ARABIC_DECIMAL in body or _ARABIC_GROUP in body:
        whole, _, rest = body.replace(_ARABIC_GROUP, "").partition(_ARABIC_DECIMAL)
        return f"{whole or 0}.{rest or 0}" if f"{whole}{rest}".isdigit() else None
    decimal = _decimal_mark(body, locale)
    group = "." if decimal == "," else ","
    whole, _, rest = body.partition(decimal)
    parts = whole.split(group)
    if not rest.isdigit() and rest:
        return None
    if len(parts) > 1 and not (1 <= len(parts[0]) <= 3 and all(2 <= len(p) <= 3 for p in parts[1:])):
        return None
    digits = "".join(parts)
    return f"{digits or 0}.{rest or 0}" if digits or rest else None


def _decimal_mark(body: str, locale: Locale) -> str:
    last = max(body.rfind("."), body.rfind(","))
    if last < 0:
        return "."
    mark = body[last]
    other = "." if mark == "," else ","
    if other in body:
        return mark
    if body.count(mark) > 1:
        return other
    is_group = mark == get_group_symbol(locale) and len(body) - last - 1 == 3 and 1 <= last <= 3
    return other if is_group else mark


def read_whole(text: str, locale: Locale) -> int:
    """Read a whole figure.

    Raises:
        PlanError: it is not a figure, or has decimals.
    """
    number = read_number(text, locale)
    if number != number.to_integral_value():
        msg = say("“{text}” is not a whole number.", text=_short(text))
        raise PlanError(msg, hint=say("Leave out the decimals."))
    return int(number)


def read_rating(text: str, locale: Locale) -> Decimal:
    """Read a rating out of ten, such as 7, 7.5 or 7/10.

    Raises:
        PlanError: it is not a figure.
    """
    return read_number(re.sub(r"\s*(?:/|of|out of)\s*10\s*$", "", text.strip()), locale)


def read_percent(text: str, locale: Locale) -> Decimal:
    """Read a share as a part of one: 4 %, 4 and 0.04 all mean 0.04.

    Without the sign, a figure with decimals up to one is taken as the part itself.

    Raises:
        PlanError: it is not a figure.
    """
    plain = _with_plain_digits(text.strip())
    body = _PERCENT.sub(r"\1", plain)
    number = read_number(body, locale)
    has_decimals = not body.strip("+-").isdigit()
    if body == plain and has_decimals and abs(number) <= 1:
        return number
    return number.scaleb(-2)


def is_percent(text: str) -> bool:
    """Tell whether a figure stands beside a sign or word of percent."""
    return _PERCENT.search(_with_plain_digits(text.strip())) is not None


def read_figure(text: str, currency: str, locale: Locale) -> Decimal:
    """Read a figure whose unit stands elsewhere, though people write it beside the figure: 38 %, £12,500.

    Args:
        text: as typed.
        currency: the plan's currency.
        locale: says which of comma and point parts decimals, where that is open.

    Raises:
        PlanError: it is not a figure, or an amount in another currency.
    """
    if is_percent(text):
        body = _PERCENT.sub(r"\1", _with_plain_digits(text.strip()))
    else:
        body = _without_currency(text.strip(), currency, locale)
    return read_number(body or text, locale)


def read_hours(text: str, locale: Locale) -> Decimal:
    """Read hours, such as 7.5, 7:30, 1h30 or 45 min.

    Raises:
        PlanError: it is neither a figure nor a length of time.
    """
    plain = _with_plain_digits(text.strip())
    clock = _CLOCK.fullmatch(plain)
    if clock:
        return _hours(Decimal(clock[1]) * 60 + Decimal(clock[2]))
    minutes = _MINUTES.fullmatch(plain)
    if minutes:
        return _hours(read_number(minutes[1], locale))
    try:
        return read_number(_HOUR_WORDS.sub("", plain), locale)
    except PlanError as error:
        msg = say("“{text}” is not a number of hours.", text=_short(text))
        raise PlanError(msg, hint=say("Write hours such as 7.5, 7:30 or 45 min.")) from error


def _hours(minutes: Decimal) -> Decimal:
    return (minutes / 60).quantize(Decimal("0.0001")).normalize() + 0


def read_money(text: str, currency: str, locale: Locale) -> Money:
    """Read an amount in the plan's currency, with or without its code or sign.

    Raises:
        PlanError: it is not an amount, is in another currency, or could be two amounts.
    """
    body = _without_currency(text.strip(), currency, locale)
    _refuse_two_readings(body, currency, locale)
    try:
        return Money(read_number(body, locale), currency)
    except PlanError as error:
        msg = say("“{text}” is not an amount.", text=_short(text))
        raise PlanError(msg, hint=say("Write an amount such as 1250, 12.50 or 3k.")) from error


def _without_currency(text: str, currency: str, locale: Locale) -> str:
    own = {currency, get_currency_symbol(currency, locale), get_currency_symbol(currency, "en")}
    for sign in sorted(own, key=len, reverse=True):
        text = re.sub(re.escape(sign), "", text, count=1, flags=re.IGNORECASE)
    text = text.strip()
    if "$" in text and get_currency_symbol(currency, "en").endswith("$"):
        text = text.replace("$", "", 1).strip()
    other = next((code for mark, code in _MARKS.items() if mark in text), "") or _code_in(text)
    if other:
        msg = say("The plan is in {currency}, not in {other}.", currency=currency, other=other)
        raise PlanError(msg, hint=say("Give the amount in the plan's currency."))
    return text


def _code_in(text: str) -> str:
    found = re.search(r"\b[A-Z]{3}\b", text)
    return found[0] if found and found[0] in list_currencies() else ""


def _refuse_two_readings(body: str, currency: str, locale: Locale) -> None:
    """Refuse 12.500 where the point parts decimals: it was hardly meant to be twelve and a half."""
    plain = _SPACES_AND_QUOTES.sub("", _with_plain_digits(body))
    single = re.fullmatch(r"[1-9]\d{0,2}([.,])(\d{3})", plain)
    if single and single[1] == _decimal_mark(plain, locale) and get_currency_precision(currency) < 3:
        thousands, decimals = plain.replace(single[1], ""), plain[:-1]
        msg = say(
            "“{text}” could be {thousands} or {decimals}.", text=body, thousands=thousands, decimals=decimals
        )
        raise PlanError(msg, hint=say("Write it without the mark, or with two decimals."))


def show_number(number: Decimal | int, locale: Locale) -> str:
    """Show a figure with all of its decimals, grouped as the locale does."""
    return format_decimal(number, locale=locale, decimal_quantization=False)


def show_percent(share: Decimal, locale: Locale) -> str:
    """Show a part of one as a percentage."""
    return format_percent(share, locale=locale, decimal_quantization=False)


def show_money(money: Money, locale: Locale) -> str:
    """Show an amount without its currency: all of a plan's amounts are in one."""
    grouped = locale.decimal_formats[None].pattern.split(";")[0].split(".")[0]
    exact = max(0, -int(money.amount.normalize().as_tuple().exponent))
    places = max(get_currency_precision(money.currency), exact) if exact else 0
    pattern = f"{grouped}.{'0' * places}" if places else grouped
    return format_decimal(money.amount, format=pattern, locale=locale)
