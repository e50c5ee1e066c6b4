from decimal import Decimal

import pytest

from planner.model.records_work import Metric, Objective
from planner.model.vocabulary import Direction, Evidence, Level
from planner.truths.engine import check_plan
from planner.truths.example_edits import example_with
from planner.truths.example_plan import EXAMPLE_DAY
from planner.truths.fixes import offers

ONLY_ACTIVITY = [(metric, "level", Level.ACTIVITY) for metric in ("letter-clicks", "return-bookings")]


def test_an_activity_figure_that_leads_on_to_another_is_no_vanity(told):
    clicks_alone = [("letter-clicks", "level", Level.ACTIVITY)]
    assert not told("ladder.vanity-only", *clicks_alone)


def test_activity_all_the_way_up_is_vanity(told):
    (finding,) = told("ladder.vanity-only", *ONLY_ACTIVITY)
    assert finding.subject == "weekday-guests"
    assert "“Reviews answered within a day” and “Clicks on the booking link in the letter”" in finding.message


def test_a_better_figure_that_the_tactics_do_not_feed_does_not_help(told):
    apart = Metric(id="apart", name="Returning guests", level=Level.BUSINESS, feeds="weekday-guests")
    assert told("ladder.vanity-only", *ONLY_ACTIVITY, apart)


def test_tactics_without_any_metric_are_told_by_another_rule(told):
    bare = [(tactic, "metrics", []) for tactic in ("answer-reviews", "weekday-letter")]
    assert not told("ladder.vanity-only", *bare)
    assert len(told("measure.tactic-unmeasured", *bare)) == 2


def test_a_metric_that_feeds_itself_is_a_loop(told):
    (finding,) = told("ladder.loop", ("letter-clicks", "feeds", "letter-clicks"))
    assert finding.message == "“Clicks on the booking link in the letter” feeds itself."


def test_a_circle_is_told_once_and_no_chain_through_it_counts(told):
    circle = ("return-bookings", "feeds", "reviews-answered")
    assert len(told("ladder.loop", circle)) == 1
    assert not told("ladder.falls-short", circle)


def test_a_shortfall_gives_both_figures_and_the_target_needed(told):
    (finding,) = told("ladder.falls-short", ("reviews-answered", "target", Decimal(20)))
    # (20 - 10) x 0.5 x 2.5 = 12.5, and (40 - 0) x 0.1 x 2.5 = 10; (60 - 10) / 1.25 + 10 = 50
    assert "brings 22.5 of the 60 guests a week needed" in finding.message
    assert "aims at 20 and would have to reach 50 reviews a week." in finding.message
    assert (finding.subject, finding.field) == ("reviews-answered", "target")


def test_the_fix_sets_a_target_that_is_enough():
    plan = example_with(("reviews-answered", "target", Decimal(20)))
    (finding,) = of(plan, "ladder.falls-short")
    edit = offers(plan, finding, EXAMPLE_DAY)[0].edit
    assert edit.plan.metrics["reviews-answered"].target == 50
    assert not of(edit.plan, "ladder.falls-short")


def test_the_fix_rounds_so_that_it_is_enough_in_a_figure_as_fine_as_before():
    plan = example_with(
        ("reviews-answered", "target", Decimal("20.5")), ("return-bookings", "rate", Decimal(3))
    )
    (finding,) = of(plan, "ladder.falls-short")
    mended = offers(plan, finding, EXAMPLE_DAY)[0].edit.plan
    # (60 - 40 x 0.1 x 3) / 1.5 + 10 = 42
    assert mended.metrics["reviews-answered"].target == Decimal("42.0")
    assert not of(mended, "ladder.falls-short")


def test_the_fix_lowers_a_target_that_is_to_fall():
    waiting = Metric(
        id="waiting",
        name="Minutes of waiting",
        direction=Direction.DOWN,
        baseline=Decimal(20),
        target=Decimal(15),
        feeds="evenings",
        rate=Decimal(3),
    )
    evenings = Objective(id="evenings", name="More evenings", baseline=Decimal(100), target=Decimal(120))
    plan = example_with(evenings, waiting)
    (finding,) = of(plan, "ladder.falls-short")
    mended = offers(plan, finding, EXAMPLE_DAY)[0].edit.plan
    assert mended.metrics["waiting"].target == 13  # 20 - 20 / 3 = 13.3, rounded down
    assert not of(mended, "ladder.falls-short")


def test_a_fix_that_no_longer_applies_makes_nothing():
    plan = example_with(("reviews-answered", "target", Decimal(20)))
    (finding,) = of(plan, "ladder.falls-short")
    assert not offers(example_with(), finding, EXAMPLE_DAY)


def test_a_rate_of_nought_is_told_where_it_is_and_can_not_be_mended_by_a_target(told):
    (finding,) = told("ladder.falls-short", ("return-bookings", "rate", Decimal(0)))
    assert (finding.subject, finding.field, finding.fixable) == ("return-bookings", "rate", False)
    assert "brings 0 of the 60 guests a week needed" in finding.message


def test_chains_without_a_rate_are_named_as_not_counted(told):
    (finding,) = told("ladder.falls-short", ("reviews-answered", "rate", None))
    assert finding.subject == "letter-clicks"
    assert "(1 other chain lacks a rate or a target and can't be counted)" in finding.message


def test_nothing_is_known_to_fall_short_without_any_rate(told):
    assert not told("ladder.falls-short", ("return-bookings", "rate", None))


def test_the_chain_that_yields_most_is_the_one_to_be_raised(told):
    low = ("reviews-answered", "target", Decimal(20))
    (finding,) = told("ladder.falls-short", low, ("letter-clicks", "rate", Decimal("0.2")))
    assert finding.subject == "letter-clicks"


@pytest.mark.parametrize("target", [None, Decimal(400), Decimal(380)])
def test_an_objective_without_a_change_is_told_by_other_rules(told, target):
    backwards = [("reviews-answered", "target", Decimal(0)), ("letter-clicks", "target", Decimal(0))]
    assert not told("ladder.falls-short", *backwards, ("weekday-guests", "target", target))


def test_one_leak_on_the_way_is_enough(told):
    assert not told("ladder.leak-unnamed", ("return-bookings", "leak", ""))


def test_the_last_link_is_proposed_for_the_leak(told):
    (finding,) = told(
        "ladder.leak-unnamed", ("return-bookings", "leak", ""), ("reviews-answered", "leak", "")
    )
    assert "the leak of “Bookings by returning guests”" in finding.remedy


def test_an_objective_without_chains_has_no_leak_to_name(told):
    cut = [("return-bookings", "feeds", None), ("return-bookings", "leak", "")]
    assert not told("ladder.leak-unnamed", *cut, ("reviews-answered", "leak", ""))


def test_each_chain_of_guesses_is_told_at_its_lowest_metric(told):
    guesses = [
        (metric, "evidence", Evidence.ASSUMED)
        for metric in ("return-bookings", "reviews-answered", "letter-clicks")
    ]
    findings = told("ladder.all-assumed", *guesses)
    assert [finding.subject for finding in findings] == ["reviews-answered", "letter-clicks"]


def test_a_guess_that_leads_nowhere_is_told_as_a_dead_end_only(told):
    cut = ("letter-clicks", "feeds", None)
    assert not told("ladder.all-assumed", cut)
    assert len(told("ladder.dead-end", cut)) == 1


def test_a_long_criterion_is_quoted_in_part(told):
    long = "12 posts a week " + "on every single day of the long and rainy year " * 4
    (finding,) = told("ladder.volume-as-success", ("weekday-letter", "success", long))
    assert "…" in finding.message
    assert len(finding.message) < 200


def of(plan, rule):
    return [finding for finding in check_plan(plan, EXAMPLE_DAY).findings if finding.rule == rule]
