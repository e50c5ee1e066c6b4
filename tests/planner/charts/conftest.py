from datetime import date
from decimal import Decimal

import pytest

from planner.editing.verbs import add, change
from planner.model.plan import Plan
from planner.model.records_experience import ExperienceIssue
from planner.model.records_work import Review, Tactic
from planner.model.vocabulary import FixStatus, Severity, TacticKind
from planner.truths.example_plan import example_plan


@pytest.fixture
def measure():
    """Every character is half as wide as the text is high."""
    return lambda text, size, weight: len(text) * size / 2


@pytest.fixture
def plan() -> Plan:
    """The example plan with a late start of a push, an unowned tactic and one without dates."""
    plan = example_plan()
    for record in (
        Tactic(
            id="early-push",
            name="Posters before the bill is mended",
            kind=TacticKind.PROMOTE,
            accountable="marketer",
            starts_on=date(2027, 1, 25),
            ends_on=date(2027, 2, 20),
        ),
        Tactic(id="unowned", starts_on=date(2027, 5, 1), ends_on=date(2027, 6, 1), hours=Decimal(3)),
        Tactic(id="undated", accountable="boss"),
        ExperienceIssue(id="menu", fix_owner="host", fix_due=date(2027, 1, 20), status=FixStatus.DONE),
        ExperienceIssue(id="telephone", severity=Severity.CRITICAL),
        Review(id="autumn-review", name="Autumn review", on=date(2027, 10, 14)),
    ):
        plan = add(plan, record).plan
    return change(plan, "host", "hours", Decimal(1)).plan
