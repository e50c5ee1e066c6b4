from datetime import date, timedelta

import pytest

from planner.analysis.fixes import fixes_in_front, push_sequence
from planner.charts.scene import Dash, Polyline, Rect, Role
from planner.charts.sequence import sequence_chart, sequence_pages
from planner.editing.verbs import add, change
from planner.model.plan import empty_plan
from planner.model.records_work import Tactic
from planner.model.vocabulary import PUSH_KINDS, TacticKind
from planner.truths.example_plan import example_plan


def marks(scene):
    return {mark.record: mark for mark in scene.marks}


def links(scene, role):
    return [op for op in scene.ops if isinstance(op, Polyline) and op.stroke is role]


def frames(scene):
    return [op for op in scene.ops if isinstance(op, Rect) and op.dash is Dash.DASHED and op.fill is None]


@pytest.fixture
def dated(plan):
    """The plan of the charts without the critical issue that has no date."""
    return change(plan, "telephone", "fix_due", date(2027, 1, 10)).plan


def test_fixes_stand_above_pushes_and_other_tactics_are_left_out(dated, measure):
    found = marks(sequence_chart(dated, 800, measure))
    pushes = {tactic.id for tactic in dated.tactics.values() if tactic.kind in PUSH_KINDS}
    assert set(found) == {*dated.issues, *pushes}
    assert max(found[issue].y for issue in dated.issues) < min(found[push].y for push in pushes)


def test_a_push_that_starts_too_early_is_seen_by_frame_cross_word_and_line(dated, measure):
    scene = sequence_chart(dated, 800, measure)
    row = marks(scene)["early-push"]
    (frame,) = (each for each in frames(scene) if row.y <= each.y <= row.y + row.height)
    assert frame.stroke is Role.BAD
    assert "before a fix" in [text.text for text in scene.texts()]
    assert "starts 21 days before “The bill takes twenty minutes”" in row.text  # 25 January to 15 February
    (line,) = links(scene, Role.BAD)
    assert line.dash is Dash.DASHED
    assert line.points[-1][0] < line.points[0][0]


def test_a_push_that_waits_is_led_to_from_its_last_fix(dated, measure):
    scene = sequence_chart(dated, 800, measure)
    assert "waits for" in marks(scene)["weekday-letter"].text
    (line,) = (each for each in links(scene, Role.MUTED) if len(each.points) == 3)
    found = marks(scene)
    fix, push = found["slow-bill"], found["weekday-letter"]
    assert fix.y < line.points[0][1] < fix.y + fix.height
    assert push.y < line.points[-1][1] < push.y + push.height
    assert line.points[0][0] < line.points[-1][0]


def test_the_frame_is_as_long_as_the_push_is_early(dated, measure):
    scene = sequence_chart(dated, 800, measure)
    short = frames(scene)[0].width
    earlier = change(dated, "early-push", "starts_on", date(2027, 1, 4)).plan
    assert frames(sequence_chart(earlier, 800, measure))[0].width == pytest.approx(short * 42 / 21, rel=0.02)


def test_a_fix_without_a_date_is_told(plan, measure):
    text = marks(sequence_chart(plan, 800, measure))["early-push"].text
    assert "nobody knows whether “The bill takes twenty minutes” and “Unnamed" in text


def test_a_plan_in_order_uses_no_bad_colour(measure):
    scene = sequence_chart(example_plan(), 800, measure)
    legend = [op for op in scene.ops if getattr(op, "stroke", None) is Role.BAD]
    assert len(legend) == 1
    assert scene.summary.endswith("no push starts before a fix that it waits for.")


def test_pushes_come_in_the_order_of_their_starts(dated):
    starts = [push.starts_on for push in push_sequence(dated)]
    assert starts == sorted(starts)
    assert len(starts) == 2


def test_the_sequence_and_the_rule_find_the_same_pushes_too_early(dated):
    early = {push.tactic for push in push_sequence(dated) if push.late}
    assert early == {tactic.id for tactic in dated.tactics.values() if any(fixes_in_front(dated, tactic))}
    assert early == {"early-push"}


def test_pages_hold_each_push_once(dated, measure):
    plan = dated
    for number in range(40):
        start = date(2027, 1, 4) + timedelta(days=number)
        plan = add(plan, Tactic(id=f"t-{number}", kind=TacticKind.PUBLISH, starts_on=start)).plan
    scenes = [sequence_chart(plan, 500, measure, pushes=each) for each in sequence_pages(plan, 400)]
    assert len(scenes) > 2
    assert all(scene.height <= 400 for scene in scenes)
    shown = [mark.record for scene in scenes for mark in scene.marks if mark.record in plan.tactics]
    assert sorted(shown) == sorted(push.tactic for push in push_sequence(plan))


def test_all_stays_on_the_sheet(dated, measure):
    scene = sequence_chart(dated, 400, measure, today=date(2027, 2, 1))
    for text in scene.texts():
        assert text.x >= 0
        assert text.x + measure(text.text, text.size, text.weight) <= 400.5
    for op in links(scene, Role.BAD):
        assert all(0 <= x <= 400 for x, _ in op.points)


def test_an_empty_plan_has_no_marks(measure):
    scene = sequence_chart(empty_plan(), 400, measure)
    assert scene.marks == ()
    assert sequence_pages(empty_plan(), 400) == (slice(0, 15),)


def test_the_whole_picture_is_told_in_words(dated, measure):
    scene = sequence_chart(dated, 800, measure)
    lines = scene.description.split("\n")
    assert lines[0] == scene.summary
    assert len(lines) == 1 + len(scene.marks)
