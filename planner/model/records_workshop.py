"""The workshop around a plan: its agenda, who is in the room, and what they voted."""

from datetime import date
from typing import Annotated

from msgspec import Meta

from planner.model.record import Record
from planner.model.values import END, Count, Form, Id, Line, Text, about
from planner.model.vocabulary import BallotSort, BlockPicture, BlockSort, Reply
from planner.model.walk import Step

TimeOfDay = Annotated[str, Meta(pattern=rf"^(([01][0-9]|2[0-3]):[0-5][0-9])?{END}", title="Time of day")]
"""Hours and minutes as HH:MM, from 00:00 to 23:59; empty where none is set."""

VOTED_ON = (
    "ideas",
    "objectives",
    "tactics",
    "issues",
    "channels",
    "touchpoints",
    "listening",
    "metrics",
    "changes",
)
"""Kinds of entries that a room can vote on."""

MOST_MINUTES = 24 * 60
"""No block is longer than a day."""


class Workshop(Record, frozen=True, kw_only=True):
    """The day on which the team works on the plan in one room; one to a plan."""

    id: Id = "workshop"
    on: Annotated[date | None, about("Day", "The day of the workshop.", Form.DATE, main=True)] = None
    start: Annotated[
        TimeOfDay, about("Starts at", "The time of day, such as 09:00.", Form.LINE, main=True)
    ] = "09:00"
    until: Annotated[
        TimeOfDay,
        about("Ends by", "The time of day at which people must leave, such as 17:00.", Form.LINE, main=True),
    ] = ""
    place: Annotated[Line, about("Place", "Where you meet.", Form.LINE, main=True)] = ""
    facilitator: Annotated[
        Id | None,
        about("Facilitator", "Who leads through the day.", Form.LINK, to=("people",), main=True),
    ] = None
    aim: Annotated[
        Line, about("Aim", "What must be there when people leave the room.", Form.LINE, main=True)
    ] = ""
    sound: Annotated[
        bool, about("Sound", "A soft tone when the time of a block is over.", Form.YES_NO, main=True)
    ] = False


class AgendaBlock(Record, frozen=True, kw_only=True):
    """One timed block of the workshop; the order of the blocks is the order of the day."""

    name: Annotated[Line, about("Block", "What it is called.", Form.LINE, main=True, column=True)] = ""
    sort: Annotated[
        BlockSort, about("Sort", "What the room does in it.", Form.CHOICE, main=True, column=True)
    ] = BlockSort.WORK
    minutes: Annotated[
        Count,
        about(
            "Minutes",
            "How long it takes.",
            Form.WHOLE,
            main=True,
            column=True,
            unit="min",
            high=MOST_MINUTES,
        ),
    ] = 30
    output: Annotated[
        Line, about("Result", "What lies on the table when it is over.", Form.LINE, main=True, column=True)
    ] = ""
    question: Annotated[
        Text, about("Question", "The one question that the room sees.", Form.TEXT, main=True)
    ] = ""
    picture: Annotated[
        BlockPicture, about("Picture", "What the room sees beside the question.", Form.CHOICE, main=True)
    ] = BlockPicture.NONE
    step: Annotated[
        Step | None, about("Step", "The step of the walk that it fills.", Form.CHOICE, main=True)
    ] = None
    notes: Annotated[
        Text, about("Notes", "For the facilitator alone; the room never sees them.", Form.TEXT, main=True)
    ] = ""


class Participant(Record, frozen=True, kw_only=True):
    """Somebody who is in the room and votes."""

    name: Annotated[Line, about("Participant", "The name.", Form.LINE, main=True, column=True)] = ""
    person: Annotated[
        Id | None,
        about(
            "Person",
            "Who of the plan's people it is, if any.",
            Form.LINK,
            to=("people",),
            main=True,
            column=True,
        ),
    ] = None


class Ballot(Record, frozen=True, kw_only=True):
    """A vote of the room, and what was decided by it."""

    name: Annotated[Line, about("Ballot", "What is asked.", Form.LINE, main=True, column=True)] = ""
    sort: Annotated[BallotSort, about("Sort", "How the room votes.", Form.CHOICE, main=True, column=True)] = (
        BallotSort.DOTS
    )
    dots_each: Annotated[
        Count, about("Dots each", "How many dots each person has.", Form.WHOLE, main=True, high=100)
    ] = 3
    entries: Annotated[
        tuple[Id, ...], about("Entries", "What is voted on.", Form.LINKS, to=VOTED_ON, main=True)
    ] = ()
    question: Annotated[
        Line, about("Question", "The id of the question that is answered yes, partly or no.", Form.LINE)
    ] = ""
    revealed: Annotated[
        bool, about("Revealed", "The room sees the result.", Form.YES_NO, main=True, column=True)
    ] = False
    block: Annotated[
        Id | None,
        about("Block", "The block of the agenda in which it is held.", Form.LINK, to=("agenda_blocks",)),
    ] = None
    chosen: Annotated[
        tuple[Id, ...], about("Chosen", "What was decided for.", Form.LINKS, to=VOTED_ON, main=True)
    ] = ()
    decided_by: Annotated[
        Id | None, about("Decided by", "Who decided.", Form.LINK, to=("people",), main=True, column=True)
    ] = None
    decided_on: Annotated[
        date | None, about("Decided on", "The day of the decision.", Form.DATE, main=True, column=True)
    ] = None
    why: Annotated[Text, about("Why", "The reason for the decision.", Form.TEXT, main=True)] = ""


class Vote(Record, frozen=True, kw_only=True):
    """What one participant said to one entry of a ballot, or to its question."""

    ballot: Annotated[
        Id | None,
        about("Ballot", "The ballot.", Form.LINK, to=("ballots",), owned=True, main=True, column=True),
    ] = None
    participant: Annotated[
        Id | None,
        about(
            "Participant",
            "Whose vote it is.",
            Form.LINK,
            to=("participants",),
            owned=True,
            main=True,
            column=True,
        ),
    ] = None
    entry: Annotated[
        Id | None,
        about("Entry", "What it is for.", Form.LINK, to=VOTED_ON, owned=True, main=True, column=True),
    ] = None
    dots: Annotated[
        Count, about("Dots", "How many dots the entry got.", Form.WHOLE, main=True, column=True, high=100)
    ] = 0
    place: Annotated[
        Count,
        about("Place", "The entry's place in the ranking, from 1.", Form.WHOLE, main=True, column=True),
    ] = 0
    reply: Annotated[
        Reply | None, about("Answer", "Yes, partly or no.", Form.CHOICE, main=True, column=True)
    ] = None
