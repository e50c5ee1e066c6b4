"""The locale in which the window shows and reads figures and days: that in which sentences are said."""

from functools import cache

from babel import Locale

from planner.language import language


def current_locale() -> Locale:
    """Return Babel's locale for the language and region in use."""
    return _plain() if language().is_plain_english else language().locale


@cache
def _plain() -> Locale:
    """Return the locale that writes as the program does by itself: 3 May 2027, 14:30, 1,240.5."""
    return Locale("en", "GB")
