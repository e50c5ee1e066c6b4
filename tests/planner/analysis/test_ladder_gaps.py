from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from planner.analysis.ladder import ascents
from planner.analysis.ladder_gaps import best_chain, ladder_gaps, shortfalls
from planner.editing.verbs import add, change
from planner.model.plan import empty_plan
from planner.model.records_work import Metric, Objective
from planner.model.vocabulary import Direction, Evidence
from planner.truths.example_plan import example_plan


def ladder(*, target=30, rate="0.5"):
    """Twenty more replies bring ten bookings, and those twenty guests of the sixty wanted."""
    plan = empty_plan()
    for record in (
        Objective(id="guests", unit="guests", baseline=Decimal(400), target=Decimal(460)),
        Objective(id="idle", baseline=Decimal(0), target=Decimal(1)),
        Metric(id="bookings", feeds="guests", rate=Decimal(2)),
        Metric(
            id="replies", baseline=Decimal(10), target=Decimal(target), feeds="bookings", rate=Decimal(rate)
        ),
        Metric(id="likes", target=Decimal(5)),
        Metric(id="clicks", feeds="bookings", target=Decimal(5)),
        Metric(id="aimless", feeds="bookings", rate=Decimal(1)),
        Metric(id="a"),
        Metric(id="b", feeds="a"),
    ):
        plan = add(plan, record).plan
    return change(plan, "a", "feeds", "b").plan


def test_what_is_missing_at_the_bottom_as_worked_by_hand():
    (short,) = shortfalls(ladder()).values()
    assert (short.objective, short.metric) == ("guests", "replies")
    assert short.short == 40  # 60 wanted, (30 - 10) x 0.5 x 2 = 20 yielded
    assert short.needed == 70  # 10 + 60 / (0.5 x 2)
    assert short.more == 40


def test_a_figure_that_is_to_fall_is_needed_lower():
    plan = ladder()
    for name, value in (("direction", Direction.DOWN), ("baseline", Decimal(100)), ("target", Decimal(80))):
        plan = change(plan, "replies", name, value).plan
    (short,) = shortfalls(plan).values()
    assert (short.needed, short.more) == (40, 40)


def test_a_rate_of_nothing_puts_the_objective_out_of_reach():
    (short,) = shortfalls(ladder(rate="0")).values()
    assert (short.short, short.needed, short.more) == (60, None, None)


def test_enough_is_no_shortfall():
    assert shortfalls(ladder(target=70)) == {}
    assert shortfalls(example_plan()) == {}


def test_every_gap_is_told_once():
    gaps = ladder_gaps(ladder())
    assert gaps.feeding_nothing == ("likes",)
    assert gaps.without_rate == ("clicks", "a", "b")
    assert gaps.without_target == ("aimless",)
    assert gaps.circles == (("a", "b"),)
    assert gaps.unreached == ("idle",)
    assert gaps.guessed == ("replies", "clicks", "aimless")


def test_one_tested_link_is_no_guess_any_more():
    plan = change(ladder(), "bookings", "evidence", Evidence.TESTED).plan
    assert ladder_gaps(plan).guessed == ()


def test_the_best_chain_is_the_one_that_brings_most():
    plan = change(ladder(), "clicks", "rate", Decimal(20)).plan
    assert best_chain(ascents(plan)[0]).bottom == "clicks"


@given(st.integers(11, 69), st.decimals("0.01", 3, places=2))
def test_the_target_that_is_needed_is_enough(target, rate):
    plan = ladder(target=target, rate=str(rate))
    for short in shortfalls(plan).values():
        assert short.needed > target
        assert shortfalls(change(plan, short.metric, "target", short.needed).plan) == {}
        less = change(plan, short.metric, "target", short.needed - 1).plan
        assert shortfalls(less)
