"""What the tests of single truths share."""

from datetime import date

import pytest

from planner.model.plan import Plan
from planner.truths.engine import check_plan
from planner.truths.example_edits import example_with
from planner.truths.example_plan import EXAMPLE_DAY


@pytest.fixture
def found():
    """Return the findings of one rule in the example plan after some edits, or in a plan of one's own."""

    def find(rule: str, *steps, today: date = EXAMPLE_DAY, plan: Plan | None = None):
        report = check_plan(plan or example_with(*steps), today)
        return [finding for finding in report.findings if finding.rule == rule]

    return find
