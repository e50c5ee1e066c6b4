"""The ladder for a room: what each rung is measured by is read as well, as far as there is room."""

import pytest

from planner.charts.ladder_boxes import figures
from planner.charts.room_ladder import room_ladders
from planner.charts.scene import Weight
from planner.samples import load_sample

SIZE = 24.0


def measure(text, size, _weight=Weight.REGULAR):
    return 0.56 * size * len(text)


def told(page):
    return {text.text: text for text in page.texts()}


def measured(plan, page):
    """Return the entries on a page with their figures."""
    named = told(page)
    records = [*plan.objectives.values(), *plan.metrics.values()]
    return [(named[record.name], figures(record)) for record in records if record.name in named]


@pytest.mark.parametrize("sample", ["pizzeria", "cable"])
def test_where_the_page_has_room_figures_stand_below_their_entries(sample):
    plan = load_sample(sample)
    for page in room_ladders(plan, (500.0, 900.0), lambda text, size, _weight: size * len(text) / 4, 20.0):
        for entry, figure in measured(plan, page):
            below = told(page)[figure]
            assert (below.x, below.y > entry.y) == (entry.x, True)
        assert page.height <= 900


def test_where_it_is_low_they_stand_behind_them():
    plan = load_sample("pizzeria")
    full, *_ = room_ladders(plan, (1184.0, 260.0), measure, SIZE)
    seen = [(entry, told(full)[figure]) for entry, figure in measured(plan, full) if figure in told(full)]
    assert seen
    assert all((text.y, text.x > entry.x) == (entry.y, True) for entry, text in seen)
