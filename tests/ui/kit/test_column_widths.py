import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.kit.column_widths import ColumnNeed, shared_widths

NEEDS = st.lists(
    st.tuples(st.integers(20, 400), st.integers(20, 400)).map(lambda two: ColumnNeed(max(two), min(two))),
    min_size=1,
    max_size=12,
)


@given(NEEDS, st.integers(0, 2000))
def test_no_column_is_cut_at_the_edge_and_none_is_below_its_least(needs, room):
    widths = shared_widths(needs, room)
    ends = [sum(widths[: at + 1]) for at in range(len(widths))]
    assert all(width >= need.least for width, need in zip(widths, needs, strict=True))
    last_seen = max((end for end in ends if end <= room), default=ends[0])
    # A pixel each may be lost in the halving: the first column has what is left over.
    assert last_seen == max(room, needs[0].least)


@given(NEEDS, st.integers(0, 2000))
def test_a_column_is_cut_only_for_those_that_are_wider(needs, room):
    widths = shared_widths(needs, room)
    seen = [at for at in range(len(widths)) if sum(widths[: at + 1]) <= room]
    for at in seen[1:]:
        if widths[at] < needs[at].natural:
            assert all(widths[other] <= max(widths[at] + 1, needs[other].least) for other in seen[1:])


@pytest.mark.parametrize(
    ("room", "widths"),
    [
        (1000, [500, 200, 300]),
        (600, [200, 200, 200]),
        (500, [180, 160, 160]),
        (450, [250, 200, 300]),
        (100, [180, 200, 300]),
    ],
)
def test_words_give_way_until_a_column_has_to_be_scrolled_to(room, widths):
    needs = [ColumnNeed(200, 180), ColumnNeed(200, 128), ColumnNeed(300, 150)]
    assert shared_widths(needs, room) == widths
