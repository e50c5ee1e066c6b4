from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from planner.analysis.ladder import ascents, chains, gain, loops, rungs, target_needed
from planner.model.plan import Plan
from planner.model.records_work import Metric, Objective
from planner.model.vocabulary import Direction, Level

SALES = Objective(id="sales", baseline=Decimal(1000), target=Decimal(1100))


def plan_of(*metrics, objective=SALES):
    return Plan(
        plan_id="0" * 32,
        objectives={objective.id: objective},
        metrics={metric.id: metric for metric in metrics},
    )


def metric(name, feeds=None, rate=None, target=None, baseline=None, **more):
    figures = {"rate": rate, "target": target, "baseline": baseline}
    decimals = {key: None if value is None else Decimal(str(value)) for key, value in figures.items()}
    return Metric(id=name, feeds=feeds, **decimals, **more)


def test_a_chain_goes_from_the_lowest_metric_up_with_the_product_of_its_rates():
    plan = plan_of(
        metric("orders", "sales", rate=1),
        metric("visits", "orders", rate=0.02),
        metric("posts", "visits", rate=50, baseline=10, target=110),
    )
    (chain,) = chains(plan)
    assert (chain.metrics, chain.objective, chain.bottom) == (("posts", "visits", "orders"), "sales", "posts")
    assert (chain.rate, chain.reach, chain.missing) == (1, 100, ())


def test_a_metric_without_a_baseline_starts_from_nothing():
    (chain,) = chains(plan_of(metric("orders", "sales", rate=2, target=30)))
    assert chain.reach == 60


def test_what_is_missing_is_named_and_nothing_is_guessed():
    (chain,) = chains(plan_of(metric("orders", "sales"), metric("visits", "orders", rate=0.1)))
    assert (chain.rate, chain.reach) == (None, None)
    assert chain.missing == (("visits", "target"), ("orders", "rate"))


def test_a_chain_that_ends_before_an_objective_yields_nothing_at_the_top():
    (chain,) = chains(plan_of(metric("orders", rate=1), metric("visits", "orders", rate=2, target=5)))
    assert (chain.objective, chain.reach) == (None, None)


def test_chains_that_share_their_upper_links_are_each_their_own_and_add_up():
    plan = plan_of(
        metric("orders", "sales", rate=1),
        metric("visits", "orders", rate=0.5, target=100),
        metric("calls", "orders", rate=0.2, target=150),
        metric("letters", "orders", target=5),
    )
    (ascent,) = ascents(plan)
    assert [chain.bottom for chain in ascent.chains] == ["visits", "calls"]
    assert [chain.bottom for chain in ascent.unknown] == ["letters"]
    assert (ascent.wanted, ascent.reach, ascent.falls_short) == (100, 80, True)


def test_the_target_needed_leaves_to_the_other_chains_what_they_yield():
    plan = plan_of(
        metric("visits", "sales", rate=0.5, baseline=20, target=120),
        metric("calls", "sales", rate=0.2, target=150),
    )
    (ascent,) = ascents(plan)
    visits, calls = ascent.chains
    assert target_needed(plan, ascent, visits) == 160  # 20 + (100 - 30) / 0.5
    assert target_needed(plan, ascent, calls) == 250  # (100 - 50) / 0.2


def test_no_target_helps_where_a_rate_is_nought():
    plan = plan_of(metric("visits", "sales", rate=0, target=9))
    (ascent,) = ascents(plan)
    assert ascent.falls_short
    assert target_needed(plan, ascent, ascent.chains[0]) is None


@given(
    baseline=st.decimals(0, 1000, places=2),
    target=st.decimals(0, 1000, places=1),
    rate=st.decimals("0.01", 100, places=2),
    direction=st.sampled_from(Direction),
)
def test_with_the_target_needed_nothing_falls_short(baseline, target, rate, direction):
    first = metric("visits", "sales", rate=rate, baseline=baseline, target=target, direction=direction)
    plan = plan_of(first)
    (ascent,) = ascents(plan)
    needed = target_needed(plan, ascent, ascent.chains[0])
    mended = metric("visits", "sales", rate=rate, baseline=baseline, target=needed, direction=direction)
    assert not ascents(plan_of(mended))[0].falls_short


def test_a_gain_is_negative_on_the_wrong_side_and_unknown_without_both_figures():
    down = Objective(id="cost", direction=Direction.DOWN, baseline=Decimal(10), target=Decimal(12))
    assert gain(down) == -2
    assert gain(Objective(id="none", target=Decimal(12))) is None
    assert gain(metric("bare")) is None


def test_loops_are_found_once_whole_and_without_the_way_into_them():
    plan = plan_of(
        metric("way", "a"),
        metric("a", "b"),
        metric("b", "c"),
        metric("c", "a"),
        metric("self", "self"),
        metric("good", "sales"),
    )
    assert loops(plan) == (("a", "b", "c"), ("self",))


def test_a_chain_that_runs_into_a_loop_ends_there():
    (chain,) = chains(plan_of(metric("way", "a", rate=1, target=1), metric("a", "b"), metric("b", "a")))
    assert (chain.metrics, chain.objective) == (("way", "a", "b"), None)


def test_rungs_are_the_four_levels_from_below():
    plan = plan_of(metric("posts", level=Level.ACTIVITY), metric("orders", level=Level.OUTCOME))
    assert [(rung.level.value, rung.metrics) for rung in rungs(plan)] == [
        ("activity", ("posts",)),
        ("engagement", ()),
        ("outcome", ("orders",)),
        ("business", ()),
    ]
