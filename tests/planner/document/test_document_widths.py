"""Columns share the width of a table."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.document.pages.widths import Wish, settled, share_out

WISHES = st.builds(
    lambda natural, part, whole, names: Wish(natural, natural * part, whole, names),
    st.floats(1, 5_000),
    st.floats(0, 1),
    st.booleans(),
    st.booleans(),
)


@given(st.lists(WISHES, min_size=1, max_size=12), st.floats(60, 600))
def test_columns_fill_the_width_and_none_is_without_any(wishes, room):
    widths = share_out(wishes, room)
    assert sum(widths) == pytest.approx(room)
    assert all(width > 0 for width in widths)


def test_short_columns_get_all_that_they_wish_before_long_texts_do():
    short, long = share_out([Wish(60, 30), Wish(900, 40)], 400)
    assert (short, long) == (60, 340)


def test_columns_that_stay_whole_get_what_they_need():
    assert share_out([Wish(900, 40), Wish(70, 70, whole=True), Wish(800, 40)], 400)[1] == 70


def test_a_column_of_names_gets_a_good_part_beside_two_long_ones():
    names, *others = share_out([Wish(200, 30, names=True), Wish(250, 20), Wish(250, 20), Wish(250, 20)], 400)
    assert names >= 0.34 * 400
    assert others == pytest.approx([others[0]] * 3)


def test_too_many_columns_are_all_shrunk_alike():
    assert share_out([Wish(100, 100, whole=True)] * 8, 400) == pytest.approx([50] * 8)


def test_spare_width_goes_to_columns_of_text():
    text, number = share_out([Wish(80, 40), Wish(30, 30, whole=True)], 400)
    assert (text, number) == (370, 30)


@given(st.lists(st.tuples(st.floats(20, 80), st.floats(0, 400)), min_size=1, max_size=8))
def test_no_column_is_narrower_than_its_longest_word_where_all_of_them_have_room(columns):
    wishes = [Wish(word + rest, word) for word, rest in columns]
    room = sum(max(wish.least, 22.0) for wish in wishes) + 1
    shares = share_out(wishes, room)
    assert all(share >= wish.least - 1e-6 for share, wish in zip(shares, wishes, strict=True))


def test_days_are_broken_between_words_before_words_are_broken_anywhere():
    day, status, name = Wish(50, 20, whole=True), Wish(60, 50, whole=True), Wish(200, 60, names=True)
    shares = share_out(settled([name, day, day, status], 160), 160)
    assert all(share >= wish.least for share, wish in zip(shares, (name, day, day, status), strict=True))


def test_the_widest_cells_are_broken_first_where_not_all_can_stay_whole():
    name, short, long = Wish(200, 60, names=True), Wish(30, 20, whole=True), Wish(150, 50, whole=True)
    assert [wish.whole for wish in settled([name, short, long], 220)] == [False, True, False]
    assert settled([name, short, long], 400) == [name, short, long]
