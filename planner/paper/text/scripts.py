"""What kind of character stands where: plain or in need of shaping, its script, its company."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

import uharfbuzz as hb

_PLAIN = re.compile(
    "["
    " -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u058f"  # Latin, Greek, Cyrillic, Armenian
    "\u10a0-\u10ff\u1c90-\u1cbf\u1d00-\u1dbf\u1e00-\u1fff"  # Georgian, phonetics, more Latin and Greek
    "\u2000-\u200a\u2010-\u2027\u202f-\u205f\u2070-\u20cf\u2100-\u2bff\u2c60-\u2c7f\u2e00-\u2e5d"  # signs
    "\u2e80-\u3029\u3030-\u3098\u309b-\u318f\u3190-\u9fff\ua720-\ua7ff\uac00-\ud7a3\uf900-\ufaff"  # CJK
    "\ufe30-\ufe6f\uff01-\uffee\ufffd"  # full and half width
    "\U0001d400-\U0001d7ff\U0001f000-\U0001f1e5\U0001f200-\U0001f3fa\U0001f400-\U0001faff"
    "\U00020000-\U0003ffff"
    "]*"
)
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_JOINER = "\u200d"
_FREE = "\u00ad\u200b\u115f"
"""Invisible characters after which a line may end, or that begin a syllable: they stand alone."""
_FOLLOWERS = frozenset(map(chr, [0x20E3, *range(0x1F3FB, 0x1F400), *range(0x1160, 0x1200)]))
"""The keycap, skin colours, vowels and ends of Korean syllables written letter by letter."""
_FLAG_LETTERS = frozenset(map(chr, range(0x1F1E6, 0x1F200)))
_LONGEST = 32
COMMON = "Zyyy"
"""The script of signs that all scripts use, in ISO 15924."""


def is_plain(text: str) -> bool:
    """Tell whether each character stands for itself: one glyph after the other, left to right."""
    return _PLAIN.fullmatch(text) is not None


def is_invisible(char: str) -> bool:
    """Tell whether a character steers others and is itself never drawn.

    Source: Default_Ignorable_Code_Point in Unicode's DerivedCoreProperties.
    """
    return _INVISIBLE.match(char) is not None


@cache
def script_of(char: str) -> str:
    """Return the script of a character as its ISO 15924 code, "Zyyy" for signs that all scripts use."""
    buffer = hb.Buffer()
    buffer.add_str(char)
    buffer.guess_segment_properties()
    return buffer.script or COMMON


def clusters(text: str) -> Iterator[str]:
    """Yield user-perceived characters: a base with its marks, joined emoji, flags.

    A simplified form of Unicode's UAX 29: what is joined here is never split over two lines. Marks
    without end are cut as Unicode's stream-safe format does (UAX 15).

    Args:
        text: any text.
    """
    start = 0
    for index in range(1, len(text) + 1):
        if index == len(text) or index - start == _LONGEST or not _extends(text, start, index):
            yield text[start:index]
            start = index


def _extends(text: str, start: int, index: int) -> bool:
    """Tell whether a character belongs to the sign that began at `start`."""
    char = text[index]
    if text[index - 1] == _JOINER:
        return unicodedata.category(char) == "So"
    if char in _FLAG_LETTERS:
        return index - start == 1 and text[start] in _FLAG_LETTERS
    return _is_mark(char)


@cache
def _is_mark(char: str) -> bool:
    if char in _FREE:
        return False
    return unicodedata.category(char)[0] == "M" or is_invisible(char) or char in _FOLLOWERS
