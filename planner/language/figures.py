"""Figures and days as the region writes them, whatever language the words are in."""

from datetime import date, time
from decimal import Decimal

from planner.language.speaking import language

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def figure(number: Decimal | int, *, places: int | None = None) -> str:
    """Return a number in full, with the region's separators of thousands and decimals.

    Args:
        number: the figure; it is not rounded.
        places: decimals that are written even where they are zeros; none by default.
    """
    if language().is_plain_english:
        return _plain(Decimal(number), places)
    from babel.numbers import format_decimal  # noqa: PLC0415 - slow to import, and English needs it not

    number = Decimal(number)
    locale = language().locale
    pattern = locale.decimal_formats[None].pattern.partition(";")[0].partition(".")[0]
    decimals = "#" * 40 if places is None else "0" * places
    return format_decimal(number + 0, f"{pattern}.{decimals}" if decimals else pattern, locale)


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
    from babel.dates import format_date  # noqa: PLC0415 - slow to import, and English needs it not

    return format_date(when, "long", language().locale)


def written_time(when: time) -> str:
    """Return a time of day to the minute, such as "14:30"."""
    if language().is_plain_english:
        return f"{when:%H:%M}"
    from babel.dates import format_time  # noqa: PLC0415 - slow to import, and English needs it not

    return format_time(when, "short", locale=language().locale)
