"""Cutting a condition into its words: names, numbers, texts in quotation marks and signs."""

import re
from dataclasses import dataclass
from enum import StrEnum

from planner.language import say
from planner.truths.house.errors import ConditionError

_WORD = re.compile(
    r"""(?P<blank>\s+)
    | (?P<number>[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,3})?(?![\w.]))
    | (?P<name>[A-Za-z_][A-Za-z0-9_]*(?!["'\w]))
    | (?P<text>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')
    | (?P<sign>&&|\|\||==|!=|<=|>=|[-+*/%<>!?:.,()\[\]])
    """,
    re.VERBOSE,
)
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|x([0-9a-fA-F]{2})|(.))", re.DOTALL)
_LETTERS = {"n": "\n", "t": "\t", "r": "\r", "\\": "\\", '"': '"', "'": "'", "`": "`", "?": "?"}
_HIGHEST, _SURROGATES = 0x10FFFF, range(0xD800, 0xE000)


class Sort(StrEnum):
    """What sort of word it is."""

    NUMBER = "number"
    NAME = "name"
    TEXT = "text"
    SIGN = "sign"
    END = "end"


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a condition.

    Attributes:
        sort: what it is.
        text: as it is written.
        at: place of its first character, from 0.
    """

    sort: Sort
    text: str
    at: int


def words_of(condition: str) -> tuple[Word, ...]:
    """Return a condition's words, with one that stands for its end.

    Raises:
        ConditionError: something in it begins no word.
    """
    found, at = [], 0
    while at < len(condition):
        match = _WORD.match(condition, at)
        if match is None:
            raise ConditionError(_no_word(condition[at]), at)
        if match.lastgroup != "blank":
            found.append(Word(Sort(match.lastgroup or ""), match.group(), at))
        at = match.end()
    return (*found, Word(Sort.END, "", len(condition)))


def _no_word(letter: str) -> str:
    if letter in "\"'":
        return say("A text begins here and does not end: a quotation mark is missing.")
    if letter == "=":
        return say("Write “==” for “is”.")
    if letter in "&|":
        return say("Write “{sign}”.", sign=letter * 2)
    return say("“{sign}” has no meaning here.", sign=letter)


def text_value(word: Word) -> str:
    """Return the text that a word in quotation marks stands for.

    Raises:
        ConditionError: a backslash is followed by something without a meaning.
    """

    def letter(match: re.Match[str]) -> str:
        digits = match[1] or match[2] or match[3]
        code = int(digits, 16) if digits else None
        known = _LETTERS.get(match[4] or "") if code is None else None
        if code is not None and code <= _HIGHEST and code not in _SURROGATES:
            return chr(code)
        if known is None:
            msg = say(
                "“{sign}” has no meaning in a text; write “{double}” for a backslash.",
                sign=match.group(),
                double=r"\\",
            )
            raise ConditionError(msg, word.at + 1 + match.start())
        return known

    return _ESCAPE.sub(letter, word.text[1:-1])


def quoted_text(text: str) -> str:
    """Return text in quotation marks, so that `text_value` gives it back."""
    marks = {"\\": r"\\", '"': r"\"", "\n": r"\n", "\t": r"\t", "\r": r"\r"}
    return '"' + "".join(marks.get(letter) or _visible(letter) for letter in text) + '"'


def _visible(letter: str) -> str:
    # A condition is one line: whatever else would break it is written by number.
    return letter if letter.isprintable() else f"\\U{ord(letter):08x}"
