"""Plans for the tests of the document: a full one, a huge one, and one whose every text is hostile."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import msgspec

from planner.editing.verbs import add, change
from planner.model.kinds import KINDS
from planner.model.plan import Plan, empty_plan
from planner.model.records_experience import Channel, ExperienceIssue, Touchpoint, Voice
from planner.model.records_purpose import BudgetLine, Person
from planner.model.records_signoff import Waiver
from planner.model.records_work import ChangeAction, Idea, Metric, Objective, Reading, Review, Serving, Tactic
from planner.model.schema import fields
from planner.model.values import Form, Money
from planner.model.vocabulary import (
    BudgetCategory,
    Cadence,
    ChannelType,
    Decision,
    FixStatus,
    Function,
    Level,
    Mechanism,
    Origin,
    Seniority,
    Severity,
    TacticKind,
    Verdict,
    WorkStatus,
    Yield,
)
from planner.signoff.approvals import Decision as Approving
from planner.signoff.approvals import decide
from planner.truths.engine import check_plan
from planner.truths.example_plan import EXAMPLE_DAY, example_plan

DAY = EXAMPLE_DAY

_PEOPLE = (
    ("owner", "Owner", Seniority.EXECUTIVE, Function.LEADERSHIP, 6),
    ("kitchen", "Head chef", Seniority.MANAGER, Function.OPERATIONS, 5),
    ("drivers", "Head of delivery", Seniority.MANAGER, Function.OPERATIONS, 8),
    ("writer", "Writer", Seniority.STAFF, Function.COMMUNICATIONS, 24),
)
_TACTICS = (
    ("Answer every question on the neighbourhood page", TacticKind.RESPOND, "page", 6, 0),
    ("Ask each delivery how it was, and call back where it was bad", TacticKind.LISTEN, "calls", 5, 0),
    ("Evening at the oven for ten regulars", TacticKind.COMMUNITY, "shop", 3, 1_800),
    ("Recipe of the month, told by the cook", TacticKind.PUBLISH, "letter", 4, 600),
    ("Trial of a delivery map that shows the driver", TacticKind.BUILD, "site", 2, 4_200),
    ("Photographs of the suppliers' farms", TacticKind.CREATE, "page", 2, 1_500),
    ("Voucher for the second order", TacticKind.PROMOTE, "letter", 1, 3_000),
    ("Look for two drivers among regulars", TacticKind.RECRUIT, "page", 2, 250),
    ("Visit of the school's cooking class", TacticKind.CONVERSE, "shop", 2, 400),
    ("Interviews with those who stopped ordering", TacticKind.RESEARCH, "calls", 2, 900),
    ("Repair the order that went wrong within the hour", TacticKind.SERVE, "calls", 5, 1_200),
    ("Street festival with the neighbours", TacticKind.CONVERSE, "shop", 2, 2_600),
    ("Short films of the dough at five in the morning", TacticKind.PUBLISH, "page", 3, 1_100),
    ("Open calendar of the oven's free hours", TacticKind.BUILD, "site", 1, 800),
)


def full_plan() -> Plan:
    """Return a plan with something in every list and 16 tactics."""
    plan = example_plan()
    for record in (
        *_people(),
        *_experience(),
        *_channels(),
        *_objectives(),
        *_metrics(),
        *_tactics(),
        *_rest(),
    ):
        plan = add(plan, record).plan
    return change(plan, "budget", "approved", euros(90_000)).plan


def euros(amount):
    return Money(Decimal(amount), "EUR")


def _people():
    for key, name, level, function, hours in _PEOPLE:
        yield Person(id=key, name=name, level=level, function=function, hours=Decimal(hours))


def _experience():
    for number, (name, rating) in enumerate(
        (("Ordering by telephone", "3.5"), ("The delivery", "6"), ("Paying", "9"))
    ):
        yield Touchpoint(
            id=f"touch-{number}",
            name=name,
            stage="Buy",
            rating=Decimal(rating),
            evidence="Forty calls of our own and the notes of two drivers, over three weeks in autumn.",
            rated_on=date(2026, 10, 3),
        )
    yield ExperienceIssue(
        id="engaged",
        name="On Fridays the line is engaged for an hour",
        touchpoint="touch-0",
        severity=Severity.CRITICAL,
        fix="A second line, and orders by the website from the first of February on.",
        fix_owner="drivers",
        fix_due=date(2027, 2, 1),
        cost=euros(2_400),
    )
    yield ExperienceIssue(
        id="cold",
        name="Pizza arrives cold beyond the bridge",
        touchpoint="touch-1",
        fix="Heated boxes.",
        fix_owner="kitchen",
        fix_due=date(2026, 12, 20),
        status=FixStatus.OPEN,
    )
    yield ExperienceIssue(
        id="change",
        name="Drivers have no change",
        touchpoint="touch-2",
        severity=Severity.MINOR,
        status=FixStatus.DONE,
    )


def _channels():
    yield Channel(id="shop", name="The shop itself", type=ChannelType.STORE, owner="owner")
    yield Channel(id="site", name="Website", type=ChannelType.WEBSITE, owner="writer")
    yield Channel(
        id="page",
        name="Neighbourhood page",
        owner="writer",
        existing=False,
        opens_on=date(2027, 2, 15),
        interactive=True,
        promise_hours=Decimal(4),
        cover="Every day, 11 to 22",
        messages=90,
        minutes=Decimal(4),
        voices=(Voice("writer", Decimal(6)), Voice("host", Decimal(2))),
        escalation="owner",
    )
    yield Channel(
        id="calls",
        name="Telephone",
        type=ChannelType.CALLS,
        owner="service-lead",
        public=False,
        interactive=True,
        promise_hours=Decimal(1),
        cover="Every day, 11 to 22",
        messages=400,
        minutes=Decimal(3),
        voices=(Voice("drivers", Decimal(8)), Voice("service-lead", Decimal(8))),
        escalation="owner",
    )


def _objectives():
    for key, name, unit, low, high, worth in (
        ("repeat", "Second orders within a month", "% of first orders", 22, 30, 48_000),
        ("complaints", "Complaints for each thousand orders", "complaints", 31, 12, 9_000),
    ):
        yield Objective(
            id=key,
            name=name,
            measure=name,
            unit=unit,
            baseline=Decimal(low),
            target=Decimal(high),
            due=date(2027, 11, 30),
            mechanism=Mechanism.KEPT_LONGER,
            value=euros(worth),
            owner="owner",
            asked_by="boss",
        )


def _metrics():
    for number, (name, level, feeds) in enumerate(
        (
            ("Calls answered within a minute", Level.ACTIVITY, "complaints"),
            ("Guests at the oven evenings", Level.ENGAGEMENT, "repeat"),
            ("Orders with the voucher", Level.OUTCOME, "repeat"),
        )
    ):
        yield Metric(
            id=f"figure-{number}",
            name=name,
            level=level,
            unit="a week",
            baseline=Decimal(10),
            target=Decimal(40),
            due=date(2027, 9, 30),
            source="The till",
            cadence=Cadence.WEEKLY,
            owner="writer",
            feeds=feeds,
            rate=Decimal("0.25"),
            leak="No drivers on Fridays",
        )
    yield Reading(id="read-1", metric="figure-0", on=date(2027, 1, 3), figure=Decimal(14), note="First week")


def _tactics():
    start = date(2027, 1, 18)
    for number, (name, kind, channel, hours, cost) in enumerate(_TACTICS):
        yield Tactic(
            id=f"tactic-{number}",
            name=name,
            kind=kind,
            objectives=(Serving("repeat", Decimal("0.6")), Serving("complaints", Decimal("0.4"))),
            channel=channel,
            accountable=("writer", "owner", "kitchen", "drivers")[number % 4],
            responsible=("writer", "host") if number % 2 else ("drivers",),
            starts_on=start + timedelta(days=17 * number),
            ends_on=min(start + timedelta(days=17 * number + 120), date(2027, 12, 20)),
            hours=Decimal(hours),
            cost=euros(cost) if cost else None,
            benefit="An answer from somebody who stands at the oven, on the same evening.",
            yields=(Yield.TRUST, Yield.WORD_OF_MOUTH),
            success="Every third person orders again within the month.",
            stop="After eight weeks without a change in second orders.",
            pilot=number % 5 == 4,
            metrics=(f"figure-{number % 3}",),
        )


def _rest():
    yield ChangeAction(
        id="floor",
        name="Everybody drives one evening a month",
        who="Everybody",
        owner="owner",
        due=date(2027, 3, 1),
    )
    yield ChangeAction(
        id="notes",
        name="Drivers write down what they hear",
        who="Drivers",
        owner="drivers",
        due=date(2026, 12, 1),
        status=WorkStatus.IN_PROGRESS,
    )
    yield BudgetLine(
        id="boxes",
        name="Heated boxes",
        category=BudgetCategory.EXPERIENCE_FIXES,
        amount=euros(3_900),
        note="Twelve.",
    )
    yield Review(
        id="summer-review", name="Summer review", on=date(2027, 7, 5), people=("boss", "owner", "writer")
    )
    yield Idea(
        id="map",
        name="Show on a map where the driver is",
        origin=Origin.FRONT_LINE,
        decision=Decision.PARK,
        decided_by="owner",
        decided_on=date(2026, 12, 3),
        why="First the boxes, then the map.",
    )
    yield Idea(id="song", name="A song for the pizza", origin=Origin.MARKETING)


def draft_plan() -> Plan:
    """Return the full plan with a stop: nobody answered the business question."""
    return change(full_plan(), "brief", "answer", "").plan


def waived_plan() -> Plan:
    """Return the full plan with an exception for each of its warnings."""
    plan = full_plan()
    for number, finding in enumerate(check_plan(plan, DAY).standing):
        if finding.level == "warn":
            waiver = Waiver(
                id=f"waiver-{number}",
                rule=finding.rule,
                subject=finding.subject,
                reason="The season starts in spring; we look at it in the first review.",
                by="boss",
                until=date(2027, 6, 30),
            )
            plan = add(plan, waiver).plan
    return plan


def signed_plan() -> Plan:
    """Return the small example plan, accepted by all its approvers, one of them with conditions."""
    plan = example_plan()
    for number, (approver, name) in enumerate(
        (
            ("sign-sponsor", "Managing director"),
            ("sign-experience", "Service lead"),
            ("sign-budget", "Managing director"),
        )
    ):
        decision = Approving(
            approver=approver,
            verdict=Verdict.CONDITIONS if number == 1 else Verdict.ACCEPT,
            signed_name=name,
            at=datetime(2027, 1, 4, 9 + number, 30, tzinfo=UTC),
            reason="The second till stands before the letter goes out." if number == 1 else "",
        )
        plan = decide(plan, check_plan(plan, DAY), decision).plan
    return plan


def huge_plan(tactics: int = 500) -> Plan:
    """Return a plan with very many tactics."""
    plan = full_plan()
    model = plan.tactics["tactic-0"]
    table = {
        f"tactic-{number}": msgspec.structs.replace(
            model,
            id=f"tactic-{number}",
            name=f"Tactic number {number + 1} of a plan that has very many of them",
        )
        for number in range(tactics)
    }
    return msgspec.structs.replace(plan, tactics=table)


def plan_with_text(text: str) -> Plan:
    """Return the full plan with one text in every field that takes one line or several."""
    plan = full_plan()
    tables = {}
    for kind in KINDS:
        texts = {
            spec.name: text if spec.form is Form.TEXT else text.replace("\n", " ")[:300]
            for spec in fields(kind.key)
            if spec.form in {Form.LINE, Form.TEXT}
            and spec.name not in {"question", "rule", "subject", "fingerprint"}
        }
        tables[kind.key] = {
            key: msgspec.structs.replace(record, **texts) for key, record in plan.records(kind).items()
        }
    return msgspec.structs.replace(plan, **tables)


def plan_of_empty_records() -> Plan:
    """Return a plan with one entry of each kind in which nothing is filled in."""
    tables = {
        kind.key: {f"{kind.key[:8]}-1": kind.record(id=f"{kind.key[:8]}-1")}
        for kind in KINDS
        if not kind.single
    }
    return msgspec.structs.replace(empty_plan(""), **tables)
