"""What a plan rests on: brief, people, budget and limits."""

from datetime import date
from decimal import Decimal
from typing import Annotated

from planner.model.record import Record
from planner.model.values import Count, Currency, Form, Id, Line, Money, Text, about
from planner.model.vocabulary import BudgetCategory, Employment, Function, PartnerClaim, Seniority


class Brief(Record, frozen=True, kw_only=True):
    """The business question with its answer, and the frame of the plan; one to a plan."""

    id: Id = "brief"
    title: Annotated[
        Line, about("Plan title", "What the plan is called on its first page.", Form.LINE, main=True)
    ] = "Untitled plan"
    organisation: Annotated[Line, about("Organisation", "Whose plan this is.", Form.LINE, main=True)] = ""
    answer: Annotated[
        Text,
        about(
            "How will these activities improve the business?",
            "Answer in two or three sentences that a board member would accept.",
            Form.TEXT,
            main=True,
        ),
    ] = ""
    starts_on: Annotated[
        date | None, about("Plan starts", "First day of the plan.", Form.DATE, main=True)
    ] = None
    ends_on: Annotated[date | None, about("Plan ends", "Last day of the plan.", Form.DATE, main=True)] = None
    currency: Annotated[
        Currency, about("Currency", "All amounts of the plan are in this currency.", Form.CURRENCY, main=True)
    ] = "EUR"
    sponsor: Annotated[
        Id | None,
        about(
            "Sponsor",
            "The director or executive of your own who stands behind the plan.",
            Form.LINK,
            to=("people",),
            main=True,
        ),
    ] = None
    hourly_rate: Annotated[
        Money | None,
        about("Cost of an hour", "What one hour of your people's work costs on average.", Form.MONEY),
    ] = None
    stands_for: Annotated[
        Text, about("What we stand for", "What people may hold you to.", Form.TEXT, main=True)
    ] = ""
    shares: Annotated[
        Text,
        about("What we share", "What you tell openly, even when it is inconvenient.", Form.TEXT, main=True),
    ] = ""
    protects: Annotated[
        Text, about("What we protect", "What stays inside, and why.", Form.TEXT, main=True)
    ] = ""


class Person(Record, frozen=True, kw_only=True):
    """Somebody who owns, speaks or works for the plan."""

    name: Annotated[
        Line, about("Name", "Name, or role if names should stay out.", Form.LINE, main=True, column=True)
    ] = ""
    employment: Annotated[
        Employment,
        about("Employment", "Employee, agency or contractor.", Form.CHOICE, main=True, column=True),
    ] = Employment.EMPLOYEE
    level: Annotated[
        Seniority,
        about("Level", "Directors and executives count as senior.", Form.CHOICE, main=True, column=True),
    ] = Seniority.STAFF
    function: Annotated[
        Function,
        about(
            "Function",
            "The part of the organisation this person works in.",
            Form.CHOICE,
            main=True,
            column=True,
        ),
    ] = Function.MARKETING
    hours: Annotated[
        Decimal | None,
        about(
            "Hours a week",
            "Hours a week that this person has for the plan.",
            Form.HOURS,
            unit="h a week",
            main=True,
            column=True,
        ),
    ] = None
    training: Annotated[Line, about("Training", "What this person was trained in.", Form.LINE)] = ""
    trained_on: Annotated[
        date | None,
        about("Training done on", "The day on which the training was finished.", Form.DATE, column=True),
    ] = None
    partner: Annotated[
        Id | None,
        about("Partner", "The agency or consultant this person works for.", Form.LINK, to=("partners",)),
    ] = None
    note: Annotated[Text, about("Note", "Anything else worth knowing.", Form.TEXT)] = ""


class Partner(Record, frozen=True, kw_only=True):
    """An agency or consultant, with the answers given when it was vetted."""

    name: Annotated[Line, about("Name", "The agency or consultant.", Form.LINE, main=True, column=True)] = ""
    helps_with: Annotated[
        Line, about("Helps with", "What the partner does for you.", Form.LINE, main=True, column=True)
    ] = ""
    can_plan: Annotated[
        Text, about("Can plan", "How they showed that they can plan.", Form.TEXT, main=True)
    ] = ""
    can_execute: Annotated[
        Text, about("Can execute", "How they showed that they can do the work.", Form.TEXT, main=True)
    ] = ""
    prepares_us: Annotated[
        Text, about("Prepares us", "How they get your people ready.", Form.TEXT, main=True)
    ] = ""
    teaches: Annotated[
        Text,
        about("Teaches and stands by", "How they teach, and help later when needed.", Form.TEXT, main=True),
    ] = ""
    delivered: Annotated[
        Text, about("Delivered work", "Work of theirs that you looked at.", Form.TEXT, main=True)
    ] = ""
    single_tool: Annotated[
        bool,
        about(
            "Known for a single tool", "Yes if one tool is all they are known for.", Form.YES_NO, column=True
        ),
    ] = False
    claim: Annotated[
        PartnerClaim, about("Promised", "Whether they promised what nobody can.", Form.CHOICE, column=True)
    ] = PartnerClaim.NONE


class Budget(Record, frozen=True, kw_only=True):
    """The approved amount; one to a plan."""

    id: Id = "budget"
    approved: Annotated[
        Money | None,
        about("Approved budget", "The amount released for the whole plan.", Form.MONEY, main=True),
    ] = None
    approved_by: Annotated[
        Id | None, about("Approved by", "Who released it.", Form.LINK, to=("people",), main=True)
    ] = None
    approved_on: Annotated[date | None, about("Approved on", "The day of release.", Form.DATE, main=True)] = (
        None
    )


class BudgetLine(Record, frozen=True, kw_only=True):
    """Money set aside, apart from the cost that stands at tactics and fixes."""

    name: Annotated[Line, about("What for", "What the money buys.", Form.LINE, main=True, column=True)] = ""
    category: Annotated[
        BudgetCategory,
        about(
            "Category",
            "People, tools, content, media, partner, training or fixes.",
            Form.CHOICE,
            main=True,
            column=True,
        ),
    ] = BudgetCategory.CONTENT
    amount: Annotated[
        Money | None, about("Amount", "For the whole period of the plan.", Form.MONEY, main=True, column=True)
    ] = None
    bought_on: Annotated[
        date | None, about("Bought on", "When the money is spent or the contract starts.", Form.DATE)
    ] = None
    note: Annotated[Text, about("Note", "Anything else worth knowing.", Form.TEXT)] = ""


class Limits(Record, frozen=True, kw_only=True):
    """The thresholds of the truths, which a plan may set differently; one to a plan.

    Each default is the figure in brackets in the catalogue of truths.
    """

    id: Id = "limits"
    rating_floor: Annotated[
        Decimal,
        about("Lowest rating without a fix", "A touchpoint rated below needs an owned fix.", Form.RATING),
    ] = Decimal(4)
    rating_months: Annotated[
        Count,
        about(
            "A rating stays fresh for",
            "Older ratings count as unproven.",
            Form.WHOLE,
            unit="months",
            low=1,
            high=1200,
        ),
    ] = 12
    occupancy: Annotated[
        Decimal,
        about("Occupancy", "Share of an answering hour that is spent on messages.", Form.PERCENT, low="0.01"),
    ] = Decimal("0.85")
    presence: Annotated[
        Decimal,
        about(
            "Presence", "Share of planned hours in which people are really there.", Form.PERCENT, low="0.01"
        ),
    ] = Decimal("0.8")
    uneven_factor: Annotated[
        Decimal,
        about(
            "Promises may differ by",
            "The slower promise over the faster one.",
            Form.NUMBER,
            unit="times",
            low=1,
        ),
    ] = Decimal(2)
    surge_factor: Annotated[
        Decimal,
        about("A promise should survive", "Times the expected messages.", Form.NUMBER, unit="times", low=1),
    ] = Decimal(3)
    listening_share: Annotated[
        Decimal,
        about(
            "Listening to push hours, at least",
            "Hours of listening for each hour of push tactics.",
            Form.NUMBER,
            low=0,
        ),
    ] = Decimal("0.5")
    ideas_count: Annotated[
        Count,
        about(
            "Ideas from one origin, at most",
            "From this many ideas on, they should have several origins.",
            Form.WHOLE,
            low=1,
        ),
    ] = 5
    first_review_days: Annotated[
        Count,
        about(
            "First review within",
            "Days after the start of the plan.",
            Form.WHOLE,
            unit="days",
            low=1,
            high=3650,
        ),
    ] = 90
    patience_weeks: Annotated[
        Count,
        about(
            "Results need at least",
            "Weeks from the first tactic to the due date.",
            Form.WHOLE,
            unit="weeks",
            low=0,
            high=520,
        ),
    ] = 8
    objectives_count: Annotated[
        Count, about("Objectives, at most", "More than this is no focus.", Form.WHOLE, low=1)
    ] = 5
    voice_channels: Annotated[
        Count,
        about(
            "Channels a voice can serve", "Interactive channels for one person, at most.", Form.WHOLE, low=1
        ),
    ] = 3
    launch_channels: Annotated[
        Count,
        about("New channels at a time", "New channels that may open close together.", Form.WHOLE, low=1),
    ] = 2
    launch_days: Annotated[
        Count,
        about(
            "Close together means within", "Days between openings.", Form.WHOLE, unit="days", low=1, high=3650
        ),
    ] = 30
