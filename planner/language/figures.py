"""Figures and days as the region writes them, whatever language the words are in."""

from datetime import date, time
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from planner.language.speaking import language

if TYPE_CHECKING:  # slow to import, and English needs it not
    from babel import Locale

FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"
"""Around what runs in its own direction, whatever stands around it (Unicode's UAX 9: FSI and PDI)."""
_LEFT_TO_RIGHT_MARK, RIGHT_TO_LEFT_MARK = "\u200e", "\u200f"
"""Begin a text that runs in that direction, whatever its first letter is."""
_BETWEEN = " · "

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_REMEMBERED = 8192
"""How many figures and days: a table writes the same ones over and over, and each takes ten microseconds."""


def figure(number: Decimal | int, *, places: int | None = None) -> str:
    """Return a number, with the region's separators of thousands and decimals.

    Args:
        number: the figure.
        places: decimals that it is rounded to and that are written even where they are zeros; by default
            as many as it has.
    """
    if language().is_plain_english:
        return _plain(Decimal(number), places)
    # Nothing is remembered apart from less than nothing, which Python takes for the same.
    return _led(_of_region(Decimal(number) or Decimal(0), places, language().locale))


@lru_cache(_REMEMBERED)
def _of_region(number: Decimal, places: int | None, locale: "Locale") -> str:
    from babel.numbers import format_decimal  # noqa: PLC0415 - slow to import, and English needs it not

    # Grouping differs (12,34,567 in India), so the pattern is the region's; only its decimals are ours.
    groups = locale.decimal_formats[None].pattern.partition(";")[0].partition(".")[0]
    decimals = "0" * (_places(number) if places is None else places)
    return format_decimal(number, f"{groups}.{decimals}" if decimals else groups, locale)


def _led(number: str) -> str:
    """Return a number whose minus stands at its left also within words that run to the left."""
    return f"{_LEFT_TO_RIGHT_MARK}{number}" if number.startswith("-") and language().right_to_left else number


def isolated(text: str) -> str:
    """Return a text that runs in its own direction, whatever stands around it."""
    return f"{FIRST_STRONG_ISOLATE}{text}{POP_ISOLATE}"


def of_direction(text: str) -> str:
    """Return a day, a time or an entry's name so that it stays whole whatever stands beside it.

    Written from the right, a day is a row of figures and marks that words running to the right would
    take apart: "312026/10/".
    """
    return isolated(text) if language().right_to_left else text


def in_a_row(*parts: str) -> str:
    """Return short texts side by side on one line, such as an owner, a day and a channel.

    Written from the right, the line begins there whatever its first part is written in, and each part stays
    whole. What is empty is left out.
    """
    there = [part for part in parts if part]
    if not language().right_to_left or len(there) < 2:
        return _BETWEEN.join(there)
    return RIGHT_TO_LEFT_MARK + _BETWEEN.join(
        part if FIRST_STRONG_ISOLATE in part else isolated(part) for part in there
    )


def _places(number: Decimal) -> int:
    """Return how many decimals a number needs to be written in full."""
    exponent = number.normalize().as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0


def _plain(number: Decimal, places: int | None) -> str:
    if places is not None:
        return f"{number:,.{places}f}"
    text = f"{number:,f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def written_day(when: date) -> str:
    """Return a date with the month in words, such as "3 May 2027"."""
    if language().is_plain_english:
        return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"
    return of_direction(_day_of_region(when, "long", language().locale))


def written_short_day(when: date) -> str:
    """Return a date with the month in few letters, such as "3 Sep 2027"."""
    if language().is_plain_english:
        return f"{when.day} {_MONTHS[when.month - 1][:3]} {when.year}"
    return of_direction(_day_of_region(when, "medium", language().locale))


@lru_cache(_REMEMBERED)
def _day_of_region(when: date, form: str, locale: "Locale") -> str:
    from babel.dates import format_date  # noqa: PLC0415 - slow to import, and English needs it not

    return format_date(when, form, locale)


def written_time(when: time) -> str:
    """Return a time of day to the minute, such as "14:30"."""
    if language().is_plain_english:
        return f"{when:%H:%M}"
    from babel.dates import format_time  # noqa: PLC0415 - slow to import, and English needs it not

    return of_direction(format_time(when, "short", locale=language().locale))
