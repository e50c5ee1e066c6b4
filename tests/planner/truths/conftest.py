"""What a rule says about the example plan after some edits."""

import pytest

from planner.truths.engine import check_plan
from planner.truths.example_edits import example_with
from planner.truths.example_plan import EXAMPLE_DAY


@pytest.fixture
def told():
    """Return a function that gives a rule's findings about the example plan after some edits."""

    def findings(rule, *steps, today=EXAMPLE_DAY):
        report = check_plan(example_with(*steps), today)
        return [finding for finding in report.findings if finding.rule == rule]

    return findings
