from decimal import Decimal

import pytest

from planner.analysis.worth import worth_of_objectives
from planner.charts.scene import Rect, Role
from planner.charts.worth import worth_chart
from planner.editing.verbs import add, change
from planner.model.plan import empty_plan
from planner.model.records_work import Objective, Tactic
from planner.model.values import Money


def bars(scene):
    """The bars of the one objective, without the legend below."""
    (mark,) = scene.marks
    return [op for op in scene.ops if isinstance(op, Rect) and op.y < mark.y + mark.height]


def test_cost_and_worth_are_drawn_to_one_scale(plan, measure):
    cost, worth = bars(worth_chart(plan, 700, measure))
    (each,) = worth_of_objectives(plan).objectives
    assert cost.width / worth.width == pytest.approx(float(each.cost.amount / each.worth.amount), rel=1e-6)
    assert cost.fill is Role.ACCENT
    assert worth.fill is None


def test_more_cost_than_worth_is_told_by_cross_word_and_colour(plan, measure):
    poor = change(plan, "weekday-guests", "value", Money(Decimal(100), "EUR")).plan
    scene = worth_chart(poor, 700, measure)
    assert bars(scene)[0].fill is Role.BAD
    assert "more than it is worth" in scene.marks[0].text
    assert "more is spent than it is worth on “Fill the tables from Monday to Thursday”" in scene.summary


def test_what_no_objective_is_charged_with_has_a_bar_and_a_line(plan, measure):
    plan = add(plan, Tactic(id="adrift", cost=Money(Decimal(777), "EUR"))).plan
    scene = worth_chart(plan, 700, measure)
    unassigned = worth_of_objectives(plan).unassigned
    assert any(line.startswith("Tactics for no objective: EUR ") for line in scene.lines)
    assert unassigned.amount >= 777


def test_an_objective_without_worth_or_cost_says_so(measure):
    plan = add(empty_plan(), Objective(id="one", name="One")).plan
    scene = worth_chart(plan, 500, measure)
    assert scene.marks[0].text == "One\nno worth stated; 0 tactics"
    assert len(bars(scene)) == 0


def test_without_objectives_there_is_nothing_to_pick(measure):
    assert worth_chart(empty_plan(), 500, measure).marks == ()


def test_all_stays_on_the_sheet(plan, measure):
    rich = change(plan, "weekday-guests", "value", Money(Decimal(10**12), "EUR")).plan
    scene = worth_chart(rich, 320, measure)
    for op in scene.ops:
        if isinstance(op, Rect):
            assert op.x + op.width <= 320.5
    for text in scene.texts():
        assert text.x + measure(text.text, text.size, text.weight) <= 320.5
