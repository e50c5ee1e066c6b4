"""Finding the person, channel, objective or touchpoint that a captured line names."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from planner.language import phrase, say
from planner.model.plan import Plan
from planner.model.vocabulary import Origin
from planner.workshop.capture_words import ABOUT, ORIGIN, OWNER, SAID_BY, SIGNS

_WORD = re.compile(r"\S+")
_BEHIND = ".,;:!?)]}…"
"""Stands behind a name without being a part of it."""

ABOUT_KINDS = ("objectives", "channels", "touchpoints")
"""Kinds that `#` looks for, in the order in which they are offered."""

_QUALIFIERS = {
    phrase("objective"): "objectives",
    phrase("channel"): "channels",
    phrase("touchpoint"): "touchpoints",
}
"""What tells two entries of one name apart: `#channel:Reviews`."""


@dataclass(frozen=True, slots=True)
class Named:
    """Something that a mark can name.

    Attributes:
        id: of the record; of a participant only the name counts.
        kind: key of its kind; empty for an origin, which is no record.
        name: what it is called.
        also: another word by which it is found, such as somebody's part of the organisation.
    """

    id: str
    kind: str
    name: str
    also: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """What a mark names.

    Attributes:
        end: the character behind the name, in the text after the sign.
        found: what it can be: one, several, or nothing.
    """

    end: int
    found: tuple[Named, ...]


def folded(text: str) -> str:
    """Return a text without case and accents, for comparison."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def named_by(plan: Plan, sign: str) -> tuple[Named, ...]:
    """Return what a sign can name in a plan."""
    if sign == OWNER:
        return tuple(Named(p.id, "people", p.name, p.function.label) for p in plan.people.values() if p.name)
    if sign == ABOUT:
        return tuple(
            Named(key, kind, record.name)
            for kind in ABOUT_KINDS
            for key, record in plan.records(kind).items()
            if record.name
        )
    if sign == SAID_BY:
        people = (Named(p.id, "people", p.name) for p in plan.people.values() if p.name)
        room = (Named(p.id, "participants", p.name) for p in plan.participants.values() if p.name)
        return tuple({folded(one.name): one for one in (*people, *room)}.values())
    if sign == ORIGIN:
        return tuple(Named(one.value, "", one.label) for one in Origin)
    return ()


def match(text: str, names: Sequence[Named]) -> Match:
    """Return what the text behind a sign names.

    The longest full name wins; else the first word, where it begins a word of one name, or, failing
    that, the word by which something is also found. Where several fit, all of them are returned.

    Args:
        text: what follows the sign.
        names: what it can name.
    """
    names, skipped = _qualified(text, names)
    rest = text[skipped:]
    full = _full_name(rest, names)
    if full is not None:
        return Match(skipped + full.end, full.found)
    word = _first_word(rest)
    asked = folded(word)
    found = [one for one in names if asked and _begins(asked, one.name)]
    found = found or [one for one in names if asked and _begins(asked, one.also)]
    exact = [one for one in found if asked in map(folded, one.name.split())]
    return Match(skipped + len(word), tuple(exact if len(exact) == 1 else found))


def qualified_name(one: Named, names: Iterable[Named]) -> str:
    """Return the name that stands for one thing alone, with its kind where another has the same."""
    same = [other for other in names if folded(other.name) == folded(one.name)]
    word = next((word for word, kind in _QUALIFIERS.items() if kind == one.kind), "")
    return f"{say(word)}:{one.name}" if len(same) > 1 and word else one.name


def _qualified(text: str, names: Sequence[Named]) -> tuple[Sequence[Named], int]:
    word, colon, _ = text.partition(":")
    for message, kind in _QUALIFIERS.items():
        if colon and folded(word) in {message, folded(say(message))}:
            return [one for one in names if one.kind == kind], len(word) + 1
    return names, 0


def _full_name(text: str, names: Sequence[Named]) -> Match | None:
    ends = {one: end for one in names if (end := _end_of_name(text, one.name)) is not None}
    longest = max(ends.values(), default=0)
    found = tuple(one for one, end in ends.items() if end == longest)
    return Match(longest, found) if found else None


def _end_of_name(text: str, name: str) -> int | None:
    """Return where a full name ends that a text begins with; None where it does not."""
    words = [folded(word) for word in name.split()]
    at_hand = list(_words(text))[: len(words)]
    if not words or len(at_hand) < len(words) or not text[:1].strip():
        return None
    *others, last = at_hand
    said = [folded(text[start:end]) for start, end in others]
    if said != words[:-1]:
        return None
    start, end = last
    while end > start and folded(text[start:end]) != words[-1] and text[end - 1] in _BEHIND + SIGNS:
        end -= 1
    return end if folded(text[start:end]) == words[-1] else None


def _words(text: str) -> Iterator[tuple[int, int]]:
    return (found.span() for found in _WORD.finditer(text))


def _first_word(text: str) -> str:
    found = _WORD.match(text)
    return found.group().rstrip(_BEHIND) if found else ""


def _begins(asked: str, name: str) -> bool:
    return any(word.startswith(asked) for word in re.split(r"[\s\-/&]+", folded(name)) if word) or folded(
        name
    ).startswith(asked)
