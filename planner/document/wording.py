"""How values read in the document's cells and sentences, empty ones included."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from planner.model.format import day, format_number, hours, listing, money, percent, plural
from planner.model.values import Choice, Money

NOTHING = "–"
"""Stands in a cell in which nothing was filled in."""

NOT_SAID = "Not said yet"
"""Stands beside a label for which nothing was filled in."""

_OWN_SIGNS = (", ", " and ")
"""Signs of a list that may stand within a name."""

_NAME_IN_HEADING = 60
"""Characters of a name within a heading at most."""

_WORDS = (
    "No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve",
)  # fmt: skip

Value = str | Choice | Decimal | int | Money | date | None
"""A field's value, as a cell may show it."""


def shown(value: Value, *, missing: str = NOTHING) -> str:  # noqa: PLR0911 - one for each sort of value
    """Return a value as it stands in a cell.

    Args:
        value: a field's value.
        missing: stands for an empty one.
    """
    match value:
        case None | "":
            return missing
        case Choice():
            return value.label
        case bool():
            return "Yes" if value else "No"
        case Money():
            return money(value)
        case date():
            return short_day(value)
        case Decimal() | int():
            return format_number(value)
        case _:
            return value if value.strip() else missing


def shown_hours(value: Decimal | None) -> str:
    """Return hours with their unit."""
    return NOTHING if value is None else hours(value)


def shown_share(share: Decimal) -> str:
    """Return a share as per cent, on one line whatever happens."""
    return percent(share).replace(" ", "\N{NO-BREAK SPACE}")


def rounded(amount: Money) -> Money:
    """Return an estimated amount in whole units, without a show of exactness."""
    return Money(amount.amount.quantize(Decimal(1), rounding=ROUND_HALF_UP), amount.currency)


def joined(names: Iterable[str], *, missing: str = NOTHING, most: int | None = None) -> str:
    """Return names as a list: "a, b and c"; with semicolons where a name has a comma or an "and" itself.

    Args:
        names: what to list.
        missing: stands for an empty list.
        most: how many to name; the rest is counted.
    """
    found = list(names)
    if len(found) < 2 or not any(sign in name for name in found for sign in _OWN_SIGNS):
        return listing(found, most=most) or missing
    if most is not None and len(found) > most + 1:
        found = [*found[:most], f"{len(found) - most} more"]
    return "; ".join(found)


def short_day(when: date) -> str:
    """Return a date with the month's first three letters: "3 Sep 2027"."""
    number, month, year = day(when).split()
    return f"{number} {month[:3]} {year}"


def moment(when: datetime | None) -> str:
    """Return a day and time with its distance from UTC, as the clock that was used showed it."""
    if when is None:
        return ""
    zone = f" UTC{when:%z}" if when.tzinfo else ""
    return f"{short_day(when.date())}, {when:%H:%M}{zone.removesuffix('+0000')}"


def span(first: date | None, last: date | None, *, missing: str = NOTHING) -> str:
    """Return two days as a stretch of time; one that is missing is left open."""
    if first is None:
        return missing if last is None else f"until {short_day(last)}"
    if last is None:
        return f"from {short_day(first)}"
    return f"{short_day(first)} – {short_day(last)}"


def counted(number: int, word: str, words: str = "") -> str:
    """Return a number with its noun at the start of a sentence: "Three tactics", "13 tactics"."""
    return f"{in_words(number)} {plural(number, word, words).split(' ', 1)[1]}"


def then_counted(number: int, word: str, words: str = "") -> str:
    """Return a number with its noun within a sentence: "three tactics", "13 tactics"."""
    return counted(number, word, words).lower()


def in_words(number: int) -> str:
    """Return a number as a sentence begins with it: in words up to twelve."""
    return _WORDS[number] if 0 <= number < len(_WORDS) else format_number(number)


def lacking(part: int, whole: int, what: str) -> str:
    """Return how many of those just named lack something: "two of them without a date"."""
    if part < whole:
        return f"{in_words(part).lower()} of them without {what}"
    return f"without {what}" if whole == 1 else f"all without {what}"


def verb(number: int, one: str, many: str) -> str:
    """Return the verb that fits a number."""
    return one if number == 1 else many


def few_words(name: str, most: int = 7) -> str:
    """Return a name as it may stand within a heading: its first words, where it has many."""
    words = name.split()
    short = " ".join(words[:most])
    short = short if len(short) <= _NAME_IN_HEADING else short[:_NAME_IN_HEADING].rstrip()
    return short if short == " ".join(words) else f"{short} …"


def shortened(text: str, limit: int) -> str:
    """Return a text's beginning, cut behind a sentence or else a word, where it is longer than a limit.

    Args:
        text: the text.
        limit: characters that are kept at most.
    """
    text = " ".join(text[: limit * 4].split()) if len(text) > limit else " ".join(text.split())
    if len(text) <= limit:
        return text
    head = text[: limit + 1]
    sentence = max(head.rfind(stop) for stop in (". ", "! ", "? "))
    if sentence >= limit // 2:
        return head[: sentence + 1]
    word = head.rfind(" ")
    return f"{head[: word if word >= limit // 2 else limit].rstrip()} …"
