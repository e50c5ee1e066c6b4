from decimal import Decimal

import pytest

from planner.charts.ladder import ladder, ladder_pages
from planner.charts.ladder_layout import ladder_roots, lay_out
from planner.charts.scene import DASHES, Dash, Polyline, Role
from planner.editing.verbs import add, change
from planner.model.records_work import Metric, Objective, Serving, Tactic
from planner.model.vocabulary import Evidence, Level


def boxes(scene):
    return {mark.record: mark for mark in scene.marks}


def words(scene):
    return [text.text for text in scene.texts()]


def with_chain(plan, length):
    """Add metrics that feed one another in a row, the last one an objective."""
    above = "weekday-guests"
    for index in range(length):
        plan = add(plan, Metric(id=f"m-{index}", feeds=above, level=Level.OUTCOME)).plan
        above = f"m-{index}"
    return plan


def test_every_metric_stands_left_of_what_it_feeds(plan, measure):
    plan = with_chain(plan, 3)
    found = boxes(ladder(plan, 900, measure))
    for metric in plan.metrics.values():
        box, above = found[metric.id], found[metric.feeds]
        assert box.x + box.width < above.x


def test_every_tactic_stands_left_of_all_metrics(plan, measure):
    found = boxes(ladder(plan, 900, measure))
    left = min(found[metric].x for metric in plan.metrics)
    assert all(found[t].x < left for t in plan.tactics if t in found and plan.tactics[t].metrics)


def test_no_two_boxes_overlap(plan, measure):
    plan = with_chain(plan, 4)
    marks = ladder(plan, 600, measure).marks
    for index, one in enumerate(marks):
        for other in marks[index + 1 :]:
            apart_across = one.x + one.width <= other.x or other.x + other.width <= one.x
            apart_down = one.y + one.height <= other.y or other.y + other.height <= one.y
            assert apart_across or apart_down


def test_links_of_the_tree_never_cross(plan):
    plan = with_chain(plan, 2)
    layout = lay_out(plan, ladder_roots(plan))
    links = [(rung, rung.parent) for rung in layout.rungs if rung.parent]
    for one, one_up in links:
        for other, other_up in links:
            if one.column == other.column and one_up.column == other_up.column and one.y < other.y:
                assert one_up.y <= other_up.y


@pytest.mark.parametrize("evidence", list(Evidence))
def test_the_evidence_of_a_link_shows_in_its_line(plan, measure, evidence):
    plan = change(plan, "return-bookings", "evidence", evidence).plan
    scene = ladder(plan, 900, measure)
    box = boxes(scene)["return-bookings"]
    start = (box.x + box.width, box.y + box.height / 2)
    line = next(op for op in scene.ops if isinstance(op, Polyline) and op.points[0] == pytest.approx(start))
    looks = {
        Evidence.ASSUMED: (Dash.DOTTED, 1.2),
        Evidence.CORRELATED: (Dash.DASHED, 1.2),
        Evidence.TESTED: (Dash.SOLID, 1.2),
        Evidence.DIRECT: (Dash.SOLID, 2.4),
    }
    assert (line.dash, line.thick) == looks[evidence]
    assert line.dash in DASHES


def test_the_rate_stands_on_its_link(plan, measure):
    assert "2.5" in words(ladder(plan, 900, measure))
    plan = change(plan, "return-bookings", "rate", None).plan
    assert "2.5" not in words(ladder(plan, 900, measure))


def test_an_objective_that_no_metric_reaches_is_told(plan, measure):
    plan = add(plan, Objective(id="lonely", name="Two cooks who stay")).plan
    scene = ladder(plan, 900, measure)
    assert "No metric leads" in " ".join(words(scene))
    assert "No metric leads to 1 objective" in scene.summary


def test_what_leads_nowhere_is_told(plan, measure):
    plan = add(plan, Metric(id="likes", name="Likes", level=Level.ACTIVITY)).plan
    scene = ladder(plan, 1200, measure)
    assert "Feeds nothing" in words(scene)
    assert "Feed no metric" in words(scene)
    assert {"likes", "undated"} <= set(boxes(scene))
    assert Role.BAD in {op.stroke for op in scene.ops if isinstance(op, Polyline)}


def test_metrics_in_a_circle_are_drawn_once_and_told(plan, measure):
    plan = add(plan, Metric(id="a", name="A")).plan
    plan = add(plan, Metric(id="b", name="B", feeds="a")).plan
    plan = change(plan, "a", "feeds", "b").plan
    scene = ladder(plan, 1200, measure)
    assert [mark.record for mark in scene.marks].count("a") == 1
    assert [mark.record for mark in scene.marks].count("b") == 1
    assert "circle" in " ".join(words(scene))


def test_a_tactic_that_feeds_two_metrics_stands_once_at_the_lower_one(plan, measure):
    plan = change(plan, "answer-reviews", "metrics", ("return-bookings", "reviews-answered")).plan
    layout = lay_out(plan, ladder_roots(plan))
    (rung,) = [rung for rung in layout.rungs if rung.record == "answer-reviews"]
    assert rung.parent.record == "reviews-answered"
    assert [(low.record, up.record) for low, up in layout.further] == [("answer-reviews", "return-bookings")]


def test_each_part_of_a_ladder_has_all_tactics_that_lead_to_it(plan, measure):
    plan = add(plan, Objective(id="calm", name="A calm kitchen")).plan
    plan = add(plan, Metric(id="warned", name="Tables told of a wait", feeds="calm")).plan
    plan = change(plan, "answer-reviews", "metrics", ("reviews-answered", "warned")).plan
    for root in ("weekday-guests", "calm"):
        assert "answer-reviews" in boxes(ladder(plan, 900, measure, roots=[root]))


def test_many_tactics_at_one_metric_are_counted(plan, measure):
    for index in range(30):
        tactic = Tactic(
            id=f"t-{index}", objectives=(Serving("weekday-guests"),), metrics=("reviews-answered",)
        )
        plan = add(plan, tactic).plan
    assert "and 23 more" in words(ladder(plan, 900, measure))


def test_a_chain_longer_than_the_stack_is_drawn(plan, measure):
    plan = with_chain(plan, 200)
    assert "m-199" in boxes(ladder(plan, 900, measure))


def test_pages_hold_every_tree_once(plan):
    for index in range(6):
        plan = add(plan, Objective(id=f"o-{index}", name=f"Objective {index}")).plan
    pages = ladder_pages(plan, 476, 200)
    assert [root for page in pages for root in page] == ladder_roots(plan)
    assert len(pages) > 1


def test_the_metric_behind_a_box_is_told_with_its_link(plan, measure):
    text = boxes(ladder(plan, 900, measure))["return-bookings"].text
    assert "each brings 2.5" in text
    assert plan.objectives["weekday-guests"].name in text


def test_an_objective_says_what_its_targets_yield(plan, measure):
    scene = ladder(plan, 900, measure)
    # (58 - 10) x 0.5 x 2.5 + 40 x 0.1 x 2.5
    assert "✓ yields 70 of 60" in words(scene)
    assert "The targets yield 70 of 60 that are wanted: enough" in boxes(scene)["weekday-guests"].text


def test_what_is_missing_stands_at_the_top_and_what_is_needed_at_the_bottom(plan, measure):
    plan = change(plan, "reviews-answered", "target", Decimal(20)).plan
    scene = ladder(plan, 900, measure)
    told = {text.text: text.role for text in scene.texts()}
    assert told["✕ yields 22.5 of 60"] is Role.BAD
    assert told["✕ 50 needed"] is Role.BAD  # 10 + (60 - 10) / 1.25
    assert "37.5 guests a week missing" in boxes(scene)["weekday-guests"].text
    assert "50 would be needed" in boxes(scene)["reviews-answered"].text
    assert "do not yield enough for “Fill the tables" in scene.summary


def test_a_link_without_a_rate_has_a_question_mark(plan, measure):
    assert "?" not in words(ladder(plan, 900, measure))
    plan = change(plan, "letter-clicks", "rate", None).plan
    assert "?" in words(ladder(plan, 900, measure))


def test_the_whole_ladder_is_told_in_words(plan, measure):
    plan = change(plan, "letter-clicks", "rate", None).plan
    lines = ladder(plan, 900, measure).lines
    assert lines[0].startswith(
        "Fill the tables from Monday to Thursday, 400 to 460 guests a week: The targets"
    )
    assert any(line.endswith("yields 60 guests a week.") for line in lines)
    assert any(line.endswith("its yield is not known.") for line in lines)
    assert "Without a rate: “Clicks on the booking link in the letter”." in lines


def test_boxes_with_verdicts_do_not_overlap(plan, measure):
    plan = change(with_chain(plan, 3), "reviews-answered", "target", Decimal(20)).plan
    marks = ladder(plan, 560, measure, size=13).marks
    for index, one in enumerate(marks):
        for other in marks[index + 1 :]:
            apart_across = one.x + one.width <= other.x or other.x + other.width <= one.x
            apart_down = one.y + one.height <= other.y or other.y + other.height <= one.y
            assert apart_across or apart_down
