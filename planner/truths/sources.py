"""The published essays behind the truths, and how a citation's key reads in full."""

from collections.abc import Mapping
from typing import NamedTuple

from planner.language import phrase, say

_REMIX = phrase("Leigh Durst, “10 Truths About Social Media: Remix”")
_QUESTION = phrase("Leigh Durst, “Social Media & Customer Experience – 1 Serious Question & 10 Truths”")
_BOOTS = phrase("“Social Media Boots Are Made For Running”, 25 February 2010")
_OBVIOUS = phrase("Olivier Blanchard, “Stating the Obvious” (2011)")
_LEARNED = phrase("Valeria Maltoni, “7 things I learned online”")


class Source(NamedTuple):
    """An essay, or a part of one.

    Attributes:
        essay: who wrote it and what it is called, as a message.
        message: names the part of the `{essay}`, by its `{number}` where it has one.
        number: of the part.
    """

    essay: str
    message: str = phrase("{essay}")
    number: str = ""

    @property
    def title(self) -> str:
        """What it is, in full."""
        return say(self.message, essay=say(self.essay), number=self.number)


def _numbered(letter: str, essay: str, part: str, last: int) -> dict[str, Source]:
    return {f"{letter}{number}": Source(essay, part, str(number)) for number in range(1, last + 1)}


SOURCES: Mapping[str, Source] = {
    **_numbered("R", _REMIX, phrase("{essay}, truth {number}"), 10),
    "Q": Source(_QUESTION),
    "B": Source(_BOOTS),
    **_numbered("S", _OBVIOUS, phrase("{essay}, topic {number}"), 10),
    "SL": Source(_OBVIOUS, phrase("{essay}, the four steps on measurement in its comments")),
    "SO": Source(_OBVIOUS, phrase("{essay}, its answer on outsourcing")),
    "V0": Source(_LEARNED, phrase("{essay}, its introduction")),
    **_numbered("V", _LEARNED, phrase("{essay}, lesson {number}"), 7),
}
"""What each key that a truth may cite stands for, essay by essay in the order of their parts."""


def source_title(key: str) -> str:
    """Return what a key such as "R9" stands for.

    Raises:
        KeyError: there is no such source.
    """
    return SOURCES[key].title


def source_words(key: str) -> str:
    """Return a key with what it stands for: "R9: Leigh Durst, …".

    What a house truth names as its source, and no essay is, stands for itself.
    """
    return say("{key}: {source}", key=key, source=source_title(key)) if key in SOURCES else key


def citation_titles(citation: str) -> tuple[str, ...]:
    """Return the sources of a citation such as "R9 R3" in full, in their order.

    A house truth may cite the essays too, or anything else: then its citation stands as it is.
    """
    keys = citation.split()
    if all(key in SOURCES for key in keys):
        return tuple(source_title(key) for key in keys)
    return (citation,)
