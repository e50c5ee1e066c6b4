"""Pseudo-languages, made from the messages themselves: they show what was not translated and what clips.

`en-XA` is accented and half as long again; `ar-XB` is the same written from right to left. A word on the
screen without accents was forgotten, unless a user wrote it.
"""

import calendar
import re
from collections.abc import Callable
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from messages import all_messages

ACCENTED, MIRRORED = "en-XA", "ar-XB"
_PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWYZabcdefghijklmnopqrstuvwyz"
_MARKED = "ÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴÝŽåƀçðéƒĝĥîĵķļṁñöþǫŕšţûṽŵýž"
_ACCENTS = str.maketrans(_PLAIN, _MARKED)
_NAMES = re.compile(r"(\{[^{}]*\}|%(?:\(\w+\))?[sr])")
_FROM_RIGHT, _END = "\u200f\u202e", "\u202c\u200f"
_LONGER = 0.5


def accented(message: str) -> str:
    """Return a message accented and half as long again; its `{names}` and `%s` stay."""
    parts = _NAMES.split(message)
    marked = "".join(part if _NAMES.fullmatch(part) else part.translate(_ACCENTS) for part in parts)
    return marked + _filling(message) if any(part.translate(_ACCENTS) != part for part in parts) else message


def _filling(message: str) -> str:
    wanted = round(len(_NAMES.sub("", message)) * _LONGER)
    words = "öñé ţŵö þŕéé ƒöûŕ ƒîṽé šîẋ šéṽéñ ".replace("ẋ", "x")
    filling = (words * (wanted // len(words) + 1))[:wanted].rstrip()
    return f" {filling}" if filling else ""


def mirrored(message: str) -> str:
    """Return a message accented, longer, and running from right to left."""
    parts = _NAMES.split(accented(message))
    return "".join(
        part if not part or _NAMES.fullmatch(part) else f"{_FROM_RIGHT}{part}{_END}" for part in parts
    )


def make(folder: Path) -> None:
    """Write both pseudo-languages as translations.

    Args:
        folder: where they go; `TRUECOURSE_LANGUAGES` names it for the program.
    """
    _write(folder, ACCENTED, accented)
    _write(folder, MIRRORED, mirrored)


def _write(folder: Path, tag: str, spoken: Callable[[str], str]) -> None:
    made = Catalog(locale="en", charset="utf-8")
    for one in all_messages():
        if one.several:
            made.add((one.text, one.several), (spoken(one.text), spoken(one.several)))
        elif one.text not in made:
            made.add(one.text, spoken(one.text))
    place = folder / tag / "LC_MESSAGES"
    place.mkdir(parents=True)
    with (place / "truecourse.mo").open("wb") as stream:
        write_mo(stream, made)


_WORD = re.compile(r"[A-Za-z]{3,}")

NAMES = {
    "Truecourse", "PDF", "Word", "SVG", "PNG", "JSON", "CSV", "Excel", "EUR", "GBP", "USD", "ZAR",
    "Ctrl", "Shift", "Alt", "Del", "Return", "Enter", "Esc", "Tab", "Ins", "PgUp", "PgDown", "Home", "End",
    "Space", "Sept", "Up", "Down", "Left", "Right",
    *calendar.month_name, *calendar.month_abbr, *calendar.day_name, *calendar.day_abbr,
}  # fmt: skip
"""Words that are the same in each language, those of keys, and those that Babel writes."""


_SAME = re.compile(
    r"(?<!\S)/\S*|\.[a-z]{2,6}\b"  # a file's place and ending
    r"|\b[a-z]+(\.[a-z-]+)+\b"  # the id of a rule or a question
    r"|\b([0-9a-f]{4,}|[0-9A-F]{4,})\b"  # a fingerprint
)
"""What is the same in each language, whatever its letters."""


def forgotten(text: str) -> list[str]:
    """Return the words of a text that no accent shows to be translated."""
    words = re.findall(r"\w+", _SAME.sub("", text))
    return [word for word in words if _WORD.fullmatch(word) and word not in NAMES]
