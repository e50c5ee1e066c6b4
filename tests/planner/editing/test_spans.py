"""Moving and stretching the days of an entry."""

from datetime import date

import pytest

from planner.editing.spans import Grip, Span, reschedule, shifted, span_of, with_span
from planner.truths.example_plan import example_plan

SPAN = Span(date(2027, 3, 1), date(2027, 3, 31))


@pytest.mark.parametrize(
    ("grip", "days", "wanted"),
    [
        (Grip.WHOLE, 7, Span(date(2027, 3, 8), date(2027, 4, 7))),
        (Grip.WHOLE, -1, Span(date(2027, 2, 28), date(2027, 3, 30))),
        (Grip.FIRST, 5, Span(date(2027, 3, 6), date(2027, 3, 31))),
        (Grip.LAST, -5, Span(date(2027, 3, 1), date(2027, 3, 26))),
        (Grip.FIRST, 90, Span(date(2027, 3, 31), date(2027, 3, 31))),
        (Grip.LAST, -90, Span(date(2027, 3, 1), date(2027, 3, 1))),
    ],
)
def test_an_end_moves_and_never_passes_the_other(grip, days, wanted):
    assert shifted(SPAN, grip, days) == wanted


def test_a_day_that_is_not_named_stays_so_until_it_is_gripped():
    open_end = Span(date(2027, 3, 1), None)
    assert shifted(open_end, Grip.WHOLE, 1) == Span(date(2027, 3, 2), None)
    assert shifted(open_end, Grip.LAST, 3) == Span(date(2027, 3, 1), date(2027, 3, 4))


def test_no_move_leaves_the_calendar():
    assert shifted(SPAN, Grip.WHOLE, 10**9).last == date.max
    assert shifted(SPAN, Grip.FIRST, -(10**9)).first == date.min


def test_moving_is_one_edit_with_a_label_that_says_what():
    plan = example_plan()
    tactic = plan.tactics["weekday-letter"]
    moved = reschedule(plan, tactic.id, shifted(span_of(tactic), Grip.WHOLE, 7))
    assert moved.label == f"Move “{tactic.name}”"
    stretched = reschedule(plan, tactic.id, shifted(span_of(tactic), Grip.LAST, 7))
    assert stretched.label.startswith("Change end of")
    assert span_of(stretched.plan.tactics[tactic.id]).first == tactic.starts_on


def test_a_look_at_other_days_leaves_the_plan_as_it_is():
    plan = example_plan()
    tactic = plan.tactics["weekday-letter"]
    seen = with_span(plan, tactic.id, SPAN)
    assert span_of(seen.tactics[tactic.id]) == SPAN
    assert plan.tactics["weekday-letter"] == tactic


def test_what_has_no_days_has_no_span():
    plan = example_plan()
    assert span_of(next(iter(plan.objectives.values()))) is None
    assert span_of(None) is None
