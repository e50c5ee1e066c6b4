"""The locale in which the window shows and reads figures and days."""

from functools import cache

from babel import Locale, UnknownLocaleError
from PySide6.QtCore import QLocale


def current_locale() -> Locale:
    """Return Babel's locale for the window's default one; English where Babel does not know it."""
    return _known(QLocale().name())


@cache
def _known(name: str) -> Locale:
    try:
        return Locale.parse("en" if name == "C" else name)
    except (UnknownLocaleError, ValueError):
        return Locale("en")
