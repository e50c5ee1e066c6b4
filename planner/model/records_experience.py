"""What customers meet: touchpoints, issues, channels, listening and policies."""

from datetime import date
from decimal import Decimal
from typing import Annotated

from msgspec import Struct

from planner.model.record import Record
from planner.model.values import Count, Form, Id, Line, Money, Text, about
from planner.model.vocabulary import (
    Audience,
    ChannelType,
    FixStatus,
    PolicyKind,
    PolicyStatus,
    Severity,
    VoicesHeard,
)


class Touchpoint(Record, frozen=True, kw_only=True):
    """A stage of the customer's experience and how good it is today."""

    name: Annotated[
        Line,
        about(
            "Touchpoint",
            "Where customers meet you, in the order of their journey.",
            Form.LINE,
            main=True,
            column=True,
        ),
    ] = ""
    stage: Annotated[
        Line,
        about(
            "Stage",
            "Part of the journey, such as find, buy, use, get help.",
            Form.LINE,
            main=True,
            column=True,
        ),
    ] = ""
    rating: Annotated[
        Decimal | None,
        about("Rating", "How good it is for customers today, 0 to 10.", Form.RATING, main=True, column=True),
    ] = None
    evidence: Annotated[
        Text, about("Evidence", "How you know: survey, complaints, test purchases.", Form.TEXT, main=True)
    ] = ""
    rated_on: Annotated[
        date | None, about("Rated on", "The day of the rating.", Form.DATE, main=True, column=True)
    ] = None


class ExperienceIssue(Record, frozen=True, kw_only=True):
    """What is broken at a touchpoint, and its fix."""

    name: Annotated[
        Line, about("Issue", "What is broken, as a customer would say it.", Form.LINE, main=True, column=True)
    ] = ""
    touchpoint: Annotated[
        Id | None,
        about("Touchpoint", "Where it happens.", Form.LINK, to=("touchpoints",), main=True, column=True),
    ] = None
    severity: Annotated[
        Severity,
        about("Severity", "Critical issues come before any push.", Form.CHOICE, main=True, column=True),
    ] = Severity.MAJOR
    fix: Annotated[Text, about("Fix", "What will be done about it.", Form.TEXT, main=True)] = ""
    fix_owner: Annotated[
        Id | None,
        about("Fix owner", "Who answers for the fix.", Form.LINK, to=("people",), main=True, column=True),
    ] = None
    fix_due: Annotated[
        date | None, about("Fix date", "The day by which it is fixed.", Form.DATE, main=True, column=True)
    ] = None
    status: Annotated[
        FixStatus, about("Status", "How far the fix is.", Form.CHOICE, main=True, column=True)
    ] = FixStatus.OPEN
    cost: Annotated[
        Money | None, about("Cost of the fix", "Money beyond the lines of the budget.", Form.MONEY)
    ] = None


class Voice(Struct, frozen=True, forbid_unknown_fields=True):
    """One person's part in answering on a channel.

    Attributes:
        person: id of the person.
        hours: hours a week on this channel.
    """

    person: Id
    hours: Decimal = Decimal(0)


class Channel(Record, frozen=True, kw_only=True):
    """Where the organisation meets people; its promise, if people can expect an answer there."""

    name: Annotated[
        Line, about("Channel", "The presence, as people know it.", Form.LINE, main=True, column=True)
    ] = ""
    type: Annotated[
        ChannelType, about("Type", "What kind of place it is.", Form.CHOICE, main=True, column=True)
    ] = ChannelType.SOCIAL
    owner: Annotated[
        Id | None,
        about(
            "Owner",
            "The one person accountable for the channel.",
            Form.LINK,
            to=("people",),
            main=True,
            column=True,
        ),
    ] = None
    audience: Annotated[
        Audience,
        about(
            "Serves",
            "Whom it mainly serves; promises to the same people are compared.",
            Form.CHOICE,
            column=True,
        ),
    ] = Audience.CUSTOMERS
    existing: Annotated[
        bool, about("Exists already", "No for a channel that the plan opens.", Form.YES_NO, main=True)
    ] = True
    opens_on: Annotated[date | None, about("Opens on", "For a new channel: its first day.", Form.DATE)] = None
    public: Annotated[bool, about("Public", "Yes if others can read along.", Form.YES_NO)] = True
    interactive: Annotated[
        bool,
        about(
            "Interactive", "Yes if people can expect an answer there.", Form.YES_NO, main=True, column=True
        ),
    ] = False
    promise_hours: Annotated[
        Decimal | None,
        about(
            "Response promise",
            "Hours within which people get an answer.",
            Form.HOURS,
            unit="h",
            main=True,
            column=True,
        ),
    ] = None
    cover: Annotated[
        Line,
        about("Hours of cover", "When somebody is there, such as Mon to Fri 8 to 18.", Form.LINE, main=True),
    ] = ""
    messages: Annotated[
        Count | None,
        about(
            "Messages a week", "How many messages you expect in a week.", Form.WHOLE, main=True, column=True
        ),
    ] = None
    minutes: Annotated[
        Decimal | None,
        about(
            "Minutes a message",
            "Handling time of one message.",
            Form.NUMBER,
            unit="min",
            low=0,
            high=10_000,
            main=True,
        ),
    ] = None
    voices: Annotated[
        tuple[Voice, ...],
        about(
            "Voices",
            "Who answers there, and for how many hours a week.",
            Form.VOICES,
            to=("people",),
            main=True,
        ),
    ] = ()
    backup: Annotated[
        tuple[Id, ...], about("Backup", "Who steps in when the voices are away.", Form.LINKS, to=("people",))
    ] = ()
    escalation: Annotated[
        Id | None,
        about(
            "Escalates to",
            "Who can really solve a case that the voices can't.",
            Form.LINK,
            to=("people",),
            main=True,
        ),
    ] = None
    escalation_path: Annotated[Text, about("Escalation path", "How a case gets there.", Form.TEXT)] = ""
    surge_plan: Annotated[
        Text, about("Surge plan", "What happens when far more people write.", Form.TEXT)
    ] = ""
    promise_reason: Annotated[
        Text, about("Why the promise differs", "Why it is faster or slower than elsewhere.", Form.TEXT)
    ] = ""


class ListeningSource(Record, frozen=True, kw_only=True):
    """Where the organisation listens, and what becomes of what it hears."""

    name: Annotated[Line, about("Source", "Where you listen.", Form.LINE, main=True, column=True)] = ""
    voices: Annotated[
        tuple[VoicesHeard, ...],
        about("Whose voices", "Who is heard there.", Form.CHOICES, main=True, column=True),
    ] = ()
    hours: Annotated[
        Decimal | None,
        about(
            "Hours a week",
            "Hours a week that go into listening.",
            Form.HOURS,
            unit="h a week",
            main=True,
            column=True,
        ),
    ] = None
    owner: Annotated[
        Id | None, about("Owner", "Who listens.", Form.LINK, to=("people",), main=True, column=True)
    ] = None
    channel: Annotated[
        Id | None, about("Channel", "The channel, if it is one of yours.", Form.LINK, to=("channels",))
    ] = None
    repository: Annotated[
        Line, about("Repository", "Where what is learned is kept.", Form.LINE, main=True)
    ] = ""
    can_act: Annotated[
        Id | None,
        about(
            "Who can act", "Who can do something about what is heard.", Form.LINK, to=("people",), main=True
        ),
    ] = None


class Policy(Record, frozen=True, kw_only=True):
    """A rule that the organisation gives itself for its channels."""

    name: Annotated[Line, about("Policy", "What it is called.", Form.LINE, main=True, column=True)] = ""
    kind: Annotated[PolicyKind, about("Kind", "What it settles.", Form.CHOICE, main=True, column=True)] = (
        PolicyKind.RESPONSE
    )
    owner: Annotated[
        Id | None,
        about("Owner", "Who keeps it up to date.", Form.LINK, to=("people",), main=True, column=True),
    ] = None
    status: Annotated[
        PolicyStatus,
        about("Status", "Only an approved policy is in force.", Form.CHOICE, main=True, column=True),
    ] = PolicyStatus.DRAFT
    in_force_from: Annotated[
        date | None, about("In force from", "Its first day.", Form.DATE, main=True, column=True)
    ] = None
    in_force_until: Annotated[
        date | None, about("In force until", "Its last day, if it has one.", Form.DATE)
    ] = None
    channels: Annotated[
        tuple[Id, ...],
        about(
            "Channels",
            "The channels that it covers; none means all of them.",
            Form.LINKS,
            to=("channels",),
            main=True,
        ),
    ] = ()
    content: Annotated[Text, about("In short", "What it says, in a few sentences.", Form.TEXT)] = ""
