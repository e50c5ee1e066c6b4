"""The words in which people state hours of cover, told apart: days, times, ranges and exceptions."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from msgspec import Struct

DAY, TIME, TO, ALWAYS, EXCEPT, CLOSED = "day", "time", "to", "always", "except", "closed"
_MOST = 300
"""Longer texts are no hours of cover; the field itself holds no more."""

_WORD_KINDS = {
    **dict.fromkeys(("to", "till", "til", "until", "through", "thru", "-"), TO),
    **dict.fromkeys(("except", "excluding", "without", "not", "but", "no"), EXCEPT),
    **dict.fromkeys(("closed", "off", "nobody"), CLOSED),
}
_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SEVEN = tuple(range(7))
_NO_DAYS = {"we"}
"""Short for a day, and far more often a word of its own."""


def _day_words() -> Iterator[tuple[str, tuple[int, ...]]]:
    for number, name in enumerate(_NAMES):
        for word in {name, f"{name}s", name[:3], name[:2], f"{name[:3]}s"} - _NO_DAYS:
            yield word, (number,)
    yield from (("tues", (1,)), ("thur", (3,)), ("thurs", (3,)), ("m", (0,)), ("f", (4,)))
    yield from ((word, _SEVEN[:5]) for word in ("weekday", "weekdays", "workdays", "workday"))
    yield from ((word, _SEVEN[5:]) for word in ("weekend", "weekends"))
    yield from ((word, _SEVEN) for word in ("daily", "everyday", "every-day", "all-week"))


_DAYS: Mapping[str, tuple[int, ...]] = MappingProxyType(dict(_day_words()))
_PHRASES = (
    (re.compile(r"\b24\s*/\s*7\b|\b24\s*x\s*7\b"), " every-day always "),
    (re.compile(r"\ball the time\b|\balways\b"), " every-day always "),
    (
        re.compile(r"\b(a|a)round[ -]the[ -]clock\b|\bday and night\b|\b24\s*(h|hours|hrs)\b|\ball day\b"),
        " always ",
    ),
    (re.compile(r"\b(every|each|all|7)\s+days?(\s+a\s+week)?\b|\b(all|every|whole) week\b"), " every-day "),
    (re.compile(r"\bworking days?\b|\bwork days?\b|\bbusiness days?\b"), " weekdays "),
    (re.compile(r"\bnoon\b|\bmidday\b"), " 12:00 "),
    (re.compile(r"\bmidnight\b"), " 24:00 "),
    (re.compile(r"[‐‑‒–—−―]"), "-"),
    (re.compile(r"\b([ap])\.\s?m\b\.?"), r"\1m "),
)
_PIECE = re.compile(
    r"(?P<hour>\d{1,2})(?:(?:[:.h](?P<minute>[0-5]\d))|(?P<run>[0-5]\d))?\s*(?P<half>am|pm)?(?![\d/])"
    r"|(?P<word>[^\W\d_]+(?:-(?:day|week)\b)?)|(?P<dash>-)"
)


class Token(Struct, frozen=True):
    """One word of a cover with its meaning.

    Attributes:
        kind: DAY, TIME, TO, ALWAYS, EXCEPT or CLOSED.
        days: of a DAY: which ones, 0 for Monday.
        minute: of a TIME: minutes from midnight.
        half: of a TIME: "am" or "pm" where stated.
        exact: of a TIME: written with two digits and a leading zero, so never an afternoon in disguise.
    """

    kind: str
    days: tuple[int, ...] = ()
    minute: int = 0
    half: str = ""
    exact: bool = False


def tokens_of(words: str) -> tuple[Token, ...]:
    """Return the words of a cover that mean something, in order; all others are passed over."""
    text = words[:_MOST].casefold()
    for pattern, plain in _PHRASES:
        text = pattern.sub(plain, text)
    return tuple(token for piece in _PIECE.finditer(text) if (token := _token(piece)) is not None)


def _token(piece: re.Match[str]) -> Token | None:
    if piece["hour"]:
        return _time(piece)
    word = piece["word"] or "-"
    if word == "always":
        return Token(ALWAYS)
    if word in _DAYS:
        return Token(DAY, _DAYS[word])
    return Token(_WORD_KINDS[word]) if word in _WORD_KINDS else None


def _time(piece: re.Match[str]) -> Token | None:
    hour, minute = int(piece["hour"]), int(piece["minute"] or piece["run"] or 0)
    half = piece["half"] or ""
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour * 60 + minute > 24 * 60:
        return None
    return Token(TIME, minute=hour * 60 + minute, half=half, exact=piece["hour"].startswith("0"))
