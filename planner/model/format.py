"""Figures, dates and lists as they stand in sentences and cells; the same everywhere.

Plain English forms that do not depend on the computer's locale, so that a document reads alike on
every machine: "1,240.5", "13.6 h", "EUR 12,500", "85 %", "3 May 2027", "a, b and c", "1 day".
"""

from collections.abc import Iterable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from planner.model.values import Money

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def format_number(number: Decimal | int, places: int = 2) -> str:
    """Return a number with thousands separators and without trailing zeros.

    Args:
        number: the figure.
        places: decimals at most; a figure smaller than one keeps two significant digits, so that a
            rate of 0.004 does not read as 0.

    Returns:
        Such as "1,240.5", "20", "0.004" or "-3".
    """
    number = Decimal(number)
    if number and abs(number) < 1:
        places = max(places, 1 - number.adjusted())
    return trimmed(number.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP))


def trimmed(number: Decimal) -> str:
    """Return a number in full, unrounded, with thousands separators and without trailing zeros."""
    text = f"{number:,f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def with_unit(number: Decimal | int, unit: str) -> str:
    """Return a number with what it counts: "460 guests a week"; the number alone without a unit."""
    return f"{format_number(number)} {unit}".strip()


def hours(number: Decimal | int) -> str:
    """Return hours to one decimal, such as "13.6 h"."""
    return f"{format_number(number, places=1)} h"


def money(amount: Money) -> str:
    """Return an amount with its currency, in whole units where it is whole: "EUR 12,500"."""
    cents = amount.amount.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
    figure = f"{cents:,.0f}" if cents == cents.to_integral_value() else f"{cents:,.2f}"
    return f"{amount.currency} {figure}"


def percent(share: Decimal) -> str:
    """Return a share (1 is the whole) as per cent, to one decimal: "85 %"."""
    return f"{format_number(share * 100, 1)} %"


def day(when: date) -> str:
    """Return a date with the month in words: "3 May 2027"."""
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"


def listing(items: Iterable[str], word: str = "and", most: int | None = None) -> str:
    """Return items as a list in a sentence: "a, b and c".

    Args:
        items: what to list.
        word: joins the last one.
        most: how many to name; the rest is counted ("a, b and 3 more").
    """
    names = list(items)
    if most is not None and len(names) > most + 1:
        names = [*names[:most], f"{len(names) - most} more"]
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {word} {names[-1]}"


def quoted(name: str) -> str:
    """Return a name in quotation marks."""
    return f"“{name}”"


def plural(number: Decimal | int, word: str, words: str = "") -> str:
    """Return a number with its noun: "1 day", "3 days", "2 people".

    Args:
        number: how many.
        word: the noun in the singular.
        words: the plural where it is not the singular with an s.
    """
    return f"{format_number(number)} {word if number == 1 else words or word + 's'}"
