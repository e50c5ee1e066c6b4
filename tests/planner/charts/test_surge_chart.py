from decimal import Decimal

import pytest

from planner.analysis.surge import Arrivals, simulate, surge_setup
from planner.charts.scene import Line, Polygon, Polyline, Rect, Role
from planner.charts.surge import surge_chart
from planner.editing.verbs import change


def rush(plan, times=6, days=3, arrivals=Arrivals.COVER):
    return simulate(surge_setup(plan, plan.channels["reviews"], arrivals), times, days)


@pytest.fixture
def course(plan):
    return rush(plan)


@pytest.fixture
def scene(plan, course, measure):
    return surge_chart(plan, course, 800, measure)


def curves(scene):
    return [op for op in scene.ops if isinstance(op, Polyline)]


def words(scene):
    return [text.text for text in scene.texts()]


def test_the_backlog_is_highest_where_most_messages_wait(scene, course):
    backlog, _ = curves(scene)
    peak = max(range(len(course.parts_waiting)), key=course.parts_waiting.__getitem__)
    top = min(backlog.points, key=lambda point: point[1])
    assert top[0] == pytest.approx(x_of(scene, peak + 1), abs=1.5)


def x_of(scene, hour):
    """Where an hour of the rush begins, read off the marks of days or weeks."""
    first, last = scene.marks[0], scene.marks[-1]
    hours = (
        24
        * round((last.x + last.width - first.x) / first.width)
        * (7 if "week" in first.text[:5].lower() else 1)
    )
    return first.x + (last.x + last.width - first.x) * hour / hours


def test_the_heights_are_in_proportion_to_the_figures(scene, course):
    backlog, _ = curves(scene)
    bottom = max(y for _, y in backlog.points)
    highest = bottom - min(y for _, y in backlog.points)
    scale = [text for text in scene.texts() if text.text.replace(",", "").isdigit()][:5]
    zero = next(text for text in scene.texts() if text.text == "0")
    unit = next(text for text in scene.texts() if text.text != "0" and text.text.replace(",", "").isdigit())
    a_message = (zero.y - unit.y) / float(unit.text.replace(",", ""))
    assert scale
    assert highest / a_message == pytest.approx(max(course.parts_waiting) / course.setup.part, rel=0.02)


def test_the_promise_is_a_broken_line_with_its_hours(scene):
    assert "promise: 24 h" in words(scene)
    assert any(isinstance(op, Line) and op.dash == "dashed" and op.stroke is Role.INK for op in scene.ops)


def test_the_break_is_told_by_cross_and_moment(scene, course):
    assert course.breaks is not None
    (told,) = (text for text in scene.texts() if text.text.startswith("promise breaks "))
    assert told.role is Role.BAD
    crosses = [op for op in scene.ops if isinstance(op, Line) and op.stroke is Role.BAD]
    assert len(crosses) == 4  # two strokes at the moment, two beside the words
    assert told.text.removeprefix("promise ") in scene.description.replace("promise breaks", "breaks")


def test_a_backlog_that_is_gone_is_told_by_diamond_and_moment(scene, course):
    assert course.cleared is not None
    assert any(word.startswith("backlog gone ") for word in words(scene))
    diamonds = [op for op in scene.ops if isinstance(op, Polygon) and op.fill is Role.OK]
    assert len(diamonds) == 2


def test_a_promise_that_holds_has_no_cross_and_no_diamond(plan, measure):
    calm = surge_chart(plan, rush(plan, times=1), 800, measure)
    assert not any(word.startswith(("promise breaks", "backlog gone")) for word in words(calm))
    assert not any(isinstance(op, Line) and op.stroke is Role.BAD for op in calm.ops)


def test_the_rush_is_as_wide_as_its_days(plan, measure):
    one, three = (surge_chart(plan, rush(plan, times=1, days=days), 800, measure) for days in (1, 3))
    widths = [
        next(op.width for op in s.ops if isinstance(op, Rect) and op.fill is Role.ACCENT)
        for s in (one, three)
    ]
    assert widths[1] == pytest.approx(3 * widths[0])


def test_each_day_says_what_waits_at_its_end(plan, measure):
    course = rush(plan, times=3, days=1)
    scene = surge_chart(plan, course, 1400, measure)
    assert {mark.record for mark in scene.marks} == {"reviews"}
    first = scene.marks[0].text.split("\n")
    assert first[:2] == ["Monday of week 1", "rush"]
    assert first[2] == f"{round(course.waiting(23))} messages waiting at the end"
    assert first[3] == f"oldest message up to {max(course.ages[:24]):.1f} h"


def test_the_picture_says_the_same_as_the_sentence(scene, course):
    assert scene.summary.startswith(
        "A rush on Reviews: At 6 times today's messages the 24-hour promise breaks on "
    )
    assert len(scene.description.split("\n")) == 1 + len({mark.text for mark in scene.marks})


@pytest.mark.parametrize("width", [220, 400, 1600])
@pytest.mark.parametrize("times", [1, 20])
def test_all_stays_on_the_sheet(plan, measure, width, times):
    plan = change(plan, "reviews", "messages", 10**9).plan
    plan = change(plan, "reviews", "promise_hours", Decimal(10_000)).plan
    scene = surge_chart(plan, rush(plan, times, 28), width, measure)
    for text in scene.texts():
        shift = {"start": 0.0, "middle": 0.5, "end": 1.0}[text.anchor]
        wide = measure(text.text, text.size, text.weight)
        assert text.x - shift * wide >= -0.5
        assert text.x + (1 - shift) * wide <= width + 0.5


def test_few_points_are_drawn_of_a_rush_that_lasts(plan, measure):
    plan = change(plan, "reviews", "messages", 118).plan
    scene = surge_chart(plan, rush(plan, 20, 28), 300, measure)
    assert all(len(curve.points) < 700 for curve in curves(scene))
