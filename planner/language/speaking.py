"""Which language is spoken and how its region writes figures and days: one for the whole process.

Translations are gettext's: `<folder>/<tag>/LC_MESSAGES/truecourse.mo`, in the program's own folder of
languages or in the one that the environment names. English needs none, since English texts are the keys.
"""

import gettext
import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale

ENGLISH = "en"
WORLD = "001"
"""Stands for no region: 3 May 2027, 1,240.5."""

LANGUAGE_VARIABLE, REGION_VARIABLE = "TRUECOURSE_LANGUAGE", "TRUECOURSE_REGION"
"""Variables of the environment that say what a process speaks from its start."""

FOLDER_VARIABLE = "TRUECOURSE_LANGUAGES"
"""Names a folder with further languages, for those who translate and for tests."""

DOMAIN = "truecourse"
"""Name of the files that hold translations."""

_OWN = Path(__file__).parents[2] / "resources" / "languages"


@dataclass(frozen=True)
class Language:
    """A language with the habits of a region.

    Attributes:
        tag: of the language, such as "en" or "pt-BR".
        region: the country whose way of writing figures and days is used, such as "DE"; "001" for none.
        translation: finds the translation of a message.
        folder: holds the translation; None for English, which needs none.
    """

    tag: str
    region: str
    translation: gettext.NullTranslations
    folder: Path | None = None

    @cached_property
    def locale(self) -> "Locale":
        """Babel's locale for this language in this region; without the region where Babel knows no such."""
        from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - not needed to start

        plain = self.tag.partition("-")[0]
        for name in (f"{plain}_{self.region}", f"{plain}_{WORLD}", plain):
            try:
                return Locale.parse(name)
            except (UnknownLocaleError, ValueError):
                continue
        return Locale(ENGLISH)

    @property
    def is_plain_english(self) -> bool:
        """Whether figures and days are written as the program writes them by itself."""
        return self.tag == ENGLISH and self.region == WORLD

    @cached_property
    def locale_of_figures(self) -> "Locale":
        """Babel's locale in which figures and days are read and shown; 3 May 2027 and 1,240.5 by itself."""
        from babel import Locale  # noqa: PLC0415 - not needed to start

        return Locale(ENGLISH, "GB") if self.is_plain_english else self.locale

    @property
    def right_to_left(self) -> bool:
        """Whether it is written from right to left."""
        return self.tag != ENGLISH and self.locale.text_direction == "rtl"


def language() -> Language:
    """Return the language in use."""
    return _Spoken.now


def speak(tag: str, region: str = WORLD) -> Language:
    """Use a language from now on, in this process and in those that it starts.

    Args:
        tag: of the language; English is used where there is no such translation.
        region: whose figures and days, such as "DE".

    Returns:
        What is in use now.
    """
    _Spoken.now = _loaded(tag, region or WORLD)
    os.environ[LANGUAGE_VARIABLE] = _Spoken.now.tag
    os.environ[REGION_VARIABLE] = _Spoken.now.region
    return _Spoken.now


def languages() -> tuple[str, ...]:
    """Return the tags of all languages that there are, English first."""
    found = {
        file.parents[1].name for folder in _folders() for file in folder.glob(f"*/LC_MESSAGES/{DOMAIN}.mo")
    }
    return (ENGLISH, *sorted(found - {ENGLISH}))


def _folders() -> tuple[Path, ...]:
    further = os.environ.get(FOLDER_VARIABLE)
    return (Path(further), _OWN) if further else (_OWN,)


def _loaded(tag: str, region: str) -> Language:
    if tag != ENGLISH:
        for folder in _folders():
            if (file := gettext.find(DOMAIN, str(folder), folder_names(tag))) is not None:
                return Language(tag, region, _read(file), folder)
    return Language(ENGLISH, region, gettext.NullTranslations())


def folder_names(tag: str) -> list[str]:
    """Return how the folder of a language may be called."""
    return [tag.replace("-", "_"), tag]


@cache
def _read(file: str) -> gettext.GNUTranslations:
    with Path(file).open("rb") as stream:
        return gettext.GNUTranslations(stream)


def _at_start(environment: Mapping[str, str]) -> Language:
    return _loaded(environment.get(LANGUAGE_VARIABLE, ENGLISH), environment.get(REGION_VARIABLE, WORLD))


class _Spoken:
    """Holds what is in use."""

    now: Language = _at_start(os.environ)
