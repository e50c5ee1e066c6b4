"""The board shows each objective with what leads to it, and every gap."""

import pytest

from planner.analysis.board import BoardFilter, board_bands, filtered, objective_above
from planner.charts.board import OUTSIDE, board
from planner.charts.scene import Dash, Rect, Role
from planner.editing import verbs
from planner.model.kinds import Step
from planner.samples import load_sample
from planner.truths.engine import check_plan
from planner.truths.example_plan import EXAMPLE_DAY, example_plan


def half(text, size, _weight):
    return len(text) * size / 2


def drawn(plan, **more):
    return board(plan, 900, half, **more)


def written(scene):
    return [text.text for text in scene.texts()]


def changed(plan, *changes):
    for record, name, value in changes:
        plan = verbs.change(plan, record, name, value).plan
    return plan


@pytest.fixture
def plan():
    return example_plan()


@pytest.fixture
def tactic(plan):
    return next(iter(plan.tactics.values()))


@pytest.fixture
def objective(plan):
    return next(iter(plan.objectives.values()))


def gaps_of(plan, record):
    bands = board_bands(plan)
    return {
        gap for band in bands for e in (*band.tactics, *band.metrics) if e.record == record for gap in e.gaps
    }


def test_a_whole_plan_has_no_gap(plan):
    assert [band.gap_count for band in board_bands(plan)] == [0] * len(plan.objectives)
    assert "nothing is missing" in drawn(plan).summary


@pytest.mark.parametrize(
    ("name", "empty", "word"),
    [
        ("accountable", None, "no owner"),
        ("metrics", (), "no metric"),
        ("objectives", (), "no objective"),
    ],
)
def test_what_a_tactic_lacks_is_written_on_its_card_behind_a_cross(plan, tactic, name, empty, word):
    plan = changed(plan, (tactic.id, name, empty))
    scene = drawn(plan)
    assert gaps_of(plan, tactic.id) == {word}
    assert any(word in text for text in written(scene))
    mark = next(mark for mark in scene.marks if mark.record == tactic.id)
    assert f"Missing: {word}" in mark.text
    frames = [op for op in scene.ops if isinstance(op, Rect) and op.stroke is Role.BAD]
    assert any((op.x, op.y) == (mark.x, mark.y) for op in frames)
    assert "1 gap" in scene.summary


def test_an_objective_without_tactics_or_metrics_has_broken_frames_in_their_place(plan):
    plan = verbs.remove(plan, [*plan.tactics, *plan.metrics]).plan
    scene = drawn(plan)
    frames = [op for op in scene.ops if isinstance(op, Rect) and op.dash is Dash.DASHED]
    assert len(frames) == 2 * len(plan.objectives)
    assert {"no tactic", "no metric"} <= set(written(scene))
    assert {"no tactic", "no metric"} <= set(written(drawn(plan, folded=set(plan.objectives))))


def test_a_metric_that_feeds_nothing_stands_outside_with_what_feeds_it(plan):
    top = next(m for m in plan.metrics.values() if m.feeds in plan.objectives)
    below = [m.id for m in plan.metrics.values() if m.feeds == top.id]
    plan = changed(plan, (top.id, "feeds", None))
    loose = board_bands(plan)[-1]
    assert loose.objective == ""
    assert {top.id, *below} <= {entry.record for entry in loose.metrics}
    assert gaps_of(plan, top.id) == {"feeds nothing"}
    assert any(mark.record == OUTSIDE for mark in drawn(plan).marks)


def test_a_circle_of_metrics_leads_to_no_objective(plan):
    first = next(m for m in plan.metrics.values() if m.feeds in plan.metrics)
    plan = changed(plan, (first.feeds, "feeds", first.id))
    assert objective_above(plan, first.id) == ""


def test_a_folded_band_tells_numbers_and_gaps_only(plan, objective, tactic):
    plan = changed(plan, (tactic.id, "accountable", None))
    whole, folded = drawn(plan), drawn(plan, folded=set(plan.objectives))
    assert folded.height < whole.height
    assert not any(mark.record == tactic.id for mark in folded.marks)
    assert any(text.endswith("with a gap") for text in written(folded))
    assert any(line.endswith(" with a gap") for line in folded.lines)
    assert len(folded.lines) < len(whole.lines)


def test_each_band_can_be_folded_by_a_mark_of_its_own(plan):
    folding = [mark.record for mark in drawn(plan).marks if mark.folds]
    assert folding == list(plan.objectives)


def test_findings_are_told_by_shape_and_word(plan):
    plan = load_sample("what-not-to-do")
    found = {}
    for finding in check_plan(plan, EXAMPLE_DAY).standing:
        found.setdefault(finding.subject, []).append(finding)
    plain, marked = drawn(plan), drawn(plan, findings=found)
    assert any(text.endswith((" stop", " stops")) for text in written(marked))
    assert not any(text.endswith((" stop", " stops")) for text in written(plain))
    assert len(marked.ops) > len(plain.ops)


def test_a_filter_by_person_shows_what_is_theirs(plan):
    person = next(t.accountable for t in plan.tactics.values() if t.accountable)
    bands = filtered(plan, board_bands(plan), BoardFilter(person=person))
    shown = {entry.record for band in bands for entry in band.tactics}
    theirs = {t.id for t in plan.tactics.values() if person in {t.accountable, *t.responsible}}
    assert shown == theirs
    assert {e.record for band in bands for e in band.metrics} == {
        m.id for m in plan.metrics.values() if m.owner == person
    }


def test_a_filter_by_channel_shows_its_tactics_and_what_they_feed(plan, tactic):
    bands = filtered(plan, board_bands(plan), BoardFilter(channel=tactic.channel))
    assert {e.record for band in bands for e in band.tactics} == {
        t.id for t in plan.tactics.values() if t.channel == tactic.channel
    }
    assert set(tactic.metrics) <= {e.record for band in bands for e in band.metrics}


@pytest.mark.parametrize("step", [Step.OBJECTIVES, Step.TACTICS, Step.METRICS])
def test_a_filter_by_step_shows_its_entries_only(plan, step):
    bands = filtered(plan, board_bands(plan), BoardFilter(step=step))
    assert any(band.tactics for band in bands) == (step is Step.TACTICS)
    assert any(band.metrics for band in bands) == (step is Step.METRICS)
    assert bands


def test_a_filter_makes_no_gap_of_what_it_hides(plan):
    scene = drawn(plan, wanted=BoardFilter(step=Step.OBJECTIVES))
    assert not any(word in written(scene) for word in ("no tactic", "no metric"))


def test_only_gaps_shows_nothing_of_a_whole_plan_and_the_gap_of_another(plan, tactic):
    wanted = BoardFilter(only_gaps=True)
    assert filtered(plan, board_bands(plan), wanted) == ()
    plan = changed(plan, (tactic.id, "accountable", None))
    bands = filtered(plan, board_bands(plan), wanted)
    assert {e.record for band in bands for e in band.tactics} == {tactic.id}


def test_a_tactic_for_two_objectives_stands_in_both_bands():
    plan = load_sample("pizzeria")
    shared = next((t for t in plan.tactics.values() if len(t.objectives) > 1), None)
    assert shared is not None
    assert sum(entry.record == shared.id for band in board_bands(plan) for entry in band.tactics) == len(
        shared.objectives
    )
