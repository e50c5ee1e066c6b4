"""How values read in the document's cells and sentences, empty ones included."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from planner.language import phrase, say
from planner.language.figures import written_short_day, written_time
from planner.model.format import format_number, hours, listing, money, percent
from planner.model.values import Choice, Money

NOTHING = "–"
"""Stands in a cell in which nothing was filled in."""

NOT_SAID = phrase("Not said yet")
"""Stands beside a label for which nothing was filled in; a message, said where it stands."""

_OWN_SIGNS = (", ", " and ")
"""Signs of a list that may stand within a name."""

_NAME_IN_HEADING = 60
"""Characters of a name within a heading at most."""

# Where a language's words for numbers change with what they count, their translations are figures.
_WORDS = (
    phrase("No"), phrase("One"), phrase("Two"), phrase("Three"), phrase("Four"),
    phrase("Five"), phrase("Six"), phrase("Seven"), phrase("Eight"), phrase("Nine"),
    phrase("Ten"), phrase("Eleven"), phrase("Twelve"),
)  # fmt: skip
_SMALL_WORDS = (
    phrase("no"), phrase("one"), phrase("two"), phrase("three"), phrase("four"),
    phrase("five"), phrase("six"), phrase("seven"), phrase("eight"), phrase("nine"),
    phrase("ten"), phrase("eleven"), phrase("twelve"),
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
            return say("Yes") if value else say("No")
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
        found = [*found[:most], say("{count} more", count=len(found) - most)]
    return say("; ").join(found)


def short_day(when: date) -> str:
    """Return a date with the month's first three letters: "3 Sep 2027"."""
    return written_short_day(when)


def moment(when: datetime | None) -> str:
    """Return a day and time with its distance from UTC, as the clock that was used showed it."""
    if when is None:
        return ""
    on, at = short_day(when.date()), written_time(when.time())
    if when.tzinfo is None:
        return say("{day}, {time}", day=on, time=at)
    return say("{day}, {time} UTC{offset}", day=on, time=at, offset=f"{when:%z}".removesuffix("+0000"))


def span(first: date | None, last: date | None, *, missing: str = NOTHING) -> str:
    """Return two days as a stretch of time; one that is missing is left open."""
    if first is None:
        return missing if last is None else say("until {day}", day=short_day(last))
    if last is None:
        return say("from {day}", day=short_day(first))
    return say("{first} – {last}", first=short_day(first), last=short_day(last))


def span_in_cell(first: date | None, last: date | None) -> str:
    """Return two days as a stretch of time in a narrow cell: broken behind the dash."""
    return span(first, last).replace("– ", "–\n")


def in_words(number: int) -> str:
    """Return a number as a sentence begins with it: "Three", "13"; in words up to twelve."""
    return say(_WORDS[number]) if 0 <= number < len(_WORDS) else format_number(number)


def in_words_within(number: int) -> str:
    """Return a number as it stands within a sentence: "three", "13"; in words up to twelve."""
    return say(_SMALL_WORDS[number]) if 0 <= number < len(_SMALL_WORDS) else format_number(number)


def as_beginning(text: str) -> str:
    """Return a text with a capital at its start."""
    return text[:1].upper() + text[1:]


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
