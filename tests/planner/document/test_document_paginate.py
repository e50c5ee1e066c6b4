"""Which piece stands on which page."""

from dataclasses import dataclass

import pytest

from planner.document.pages.paginate import Piece, paginate

HEIGHT = 100.0


@dataclass(frozen=True)
class Lines:
    """Something of whole lines, ten points each, that may be broken between them."""

    name: str
    count: int
    breaks: bool = True

    def wrap(self, width, height):
        return width, self.count * 10

    def split(self, width, height):
        fit = int(height // 10)
        if not self.breaks or fit < 1 or fit >= self.count:
            return []
        return [Lines(self.name, fit), Lines(self.name, self.count - fit)]

    def drawOn(self, canvas, x, y):  # noqa: N802 - ReportLab's name
        raise NotImplementedError


def whole(name, count, **more):
    return Piece(Lines(name, count, breaks=False), **more)


def broken(name, count, **more):
    return Piece(Lines(name, count), **{"least": 20, **more})


def pages(*pieces):
    return [[(p.flow.name, p.flow.count) for p in page] for page in paginate(pieces, 50, HEIGHT)]


def test_pieces_stand_one_below_the_other_until_a_page_is_full():
    assert pages(whole("a", 6), whole("b", 4), whole("c", 1)) == [[("a", 6), ("b", 4)], [("c", 1)]]


def test_of_two_distances_the_larger_counts_and_none_at_the_top():
    (page,) = paginate([whole("a", 2, before=30, after=5), whole("b", 2, before=8)], 50, HEIGHT)
    assert [placed.top for placed in page] == [0, 28]


def test_a_long_piece_runs_over_pages_and_loses_nothing():
    assert pages(whole("a", 5), broken("b", 22)) == [[("a", 5), ("b", 5)], [("b", 10)], [("b", 7)]]


def test_a_heading_moves_on_with_the_beginning_of_what_it_heads():
    assert pages(whole("a", 8), whole("head", 1, keep=True), broken("b", 5)) == [
        [("a", 8)],
        [("head", 1), ("b", 5)],
    ]


def test_a_heading_stays_where_the_least_of_what_it_heads_fits():
    assert pages(whole("a", 7), whole("head", 1, keep=True), broken("b", 5)) == [
        [("a", 7), ("head", 1), ("b", 2)],
        [("b", 3)],
    ]


def test_a_group_stands_on_one_page():
    group = [whole("head", 1, keep=True, group=1), broken("b", 5, group=1)]
    assert pages(whole("a", 6), *group) == [[("a", 6)], [("head", 1), ("b", 5)]]


def test_a_heading_above_a_group_moves_on_with_it():
    group = [whole("sub", 1, keep=True, group=1), broken("b", 5, group=1)]
    assert pages(whole("a", 5), whole("head", 1, keep=True), *group) == [
        [("a", 5)],
        [("head", 1), ("sub", 1), ("b", 5)],
    ]


def test_a_group_higher_than_a_page_begins_where_it_stands():
    group = [whole("head", 1, keep=True, group=1), broken("b", 15, group=1)]
    assert pages(whole("a", 5), *group)[0] == [("a", 5), ("head", 1), ("b", 4)]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (7, [[("a", 7)], [("head", 1), ("b", 6)]]),
        (6, [[("a", 6), ("head", 1), ("b", 3)], [("b", 3)]]),
    ],
)
def test_a_loose_group_is_broken_rather_than_leave_much_of_a_page_empty(above, below):
    group = [whole("head", 1, keep=True, group=1, loose=True), broken("b", 6, group=1, loose=True)]
    assert pages(whole("a", above), *group) == below


def test_a_loose_group_whose_beginning_does_not_fit_moves_on():
    group = [whole("head", 1, keep=True, group=1, loose=True), whole("b", 5, group=1, loose=True)]
    assert pages(whole("a", 5), *group) == [[("a", 5)], [("head", 1), ("b", 5)]]


def test_what_floats_waits_until_it_fits_and_does_not_part_a_heading_from_its_text():
    chart = whole("chart", 6, floats=True)
    assert pages(whole("a", 5), chart, whole("head", 1, keep=True), broken("b", 8)) == [
        [("a", 5), ("head", 1), ("b", 4)],
        [("b", 4), ("chart", 6)],
    ]


def test_below_what_floated_to_a_new_page_a_heading_still_needs_room_for_its_text():
    chart = whole("chart", 9, floats=True)
    text = [whole("head", 1, keep=True), whole("b", 3)]
    assert pages(whole("a", 8), chart, *text) == [[("a", 8)], [("chart", 9)], [("head", 1), ("b", 3)]]


def test_what_floats_stands_at_once_where_it_fits():
    assert pages(whole("a", 2), whole("chart", 6, floats=True), whole("b", 2)) == [
        [("a", 2), ("chart", 6), ("b", 2)]
    ]


def test_nothing_floats_past_a_barrier_or_off_the_end():
    chart = whole("chart", 6, floats=True)
    assert pages(whole("a", 5), chart, whole("next", 1, barrier=True)) == [
        [("a", 5)],
        [("chart", 6), ("next", 1)],
    ]
    assert pages(whole("a", 5), chart) == [[("a", 5)], [("chart", 6)]]


def test_a_piece_may_begin_a_page_but_makes_no_blank_one():
    assert pages(whole("a", 1, new_page=True), whole("b", 1, new_page=True)) == [[("a", 1)], [("b", 1)]]


def test_what_can_not_be_broken_and_is_higher_than_a_page_gets_one_of_its_own():
    assert pages(whole("a", 1), whole("b", 12), whole("c", 1)) == [[("a", 1)], [("b", 12)], [("c", 1)]]


def test_what_could_be_broken_but_not_here_moves_on():
    assert pages(whole("a", 7), Piece(Lines("b", 5, breaks=False), least=20)) == [[("a", 7)], [("b", 5)]]


def test_each_piece_is_told_and_telling_may_stop_it():
    told = []
    paginate([whole("a", 1), whole("b", 1)], 50, HEIGHT, told.append)
    assert told == [1, 2]

    def stop(_):
        raise InterruptedError

    with pytest.raises(InterruptedError):
        paginate([whole("a", 1)], 50, HEIGHT, stop)
