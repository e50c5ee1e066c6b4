"""Figures, dates and lists as they stand in sentences and cells; the same everywhere.

In plain English: "1,240.5", "13.6 h", "EUR 12,500", "85 %", "3 May 2027", "a, b and c", "1 day"; elsewhere
as the language and its region write them.
"""

from collections.abc import Iterable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from planner.language import language, phrase, say, say_count
from planner.language.figures import figure, written_day
from planner.language.speaking import ENGLISH
from planner.model.values import Money

AND, OR = phrase("{first} and {last}"), phrase("{first} or {last}")
"""Join the last two of a list."""


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
    return figure(number)


def with_unit(number: Decimal | int, unit: str) -> str:
    """Return a number with what it counts: "460 guests a week"; the number alone without a unit."""
    return f"{format_number(number)} {unit}".strip()


def hours(number: Decimal | int) -> str:
    """Return hours to one decimal, such as "13.6 h"."""
    return say("{number} h", number=format_number(number, places=1))


def money(amount: Money) -> str:
    """Return an amount with its currency, in whole units where it is whole: "EUR 12,500"."""
    cents = amount.amount.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
    whole = cents == cents.to_integral_value()
    return say(
        "{currency} {amount}", currency=amount.currency, amount=figure(cents, places=0 if whole else 2)
    )


def percent(share: Decimal) -> str:
    """Return a share (1 is the whole) as per cent, to one decimal: "85 %"."""
    return say("{number} %", number=format_number(share * 100, 1))


def day(when: date) -> str:
    """Return a date with the month in words: "3 May 2027"."""
    return written_day(when)


def listing(items: Iterable[str], joined: str = AND, most: int | None = None) -> str:
    """Return items as a list in a sentence: "a, b and c".

    Args:
        items: what to list.
        joined: joins the last one: `AND` or `OR`.
        most: how many to name; the rest is counted ("a, b and 3 more").
    """
    names = list(items)
    if most is not None and len(names) > most + 1:
        names = [*names[:most], say("{count} more", count=len(names) - most)]
    if len(names) < 2:
        return "".join(names)
    return say(joined, first=say(", ").join(names[:-1]), last=names[-1])


def quoted(name: str) -> str:
    """Return a name in quotation marks."""
    return say("“{name}”", name=name)


def in_sentence(label: str) -> str:
    """Return a label as it stands within a sentence: in English small, elsewhere as it was translated."""
    return label.lower() if language().tag == ENGLISH else label


def plural(number: Decimal | int, word: str, words: str = "") -> str:
    """Return a number with its noun: "1 day", "3 days", "2 people".

    Args:
        number: how many.
        word: the noun in the singular, a literal (or a kind's own).
        words: the plural where it is not the singular with an s.
    """
    one, many = plural_messages(word, words)
    return say_count(one, many, number, count=format_number(number))


def plural_messages(word: str, words: str = "") -> tuple[str, str]:
    """Return the two messages by which a number of things is said.

    Args:
        word: the noun in the singular.
        words: the plural where it is not the singular with an s.
    """
    return f"{{count}} {word}", f"{{count}} {words or word + 's'}"
