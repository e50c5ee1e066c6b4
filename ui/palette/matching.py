"""Finding things by what somebody types of their names: beginnings, parts, initials, letters in order."""

import unicodedata
from collections.abc import Iterator, Sequence
from typing import TypeAlias

BEGINS, WORD_BEGINS, HAS, BESIDE, SCATTERED = range(5)
"""How well a word fits a name, the best first; `BESIDE` stands for the words beside the name."""

Span: TypeAlias = tuple[int, int]
"""A part of a text: its first letter, and the one behind its last."""

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
    return SCATTERED if _scattered(word, name) else None


def spans_of(words: Sequence[str], title: str) -> tuple[Span, ...]:
    """Return where a title has what was typed, in its own letters, for them to be marked.

    Args:
        words: what was typed, folded, word by word.
        title: of the thing, as it is shown.

    Returns:
        Parts from the first to behind the last letter, in order; none for a word that is found beside it.
    """
    # A letter may fold to several, or to none: each keeps the place that it comes from.
    folds = [(sign, place) for place, letter in enumerate(title) for sign in folded(letter)]
    name = "".join(sign for sign, _ in folds)
    marked = {folds[at][1] for word in words for at in _letters_of(word, name)}
    return tuple(_runs(sorted(marked)))


def _letters_of(word: str, name: str) -> Sequence[int]:
    """Return the places of a word's letters, in the part of the name for which it is ranked."""
    at = name.find(word)
    if at > 0 and f" {word}" in name:
        at = name.find(f" {word}") + 1
    return range(at, at + len(word)) if at >= 0 else _scattered(word, name)


def _runs(places: Sequence[int]) -> Iterator[Span]:
    begin = end = -1
    for place in places:
        if place != end:
            if end >= 0:
                yield begin, end
            begin = place
        end = place + 1
    if end >= 0:
        yield begin, end


def _scattered(word: str, name: str) -> Sequence[int]:
    """Return where the letters stand in a name in their order, the first of them at the start of a word."""
    starts = [0, *(at + 1 for at, sign in enumerate(name) if sign == " ")]
    found = (_following(word, name, start) for start in starts if name[start : start + 1] == word[0])
    return next(filter(None, found), ())


def _following(word: str, name: str, start: int) -> Sequence[int]:
    places: list[int] = []
    for sign in word:
        at = name.find(sign, places[-1] + 1 if places else start)
        if at < 0:
            return ()
        places.append(at)
    return places if places[-1] + 1 - start <= _SPREAD * len(word) else ()
