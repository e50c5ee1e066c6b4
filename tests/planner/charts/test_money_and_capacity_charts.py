from decimal import Decimal
from itertools import pairwise

import pytest

from planner.analysis.budget import planned_cost
from planner.charts.budget import budget_chart
from planner.charts.capacity import capacity_chart, capacity_pages
from planner.charts.scene import Rect, Role
from planner.editing.verbs import add, change
from planner.model.plan import empty_plan
from planner.model.records_experience import Channel
from planner.model.values import Money


def bars(scene, role):
    return [op for op in scene.ops if isinstance(op, Rect) and op.fill is role]


def words(scene):
    return [text.text for text in scene.texts()]


def test_each_part_begins_where_the_one_above_ends(plan, measure):
    *parts, total, approved = bars(budget_chart(plan, 600, measure), Role.ACCENT)
    assert len(parts) > 2
    for one, following in pairwise(parts):
        assert following.x == pytest.approx(one.x + one.width)
    assert total.width == pytest.approx(sum(part.width for part in parts))
    assert approved.x == total.x


def test_widths_are_in_proportion_to_the_amounts(plan, measure):
    *_, total, approved = bars(budget_chart(plan, 600, measure), Role.ACCENT)
    cost = planned_cost(plan)
    assert total.width / approved.width == pytest.approx(
        float(cost.total.amount / cost.approved.amount), rel=1e-6
    )


def test_too_much_is_told_with_its_amount(plan, measure):
    plan = change(plan, "budget", "approved", Money(Decimal(1000), "EUR")).plan
    scene = budget_chart(plan, 600, measure)
    assert bars(scene, Role.BAD)
    assert any(word.endswith("too much") for word in words(scene))
    assert scene.summary.endswith("too much.")


def test_a_plan_without_money_says_so(measure):
    scene = budget_chart(empty_plan(), 600, measure)
    assert scene.summary == "Planned cost EUR 0; no budget is approved."


def test_all_bars_stay_on_the_sheet(plan, measure):
    scene = budget_chart(plan, 300, measure)
    for bar in bars(scene, Role.ACCENT):
        assert bar.x + bar.width <= 300
    for text in scene.texts():
        assert text.x + measure(text.text, text.size, text.weight) <= 300.5


def test_a_channel_within_its_capacity_says_up_to_what_it_holds(plan, measure):
    scene = capacity_chart(plan, 600, measure)
    assert any("holds up to" in word for word in words(scene))
    assert "none is short" in scene.summary


def test_a_channel_short_of_hours_is_told_by_cross_and_word(plan, measure):
    plan = change(plan, "reviews", "messages", 5000).plan
    scene = capacity_chart(plan, 600, measure)
    assert any(word.endswith("short") for word in words(scene))
    assert bars(scene, Role.BAD)
    assert "too few hours on Reviews" in scene.summary


def test_only_channels_that_promise_answers_are_shown(plan, measure):
    assert [mark.record for mark in capacity_chart(plan, 600, measure).marks] == ["reviews"]


def test_missing_figures_are_told(plan, measure):
    plan = change(plan, "reviews", "messages", None).plan
    assert any("missing" in word for word in words(capacity_chart(plan, 600, measure)))


def test_the_share_in_use_and_the_breaking_rush_are_told(plan, measure):
    text = capacity_chart(plan, 600, measure).marks[0].text
    assert "6 h of 12.2 h a week, 49 %; holds up to 2 times the messages" in text
    assert "in a rush of 3 days the promise breaks from " in text


def test_pages_hold_every_channel_once(plan, measure):
    for number in range(30):
        record = Channel(id=f"c-{number}", interactive=True, messages=5, minutes=Decimal(6))
        plan = add(plan, record).plan
    scenes = [capacity_chart(plan, 500, measure, channels=each) for each in capacity_pages(plan, 300)]
    assert len(scenes) > 2
    assert all(scene.height <= 300 for scene in scenes)
    assert [mark.record for scene in scenes for mark in scene.marks] == [
        "reviews",
        *(f"c-{number}" for number in range(30)),
    ]
