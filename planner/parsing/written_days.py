"""Days read back exactly as a locale writes them, whatever its months are called and whatever joins them.

Split into words and figures, many a language's own days can't be read: its months are written with marks,
with a figure ("thg 1") or with a letter before them ("בינו׳").
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from typing import Literal

from babel import Locale
from babel.dates import get_date_format, get_day_names, get_month_names, tokenize_pattern

_WIDTHS = {3: "abbreviated", 4: "wide"}
_FORMS: tuple[Literal["short", "medium", "long"], ...] = ("short", "medium", "long")
_MONTHS, _WEEKDAYS, _YEARS, _DAYS = "ML", "Eec", "yu", "d"
_LAST_MONTH = 12
_MARKS = re.compile("[\u061c\u200e\u200f\u2066-\u2069]")
"""What steers the direction of text, and is no part of any word."""


def without_marks(text: str) -> str:
    """Return a text without the marks that steer its direction."""
    return _MARKS.sub("", text)


def as_written(text: str, locale: Locale) -> date | None:
    """Return a day that is written as the locale writes days; None where it is written otherwise.

    Args:
        text: as typed.
        locale: its patterns of days, and its names of months.

    Raises:
        ValueError: it is written so, and there is no such day.
    """
    plain = _plain(text)
    matches = (pattern.fullmatch(plain) for pattern in _patterns(locale))
    return next((_dated(match, locale) for match in matches if match), None)


def _dated(match: re.Match[str], locale: Locale) -> date | None:
    found = match.groupdict()
    name = found.get("name")
    month = _months(locale)[name] if name else int(found["month"])
    # Two figures in the other order are read elsewhere, as is a year without its century.
    if len(found["year"]) != 4 or month > _LAST_MONTH:
        return None
    return date(int(found["year"]), month, int(found["day"]))


@cache
def _patterns(locale: Locale) -> tuple[re.Pattern[str], ...]:
    patterns = ("".join(_parts(get_date_format(form, locale).pattern, locale)) for form in _FORMS)
    return tuple(re.compile(pattern) for pattern in patterns if _is_whole(pattern))


def _is_whole(pattern: str) -> bool:
    return all(f"<{part}>" in pattern for part in ("day", "year")) and (
        "<name>" in pattern or "<month>" in pattern
    )


def _parts(pattern: str, locale: Locale) -> Iterator[str]:
    """Yield the expression that reads each part of a pattern."""
    for _, value in tokenize_pattern(pattern):
        if isinstance(value, str):
            yield re.sub(r"(?:\\\s|\s)+", r"\\s*", re.escape(_plain(value, strips=False)))
        else:
            letter, width = value
            yield _field(letter, width, locale)


def _field(letter: str, width: int, locale: Locale) -> str:
    if letter in _YEARS:
        return r"(?P<year>\d+)"
    if letter in _DAYS:
        return r"(?P<day>\d{1,2})"
    if letter in _MONTHS and width in _WIDTHS:
        return f"(?P<name>{_any_of(_months(locale))})"
    if letter in _MONTHS:
        return r"(?P<month>\d{1,2})"
    return rf"(?:{_any_of(_weekdays(locale))})" if letter in _WEEKDAYS else ".*?"


def _any_of(names: Iterable[str]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


@cache
def _months(locale: Locale) -> dict[str, int]:
    return {name: number for number, name in _named(get_month_names, locale)}


@cache
def _weekdays(locale: Locale) -> frozenset[str]:
    return frozenset(name for _, name in _named(get_day_names, locale))


def _named(of: object, locale: Locale) -> Iterator[tuple[int, str]]:
    for width in _WIDTHS.values():
        for context in ("format", "stand-alone"):
            names = of(width, context, locale)  # type: ignore[operator] # one of two functions of Babel
            yield from ((number, _plain(name)) for number, name in names.items())


def _plain(text: str, *, strips: bool = True) -> str:
    folded = unicodedata.normalize("NFC", without_marks(text)).casefold()
    return folded.strip() if strips else folded
