"""Charts for those who read from right to left: the same picture, turned over."""

from datetime import date

import pytest
from pseudo_language import ACCENTED, MIRRORED

from planner.charts.mirrored import mirrored
from planner.charts.scene import Text
from planner.charts.timeline import timeline, timeline_axis
from planner.samples import load_sample
from planner.truths.example_plan import example_plan
from tests.planner.charts.test_every_chart import CHARTS, across, drawn

WIDTH = 640


def half(text, size, weight):
    return len(text) * size / 2


@pytest.fixture(params=CHARTS, ids=lambda chart: chart.__name__)
def chart(request):
    return request.param


def test_a_chart_turned_over_twice_is_as_it_was(chart):
    scene = drawn(chart, load_sample("pizzeria"))
    again = mirrored(mirrored(scene))
    assert again.from_right is scene.from_right is False
    for one, other in zip(scene.ops, again.ops, strict=True):
        assert across(other) == pytest.approx(across(one))
        assert type(one) is type(other)


def test_each_shape_and_mark_lies_as_far_from_the_right_as_it_lay_from_the_left(chart):
    scene = drawn(chart, load_sample("pizzeria"))
    turned = mirrored(scene)
    for one, other in zip(scene.ops, turned.ops, strict=True):
        left, right = across(one)
        assert across(other) == pytest.approx((WIDTH - right, WIDTH - left))
    for one, other in zip(scene.marks, turned.marks, strict=True):
        assert (one.record, one.text, one.y) == (other.record, other.text, other.y)
        assert turned.mark_at(*other.centre) is not None
        assert other.x == pytest.approx(WIDTH - one.x - one.width)


def test_words_and_figures_stay_as_they_are(chart):
    scene = drawn(chart, load_sample("pizzeria"))
    turned = mirrored(scene)
    assert [t.text for t in turned.texts()] == [t.text for t in scene.texts()]
    assert (turned.summary, turned.lines) == (scene.summary, scene.lines)


def test_only_a_language_that_is_written_from_the_right_turns_charts_over(chart, speaking):
    plan = load_sample("pizzeria")
    speaking(ACCENTED)
    assert not drawn(chart, plan).from_right
    speaking(MIRRORED)
    assert drawn(chart, plan).from_right


def test_later_days_lie_further_to_the_left(speaking):
    speaking(MIRRORED)
    plan = example_plan()
    scene = timeline(plan, WIDTH, half, today=date(2027, 1, 4))
    axis = timeline_axis(plan, WIDTH, half, 9.0)
    first, last = scene.built_x(axis.x(date(2027, 1, 1))), scene.built_x(axis.x(date(2027, 3, 1)))
    assert last < first
    months = [op.x for op in scene.ops if isinstance(op, Text) and op.size < 9 and op.y < 30]
    assert months
    assert max(months) < WIDTH - axis.left + 1
