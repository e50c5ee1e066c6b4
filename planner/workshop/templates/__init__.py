"""Agendas to start from; the last one is made from the plan alone."""

from planner.errors import PlanError
from planner.language import phrase, say
from planner.workshop.templates.blocks import (
    BREAK,
    BREAKS,
    BUDGET,
    BUFFER,
    CHANNELS,
    CLOSING,
    EXPERIENCE,
    LUNCH,
    METRICS,
    OBJECTIVES,
    OPENING,
    PEOPLE,
    PURPOSE,
    TACTICS,
    VOTE,
    WRITING,
)
from planner.workshop.templates.rhythm import RHYTHM
from planner.workshop.templates.shape import AgendaTemplate, TemplateBlock

__all__ = ["TEMPLATES", "WALK", "AgendaTemplate", "TemplateBlock", "template"]

_HALF_DAY = AgendaTemplate(
    "half-day",
    phrase("Half a day"),
    phrase("Four hours for a team that knows its business question and needs decisions."),
    (
        OPENING,
        PURPOSE.lasting(20),
        EXPERIENCE.lasting(35),
        OBJECTIVES.lasting(30),
        BREAK,
        WRITING,
        VOTE,
        TACTICS.lasting(35),
        BUFFER,
        BREAKS,
        CLOSING,
    ),
)
_DAY = AgendaTemplate(
    "day",
    phrase("One day"),
    phrase("Eight hours through the whole walk, with lunch, breaks and buffers."),
    (
        OPENING,
        PURPOSE,
        EXPERIENCE.lasting(50),
        BREAK,
        OBJECTIVES.lasting(40),
        CHANNELS.lasting(40),
        BUFFER.lasting(15),
        LUNCH,
        WRITING,
        VOTE.lasting(20),
        TACTICS,
        PEOPLE,
        BREAK,
        METRICS,
        BUDGET.lasting(20),
        BREAKS,
        BUFFER.lasting(10),
        CLOSING,
    ),
)
_REMOTE = AgendaTemplate(
    "remote",
    phrase("Two hours, remote"),
    phrase("Short blocks for a call: much is written alone, and a break comes within the hour."),
    (
        OPENING.lasting(10),
        PURPOSE.lasting(15),
        OBJECTIVES.lasting(20),
        WRITING.lasting(10),
        BREAK.lasting(10),
        VOTE.lasting(10),
        TACTICS.lasting(20),
        BREAKS.lasting(15),
        CLOSING.lasting(10),
    ),
)
WALK = AgendaTemplate(
    "walk",
    phrase("What this plan still needs"),
    phrase("Made from the walk: time for steps that are empty or stopped, little for those that are done."),
)

TEMPLATES: tuple[AgendaTemplate, ...] = (_HALF_DAY, _DAY, RHYTHM, _REMOTE, WALK)
"""In the order in which they are offered."""


def template(key: str) -> AgendaTemplate:
    """Return a template by its key.

    Raises:
        PlanError: there is none.
    """
    found = next((known for known in TEMPLATES if known.key == key), None)
    if found is None:
        raise PlanError(
            say("There is no agenda called “{key}”.", key=key),
            hint=say("There are: {keys}.", keys=", ".join(known.key for known in TEMPLATES)),
        )
    return found
