"""First starts, up the ladder."""

from datetime import date

from planner.analysis.feeding import FirstStart, first_starts
from planner.analysis.period import MOST_DAYS, plan_period, within
from planner.model.plan import Plan
from planner.model.records_purpose import Brief
from planner.model.records_work import Metric, Objective, Serving, Tactic

MARCH, MAY = date(2027, 3, 1), date(2027, 5, 1)


def plan_of(tactics, metrics=(), objectives=(), **brief):
    return Plan(
        plan_id="0" * 32,
        brief={"brief": Brief(**brief)},
        tactics={t.id: t for t in tactics},
        metrics={m.id: m for m in metrics},
        objectives={o.id: o for o in objectives},
    )


def test_the_earliest_tactic_counts_all_the_way_up():
    metrics = [Metric(id="low", feeds="mid"), Metric(id="mid", feeds="top"), Metric(id="other", feeds="mid")]
    late = Tactic(id="late", metrics=("low",), starts_on=MAY)
    early = Tactic(id="early", metrics=("other",), starts_on=MARCH)
    found = first_starts(plan_of([late, early], metrics, [Objective(id="top")]), None)
    first, second = FirstStart(MARCH, "early"), FirstStart(MAY, "late")
    assert found == {"other": first, "mid": first, "top": first, "low": second}


def test_serving_an_objective_counts_as_feeding_it():
    tactic = Tactic(id="t", objectives=(Serving("top"),), starts_on=MARCH)
    assert first_starts(plan_of([tactic], (), [Objective(id="top")]), None) == {"top": FirstStart(MARCH, "t")}


def test_a_tactic_without_a_start_takes_the_default_or_is_left_out():
    plan = plan_of([Tactic(id="t", metrics=("low",))], [Metric(id="low")])
    assert first_starts(plan, MAY) == {"low": FirstStart(MAY, "t")}
    assert first_starts(plan, None) == {}


def test_metrics_that_feed_each_other_in_a_circle_are_each_reached_once():
    metrics = [Metric(id="a", feeds="b"), Metric(id="b", feeds="a")]
    found = first_starts(plan_of([Tactic(id="t", metrics=("a",), starts_on=MAY)], metrics), None)
    assert set(found) == {"a", "b"}


def test_the_period_takes_from_the_tactics_what_the_brief_does_not_say():
    tactics = [Tactic(id="a", starts_on=MARCH), Tactic(id="b", ends_on=MAY)]
    assert plan_period(plan_of(tactics)) == (MARCH, MAY)
    first, last = date(2027, 1, 1), date(2027, 12, 31)
    assert plan_period(plan_of(tactics, starts_on=first)) == (first, MAY)
    assert plan_period(plan_of(tactics, ends_on=last)) == (MARCH, last)
    assert plan_period(plan_of([])) is None
    assert plan_period(plan_of([], starts_on=MAY, ends_on=MARCH)) is None


def test_the_period_ends_after_five_years_at_most():
    first, last = plan_period(plan_of([], starts_on=MARCH, ends_on=date(9999, 12, 31)))
    assert (last - first).days == MOST_DAYS


def test_within_keeps_what_lies_inside():
    period = (MARCH, MAY)
    assert within(period, None, None) == period
    assert within(period, date(2027, 4, 1), date(2028, 1, 1)) == (date(2027, 4, 1), MAY)
    assert within(period, MAY, None) == (MAY, MAY)
    assert within(period, date(2027, 5, 2), None) is None
