"""Hours of cover read out of words: when somebody is there to answer.

Cover is typed as people say it, such as "Mon to Fri 8 to 18" or "Daily 8-20 except Sunday". What is read
is a week of minutes. Where the words say too little, the usual meaning is taken and `Cover.note` says so;
whoever shows figures that rest on cover shows that sentence too.

Source: promises are given for the hours in which somebody is there (R7).
"""

from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache, reduce

from msgspec import Struct

from planner.analysis.cover_words import ALWAYS, CLOSED, DAY, EXCEPT, TIME, TO, Token, tokens_of
from planner.language import phrase, say
from planner.model.format import AND

DAY_NAMES = (
    phrase("Monday"),
    phrase("Tuesday"),
    phrase("Wednesday"),
    phrase("Thursday"),
    phrase("Friday"),
    phrase("Saturday"),
    phrase("Sunday"),
)
WEEK_HOURS = 168
_DAY_MINUTES = 24 * 60
_SHORT = (
    phrase("Mon"),
    phrase("Tue"),
    phrase("Wed"),
    phrase("Thu"),
    phrase("Fri"),
    phrase("Sat"),
    phrase("Sun"),
)
_NO_DAYS = phrase("No days are named: counted as every day.")
_NO_TIMES = phrase("No times are named: counted as {cover}.")
_UNREAD = phrase("Hours of cover not understood: counted as {cover}.")
_NO_COVER = phrase("No hours of cover: counted as {cover}.")
_OFFICE_DAYS = range(5)
_OFFICE_TIMES = ((9 * 60, 17 * 60),)


class Span(Struct, frozen=True, order=True):
    """A stretch of one day in which somebody is there, in minutes from midnight."""

    day: int
    first: int
    last: int


class Cover(Struct, frozen=True, dict=True):
    """A week of cover.

    Attributes:
        spans: when somebody is there, in order, none overlapping; never empty.
        assumed: what was taken for granted, as a message; empty where the words said it all.
    """

    spans: tuple[Span, ...]
    assumed: str = ""

    @property
    def note(self) -> str:
        """What was taken for granted, as a sentence; empty where the words said it all."""
        return say(self.assumed, cover=self.in_words())

    @cached_property
    def minutes(self) -> tuple[int, ...]:
        """The minutes covered in each of the 168 hours of a week that begins on Monday at 0:00."""
        covered = [0] * WEEK_HOURS
        for span in self.spans:
            for hour in range(span.first // 60, -(-span.last // 60)):
                inside = min(span.last, hour * 60 + 60) - max(span.first, hour * 60)
                covered[span.day * 24 + hour] += inside
        return tuple(covered)

    @property
    def week_minutes(self) -> int:
        """All minutes covered in a week."""
        return sum(self.minutes)

    def in_words(self) -> str:
        """Return the week in the short form, such as "Mon to Fri 8:00 to 18:00"."""
        times: dict[int, list[str]] = {}
        for span in self.spans:
            times.setdefault(span.day, []).append(_times_in_words(span))
        by_day = [(day, reduce(_and, told)) for day, told in times.items()]
        runs = (say("{days} {times}", days=_run(days), times=told) for days, told in _runs(by_day))
        return say(", ").join(runs)


@lru_cache(maxsize=256)
def read_cover(words: str) -> Cover:
    """Return the hours of cover that a channel states.

    Understood are names of days (in full, or their first two or three letters), "weekdays", "weekends",
    "daily", "24/7" and the like, times of 12 or 24 hours with or without minutes, several times a day,
    times over midnight, and days that are left out ("except Sunday", "Sun closed").

    Args:
        words: the text of the field; may be anything.

    Returns:
        The week; where no time could be read, Monday to Friday from 9 to 17.
    """
    tokens = tokens_of(words)
    spans, dayless = _spans(tokens)
    if spans:
        return Cover(spans, _NO_DAYS if dayless else "")
    days = _days(tokens)
    if days:
        return _office(days, _NO_TIMES)
    return _office(_OFFICE_DAYS, _UNREAD if words.strip() else _NO_COVER)


def _office(days: Iterable[int], assumed: str) -> Cover:
    return Cover(tuple(Span(day, *times) for day in sorted(days) for times in _OFFICE_TIMES), assumed)


def _spans(tokens: Sequence[Token]) -> tuple[tuple[Span, ...], bool]:
    """Return the spans that the words name, and whether they name no days."""
    found: list[tuple[int, int, int]] = []
    closed: set[int] = set()
    dayless = False
    for group in _groups(tokens):
        days, times = _days(group), _times(group)
        if any(token.kind == CLOSED for token in group):
            closed |= days
            continue
        dayless = dayless or (not days and any(time != (0, _DAY_MINUTES) for time in times))
        found += [(day, *time) for day in days or range(7) for time in times]
    return _merged(found, closed), dayless


def _groups(tokens: Sequence[Token]) -> list[list[Token]]:
    """Split where days follow times, or where an exception begins: "Mon to Fri 8 to 18, Sat 9 to 12"."""
    groups: list[list[Token]] = [[]]
    for token in tokens:
        begins = token.kind in {DAY, ALWAYS} and any(each.kind == TIME for each in groups[-1])
        if begins or (token.kind == EXCEPT and groups[-1]):
            groups.append([])
        groups[-1].append(Token(CLOSED) if token.kind == EXCEPT else token)
    return _times_before_days(groups)


def _times_before_days(groups: list[list[Token]]) -> list[list[Token]]:
    """Join times with days that follow them and have none: "8 to 18, Mon to Fri"."""
    joined: list[list[Token]] = []
    for group in groups:
        before = joined[-1] if joined else []
        if before and not _days(before) and _times(before) and _is_days_alone(group):
            before += group
        else:
            joined.append(list(group))
    return joined


def _is_days_alone(group: Sequence[Token]) -> bool:
    return bool(_days(group)) and not any(token.kind in {TIME, CLOSED} for token in group)


def _days(group: Iterable[Token]) -> set[int]:
    """Return the days of a group, those between two that are joined by "to" included."""
    found: set[int] = set()
    first: int | None = None
    through = False
    for token in group:
        if token.kind == DAY and len(token.days) == 1:
            day = token.days[0]
            start = first if through and first is not None else day
            found |= {each % 7 for each in range(start, day + (7 if day < start else 0) + 1)}
            first = day
        found |= set(token.days)
        through = token.kind == TO
    return found


def _times(group: Sequence[Token]) -> list[tuple[int, int]]:
    """Return the pairs of times of a group, in minutes; the last may lie beyond midnight."""
    found: list[tuple[int, int]] = []
    moments = [token for token in group if token.kind == TIME]
    for first, last in zip(moments[::2], moments[1::2], strict=False):
        found.append(_between(first, last))
    if any(token.kind == ALWAYS for token in group) and not moments:
        found.append((0, _DAY_MINUTES))
    return found


def _between(first: Token, last: Token) -> tuple[int, int]:
    """Return two times as minutes, read as people mean them: "9 to 5" ends in the afternoon."""
    start, end = first.minute, last.minute
    if last.half == "pm" and not first.half and start < 720 and start + 720 < end:
        start += 720
    if end <= start and not (first.half or last.half or first.exact or last.exact) and start <= 720:
        end += 720
    return (start, end) if end > start else (start, end + _DAY_MINUTES)


def _merged(found: Iterable[tuple[int, int, int]], closed: set[int]) -> tuple[Span, ...]:
    """Return spans cut at midnight, in order, with those that touch made one."""
    cut: list[Span] = []
    for day, first, last in found:
        if day in closed:
            continue
        cut.append(Span(day, first, min(last, _DAY_MINUTES)))
        if last > _DAY_MINUTES:
            cut.append(Span((day + 1) % 7, 0, last - _DAY_MINUTES))
    merged: list[Span] = []
    for span in sorted(cut):
        if merged and merged[-1].day == span.day and merged[-1].last >= span.first:
            merged[-1] = Span(span.day, merged[-1].first, max(merged[-1].last, span.last))
        elif span.last > span.first:
            merged.append(span)
    return tuple(merged)


def _runs(by_day: Sequence[tuple[int, str]]) -> list[tuple[list[int], str]]:
    """Return days in a row that have the same times together."""
    runs: list[tuple[list[int], str]] = []
    for day, told in by_day:
        if runs and runs[-1][1] == told and runs[-1][0][-1] == day - 1:
            runs[-1][0].append(day)
        else:
            runs.append(([day], told))
    return runs


def _run(days: Sequence[int]) -> str:
    if len(days) == 7:
        return say("Every day")
    first, last = say(_SHORT[days[0]]), say(_SHORT[days[-1]])
    return first if len(days) == 1 else say("{first} to {last}", first=first, last=last)


def _times_in_words(span: Span) -> str:
    return say("{first} to {last}", first=_clock(span.first), last=_clock(span.last))


def _and(first: str, last: str) -> str:
    return say(AND, first=first, last=last)


def _clock(minute: int) -> str:
    return f"{minute // 60}:{minute % 60:02}"
