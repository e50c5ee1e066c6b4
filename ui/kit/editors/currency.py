"""The plan's currency, picked by its code or its name."""

from functools import cache

from babel import Locale
from babel.numbers import get_currency_name, list_currencies

from planner.language import say
from ui.kit.editors.picking import OneEditor
from ui.kit.picker import Option, Picker
from ui.kit.region import current_locale

_COMMON = ("EUR", "USD", "GBP", "CHF", "JPY", "CAD", "AUD", "SEK", "PLN", "INR")


@cache
def _currencies(locale: Locale) -> tuple[Option, ...]:
    """Return all currencies in use, the common ones first."""
    codes = list(_COMMON) + sorted(list_currencies() - set(_COMMON))
    named = ((code, get_currency_name(code, locale=locale)) for code in codes)
    # Currencies of the past carry their years in brackets.
    return tuple(Option(code, code, name) for code, name in named if "(" not in name and name != code)


class CurrencyEditor(OneEditor):
    """A currency: three letters, or a part of its name."""

    def _new_picker(self) -> Picker:
        return Picker(lambda: _currencies(current_locale()))

    def _cleared(self) -> None:
        self.set_problem(say("A plan has a currency. Type three letters such as EUR, or a part of its name."))

    def _unknown(self, text: str) -> None:
        self.set_problem(say("“{text}” is not a currency. Type three letters such as EUR.", text=text))
