"""What a line could go on with at the cursor, from what the plan knows."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from planner.language import phrase, say
from planner.model.format import day as in_words
from planner.model.kinds import kind_of
from planner.model.plan import Plan
from planner.parsing import read_day
from planner.workshop.capture_names import Named, folded, named_by, qualified_name
from planner.workshop.capture_words import (
    KIND,
    SAID_BY,
    SIGNS,
    Setting,
    kind_words,
    spoken_kind_words,
    word_of_kind,
)

_MOST = 8
"""More suggestions than anybody reads while talking goes on."""

_AT_MARK = re.compile(rf"(?<!\S)([{re.escape(SIGNS)}])([^{re.escape(SIGNS)}]*)$")
_AT_START = re.compile(r"^\s*([^\W\d_]{2,})$")
_TOMORROW = phrase("tomorrow")
_NEAR = ("friday", "+1w", "+2w", "+1m")


class Completion(Struct, frozen=True):
    """One way to go on.

    Attributes:
        start: the first character that it replaces.
        end: the character behind the last.
        insert: what comes in their place.
        title: what it is.
        beside: what sort of thing that is.
    """

    start: int
    end: int
    insert: str
    title: str
    beside: str


def completions(plan: Plan, line: str, cursor: int, setting: Setting) -> tuple[Completion, ...]:
    """Return what a line could go on with, the best first.

    Args:
        plan: knows the names.
        line: what was typed so far.
        cursor: where the cursor stands, in characters from the start.
        setting: in which room.
    """
    before = line[:cursor]
    mark, start = _AT_MARK.search(before), _AT_START.match(before)
    if mark:
        # Behind a name that is whole, a day may follow.
        found = [*_of_mark(plan, mark[1], mark[2], (mark.start(), cursor)), *_of_days(before, setting)]
    elif start:
        found = list(_of_words(start[1], (start.start(1), cursor), "{word}: "))
    else:
        found = list(_of_days(before, setting))
    return tuple(found[:_MOST])


def _of_mark(plan: Plan, sign: str, typed: str, place: tuple[int, int]) -> Iterator[Completion]:
    if sign == KIND:
        yield from _of_words(typed, place, KIND + "{word} ")
        return
    names = named_by(plan, sign)
    for one in _fitting(typed, names):
        said = one.name if sign == SAID_BY else qualified_name(one, names)
        beside = one.also or (kind_of(one.kind).word if one.kind else say("where it came from"))
        yield Completion(*place, f"{sign}{said} ", one.name, beside)


def _fitting(typed: str, names: Sequence[Named]) -> list[Named]:
    """Return what begins with the text, then what has a word that does, then what is also found by it."""
    asked = folded(typed.lstrip())
    ranks = {one: _rank(asked, one) for one in names}
    found = [one for one, rank in ranks.items() if rank is not None and folded(one.name) != asked.rstrip()]
    return sorted(found, key=lambda one: ranks[one] or 0)


def _rank(asked: str, one: Named) -> int | None:
    name = folded(one.name)
    if name.startswith(asked):
        return 0
    if any(word.startswith(asked) for word in name.split()):
        return 1
    return 2 if folded(one.also).startswith(asked) and one.also else None


def _of_words(typed: str, place: tuple[int, int], form: str) -> Iterator[Completion]:
    made = kind_words()
    for word in spoken_kind_words():
        if folded(word).startswith(folded(typed)):
            yield Completion(*place, form.replace("{word}", word), word, word_of_kind(made[word.casefold()]))


def _of_days(before: str, setting: Setting) -> Iterator[Completion]:
    found = re.search(r"(?<!\S)(\S+)\s+(\S*)$", before)
    if found is None or found[1].casefold() not in setting.bys:
        return
    for typed in (say(_TOMORROW), *_NEAR):
        day = read_day(typed, setting.around, setting.locale)
        if folded(typed).startswith(folded(found[2])):
            yield Completion(found.start(2), len(before), f"{typed} ", typed, in_words(day))
