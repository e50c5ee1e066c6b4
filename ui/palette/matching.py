"""Finding things by what somebody types of their names: beginnings, parts, initials, letters in order."""

import unicodedata
from collections.abc import Sequence

BEGINS, WORD_BEGINS, HAS, BESIDE, SCATTERED = range(5)
"""How well a word fits a name, the best first; `BESIDE` stands for the words beside the name."""

_SPREAD = 4
"""Letters in order count while they lie no further apart than so many times their number."""


def folded(text: str) -> str:
    """Return a text without differences of case and accents, for comparison."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


def rank_of(words: Sequence[str], name: str, beside: str) -> int | None:
    """Say how well some words fit a thing.

    Args:
        words: what was typed, folded, word by word.
        name: of the thing, folded.
        beside: the words beside its name, folded.

    Returns:
        A number that is smaller the better they fit; None where one does not fit at all.
    """
    total = 0
    for word in words:
        fit = _fit(word, name, beside)
        if fit is None:
            return None
        total += fit
    return total


def _fit(word: str, name: str, beside: str) -> int | None:
    place = name.find(word)
    if place == 0:
        return BEGINS
    if place > 0:
        return WORD_BEGINS if f" {word}" in name else HAS
    if word in beside:
        return BESIDE
    return SCATTERED if _is_scattered(word, name) else None


def _is_scattered(word: str, name: str) -> bool:
    """Whether the letters stand in a name in their order, the first of them at the start of a word."""
    starts = [0, *(at + 1 for at, sign in enumerate(name) if sign == " ")]
    return any(_follows(word, name, start) for start in starts if name[start : start + 1] == word[0])


def _follows(word: str, name: str, start: int) -> bool:
    at = start
    for sign in word:
        at = name.find(sign, at) + 1
        if at == 0:
            return False
    return at - start <= _SPREAD * len(word)
