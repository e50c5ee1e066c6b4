"""What breaks the plan: stops first, then warnings, each with the ways out that it really has."""

from datetime import date

import pytest

from planner.model.vocabulary import Weight
from planner.samples import load_sample, sample_names
from planner.truths.engine import check_plan
from planner.truths.fixes import offers
from planner.workshop.breaks import open_findings

DAY = date(2027, 1, 15)
SAMPLES = [sample.name for sample in sample_names()]


@pytest.mark.parametrize("sample", SAMPLES)
def test_stops_come_first_then_warnings_and_nothing_else(sample):
    report = check_plan(load_sample(sample), DAY)
    levels = [finding.level for finding in open_findings(report)]
    stops = levels.count(Weight.STOP)
    assert levels == [Weight.STOP] * stops + [Weight.WARN] * (len(levels) - stops)
    assert len(levels) == sum(one.level is not Weight.ADVICE for one in report.standing)


def test_mending_by_what_is_offered_leads_on_until_nothing_is_offered():
    plan = load_sample("what-not-to-do")
    report = check_plan(plan, DAY)
    first = next(one for one in open_findings(report) if offers(plan, one, DAY))
    after = offers(plan, first, DAY)[0].edit.plan
    assert first.key not in {one.key for one in open_findings(check_plan(after, DAY))}
