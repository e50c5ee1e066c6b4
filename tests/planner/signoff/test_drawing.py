"""A drawn signature as text and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.model.checked import checked_value
from planner.model.schema import field
from planner.signoff.drawing import HEIGHT, WIDTH, drawing_text, strokes_of

POINTS = st.tuples(st.integers(0, WIDTH * 10), st.integers(0, HEIGHT * 10)).map(
    lambda point: (point[0] / 10, point[1] / 10)
)


@given(st.lists(st.lists(POINTS, min_size=1, max_size=8), max_size=6))
def test_strokes_come_back_as_they_were_drawn(strokes):
    text = drawing_text(strokes)
    assert strokes_of(text) == strokes
    assert checked_value(field("approvals", "drawing"), text) == text


def test_what_lies_outside_the_field_is_moved_to_its_edge():
    assert strokes_of(drawing_text([[(-5, 500), (2000, 10)]])) == [[(0, HEIGHT), (WIDTH, 10)]]


def test_an_endless_drawing_is_cut_and_still_fits_its_field():
    text = drawing_text([[(n % 1000 + 0.5, n % 400 + 0.5) for n in range(50_000)]] * 3)
    assert checked_value(field("approvals", "drawing"), text) == text


@pytest.mark.parametrize("text", ["", ";", " ; ;", "x,y", "1", "1,2,3", "nan,1", "1e999,2", "-1,5", "1,9999"])
def test_what_is_no_point_is_left_out(text):
    assert strokes_of(text) == []
