"""The menus of languages and of ways to write figures and days."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from babel import Locale, UnknownLocaleError, localedata
from babel.dates import format_date
from babel.numbers import format_decimal
from PySide6.QtCore import QLocale, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from planner.language import language, languages, say
from planner.language.speaking import WORLD
from ui.kit.text import caption_of
from ui.menus import LANGUAGE, REGION
from ui.settings import Settings
from ui.speech import Speech, language_of, region_of

_REGIONS = (
    "GB", "IE", "US", "CA", "AU", "NZ", "IN", "ZA", "DE", "AT", "CH", "FR", "BE", "NL", "ES", "IT", "PT",
    "BR", "PL", "SE", "DK", "NO", "FI", "JP",
)  # fmt: skip
"""Regions that are offered, as far as they are known together with the language in use."""

_FIGURE, _DAY = Decimal("1240.5"), date(2027, 5, 3)
"""Shown as a region writes them."""


class ChoiceMenu(QMenu):
    """A menu of which one thing is chosen.

    Signals:
        picked: the key of another choice.
    """

    picked = Signal(str)

    def __init__(self, title: str, choices: Sequence[tuple[str, str]], chosen: str, parent: QWidget) -> None:
        """Make the menu.

        Args:
            title: its words.
            choices: key and words of each choice; the first one is parted from the others by a line.
            chosen: the key of the present choice.
            parent: owns the menu.
        """
        super().__init__(title, parent)
        self._group = QActionGroup(self)
        for place, (key, words) in enumerate(choices):
            action = self.addAction(caption_of(words))
            action.setObjectName(key)
            action.setCheckable(True)
            action.setChecked(key == chosen)
            self._group.addAction(action)
            if place == 0:
                self.addSeparator()
        self._group.triggered.connect(self._picked)

    def _picked(self) -> None:
        action = self._group.checkedAction()
        if action is not None:
            self.picked.emit(action.objectName())


def speech_menus(settings: Settings, speech: Speech, parent: QWidget) -> dict[str, QMenu]:
    """Return the menus by their marks; that of languages is left out where there is but one."""
    regions = region_menu(settings, parent)
    regions.picked.connect(speech.choose_region)
    if len(languages()) == 1:
        return {REGION: regions}
    tongues = language_menu(settings, parent)
    tongues.picked.connect(speech.choose_language)
    return {LANGUAGE: tongues, REGION: regions}


def language_menu(settings: Settings, parent: QWidget) -> ChoiceMenu:
    """Return the menu of languages, each called as those call it who speak it."""
    own = say("As this computer: {language}", language=language_name(language_of(QLocale.system())))
    choices = [("", own), *((tag, language_name(tag)) for tag in languages())]
    return ChoiceMenu(say("Lan&guage"), choices, settings.language, parent)


def region_menu(settings: Settings, parent: QWidget) -> ChoiceMenu:
    """Return the menu of regions, each with a figure and a day as it writes them."""
    system = region_of(QLocale.system())
    own = say("As this computer: {example}", example=_example(_locale(system)))
    choices = [("", own), (WORLD, say("International: {example}", example=_example(_locale(WORLD))))]
    known = sorted((_territory(code), code) for code in _REGIONS if localedata.exists(_name(code)))
    choices += [
        (code, say("{region}: {example}", region=region, example=_example(_locale(code))))
        for region, code in known
    ]
    return ChoiceMenu(say("&Dates and figures"), choices, settings.region, parent)


def language_name(tag: str) -> str:
    """Return what a language calls itself, with the part of its tag that Babel does not know in brackets."""
    plain, _, rest = tag.partition("-")
    try:
        return _called(Locale.parse(tag.replace("-", "_")))
    except (UnknownLocaleError, ValueError):
        pass
    try:
        return f"{_called(Locale(plain))} ({rest})"
    except UnknownLocaleError:
        return tag


def _called(locale: Locale) -> str:
    name = locale.get_display_name(locale) or str(locale)
    return name[:1].upper() + name[1:]


def _name(code: str) -> str:
    return f"{language().tag.partition('-')[0]}_{code}"


def _locale(code: str) -> Locale:
    """Return the locale of the language in use in a region, or without one where that is not known."""
    if code == WORLD and language().tag == "en":
        return Locale("en", "GB")
    name = _name(code)
    return Locale.parse(name) if localedata.exists(name) else Locale(name.partition("_")[0])


def _territory(code: str) -> str:
    return str(language().locale.territories.get(code, code))


def _example(locale: Locale) -> str:
    figure = format_decimal(_FIGURE, locale=locale)
    return f"{figure} · {format_date(_DAY, 'medium', locale)}"
