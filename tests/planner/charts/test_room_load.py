"""The load for a room: many people on a page, in letters that the last row reads, and what is too much."""

from itertools import pairwise

import pytest

from planner.charts.lettering import ELLIPSIS
from planner.charts.room_load import room_loads
from planner.charts.scene import Anchor, Role, Weight
from planner.editing.verbs import add
from planner.model.plan import empty_plan
from planner.model.records_purpose import Person
from planner.samples import load_sample

SIZE = 27.0
ROOM = (1184.0, 470.0)


def measure(text, size, _weight=Weight.REGULAR):
    return 0.56 * size * len(text)


def pages_of(sample, size=SIZE):
    return room_loads(load_sample(sample), ROOM, measure, size)


@pytest.mark.parametrize(("sample", "count"), [("pizzeria", 2), ("cable", 3), ("what-not-to-do", 1)])
def test_six_people_and_more_have_room_on_a_page_of_a_small_projector(sample, count):
    pages = pages_of(sample)
    assert len(pages) == count
    assert all(page.height <= ROOM[1] for page in pages)
    texts = [text for page in pages for text in page.texts()]
    assert {text.size for text in texts} == {SIZE}
    people = {person.name for person in load_sample(sample).people.values()}
    shown = {text.text.removesuffix(ELLIPSIS) for text in texts}
    assert all(any(name.startswith(text) for text in shown) for name in people)


def test_more_than_there_is_has_a_sign_a_colour_and_a_heavier_weight():
    told = [text for page in pages_of("cable") for text in page.texts() if text.anchor is Anchor.END]
    over = [text for text in told if text.role is Role.BAD]
    assert [text.text for text in over] == ["! 15 of 14 h"]
    assert over[0].weight is Weight.SEMIBOLD
    assert all(not text.text.startswith("!") for text in told if text not in over)


def test_named_months_are_always_the_same_number_apart():
    (months,) = {
        tuple(text.x for text in page.texts() if text.role is Role.MUTED and text.y == SIZE)
        for page in pages_of("pizzeria")
    }
    gaps = [after - before for before, after in pairwise(months)]
    assert len(months) > 2
    assert gaps == pytest.approx([gaps[0]] * len(gaps))


def test_without_people_there_is_no_page_and_without_days_no_month():
    assert room_loads(empty_plan("Nobody yet"), ROOM, measure, SIZE) == ()
    alone = add(empty_plan("No days"), Person(id="ana", name="Ana")).plan
    (page,) = room_loads(alone, ROOM, measure, SIZE)
    assert [text.text for text in page.texts()][:2] == ["Ana", "no load"]
