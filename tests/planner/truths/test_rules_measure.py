from datetime import date
from decimal import Decimal

import pytest

from planner.model.records_purpose import Person
from planner.model.vocabulary import Cadence, Direction, Employment, Seniority


def test_one_finding_names_all_that_an_objective_lacks(told):
    (finding,) = told(
        "measure.objective-incomplete",
        ("weekday-guests", "unit", " "),
        ("weekday-guests", "baseline", None),
        ("weekday-guests", "due", None),
    )
    assert "lacks a unit, a baseline and a due date." in finding.message
    assert finding.field == "unit"


def test_a_baseline_of_nought_is_a_baseline(told):
    assert not told("measure.objective-incomplete", ("weekday-guests", "baseline", Decimal(0)))


def test_a_target_that_equals_the_baseline_is_no_change(told):
    (finding,) = told("measure.no-change", ("weekday-guests", "target", Decimal("400.0")))
    assert "stands at 400 guests a week today and aims at 400" in finding.message


@pytest.mark.parametrize(
    ("direction", "target", "side"),
    [(Direction.UP, 380, "below"), (Direction.DOWN, 460, "above")],
)
def test_a_target_on_the_wrong_side_is_told_with_both_figures(told, direction, target, side):
    (finding,) = told(
        "measure.no-change",
        ("weekday-guests", "direction", direction),
        ("weekday-guests", "target", Decimal(target)),
    )
    assert f"its target of {target} is {side} today's 400 guests a week" in finding.message


def test_a_fall_is_a_change_where_the_figure_is_to_go_down(told):
    down = [("weekday-guests", "direction", Direction.DOWN), ("weekday-guests", "target", Decimal(300))]
    assert not told("measure.no-change", *down)


@pytest.mark.parametrize("name", ["baseline", "target"])
def test_without_both_figures_only_the_missing_one_is_told(told, name):
    assert not told("measure.no-change", ("weekday-guests", name, None))


def test_objectives_and_metrics_may_fall_due_on_the_first_and_last_day(told):
    days = [("weekday-guests", "due", date(2027, 12, 31)), ("letter-clicks", "due", date(2027, 1, 4))]
    assert not told("measure.due-outside-plan", *days)


def test_a_metric_due_before_the_plan_is_told_with_both_days(told):
    (finding,) = told("measure.due-outside-plan", ("letter-clicks", "due", date(2027, 1, 3)))
    assert finding.subject == "letter-clicks"
    assert "falls due on 3 January 2027, before the plan starts on 4 January 2027" in finding.message


def test_nothing_lies_outside_a_plan_without_days(told):
    none = [("brief", "starts_on", None), ("brief", "ends_on", None)]
    assert not told("measure.due-outside-plan", *none, ("weekday-guests", "due", date(2031, 1, 1)))


def test_one_finding_names_all_that_a_metric_lacks_but_its_owner(told):
    empty = [("letter-clicks", name, None) for name in ("cadence", "owner", "target", "due")]
    (finding,) = told("measure.metric-incomplete", *empty)
    assert "lacks a cadence, a target and a due date." in finding.message
    assert not told("measure.metric-incomplete", ("letter-clicks", "owner", None))
    assert [each.subject for each in told("owner.none", ("letter-clicks", "owner", None))] == [
        "letter-clicks"
    ]


def test_any_cadence_will_do(told):
    assert not told("measure.metric-incomplete", ("letter-clicks", "cadence", Cadence.YEARLY))


def test_nobody_who_asked_is_told_apart_from_somebody_without_a_say(told):
    (nobody,) = told("measure.not-from-leadership", ("weekday-guests", "asked_by", None))
    (somebody,) = told("measure.not-from-leadership", ("weekday-guests", "asked_by", "service-lead"))
    assert "Nobody in a senior position" in nobody.message
    assert "by Service lead, who is neither a director nor an executive" in somebody.message


def test_a_director_of_an_agency_is_no_leader_of_ones_own(told):
    adviser = Person(id="adviser", name="Adviser", level=Seniority.DIRECTOR, employment=Employment.AGENCY)
    (finding,) = told("measure.not-from-leadership", adviser, ("weekday-guests", "asked_by", "adviser"))
    assert "by Adviser, who is from outside" in finding.message


def test_a_period_turned_round_is_told_once_and_not_at_every_due_date(told):
    turned = ("brief", "ends_on", date(2026, 1, 1))
    assert [finding.field for finding in told("plan.dates", turned)] == ["brief.ends_on"]
    assert told("measure.due-outside-plan", turned) == []
