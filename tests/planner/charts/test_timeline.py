from datetime import date

import msgspec
import pytest

from planner.charts.scene import Line, Rect, Role, Text
from planner.charts.sequence import sequence_chart
from planner.charts.timeline import timeline, timeline_pages, timeline_span
from planner.editing.verbs import add, change, remove
from planner.model.plan import empty_plan
from planner.model.records_work import Tactic
from planner.model.vocabulary import TacticKind
from planner.truths.example_plan import example_plan


def marks(scene):
    return {mark.record: mark for mark in scene.marks}


def bars(scene):
    """Return each tactic's bar by the row that it lies in."""
    rects = [op for op in scene.ops if isinstance(op, Rect) and op.stroke]
    return {
        mark.record: rect
        for mark in scene.marks
        for rect in rects
        if mark.y <= rect.y and rect.y + rect.height <= mark.y + mark.height
    }


def test_bars_begin_in_the_order_of_their_dates(plan, measure):
    found = bars(timeline(plan, 800, measure))
    dated = sorted((t for t in plan.tactics.values() if t.starts_on), key=lambda t: t.starts_on)
    starts = [found[tactic.id].x for tactic in dated]
    assert len(starts) >= 4
    assert starts == sorted(starts)


def test_a_longer_tactic_has_a_longer_bar(plan, measure):
    found = bars(timeline(plan, 800, measure))
    assert found["answer-reviews"].width > found["early-push"].width > 10


def test_fixes_stand_above_tactics_and_reviews_below_them(plan, measure):
    found = marks(timeline(plan, 800, measure))
    assert max(found[i].y for i in plan.issues) < min(found[t].y for t in plan.tactics)
    assert max(found[t].y for t in plan.tactics) < min(found[r].y for r in plan.reviews)


def test_every_entry_with_a_place_in_time_has_a_mark(plan, measure):
    assert set(marks(timeline(plan, 800, measure))) == {*plan.issues, *plan.tactics, *plan.reviews}


@pytest.mark.parametrize(
    ("record", "word"),
    [
        ("early-push", "before a fix"),
        ("unowned", "no owner"),
        ("undated", "no dates"),
        ("telephone", "no date, no owner"),
    ],
)
def test_a_problem_is_told_in_words_in_its_row(plan, measure, record, word):
    scene = timeline(plan, 800, measure)
    mark = marks(scene)[record]
    row = [text for text in scene.texts() if mark.y <= text.y <= mark.y + mark.height]
    assert word in [text.text for text in row]
    assert word in mark.text


def test_a_plan_without_problems_uses_no_bad_colour(measure):
    scene = timeline(example_plan(), 800, measure)
    assert not [
        op for op in scene.ops if Role.BAD in {getattr(op, "stroke", None), getattr(op, "role", None)}
    ]


def test_a_fix_past_its_date_is_late_only_on_a_later_day(plan, measure):
    before = timeline(plan, 800, measure, today=date(2027, 2, 1))
    after = timeline(plan, 800, measure, today=date(2027, 3, 1))
    assert "late" not in marks(before)["slow-bill"].text
    assert "late" in marks(after)["slow-bill"].text


def test_a_tactic_outside_the_plan_says_so_and_stays_on_the_sheet(plan, measure):
    plan = change(plan, "early-push", "ends_on", date(2031, 1, 1)).plan
    scene = timeline(plan, 800, measure)
    assert "outside the plan" in marks(scene)["early-push"].text
    bar = bars(scene)["early-push"]
    assert bar.x + bar.width <= 800


def test_all_texts_stay_on_the_sheet(plan, measure):
    scene = timeline(plan, 500, measure, today=date(2027, 3, 1))
    for text in scene.texts():
        assert text.x >= 0
        assert text.x + measure(text.text, text.size, text.weight) <= 500


def test_pages_hold_every_row_once_and_fit_their_height(plan, measure):
    pages = timeline_pages(plan, 150)
    scenes = [timeline(plan, 500, measure, rows=rows) for rows in pages]
    assert len(scenes) > 2
    assert all(scene.height <= 150 for scene in scenes)
    records = [mark.record for scene in scenes for mark in scene.marks]
    assert sorted(records) == sorted({*plan.issues, *plan.tactics, *plan.reviews})


def test_an_empty_plan_has_a_timeline_that_says_so(measure):
    scene = timeline(empty_plan(), 500, measure)
    assert scene.marks == ()
    assert "0 tactics" in scene.summary


def test_a_plan_over_all_of_time_is_drawn_with_few_labels(plan, measure):
    plan = change(plan, "brief", "starts_on", date(1900, 1, 1)).plan
    plan = change(plan, "brief", "ends_on", date(2199, 12, 31)).plan
    assert len(timeline(plan, 500, measure).ops) < 300


def test_without_a_period_the_dates_of_the_entries_span_the_timeline(plan):
    plan = change(plan, "brief", "starts_on", None).plan
    plan = change(plan, "brief", "ends_on", None).plan
    first, last = timeline_span(plan)
    assert first == min(t.starts_on for t in plan.tactics.values() if t.starts_on)
    assert last >= date(2027, 10, 14)


def test_the_summary_counts_what_is_open(plan, measure):
    assert "2 open fixes" in timeline(plan, 500, measure).summary
    one_less = remove(plan, ["telephone"]).plan
    assert "1 open fix," in timeline(one_less, 500, measure).summary


def test_the_plan_is_only_read(plan, measure):
    before = msgspec.json.encode(plan)
    timeline(plan, 500, measure)
    assert msgspec.json.encode(plan) == before


def test_rows_stand_in_the_order_of_their_dates(plan, measure):
    found = marks(timeline(plan, 800, measure))
    tactics = sorted(plan.tactics.values(), key=lambda tactic: tactic.starts_on or date.max)
    fixes = sorted(plan.issues.values(), key=lambda issue: issue.fix_due or date.max)
    for records in (tactics, fixes):
        tops = [found[record.id].y for record in records]
        assert tops == sorted(tops)


@pytest.mark.parametrize("today", [None, date(2027, 2, 20), date(2027, 3, 1)])
def test_no_line_of_a_month_or_of_today_runs_through_words_beside_a_shape(plan, measure, today):
    ops = timeline(plan, 476, measure, today=today).ops
    lines = [(at, op) for at, op in enumerate(ops) if isinstance(op, Line) and op.x1 == op.x2]
    texts = [(at, op) for at, op in enumerate(ops) if isinstance(op, Text) and op.role is Role.MUTED]
    covered = 0
    for at, text in texts:
        width = measure(text.text, text.size, text.weight)
        for before, line in lines:
            runs_through = text.x < line.x1 < text.x + width and line.y1 < text.y - 1 < line.y2
            if runs_through and before < at:
                assert any(
                    isinstance(op, Rect)
                    and op.fill is Role.SURFACE
                    and op.x <= text.x
                    and op.x + op.width >= text.x + width
                    and op.y < text.y < op.y + op.height
                    for op in ops[before:at]
                )
                covered += 1
    assert covered


@pytest.mark.parametrize("draw", [timeline, sequence_chart])
def test_a_plan_without_any_day_has_neither_months_nor_a_line_of_today(measure, draw):
    plan = add(empty_plan(), Tactic(id="letter", name="Letter", kind=TacticKind.PUBLISH)).plan
    texts = {op.text for op in draw(plan, 800, measure, today=date(2027, 1, 4)).ops if isinstance(op, Text)}
    assert "no owner, no dates" in texts
    assert not texts & {"today", "Jan", "2027"}
    dated = change(plan, plan.the_brief.id, "starts_on", date(2027, 1, 1)).plan
    texts = {op.text for op in draw(dated, 800, measure, today=date(2027, 1, 1)).ops if isinstance(op, Text)}
    assert {"today", "Jan", "2027"} <= texts
