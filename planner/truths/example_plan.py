"""A small plan that keeps every truth; the rules' examples are made from it by the editing verbs.

A trattoria wants more guests on weekdays. It answers its reviews, and writes a letter to regulars once
the long wait for the bill is mended. Ids, by kind:

- people: boss (executive, sponsor), service-lead (manager, service), host (staff, operations), marketer
  (staff, marketing), agency-designer (agency); partners: studio
- touchpoints: evening, complaint; issues: slow-bill (critical, fixed by 15 February 2027)
- objectives: weekday-guests
- channels: reviews (interactive), letter (not interactive); both exist
- listening: guest-talk; policies: response-policy, crisis-policy, disclosure-policy, equal-policy
- ideas: reply-by-name; tactics: answer-reviews (respond), weekday-letter (publish, after the fix)
- changes: kitchen-reads
- metrics: reviews-answered and letter-clicks, which feed return-bookings, which feeds weekday-guests
- budget_lines: training-line, tool-line; reviews: spring-review
- answers: answer-1 to answer-14, one for each question of `QUESTION_IDS`
- approvers: sign-sponsor, sign-experience, sign-budget
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache

from planner.editing.verbs import add, change
from planner.model.plan import Plan
from planner.model.record import Record
from planner.model.records_experience import (
    Channel,
    ExperienceIssue,
    ListeningSource,
    Policy,
    Touchpoint,
    Voice,
)
from planner.model.records_purpose import BudgetLine, Partner, Person
from planner.model.records_signoff import Answer, Approver
from planner.model.records_work import ChangeAction, Idea, Metric, Objective, Review, Serving, Tactic
from planner.model.values import Money
from planner.model.vocabulary import (
    ApproverRole,
    BudgetCategory,
    Cadence,
    ChannelType,
    Decision,
    Employment,
    Evidence,
    FixStatus,
    Function,
    Level,
    Mechanism,
    Origin,
    PolicyKind,
    PolicyStatus,
    Reply,
    Seniority,
    Severity,
    TacticKind,
    VoicesHeard,
    Yield,
)

EXAMPLE_DAY = date(2027, 1, 4)
"""The day on which the examples are checked."""

_TRAINED = date(2026, 12, 1)
_DECIDED = date(2026, 12, 15)

_BRIEF = {
    "title": "Weekday guests",
    "organisation": "Trattoria on the corner",
    "answer": (
        "Guests whose review gets a real answer come back, and they come when there is room: on weekdays. "
        "Sixty more of them a week are worth more than twice what this plan costs."
    ),
    "starts_on": date(2027, 1, 4),
    "ends_on": date(2027, 12, 31),
    "sponsor": "boss",
    "hourly_rate": Money(Decimal(35), "EUR"),
    "stands_for": "Honest food, and a table where nobody is hurried.",
    "shares": "Where our food comes from, what went wrong, and what we did about it.",
    "protects": "Our guests' names, our staff's private lives and our suppliers' prices.",
}

_ANSWERS = {
    "ask.as-good-as-elsewhere": "Test visits in November: by telephone and on reviews, the same answer.",
    "ask.more-than-brochures": "The letter tells what is in season and who grew it; the website can't.",
    "ask.know-customers": "The service lead and the host stand in the dining room five evenings a week.",
    "ask.better-candidates": "We do not recruit there.",
    "ask.neighbour-helped": "What we grant one guest in public, every guest with the same complaint gets.",
    "ask.ten-times": "Answers to the ten commonest complaints are public, and the host takes a turn.",
    "ask.accounts-known": "We searched for our name in December; both accounts are on the channel list.",
    "ask.made-better": "The bill comes within five minutes, and the kitchen hears what guests say.",
    "ask.leaders-take-part": "The managing director answers the hardest review of the week in person.",
    "ask.without-tools": "Every table is asked one question before it leaves.",
    "ask.inconvenient": "We would say so at once if an allergen had been missing from the menu.",
    "ask.say-and-do": "We say that nobody is hurried: there are no second sittings.",
    "ask.stop-doing": "The daily photographs of dishes.",
    "ask.heard-last-quarter": "Three complaints in four were about the wait for the bill; the fix is here.",
}

QUESTION_IDS: tuple[str, ...] = tuple(_ANSWERS)
"""Ids of the questions that the example answers, in the order of the catalogue."""


@cache
def example_plan() -> Plan:
    """Return the plan that keeps every truth on `EXAMPLE_DAY`."""
    plan = Plan(plan_id="0" * 32)
    for record in _records():
        plan = add(plan, record).plan
    for name, value in _BRIEF.items():
        plan = change(plan, "brief", name, value).plan
    plan = change(plan, "budget", "approved", _euros(30_000)).plan
    plan = change(plan, "budget", "approved_by", "boss").plan
    return change(plan, "budget", "approved_on", _DECIDED).plan


def _euros(amount: int) -> Money:
    return Money(Decimal(amount), "EUR")


def _records() -> Iterator[Record]:
    """Yield the records in an order in which each link leads to one that is there."""
    yield from _people()
    yield from _experience()
    yield _objective()
    yield from _channels()
    yield from _policies()
    yield from _metrics()
    yield from _tactics()
    yield from _rhythm()
    yield from _sign_off()


def _people() -> Iterator[Record]:
    yield Partner(
        id="studio",
        name="Studio next door",
        helps_with="The look of the letter",
        can_plan="Showed us the plan of a bakery's letters.",
        can_execute="Set the bakery's letters for two years.",
        prepares_us="Left us a template that we can fill ourselves.",
        teaches="Two afternoons with the marketer, and a call a month.",
        delivered="Twelve letters, which we read.",
    )
    yield Person(
        id="boss",
        name="Managing director",
        level=Seniority.EXECUTIVE,
        function=Function.LEADERSHIP,
        hours=Decimal(4),
    )
    yield Person(
        id="service-lead",
        name="Service lead",
        level=Seniority.MANAGER,
        function=Function.SERVICE,
        hours=Decimal(20),
        training="Answering complaints in public",
        trained_on=_TRAINED,
    )
    yield Person(
        id="host",
        name="Host",
        function=Function.OPERATIONS,
        hours=Decimal(10),
        training="Answering complaints in public",
        trained_on=_TRAINED,
    )
    yield Person(id="marketer", name="Marketer", hours=Decimal(15))
    yield Person(
        id="agency-designer",
        name="Designer of the studio",
        employment=Employment.AGENCY,
        hours=Decimal(4),
        partner="studio",
    )


def _experience() -> Iterator[Record]:
    yield Touchpoint(
        id="evening",
        name="The evening at the table",
        stage="Use",
        rating=Decimal("7.5"),
        evidence="Cards at 140 tables.",
        rated_on=date(2026, 11, 15),
    )
    yield Touchpoint(
        id="complaint",
        name="Getting an answer to a complaint",
        stage="Get help",
        rating=Decimal("5.5"),
        evidence="Twenty complaints of our own friends.",
        rated_on=date(2026, 11, 20),
    )
    yield ExperienceIssue(
        id="slow-bill",
        name="The bill takes twenty minutes",
        touchpoint="evening",
        severity=Severity.CRITICAL,
        fix="A second till, and the host may take payment at the table.",
        fix_owner="service-lead",
        fix_due=date(2027, 2, 15),
        status=FixStatus.IN_PROGRESS,
        cost=_euros(1_800),
    )


def _objective() -> Objective:
    return Objective(
        id="weekday-guests",
        name="Fill the tables from Monday to Thursday",
        measure="Guests on weekdays",
        unit="guests a week",
        baseline=Decimal(400),
        target=Decimal(460),
        due=date(2027, 12, 31),
        mechanism=Mechanism.MORE_OFTEN,
        value=_euros(60_000),
        owner="boss",
        asked_by="boss",
    )


def _channels() -> Iterator[Record]:
    yield Channel(
        id="reviews",
        name="Reviews",
        type=ChannelType.REVIEWS,
        owner="service-lead",
        interactive=True,
        promise_hours=Decimal(24),
        cover="Monday to Saturday, 9 to 21",
        messages=60,
        minutes=Decimal(6),
        voices=(Voice("service-lead", Decimal(12)), Voice("host", Decimal(6))),
        backup=("marketer",),
        escalation="boss",
        escalation_path="By telephone at once if somebody was hurt, else in the morning round.",
        surge_plan="The marketer joins, and one public answer covers what many ask.",
    )
    yield Channel(
        id="letter", name="Letter to regulars", type=ChannelType.EMAIL, owner="marketer", public=False
    )
    yield ListeningSource(
        id="guest-talk",
        name="Review sites and table cards",
        voices=(VoicesHeard.OUR_CUSTOMERS, VoicesHeard.COMPETITORS_CUSTOMERS),
        hours=Decimal(4),
        owner="marketer",
        channel="reviews",
        repository="The guest book in the office",
        can_act="service-lead",
    )


def _policies() -> Iterator[Record]:
    for kind, owner in (
        (PolicyKind.RESPONSE, "service-lead"),
        (PolicyKind.CRISIS, "boss"),
        (PolicyKind.DISCLOSURE, "boss"),
        (PolicyKind.EQUAL_TREATMENT, "service-lead"),
    ):
        yield Policy(
            id=f"{kind.split('-')[0]}-policy",
            name=f"{kind.label} policy",
            kind=kind,
            owner=owner,
            status=PolicyStatus.APPROVED,
            in_force_from=_DECIDED,
        )


def _metrics() -> Iterator[Record]:
    yield Metric(
        id="return-bookings",
        name="Bookings by returning guests",
        level=Level.OUTCOME,
        unit="bookings a week",
        baseline=Decimal(20),
        target=Decimal(45),
        due=date(2027, 11, 30),
        source="The booking book",
        cadence=Cadence.WEEKLY,
        owner="service-lead",
        feeds="weekday-guests",
        rate=Decimal("2.5"),
        evidence=Evidence.DIRECT,
        leak="No free table at eight",
    )
    yield Metric(
        id="reviews-answered",
        name="Reviews answered within a day",
        level=Level.ACTIVITY,
        unit="reviews a week",
        baseline=Decimal(10),
        target=Decimal(58),
        due=date(2027, 6, 30),
        source="The review sites",
        cadence=Cadence.WEEKLY,
        owner="service-lead",
        feeds="return-bookings",
        rate=Decimal("0.5"),
        evidence=Evidence.TESTED,
        leak="The bill still takes too long",
    )
    yield Metric(
        id="letter-clicks",
        name="Clicks on the booking link in the letter",
        unit="clicks a week",
        baseline=Decimal(0),
        target=Decimal(40),
        due=date(2027, 9, 30),
        source="The letter's report",
        cadence=Cadence.MONTHLY,
        owner="marketer",
        feeds="return-bookings",
        rate=Decimal("0.1"),
    )


def _tactics() -> Iterator[Record]:
    yield Idea(
        id="reply-by-name",
        name="Sign every answer with a first name",
        origin=Origin.CUSTOMER,
        decision=Decision.ADOPT,
        decided_by="boss",
        decided_on=_DECIDED,
        why="Guests wrote that they want to know whom to ask for.",
    )
    yield Tactic(
        id="answer-reviews",
        name="Reply to reviews",
        kind=TacticKind.RESPOND,
        objectives=(Serving("weekday-guests"),),
        channel="reviews",
        accountable="service-lead",
        responsible=("service-lead", "host"),
        starts_on=date(2027, 1, 11),
        ends_on=date(2027, 12, 17),
        hours=Decimal(4),
        benefit="A real answer within a day, by name.",
        yields=(Yield.TRUST,),
        success="Half of those who complained come back within three months.",
        stop="Fewer than one in ten has come back by June.",
        touchpoints=("complaint",),
        metrics=("reviews-answered",),
        idea="reply-by-name",
    )
    yield Tactic(
        id="weekday-letter",
        name="Letter with Tuesday's menu",
        kind=TacticKind.PUBLISH,
        objectives=(Serving("weekday-guests"),),
        channel="letter",
        accountable="marketer",
        responsible=("marketer", "agency-designer"),
        starts_on=date(2027, 3, 1),
        ends_on=date(2027, 11, 30),
        hours=Decimal(3),
        cost=_euros(1_200),
        benefit="The menu and a table before anybody else hears of it.",
        yields=(Yield.SALES,),
        success="Four bookings a week come from the letter.",
        stop="More than one reader in twenty cancels the letter in a month.",
        metrics=("letter-clicks",),
    )


def _rhythm() -> Iterator[Record]:
    yield ChangeAction(
        id="kitchen-reads",
        name="The kitchen starts each shift with yesterday's reviews",
        who="Kitchen and service",
        owner="service-lead",
        due=date(2027, 2, 1),
    )
    yield BudgetLine(
        id="training-line",
        name="Training in answering complaints",
        category=BudgetCategory.TRAINING,
        amount=_euros(900),
        bought_on=_TRAINED,
    )
    yield BudgetLine(
        id="tool-line",
        name="Tool that sends the letter",
        category=BudgetCategory.TOOLS,
        amount=_euros(480),
        bought_on=date(2027, 2, 1),
    )
    yield Review(
        id="spring-review",
        name="Spring review",
        on=date(2027, 3, 15),
        people=("boss", "service-lead", "marketer"),
        decisions="Whether the letter goes on, and what to change in the dining room.",
        heard=("guest-talk",),
    )


def _sign_off() -> Iterator[Record]:
    for number, (question, evidence) in enumerate(_ANSWERS.items(), start=1):
        yield Answer(
            id=f"answer-{number}",
            question=question,
            reply=Reply.YES,
            evidence=evidence,
            by="boss",
            on=_DECIDED,
        )
    for name, role, person in (
        ("sign-sponsor", ApproverRole.SPONSOR, "boss"),
        ("sign-experience", ApproverRole.EXPERIENCE_OWNER, "service-lead"),
        ("sign-budget", ApproverRole.BUDGET_HOLDER, "boss"),
    ):
        yield Approver(id=name, role=role, person=person)
