"""The published essays behind the truths, and how a citation's key reads in full."""

from collections.abc import Mapping

_REMIX = "Leigh Durst, “10 Truths About Social Media: Remix”"
_QUESTION = "Leigh Durst, “Social Media & Customer Experience – 1 Serious Question & 10 Truths”"
_BOOTS = "“Social Media Boots Are Made For Running”, 25 February 2010"
_OBVIOUS = "Olivier Blanchard, “Stating the Obvious” (2011)"
_LEARNED = "Valeria Maltoni, “7 things I learned online”"


def _numbered(letter: str, essay: str, part: str, last: int) -> dict[str, str]:
    return {f"{letter}{number}": f"{essay}, {part} {number}" for number in range(1, last + 1)}


SOURCES: Mapping[str, str] = {
    **_numbered("R", _REMIX, "truth", 10),
    "Q": _QUESTION,
    "B": _BOOTS,
    **_numbered("S", _OBVIOUS, "topic", 10),
    "SL": f"{_OBVIOUS}, the four steps on measurement in its comments",
    "SO": f"{_OBVIOUS}, its answer on outsourcing",
    "V0": f"{_LEARNED}, its introduction",
    **_numbered("V", _LEARNED, "lesson", 7),
}
"""What each key that a truth may cite stands for, essay by essay in the order of their parts."""


def source_title(key: str) -> str:
    """Return what a key such as "R9" stands for.

    Raises:
        KeyError: there is no such source.
    """
    return SOURCES[key]


def source_words(key: str) -> str:
    """Return a key with what it stands for: "R9: Leigh Durst, …".

    What a house truth names as its source, and no essay is, stands for itself.
    """
    return f"{key}: {source_title(key)}" if key in SOURCES else key


def citation_titles(citation: str) -> tuple[str, ...]:
    """Return the sources of a citation such as "R9 R3" in full, in their order.

    A house truth may cite the essays too, or anything else: then its citation stands as it is.
    """
    keys = citation.split()
    if all(key in SOURCES for key in keys):
        return tuple(source_title(key) for key in keys)
    return (citation,)
