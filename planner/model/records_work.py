"""What is to be reached and done: objectives, tactics, metrics, ideas, changes and reviews."""

from datetime import date
from decimal import Decimal
from typing import Annotated

from msgspec import Struct

from planner.model.record import Record
from planner.model.values import Form, Id, Line, Money, Text, about
from planner.model.vocabulary import (
    Cadence,
    Decision,
    Direction,
    Evidence,
    Level,
    Mechanism,
    Origin,
    TacticKind,
    WorkStatus,
    Yield,
)


class Objective(Record, frozen=True, kw_only=True):
    """A measured business result."""

    name: Annotated[
        Line, about("Objective", "The business result you want.", Form.LINE, main=True, column=True)
    ] = ""
    measure: Annotated[
        Line, about("Measure", "The figure by which the business sees it.", Form.LINE, main=True, column=True)
    ] = ""
    measure_level: Annotated[
        Level,
        about("Level of the measure", "An objective's own measure should be a business result.", Form.CHOICE),
    ] = Level.BUSINESS
    unit: Annotated[
        Line, about("Unit", "What is counted, such as orders or EUR.", Form.LINE, main=True, column=True)
    ] = ""
    direction: Annotated[
        Direction, about("Direction", "Which way the figure is to move.", Form.CHOICE, main=True)
    ] = Direction.UP
    baseline: Annotated[
        Decimal | None, about("Baseline", "The figure today.", Form.NUMBER, main=True, column=True)
    ] = None
    target: Annotated[
        Decimal | None, about("Target", "The figure you want.", Form.NUMBER, main=True, column=True)
    ] = None
    due: Annotated[
        date | None, about("Due", "The day by which it is reached.", Form.DATE, main=True, column=True)
    ] = None
    mechanism: Annotated[
        Mechanism | None, about("Mechanism", "How the result comes about.", Form.CHOICE, main=True)
    ] = None
    value: Annotated[
        Money | None,
        about("Expected value", "What reaching it is worth to the business.", Form.MONEY, main=True),
    ] = None
    owner: Annotated[
        Id | None,
        about(
            "Owner",
            "The one person accountable for the result.",
            Form.LINK,
            to=("people",),
            main=True,
            column=True,
        ),
    ] = None
    asked_by: Annotated[
        Id | None,
        about(
            "Asked for by", "The executive who asked for this measure.", Form.LINK, to=("people",), main=True
        ),
    ] = None
    note: Annotated[Text, about("Note", "Anything else worth knowing.", Form.TEXT)] = ""


class Serving(Struct, frozen=True, forbid_unknown_fields=True):
    """One objective that a tactic serves.

    Attributes:
        objective: id of the objective.
        share: part of the tactic's cost that counts for it, 0 to 1; none means an even split.
    """

    objective: Id
    share: Decimal | None = None


class Tactic(Record, frozen=True, kw_only=True):
    """What is done on a channel for one or more objectives."""

    name: Annotated[
        Line, about("Tactic", "What is done, in a few words.", Form.LINE, main=True, column=True)
    ] = ""
    kind: Annotated[
        TacticKind, about("Kind", "What sort of work it is.", Form.CHOICE, main=True, column=True)
    ] = TacticKind.CONVERSE
    objectives: Annotated[
        tuple[Serving, ...],
        about(
            "Objectives",
            "What it serves; with several, each one's share of the cost.",
            Form.SHARES,
            to=("objectives",),
            main=True,
        ),
    ] = ()
    channel: Annotated[
        Id | None, about("Channel", "Where it happens.", Form.LINK, to=("channels",), main=True, column=True)
    ] = None
    accountable: Annotated[
        Id | None,
        about(
            "Accountable",
            "The one person who answers for it.",
            Form.LINK,
            to=("people",),
            main=True,
            column=True,
        ),
    ] = None
    responsible: Annotated[
        tuple[Id, ...], about("Responsible", "Who does the work.", Form.LINKS, to=("people",), main=True)
    ] = ()
    starts_on: Annotated[date | None, about("Start", "Its first day.", Form.DATE, main=True, column=True)] = (
        None
    )
    ends_on: Annotated[date | None, about("End", "Its last day.", Form.DATE, main=True, column=True)] = None
    hours: Annotated[
        Decimal | None,
        about(
            "Hours a week",
            "Hours a week of all who work on it.",
            Form.HOURS,
            unit="h a week",
            main=True,
            column=True,
        ),
    ] = None
    cost: Annotated[
        Money | None,
        about("Cost", "Money beyond hours and budget lines.", Form.MONEY, main=True, column=True),
    ] = None
    benefit: Annotated[
        Text, about("Customer benefit", "What customers gain from it.", Form.TEXT, main=True)
    ] = ""
    yields: Annotated[
        tuple[Yield, ...], about("To yield", "What it is to bring about in people.", Form.CHOICES)
    ] = ()
    success: Annotated[
        Text, about("Success criterion", "When you will call it a success.", Form.TEXT, main=True)
    ] = ""
    stop: Annotated[Text, about("Stop criterion", "When you will stop it.", Form.TEXT, main=True)] = ""
    pilot: Annotated[bool, about("Pilot", "Yes if it is a small trial first.", Form.YES_NO)] = False
    touchpoints: Annotated[
        tuple[Id, ...],
        about(
            "Touchpoints", "Where customers meet it; none means everywhere.", Form.LINKS, to=("touchpoints",)
        ),
    ] = ()
    metrics: Annotated[
        tuple[Id, ...], about("Metrics", "The figures that it feeds.", Form.LINKS, to=("metrics",), main=True)
    ] = ()
    idea: Annotated[
        Id | None, about("Came from idea", "The idea that it grew from.", Form.LINK, to=("ideas",))
    ] = None


class Metric(Record, frozen=True, kw_only=True):
    """A figure on the ladder from activity to business result."""

    name: Annotated[Line, about("Metric", "What is measured.", Form.LINE, main=True, column=True)] = ""
    level: Annotated[
        Level,
        about("Level", "Activity, engagement, outcome or business.", Form.CHOICE, main=True, column=True),
    ] = Level.ENGAGEMENT
    unit: Annotated[Line, about("Unit", "What is counted.", Form.LINE, main=True)] = ""
    direction: Annotated[Direction, about("Direction", "Which way it is to move.", Form.CHOICE)] = (
        Direction.UP
    )
    baseline: Annotated[
        Decimal | None, about("Baseline", "The figure today.", Form.NUMBER, main=True, column=True)
    ] = None
    target: Annotated[
        Decimal | None, about("Target", "The figure you want.", Form.NUMBER, main=True, column=True)
    ] = None
    due: Annotated[
        date | None, about("Due", "The day by which it is reached.", Form.DATE, main=True, column=True)
    ] = None
    source: Annotated[Line, about("Source", "Where the figure is read.", Form.LINE, main=True)] = ""
    cadence: Annotated[Cadence | None, about("Cadence", "How often it is read.", Form.CHOICE, main=True)] = (
        None
    )
    owner: Annotated[
        Id | None,
        about("Owner", "Who reads it and answers for it.", Form.LINK, to=("people",), main=True, column=True),
    ] = None
    feeds: Annotated[
        Id | None,
        about(
            "Feeds",
            "The metric or objective one rung up.",
            Form.LINK,
            to=("metrics", "objectives"),
            main=True,
            column=True,
        ),
    ] = None
    rate: Annotated[
        Decimal | None,
        about(
            "Conversion rate",
            "How many of the next one each of these brings, such as 0.04.",
            Form.NUMBER,
            low=0,
            main=True,
        ),
    ] = None
    evidence: Annotated[
        Evidence, about("Evidence for the link", "How sure you are of that rate.", Form.CHOICE, main=True)
    ] = Evidence.ASSUMED
    leak: Annotated[
        Line, about("Leak", "What could break the link: stock, price, service, checkout.", Form.LINE)
    ] = ""


class Reading(Record, frozen=True, kw_only=True):
    """A later figure of a metric."""

    metric: Annotated[
        Id | None,
        about(
            "Metric",
            "The metric that was read.",
            Form.LINK,
            to=("metrics",),
            owned=True,
            main=True,
            column=True,
        ),
    ] = None
    on: Annotated[
        date | None, about("Date", "The day of the reading.", Form.DATE, main=True, column=True)
    ] = None
    figure: Annotated[
        Decimal | None, about("Figure", "What was read.", Form.NUMBER, main=True, column=True)
    ] = None
    note: Annotated[Line, about("Note", "What explains it.", Form.LINE, main=True, column=True)] = ""


class Idea(Record, frozen=True, kw_only=True):
    """A suggestion, and what was decided about it."""

    name: Annotated[
        Line, about("Idea", "The suggestion in a sentence.", Form.LINE, main=True, column=True)
    ] = ""
    origin: Annotated[
        Origin | None, about("Origin", "Where it came from.", Form.CHOICE, main=True, column=True)
    ] = None
    decision: Annotated[
        Decision | None, about("Decision", "Adopt, park or decline.", Form.CHOICE, main=True, column=True)
    ] = None
    decided_by: Annotated[
        Id | None, about("Decided by", "Who decided.", Form.LINK, to=("people",), main=True, column=True)
    ] = None
    decided_on: Annotated[
        date | None, about("Decided on", "The day of the decision.", Form.DATE, main=True, column=True)
    ] = None
    why: Annotated[Text, about("Why", "The reason for the decision.", Form.TEXT, main=True)] = ""
    said_by: Annotated[Line, about("Said by", "Who in the room said it.", Form.LINE)] = ""
    group: Annotated[Line, about("Group", "What it belongs to on the wall.", Form.LINE)] = ""
    concerns: Annotated[
        tuple[Id, ...],
        about(
            "About",
            "The objectives, channels and touchpoints that it is about.",
            Form.LINKS,
            to=("objectives", "channels", "touchpoints"),
        ),
    ] = ()
    owner: Annotated[Id | None, about("Owner", "Who follows it up.", Form.LINK, to=("people",))] = None
    due: Annotated[date | None, about("Due", "The day by which it is followed up.", Form.DATE)] = None
    block: Annotated[
        Id | None,
        about("Came up in", "The block of the agenda in which it came up.", Form.LINK, to=("agenda_blocks",)),
    ] = None
    became: Annotated[
        Id | None,
        about(
            "Became",
            "The entry that it grew into; a tactic names its idea itself.",
            Form.LINK,
            to=("issues", "objectives", "channels", "listening", "metrics", "changes", "reviews"),
        ),
    ] = None


class ChangeAction(Record, frozen=True, kw_only=True):
    """What changes in how people work."""

    name: Annotated[
        Line, about("Change", "What will be different in how people work.", Form.LINE, main=True, column=True)
    ] = ""
    who: Annotated[Line, about("For whom", "Whose work changes.", Form.LINE, main=True, column=True)] = ""
    owner: Annotated[
        Id | None, about("Owner", "Who makes it happen.", Form.LINK, to=("people",), main=True, column=True)
    ] = None
    due: Annotated[
        date | None, about("Due", "The day by which it is so.", Form.DATE, main=True, column=True)
    ] = None
    status: Annotated[WorkStatus, about("Status", "How far it is.", Form.CHOICE, main=True, column=True)] = (
        WorkStatus.PLANNED
    )


class Review(Record, frozen=True, kw_only=True):
    """A meeting at which the plan is looked at and changed."""

    name: Annotated[Line, about("Review", "What it is called.", Form.LINE, main=True, column=True)] = ""
    on: Annotated[date | None, about("Date", "The day of the review.", Form.DATE, main=True, column=True)] = (
        None
    )
    people: Annotated[
        tuple[Id, ...],
        about("People", "Who takes part; the sponsor should.", Form.LINKS, to=("people",), main=True),
    ] = ()
    decisions: Annotated[Text, about("Decisions", "What is to be decided, or was.", Form.TEXT, main=True)] = (
        ""
    )
    heard: Annotated[
        tuple[Id, ...],
        about(
            "Acts on what was heard at",
            "The listening sources whose findings it acts on.",
            Form.LINKS,
            to=("listening",),
            main=True,
        ),
    ] = ()
