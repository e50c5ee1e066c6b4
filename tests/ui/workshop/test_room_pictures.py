"""The pictures of a plan for the room: on each page as large as it can be."""

from datetime import date

from planner.charts.scene import Weight
from planner.samples import load_sample
from ui.workshop.room.ink import LEAST
from ui.workshop.room.pictures import picture_pages

HEIGHT = 720
ROOM = (1184.0, 470.0)


def measure(text, size, _weight=Weight.REGULAR):
    return 0.56 * size * len(text)


def test_a_ladder_with_few_rungs_has_larger_letters_than_one_that_is_full():
    pages = picture_pages("ladder", load_sample("pizzeria"), ROOM, measure, HEIGHT, date(2027, 1, 4))
    sizes = [{text.size for text in page.texts()} for page in pages]
    assert all(len(size) == 1 for size in sizes)
    (full,), *_, (few,) = sizes
    assert HEIGHT / LEAST < full < few
    assert all(page.height <= ROOM[1] for page in pages)
