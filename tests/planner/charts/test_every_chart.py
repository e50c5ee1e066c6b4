"""What holds for each chart of any plan: it stays on its sheet, leads to entries, and is there in words."""

from datetime import date
from math import isfinite

import pytest
from hypothesis import Phase, given, settings

from planner.charts.board import board
from planner.charts.budget import budget_chart
from planner.charts.capacity import capacity_chart
from planner.charts.ladder import ladder
from planner.charts.load import load_chart
from planner.charts.scene import Line, Polygon, Polyline, Rect, Text
from planner.charts.sequence import sequence_chart
from planner.charts.timeline import timeline
from planner.charts.worth import worth_chart
from planner.samples import load_sample, sample_names
from tests.strategies import plans

CHARTS = [board, timeline, sequence_chart, ladder, load_chart, budget_chart, worth_chart, capacity_chart]
DAY = date(2027, 1, 4)
QUICK = (Phase.explicit, Phase.reuse, Phase.generate)
"""A whole plan shrinks slowly, and what fails can be read as it is."""


def half(text, size, weight):
    return len(text) * size / 2


def drawn(chart, plan, width=640):
    more = {"today": DAY} if chart in {timeline, sequence_chart} else {}
    return chart(plan, width, half, **more)


def numbers(op):
    match op:
        case Line():
            return op.x1, op.y1, op.x2, op.y2
        case Polygon() | Polyline():
            return tuple(part for point in op.points for part in point)
        case Rect():
            return op.x, op.y, op.width, op.height
    return op.x, op.y


def across(op):
    """Return from where to where a shape reaches, from left to right."""
    match op:
        case Text():
            wide = half(op.text, op.size, op.weight)
            left = op.x - wide * {"start": 0.0, "middle": 0.5, "end": 1.0}[op.anchor]
            return left, left + wide
        case Rect():
            return op.x, op.x + op.width
        case Line():
            return min(op.x1, op.x2), max(op.x1, op.x2)
        case Polygon() | Polyline():
            xs = [x for x, _ in op.points]
            return min(xs), max(xs)
    return op.x - op.radius, op.x + op.radius


def check(scene, plan):
    assert all(isfinite(number) for op in scene.ops for number in numbers(op))
    for op in scene.ops:
        left, right = across(op)
        assert left >= -2, op
        assert right <= scene.width + 2, op
    for mark in scene.marks:
        assert plan.find(mark.record) is not None
        assert mark.text
        assert mark.width > 0
        assert 0 <= mark.y <= mark.y + mark.height <= scene.height + 1
    assert scene.summary
    assert scene.description.startswith(scene.summary)
    assert all(scene.lines)
    if scene.marks:
        assert scene.lines


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.__name__)
@settings(max_examples=15, phases=QUICK)
@given(plan=plans())
def test_a_chart_of_any_plan_stays_on_its_sheet_and_is_there_in_words(chart, plan):
    check(drawn(chart, plan), plan)


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.__name__)
@pytest.mark.parametrize("sample", [sample.name for sample in sample_names()])
@pytest.mark.parametrize("width", [300, 900])
def test_a_chart_of_each_sample_stays_on_its_sheet(chart, sample, width):
    plan = load_sample(sample)
    check(drawn(chart, plan, width), plan)
