"""Days as people type them (3 May, 3.5.27, 2027-05-03, today, friday, +2w) and as they read them."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache

from babel import Locale
from babel.dates import format_date, format_datetime, get_date_format, get_day_names, get_month_names

from planner.errors import PlanError
from planner.language import phrase, say
from planner.language.figures import of_direction
from planner.model.checked import FIRST_YEAR, LAST_YEAR
from planner.parsing.written_days import as_written, without_marks

_NEAR = {"today": 0, "now": 0, "tomorrow": 1, "yesterday": -1}
_AWAY = re.compile(r"(?:in\s+|([+-])\s*)(\d{1,4})\s*([a-z]*)")
_SPANS = {
    "": "d",
    "d": "d",
    "day": "d",
    "w": "w",
    "wk": "w",
    "week": "w",
    "m": "m",
    "month": "m",
    "y": "y",
    "year": "y",
}
_LITTLE_WORDS = frozenset(
    {"of", "the", "de", "del", "den", "di", "st", "nd", "rd", "th", "er", "on", "г", "年", "月", "日"}
)
_HINT = phrase("Write a day such as 3 May, 3.5.27, 2027-05-03, friday or +2w.")


@dataclass(frozen=True, slots=True)
class Day:
    """What a day without a year is read against.

    Attributes:
        today: the present day.
        starts: first day of the plan, where it is known.
        ends: last day of the plan, where it is known.
    """

    today: date
    starts: date | None = None
    ends: date | None = None


def read_day(text: str, around: Day, locale: Locale) -> date:
    """Read a day; one without a year lies in the plan's period, or else in the year to come.

    Args:
        text: as typed.
        around: what "today" is, and the plan's period.
        locale: its month names, and whether the day or the month comes first.

    Raises:
        PlanError: it is no day of the calendar.
    """
    plain = text.strip().casefold()
    try:
        found = (
            _relative(plain, around.today, locale)
            or as_written(plain, locale)
            or _written(without_marks(plain), around, locale)
        )
    except (ValueError, OverflowError) as error:
        raise _not_a_day(text) from error
    if found is None:
        raise _not_a_day(text)
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        msg = say("The year {year} is out of range.", year=f"{found.year:04}")
        raise PlanError(msg, hint=say(_HINT))
    return found


def _not_a_day(text: str) -> PlanError:
    shown = text.strip() if len(text) <= 40 else text[:40] + "…"
    return PlanError(say("“{text}” is not a day.", text=shown), hint=say(_HINT))


def _relative(text: str, today: date, locale: Locale) -> date | None:
    near = _near_days()
    if text in near:
        return today + timedelta(days=near[text])
    away = _AWAY.fullmatch(text)
    if away and away[3].removesuffix("s") in _SPANS:
        count = -int(away[2]) if away[1] == "-" else int(away[2])
        return _moved(today, count, _SPANS[away[3].removesuffix("s")])
    weekday = _named(text.removeprefix("next ").removesuffix("."), _weekdays(locale))
    return None if weekday is None else today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def _near_days() -> dict[str, int]:
    """Return how far away the days are that have a name, in English and in the language in use."""
    spoken = {say("today"): 0, say("tomorrow"): 1, say("yesterday"): -1}
    return _NEAR | {word.casefold(): days for word, days in spoken.items()}


def _moved(day: date, count: int, span: str) -> date:
    if span in "dw":
        return day + timedelta(days=count * (7 if span == "w" else 1))
    months = day.year * 12 + day.month - 1 + count * (12 if span == "y" else 1)
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _written(text: str, around: Day, locale: Locale) -> date | None:
    numbers, month = _parts(text, locale)
    if month is None:
        return _in_figures(numbers, text, around, locale)
    years = [n for n in numbers if len(n) == 4 or int(n) > 31]
    days = [n for n in numbers if n not in years] or years
    if not 1 <= len(numbers) <= 2 or len(years) > 1:
        return None
    if len(days) == 2:
        day, year = days
    else:
        day, year = days[0], years[0] if years and days is not years else ""
    return _dated(year, month, int(day), around)


def _parts(text: str, locale: Locale) -> tuple[list[str], int | None]:
    """Return the figures of a written day, and the month where one is named.

    Raises:
        ValueError: a word in it belongs to no day.
    """
    numbers: list[str] = []
    month: int | None = None
    for token in re.findall(r"\d+|[^\W\d_]+", text):
        if token.isdigit():
            numbers.append(str(int(token)).rjust(len(token), "0"))
        elif month is None and _named(token, _months(locale)) is not None:
            month = _named(token, _months(locale))
        elif token not in _LITTLE_WORDS and _named(token, _weekdays(locale)) is None:
            raise ValueError(token)
    return numbers, month


def _in_figures(numbers: list[str], text: str, around: Day, locale: Locale) -> date | None:
    if not 2 <= len(numbers) <= 3 or any(len(n) > 4 for n in numbers):
        return None
    if len(numbers[0]) == 4:
        return date(*map(int, numbers)) if len(numbers) == 3 else None
    first, second = int(numbers[0]), int(numbers[1])
    day_first = "." in text or _day_first(locale)
    if second > 12 or (not day_first and first <= 12):
        first, second = second, first
    return _dated(numbers[2] if len(numbers) == 3 else "", second, first, around)


def _dated(year: str, month: int, day: int, around: Day) -> date:
    if len(year) == 2:
        return date(2000 + int(year), month, day)
    if len(year) == 4:
        return date(int(year), month, day)
    if year:
        raise ValueError(year)
    return _in_the_year_meant(month, day, around)


def _in_the_year_meant(month: int, day: int, around: Day) -> date:
    first = around.starts or around.today
    last = around.ends or date(around.today.year + 8, 12, 31)
    possible = [
        _day_or_none(year, month, day) for year in range(first.year, min(last.year, first.year + 8) + 1)
    ]
    inside = [found for found in possible if found is not None and first <= found <= last]
    if inside:
        return inside[0]
    if around.starts is not None or around.ends is not None:
        return _in_the_year_meant(month, day, Day(around.today))
    raise ValueError(day)


def _day_or_none(year: int, month: int, day: int) -> date | None:
    return date(year, month, day) if day <= monthrange(year, month)[1] else None


def _named(word: str, names: dict[str, int]) -> int | None:
    """Return what a name stands for; its first letters do, from three on, where only one begins so."""
    if word in names:
        return names[word]
    begun = {number for name, number in names.items() if len(word) >= 3 and name.startswith(word)}
    return begun.pop() if len(begun) == 1 else None


@cache
def _months(locale: Locale) -> dict[str, int]:
    return {name: number for number, name in _names(get_month_names, locale)}


@cache
def _weekdays(locale: Locale) -> dict[str, int]:
    return {name: number for number, name in _names(get_day_names, locale)}


def _names(of: Callable[..., Mapping[int, str]], locale: Locale) -> Iterator[tuple[int, str]]:
    for language in (Locale("en"), locale):
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                names = of(width, context, language)
                yield from ((number, name.casefold().strip(".")) for number, name in names.items())


@cache
def _day_first(locale: Locale) -> bool:
    pattern = get_date_format("short", locale).pattern
    return pattern.find("d") < pattern.find("M")


def show_day(day: date, locale: Locale) -> str:
    """Show a day with its month in letters where the locale writes it so: 3 May 2027."""
    return format_date(day, "medium", locale)


def show_moment(moment: datetime, locale: Locale) -> str:
    """Show a moment by this computer's clock, to the minute."""
    return of_direction(format_datetime(moment.astimezone(), "medium", locale=locale))
