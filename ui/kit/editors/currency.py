"""The plan's currency, picked by its code or its name."""

from functools import cache
from typing import Any

from babel import Locale
from babel.numbers import get_currency_name, list_currencies
from PySide6.QtWidgets import QHBoxLayout, QWidget

from planner.language import say
from planner.model.schema import FieldSpec
from ui.kit.editors.base import FieldEditor, PlanSource
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


class CurrencyEditor(FieldEditor):
    """A currency: three letters, or a part of its name."""

    def __init__(self, spec: FieldSpec, source: PlanSource, parent: QWidget | None = None) -> None:
        super().__init__(spec, source, parent)
        self._picker = Picker(lambda: _currencies(current_locale()))
        self._adopt(self._picker.line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._picker)
        self._picker.picked.connect(self._take)
        self._picker.typing.connect(self.forgive)
        self._picker.cleared.connect(self._cleared)
        self._picker.unknown.connect(self._unknown)

    def focus_target(self) -> QWidget:
        """Return the line in which codes are typed."""
        return self._picker.line

    def set_read_only(self, on: bool) -> None:  # noqa: FBT001 - a plain setter like Qt's
        """Let the code be read and copied but not changed."""
        self._read_only = on
        self._picker.set_read_only(on)

    def flush(self) -> None:
        """Take the code that is typed."""
        self._picker.settle()

    def _cleared(self) -> None:
        self.set_problem(say("A plan has a currency. Type three letters such as EUR, or a part of its name."))

    def _unknown(self, text: str) -> None:
        self.set_problem(say("“{text}” is not a currency. Type three letters such as EUR.", text=text))

    def _show(self, value: Any) -> None:  # noqa: ANN401 - a field's own type
        self._picker.show_text(self._text_of(value))
