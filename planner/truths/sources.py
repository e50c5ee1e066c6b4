"""The published essays behind the truths, and how a citation's key reads in full."""

import re

_REMIX = "Leigh Durst, “10 Truths About Social Media: Remix”"
_QUESTION = "Leigh Durst, “Social Media & Customer Experience – 1 Serious Question & 10 Truths”"
_BOOTS = "“Social Media Boots Are Made For Running”, 25 February 2010"
_OBVIOUS = "Olivier Blanchard, “Stating the Obvious” (2011)"
_LEARNED = "Valeria Maltoni, “7 things I learned online”"

_WHOLE = {
    "Q": _QUESTION,
    "B": _BOOTS,
    "SL": f"{_OBVIOUS}, the four steps on measurement in its comments",
    "SO": f"{_OBVIOUS}, its answer on outsourcing",
    "V0": f"{_LEARNED}, its introduction",
}
_NUMBERED = {"R": (_REMIX, "truth"), "S": (_OBVIOUS, "topic"), "V": (_LEARNED, "lesson")}
_KEY = re.compile(r"([RSV])(\d{1,2})")


def source_title(key: str) -> str:
    """Return what a key such as "R9" stands for.

    Raises:
        KeyError: there is no such source.
    """
    if key in _WHOLE:
        return _WHOLE[key]
    match = _KEY.fullmatch(key)
    if match is None:
        raise KeyError(key)
    essay, part = _NUMBERED[match[1]]
    return f"{essay}, {part} {match[2]}"


def citation_titles(citation: str) -> tuple[str, ...]:
    """Return the sources of a citation such as "R9 R3" in full, in their order."""
    return tuple(source_title(key) for key in citation.split())
