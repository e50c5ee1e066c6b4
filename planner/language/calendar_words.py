"""Short names of months and weekdays, as the language in use has them on charts."""

from datetime import date

from planner.language.figures import of_direction
from planner.language.speaking import language

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def short_month(month: int) -> str:
    """Return a month in few letters, such as "Sep" for 9."""
    if language().is_plain_english:
        return _MONTHS[month - 1]
    from babel.dates import get_month_names  # noqa: PLC0415 - slow to import, and English needs it not

    return str(get_month_names("abbreviated", "stand-alone", language().locale)[month])


def short_weekday(weekday: int) -> str:
    """Return a weekday in few letters, such as "Mon" for 0."""
    if language().is_plain_english:
        return _WEEKDAYS[weekday]
    from babel.dates import get_day_names  # noqa: PLC0415 - slow to import, and English needs it not

    return str(get_day_names("abbreviated", "stand-alone", language().locale)[weekday])


def day_in_year(when: date) -> str:
    """Return a date without its year, such as "3 Sep"."""
    if language().is_plain_english:
        return f"{when.day} {short_month(when.month)}"
    from babel.dates import format_skeleton  # noqa: PLC0415 - slow to import, and English needs it not

    return of_direction(str(format_skeleton("MMMd", when, locale=language().locale)))
