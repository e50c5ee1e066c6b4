"""The words and signs of captured lines: what begins an entry, and what a sign stands for."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from babel import Locale

from planner.language import phrase, say
from planner.model.kinds import kind_of
from planner.model.plan import Plan
from planner.model.vocabulary import BlockSort
from planner.model.walk import Step
from planner.parsing import Day

OWNER, ABOUT, SAID_BY, ORIGIN, KIND = "@", "#", "~", "^", "!"
SIGNS = OWNER + ABOUT + SAID_BY + ORIGIN + KIND
"""What begins a mark, at the start of a word."""

PARK = "park"
"""The word for an idea that goes to the parking lot at once."""

_WORDS: Mapping[str, str] = {
    phrase("idea"): "ideas",
    phrase("park"): PARK,
    phrase("tactic"): "tactics",
    phrase("issue"): "issues",
    phrase("objective"): "objectives",
    phrase("channel"): "channels",
    phrase("touchpoint"): "touchpoints",
    phrase("metric"): "metrics",
    phrase("change"): "changes",
}
"""The word that makes an entry of a kind; it is understood in English and in the language in use."""

_BY = phrase("by")

_OF_STEP: Mapping[Step, str] = {
    Step.EXPERIENCE: "issues",
    Step.OBJECTIVES: "objectives",
    Step.CHANNELS: "channels",
    Step.TACTICS: "tactics",
    Step.PEOPLE: "changes",
    Step.METRICS: "metrics",
}
"""What a line becomes in a block that works on a step, where it does not say itself."""


@dataclass(frozen=True)
class Setting:
    """In which room a line is typed.

    Attributes:
        block: id of the block at hand; None where no workshop runs.
        today: the present day.
        locale: of the person who types: names of months, order of day and month.
    """

    block: str | None
    today: date
    locale: Locale

    @cached_property
    def bys(self) -> frozenset[str]:
        """The words that come before a day."""
        return frozenset({_BY, say(_BY).casefold()})

    @property
    def around(self) -> Day:
        """What a day without a year is read against: the next such day from today is meant.

        Not the plan's period, as elsewhere: what a room promises is due soon, often before the period begins.
        """
        return Day(self.today)


def kind_words() -> dict[str, str]:
    """Return what each word makes: the key of a kind, or `PARK`; in the language in use and in English."""
    spoken = {say(word).casefold(): made for word, made in _WORDS.items()}
    return {**_WORDS, **spoken}


def spoken_kind_words() -> tuple[str, ...]:
    """Return the words to offer, in the language in use."""
    return tuple(say(word) for word in _WORDS)


def kind_at(plan: Plan, block: str | None) -> str:
    """Return the key of the kind that a line becomes in a block where it does not say itself.

    What is written in silence, and outside a workshop, is an idea.
    """
    found = plan.agenda_blocks.get(block or "")
    if found is None or found.sort is not BlockSort.WORK or found.step is None:
        return "ideas"
    return _OF_STEP.get(found.step, "ideas")


def word_of_kind(key: str) -> str:
    """Return what a kind is called beside a suggestion."""
    return say("parking lot") if key == PARK else kind_of(key).word
