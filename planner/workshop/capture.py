"""Capturing at the speed of talk: one line becomes one entry.

`@name` is who answers for it (by name, or by part of the organisation), `#name` what it is about (an
objective, a channel or a touchpoint: `#channel:name` where two share a name), `by 3 May` the day, `~name`
who said it, `^customer` where it came from. A line begins with what it is (`tactic:`, `issue:`, `park:`),
or says so anywhere (`!tactic`); else the block at hand tells. What is not understood stays in the text, and
is told.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any

from babel import Locale
from msgspec import Struct
from msgspec.structs import replace

from planner.editing import verbs
from planner.editing.verbs import Edit
from planner.errors import PlanError
from planner.language import say
from planner.model.kinds import kind_of
from planner.model.plan import Plan, new_id
from planner.model.records_work import Idea
from planner.model.text import clean_text
from planner.model.vocabulary import Decision, Origin
from planner.parsing import read_day
from planner.workshop.capture_names import Match, Named, folded, match, named_by
from planner.workshop.capture_told import ambiguous, one_too_many, summary, unknown, unread_day, without_place
from planner.workshop.capture_words import (
    ABOUT,
    KIND,
    ORIGIN,
    OWNER,
    PARK,
    SAID_BY,
    SIGNS,
    Setting,
    kind_at,
    kind_words,
)
from planner.workshop.completing import Completion, completions
from planner.workshop.places import DUES, OWNERS, with_about, with_due, with_owner

__all__ = ["Captured", "Completion", "Setting", "Span", "capture", "completions"]

_LEAD = re.compile(r"\s*([^\W\d_]+)\s*:")
_SIGN = re.compile(rf"(?<!\S)[{re.escape(SIGNS)}](?=\S)")
_WORD = re.compile(r"(?<!\S)[^\W\d_]+(?=\s)")
_KIND_MARK = re.compile(rf"(?<!\S){KIND}([^\W\d_]+)")
_MOST_WORDS_OF_A_DAY = 4
_HANGING = re.compile(r"\A[.,;:!?]+(?!\S)")
"""What stands behind a mark as if it were a word of the text."""
_DAY_IN_FIGURES = re.compile(r"\d{1,4}([./-])\d{1,2}(\1\d{1,4})?")
_MONTH_LETTERS = 3
_NO_DAY = frozenset({"now"})
"""Words that are a day elsewhere, and plain talk behind “by”."""


class Span(Struct, frozen=True):
    """A part of the line that means something.

    Attributes:
        start: its first character.
        end: the character behind its last.
        sort: its sign (`@`, `#`, `~`, `^`, `!`), or "by" for a day.
        known: it was understood, and is no part of the entry's text.
    """

    start: int
    end: int
    sort: str
    known: bool


class Captured(Struct, frozen=True):
    """What a line means.

    Attributes:
        record: the entry that it makes.
        spans: its marks, in the order of the line.
        summary: what it makes, in a sentence.
        problems: what was not understood and stays in the text, a sentence each.
    """

    record: Any
    spans: tuple[Span, ...]
    summary: str
    problems: tuple[str, ...]

    @property
    def kind(self) -> str:
        """Key of the kind of the entry."""
        return kind_of(self.record).key

    @property
    def told(self) -> tuple[str, ...]:
        """What it makes, then what was not understood."""
        return (self.summary, *self.problems)

    def edit(self, plan: Plan) -> Edit:
        """Return the edit that puts the entry into the plan, as one step.

        Raises:
            PlanError: it does not fit, such as a text that is too long.
        """
        return verbs.add(plan, self.record)


def capture(plan: Plan, line: str, setting: Setting) -> Captured:
    """Return what a line means in a plan.

    Args:
        plan: knows the names.
        line: what was typed.
        setting: in which room.

    Raises:
        PlanError: nothing is left of it but marks.
    """
    return _Reader(plan, clean_text(line), setting).read()


class _Reader:
    """Reads one line from left to right; the record fills up as marks are understood."""

    def __init__(self, plan: Plan, line: str, setting: Setting) -> None:
        self._plan = plan
        self._line = line
        self._setting = setting
        self._spans: list[Span] = []
        self._problems: list[str] = []

    def read(self) -> Captured:
        self._record = self._empty(self._kind())
        for start, sign in self._marks():
            if sign == "by":
                self._take_day(start)
            elif sign != KIND:
                self._take_name(start, sign)
        self._spans.sort(key=lambda span: span.start)
        name = self._text_left()
        if not any(map(_says_something, name)):
            raise PlanError(
                say("Only marks are there; say what it is."),
                hint=say("Write such as: Answer reviews @service by 3 May."),
            )
        record = replace(self._record, name=name)
        return Captured(record, tuple(self._spans), summary(self._plan, record), tuple(self._problems))

    def _kind(self) -> str:
        """Take up the word that says what the line makes; the first one counts."""
        words, made = kind_words(), ""
        lead = _LEAD.match(self._line)
        if lead and lead[1].casefold() in words:
            self._spans.append(Span(0, lead.end(), KIND, known=True))
            made = words[lead[1].casefold()]
        for found in _KIND_MARK.finditer(self._line):
            known = words.get(found[1].casefold())
            if known is None:
                self._leave(*found.span(), KIND, unknown(found.group()))
            elif made:
                self._leave(*found.span(), KIND, one_too_many(found.group()))
            else:
                made = known
                self._spans.append(Span(*found.span(), KIND, known=True))
        return made or kind_at(self._plan, self._setting.block)

    def _empty(self, made: str) -> Any:  # noqa: ANN401 - a record of any kind
        key = "ideas" if made == PARK else made
        record = kind_of(key).record(id=new_id(key))
        if key != "ideas":
            return record
        block = self._setting.block if self._setting.block in self._plan.agenda_blocks else None
        record = replace(record, origin=Origin.WORKSHOP, block=block)
        # Who types it for the room stands for the room, until somebody else is named.
        by, on = self._plan.the_workshop.facilitator, self._setting.today
        parked = {"decision": Decision.PARK, "decided_by": by, "decided_on": on}
        return replace(record, **parked) if made == PARK else record

    def _marks(self) -> Iterator[tuple[int, str]]:
        """Yield where each sign and each word before a day stands that no earlier mark has taken up."""
        bys = (
            (found.start(), "by")
            for found in _WORD.finditer(self._line)
            if found.group().casefold() in self._setting.bys
        )
        signs = ((found.start(), found.group()) for found in _SIGN.finditer(self._line))
        for start, sign in sorted((*bys, *signs)):
            if not any(span.start <= start < span.end for span in self._spans):
                yield start, sign

    def _take_day(self, start: int) -> None:
        words = list(re.finditer(r"\S+", self._line[start:]))[1 : _MOST_WORDS_OF_A_DAY + 1]
        for count in range(len(words), 0, -1):
            first, last = words[0].start(), words[count - 1].end()
            text = self._line[start + first : start + last].rstrip(".,;!? ")
            if text.casefold() in _NO_DAY:
                return
            try:
                day = read_day(text, self._setting.around, self._setting.locale)
            except PlanError:
                continue
            end = start + first + len(text)
            self._put(
                start, end, "by", with_due(self._record, day), has_place=kind_of(self._record).key in DUES
            )
            return
        self._tell_unread_day(start, words)

    def _tell_unread_day(self, start: int, words: Sequence[re.Match[str]]) -> None:
        """Tell of what was meant as a day: “by 31.2.”, “by 99 June”; “by 20 %” and “by talking” were not."""
        if not words:
            return
        first, *others = (word.group().rstrip(".,;!? ") for word in words)
        month = others[0] if others and first.isdecimal() else ""
        is_month = folded(month)[:_MONTH_LETTERS] in _months(self._setting.locale)
        if is_month or _DAY_IN_FIGURES.fullmatch(first):
            end = start + words[1 if is_month else 0].end()
            mark = self._line[start:end].rstrip(".,;!? ")
            self._leave(start, start + len(mark), "by", unread_day(mark))

    def _take_name(self, start: int, sign: str) -> None:
        rest = self._line[start + 1 :]
        found = match(rest, named_by(self._plan, sign))
        end = start + 1 + found.end
        if sign == SAID_BY:
            self._take_speaker(start, end, found)
        elif sign == ORIGIN and len(found.found) == 1:
            self._take_origin(start, end, Origin(found.found[0].id))
        elif len(possible := self._possible(sign, found.found)) == 1:
            one = possible[0]
            self._put(start, end, sign, self._linked(sign, one), has_place=self._has_place(sign, one))
        else:
            mark = self._line[start:end]
            problem = ambiguous(mark, possible) if possible else unknown(mark)
            self._leave(start, end, sign, problem)

    def _possible(self, sign: str, found: tuple[Named, ...]) -> tuple[Named, ...]:
        """Return what of several things a mark can mean for this entry, where it can mean any."""
        return tuple(one for one in found if self._has_place(sign, one)) or found

    def _take_speaker(self, start: int, end: int, found: Match) -> None:
        name = found.found[0].name if len(found.found) == 1 else self._line[start + 1 : end]
        has_place = "said_by" in self._record.__struct_fields__
        taken = has_place and not self._record.said_by
        record = replace(self._record, said_by=name) if taken else None
        self._put(start, end, SAID_BY, record, has_place=has_place)

    def _take_origin(self, start: int, end: int, origin: Origin) -> None:
        has_place = isinstance(self._record, Idea)
        taken = has_place and self._record.origin is Origin.WORKSHOP
        record = replace(self._record, origin=origin) if taken else None
        self._put(start, end, ORIGIN, record, has_place=has_place)

    def _linked(self, sign: str, one: Named) -> Any:  # noqa: ANN401 - a record of any kind
        if sign == OWNER:
            return with_owner(self._record, one.id)
        return with_about(self._record, one.kind, one.id)

    def _has_place(self, sign: str, one: Named) -> bool:
        empty = kind_of(self._record).record(id="a")
        if sign == ABOUT:
            return with_about(empty, one.kind, one.id) is not None
        return kind_of(self._record).key in OWNERS

    def _put(self, start: int, end: int, sort: str, record: Any, *, has_place: bool) -> None:  # noqa: ANN401
        """Take up a mark whose record is given; where it is None, leave the mark in the text and say why."""
        if record is not None:
            self._record = record
            self._spans.append(Span(start, end, sort, known=True))
            return
        mark = self._line[start:end]
        problem = one_too_many(mark) if has_place else without_place(mark, self._record)
        self._leave(start, end, sort, problem)

    def _leave(self, start: int, end: int, sort: str, problem: str) -> None:
        self._spans.append(Span(start, end, sort, known=False))
        self._problems.append(problem)

    def _text_left(self) -> str:
        """Return the line without its marks; what stood right behind a mark does not hang in the air."""
        known = [span for span in self._spans if span.known]
        ends = [*(span.start for span in known[1:]), len(self._line)]
        text = self._line[: known[0].start] if known else self._line
        for span, end in zip(known, ends, strict=False):
            text = _joined(text, self._line[span.end : end])
        return " ".join(text.split())


def _says_something(letter: str) -> bool:
    """Whether a letter is more than a sign: part of a word, a figure or a picture."""
    return letter.isalnum() or unicodedata.category(letter) == "So"


def _months(locale: Locale) -> frozenset[str]:
    """Return how the names of months begin, in a language and in English."""
    names = (name for one in (locale, Locale("en")) for name in one.months["format"]["wide"].values())
    return frozenset(folded(name)[:_MONTH_LETTERS] for name in names)


def _joined(text: str, behind: str) -> str:
    if not text.strip():
        return _HANGING.sub("", behind)
    return text.rstrip() + behind if _HANGING.match(behind) else f"{text} {behind}"
