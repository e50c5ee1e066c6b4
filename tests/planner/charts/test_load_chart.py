from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest

from planner.analysis.load import weekly_loads
from planner.charts.load import load_chart, load_pages
from planner.charts.scene import Line, Rect, Role
from planner.editing.verbs import change
from planner.language.calendar_words import short_month
from planner.model.plan import empty_plan


def cells(scene, person):
    """Return the marks of a person with the rectangle and the texts in each."""
    found = []
    for mark in scene.marks:
        if mark.record == person:
            inside = [op for op in scene.ops if isinstance(op, Rect) and (op.x, op.y) == (mark.x, mark.y)]
            texts = [t.text for t in scene.texts() if mark.holds(t.x, t.y)]
            found.append((mark, inside[0], texts))
    return found


def test_overload_is_a_thick_border_a_mark_and_a_figure(plan, measure):
    over = [cell for cell in cells(load_chart(plan, 900, measure), "host") if "too much" in cell[0].text]
    assert over
    for _, box, texts in over:
        assert box.stroke is Role.BAD
        assert box.thick > 1.5
        assert texts[0].startswith("! ")


def test_nobody_else_is_marked(plan, measure):
    for _, box, texts in cells(load_chart(plan, 900, measure), "service-lead"):
        assert box.stroke is Role.RULE
        assert not texts or not texts[0].startswith("!")


def test_exactly_the_weeks_over_the_hours_are_marked(plan, measure):
    scene = load_chart(plan, 2000, measure, by_week=True)
    marked = [cell for cell in cells(scene, "host") if cell[1].stroke is Role.BAD]
    assert len(marked) == len(weekly_loads(plan)["host"].over) > 0


def test_a_month_shows_its_fullest_week(plan, measure):
    plan = change(plan, "unowned", "responsible", ("host",)).plan
    load = weekly_loads(plan)["host"]
    fullest = max(week.total for week in load.weeks if week.monday.month == 5)
    cell = next(c for c in cells(load_chart(plan, 900, measure), "host") if "May" in c[0].text)
    assert f"{fullest:f}".rstrip("0").rstrip(".") + " h of 1 h" in cell[0].text


def column(scene, mark):
    """Return the parts of a cell's column, from the bottom up."""
    return [
        op
        for op in scene.ops
        if isinstance(op, Rect) and op.fill and mark.holds(op.x, op.y) and mark.holds(op.x, op.y + op.height)
    ]


def test_the_parts_are_stacked_in_proportion_to_their_hours(plan, measure):
    plan = change(plan, "service-lead", "hours", Decimal(20)).plan
    scene = load_chart(plan, 900, measure)
    mark = next(cell[0] for cell in cells(scene, "service-lead") if "Jun" in cell[0].text)
    week = next(w for w in weekly_loads(plan)["service-lead"].weeks if w.monday.month == 6)
    tactics, answering = column(scene, mark)
    assert week.listening == 0
    assert tactics.height / answering.height == pytest.approx(float(week.tactics / week.answering), rel=1e-6)
    assert tactics.y == pytest.approx(answering.y + answering.height)
    assert tactics.fill is not answering.fill
    assert "2 h for tactics and 4 h for answering" in mark.text


def test_fuller_weeks_have_higher_columns(plan, measure):
    plan = change(plan, "host", "hours", Decimal(40)).plan
    plan = change(plan, "unowned", "responsible", ("host",)).plan
    scene = load_chart(plan, 900, measure)
    by_month = [sum(part.height for part in column(scene, cell[0])) for cell in cells(scene, "host")]
    assert by_month[4] > by_month[0] > 0


def test_hours_that_are_not_there_stick_out_over_a_line(plan, measure):
    scene = load_chart(plan, 900, measure)
    mark = next(cell[0] for cell in cells(scene, "host") if "too much" in cell[0].text)
    (line,) = (
        op for op in scene.ops if isinstance(op, Line) and mark.holds(op.x1, op.y1) and op.stroke is Role.BAD
    )
    assert min(part.y for part in column(scene, mark)) < line.y1 < mark.y + mark.height


def test_each_person_has_a_line_with_the_fullest_week(plan, measure):
    lines = load_chart(plan, 900, measure).lines
    assert len(lines) == len(plan.people)
    host = next(line for line in lines if line.startswith("Host, 1 h a week: fullest week "))
    assert host.endswith("too much in 52 weeks")
    assert lines[0] == "Managing director, 4 h a week: no load"


def test_a_figure_never_leaves_its_cell(plan, measure):
    for mark in load_chart(plan, 500, measure, by_week=True).marks:
        assert mark.width > 0
    scene = load_chart(plan, 500, measure, by_week=True)
    for mark, _, texts in cells(scene, "host"):
        assert all(measure(text, 8.0, "regular") <= mark.width for text in texts)


def test_pages_hold_every_person_once(plan, measure):
    pages = load_pages(plan, 140)
    shown = [mark.record for rows in pages for mark in load_chart(plan, 500, measure, people=rows).marks]
    assert list(dict.fromkeys(shown)) == list(plan.people)
    assert all(load_chart(plan, 500, measure, people=rows).height <= 140 for rows in pages)


def test_the_summary_names_who_has_too_much(plan, measure):
    assert "too much for Host" in load_chart(plan, 500, measure).summary
    relieved = change(plan, "host", "hours", Decimal(90)).plan
    assert "nobody" in load_chart(relieved, 500, measure).summary


def test_a_plan_without_people_draws_nothing(measure):
    assert load_chart(empty_plan(), 500, measure).ops == ()


def test_months_that_have_no_room_are_left_out(plan, measure):
    plan = change(plan, "brief", "ends_on", date(2031, 12, 31)).plan
    months = {short_month(number) for number in range(1, 13)}
    heads = [t for t in load_chart(plan, 500, measure).texts() if t.text in months]
    assert 2 < len(heads) < 40
    for one, following in pairwise(heads):
        assert one.x + measure(one.text, one.size, one.weight) < following.x
    assert heads[-1].x + measure(heads[-1].text, heads[-1].size, "regular") <= 500
