"""Loads worked out by hand, week by week."""

from datetime import date
from decimal import Decimal
from time import process_time

import pytest

from planner.analysis.load import PersonLoad, WeekLoad, weekly_loads
from planner.model.plan import Plan
from planner.model.records_experience import Channel, ListeningSource, Voice
from planner.model.records_purpose import Brief, Person
from planner.model.records_work import Tactic

MON = date(2027, 3, 1)
"""The Monday on which the plans of these tests begin."""
SUN_4 = date(2027, 3, 28)
"""The Sunday of the fourth week."""


def plan_of(*records, starts=MON, ends=SUN_4):
    tables = {"people": {i: Person(id=i, name=i.title(), hours=Decimal(20)) for i in ("ann", "bob", "cleo")}}
    keys = {Tactic: "tactics", Channel: "channels", ListeningSource: "listening"}
    for record in records:
        tables.setdefault(keys[type(record)], {})[record.id] = record
    return Plan(plan_id="0" * 32, brief={"brief": Brief(starts_on=starts, ends_on=ends)}, **tables)


def tactic(hours, people, starts=None, ends=None, name="t", accountable=None):
    return Tactic(
        id=name,
        hours=Decimal(hours),
        responsible=tuple(people),
        starts_on=starts,
        ends_on=ends,
        accountable=accountable,
    )


def channel(*voices, messages=60, minutes="5", name="c", **more):
    return Channel(
        id=name,
        interactive=more.pop("interactive", True),
        messages=messages,
        minutes=None if minutes is None else Decimal(minutes),
        voices=tuple(Voice(person, Decimal(hours)) for person, hours in voices),
        **more,
    )


def totals(plan, person="ann"):
    return [float(week.total) for week in weekly_loads(plan)[person].weeks]


def test_a_tactic_counts_in_each_week_it_runs_in_and_in_no_other():
    plan = plan_of(tactic(8, ["ann"], date(2027, 3, 8), date(2027, 3, 21)))
    assert totals(plan) == [0, 8, 8, 0]


def test_hours_are_split_evenly_among_the_responsible():
    plan = plan_of(tactic(9, ["ann", "bob"]))
    assert totals(plan, "ann") == totals(plan, "bob") == [4.5] * 4
    assert totals(plan, "cleo") == [0] * 4


def test_the_accountable_person_carries_a_tactic_that_nobody_is_responsible_for():
    assert totals(plan_of(tactic(6, [], accountable="ann"))) == [6] * 4
    assert totals(plan_of(tactic(6, ["bob"], accountable="ann"))) == [0] * 4
    assert totals(plan_of(tactic(6, []))) == [0] * 4


def test_a_tactic_without_dates_runs_all_through_the_plan():
    assert totals(plan_of(tactic(3, ["ann"]))) == [3] * 4
    assert totals(plan_of(tactic(3, ["ann"], starts=date(2027, 3, 15)))) == [0, 0, 3, 3]
    assert totals(plan_of(tactic(3, ["ann"], ends=date(2027, 3, 8)))) == [3, 3, 0, 0]


def test_what_lies_outside_the_plan_does_not_count():
    plan = plan_of(tactic(3, ["ann"], date(2027, 1, 1), date(2027, 12, 31)))
    assert totals(plan) == [3] * 4
    assert totals(plan_of(tactic(3, ["ann"], date(2028, 1, 1), date(2028, 2, 1)))) == [0] * 4


def test_a_tactic_that_ends_before_it_starts_takes_no_hours():
    assert totals(plan_of(tactic(3, ["ann"], date(2027, 3, 20), date(2027, 3, 10)))) == [0] * 4


def test_work_handed_over_within_a_week_does_not_add_up():
    plan = plan_of(
        tactic(10, ["ann"], MON, date(2027, 3, 10), "first"),
        tactic(12, ["ann"], date(2027, 3, 11), SUN_4, "second"),
    )
    assert totals(plan) == [10, 12, 12, 12]


def test_work_handed_over_between_weeks_does_not_add_up():
    plan = plan_of(
        tactic(10, ["ann"], MON, date(2027, 3, 7), "first"),
        tactic(4, ["ann"], date(2027, 3, 8), SUN_4, "second"),
    )
    assert totals(plan) == [10, 4, 4, 4]


def test_one_shared_day_makes_a_full_week():
    plan = plan_of(
        tactic(10, ["ann"], MON, date(2027, 3, 10), "first"),
        tactic(12, ["ann"], date(2027, 3, 10), date(2027, 3, 10), "second"),
    )
    assert totals(plan) == [10, 22, 0, 0]


def test_weeks_run_from_monday_and_cover_a_period_that_begins_and_ends_midweek():
    plan = plan_of(tactic(5, ["ann"]), starts=date(2027, 3, 4), ends=date(2027, 3, 15))
    weeks = weekly_loads(plan)["ann"].weeks
    assert [week.monday for week in weeks] == [date(2027, 3, 1), date(2027, 3, 8), date(2027, 3, 15)]
    assert totals(plan) == [5, 5, 5]


def test_listening_is_its_owners_all_through():
    plan = plan_of(ListeningSource(id="s", owner="ann", hours=Decimal("2.5")))
    assert weekly_loads(plan)["ann"].weeks[2] == WeekLoad(
        date(2027, 3, 15), Decimal(0), Decimal("2.5"), Decimal(0)
    )


@pytest.mark.parametrize("gap", [{"owner": None}, {"hours": None}])
def test_a_source_without_owner_or_hours_takes_nobodys_time(gap):
    source = ListeningSource(**{"id": "s", "owner": "ann", "hours": Decimal(2), **gap})
    assert totals(plan_of(source)) == [0] * 4


def test_what_begins_on_the_plans_last_day_counts_in_its_week():
    assert totals(plan_of(tactic(3, ["ann"], starts=SUN_4))) == [0, 0, 0, 3]


def test_answering_is_split_in_proportion_to_the_hours_of_the_voices():
    plan = plan_of(channel(("ann", 3), ("bob", 1)))  # 60 messages x 5 minutes = 5 hours
    assert totals(plan, "ann") == [3.75] * 4
    assert totals(plan, "bob") == [1.25] * 4


def test_answering_is_split_evenly_where_no_voice_states_hours():
    plan = plan_of(channel(("ann", 0), ("bob", 0)))
    assert totals(plan, "ann") == totals(plan, "bob") == [2.5] * 4


@pytest.mark.parametrize("gap", [{"messages": None}, {"minutes": None}, {"interactive": False}])
def test_a_channel_without_figures_or_answers_takes_no_hours(gap):
    assert totals(plan_of(channel(("ann", 3), **gap))) == [0] * 4


def test_a_new_channel_answers_from_the_day_it_opens():
    opening = {"existing": False, "opens_on": date(2027, 3, 17)}
    assert totals(plan_of(channel(("ann", 1), **opening))) == [0, 0, 5, 5]
    assert totals(plan_of(channel(("ann", 1), opens_on=date(2027, 3, 17)))) == [5] * 4


def test_the_parts_stand_apart_and_add_up():
    plan = plan_of(
        tactic(4, ["ann"]), channel(("ann", 1)), ListeningSource(id="s", owner="ann", hours=Decimal(2))
    )
    week = weekly_loads(plan)["ann"].weeks[0]
    assert (week.tactics, week.listening, week.answering) == (4, 2, 5)
    assert week.total == 11


def test_thirds_add_up_to_exactly_what_a_person_has():
    tactics = [tactic(20, ["ann", "bob", "cleo"], name=f"t{number}") for number in range(3)]
    load = weekly_loads(plan_of(*tactics))["ann"]
    assert load.peak == 20
    assert load.over == ()


def test_over_holds_exactly_the_weeks_above_what_a_person_has():
    plan = plan_of(tactic(20, ["ann"]), tactic("0.5", ["ann"], date(2027, 3, 8), date(2027, 3, 14), "more"))
    load = weekly_loads(plan)["ann"]
    assert [week.monday for week in load.over] == [date(2027, 3, 8)]
    assert load.peak == Decimal("20.5")


def test_nobody_is_over_hours_that_nobody_stated():
    assert PersonLoad("ann", None, (WeekLoad(MON, Decimal(99), Decimal(0), Decimal(0)),)).over == ()


def test_without_a_period_the_weeks_are_those_of_the_tactics():
    plan = plan_of(tactic(5, ["ann"], date(2027, 3, 8), date(2027, 3, 15)), starts=None, ends=None)
    assert [week.monday for week in weekly_loads(plan)["ann"].weeks] == [
        date(2027, 3, 8),
        date(2027, 3, 15),
    ]


def test_without_any_date_and_with_a_period_turned_round_there_are_no_weeks():
    assert totals(plan_of(tactic(5, ["ann"]), starts=None, ends=None)) == []
    assert totals(plan_of(tactic(5, ["ann"]), starts=SUN_4, ends=MON)) == []


def test_a_mistyped_year_costs_five_years_of_weeks_at_most():
    assert len(totals(plan_of(ends=date(9999, 12, 31)))) == 262


def test_two_thousand_tactics_take_a_fraction_of_a_second():
    tactics = [
        tactic(2, ["ann", "bob"], date(2027, 1, 1 + n % 28), date(2028, 6, 1 + n % 28), f"t{n}")
        for n in range(2000)
    ]
    plan = plan_of(*tactics, starts=date(2027, 1, 1), ends=date(2028, 12, 31))
    before = process_time()
    weekly_loads(plan)
    assert process_time() - before < 0.5
