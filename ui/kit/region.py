"""The locale in which the window shows and reads figures and days: that in which sentences are said."""

from babel import Locale

from planner.language import language


def current_locale() -> Locale:
    """Return Babel's locale for the language and region in use."""
    return language().locale_of_figures
