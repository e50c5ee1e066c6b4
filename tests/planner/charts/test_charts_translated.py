"""In a language that is none of their own, charts write and say no word that was not translated."""

from datetime import date

import pytest
from foreign import foreign
from pseudo_language import ACCENTED, forgotten

from planner.analysis.surge import simulate, surge_setup
from planner.charts.export import CHARTS, WIDTH
from planner.charts.pdf import paper_measure
from planner.charts.spoken import spoken
from planner.charts.surge import surge_chart
from planner.charts.timeline_poster import timeline_poster
from planner.samples import load_sample, sample_names

DAY = date(2027, 1, 4)


def words_of(scene):
    marks = (mark.text for mark in scene.marks)
    return " ".join((*(text.text for text in scene.texts()), *marks, spoken(scene), scene.description))


@pytest.fixture(params=[info.name for info in sample_names()])
def plan(request):
    return foreign(load_sample(request.param))


@pytest.mark.parametrize("key", CHARTS)
def test_a_chart_is_translated(speaking, plan, key):
    speaking(ACCENTED)
    assert forgotten(words_of(CHARTS[key].draw(plan, WIDTH, DAY))) == []


def test_a_poster_s_timeline_is_translated(speaking, plan):
    speaking(ACCENTED)
    assert forgotten(words_of(timeline_poster(plan, 700, 200, paper_measure, smallest=8, today=DAY))) == []


def test_a_rush_is_translated(speaking):
    plan = foreign(load_sample("cable"))
    setups = filter(None, (surge_setup(plan, channel) for channel in plan.channels.values()))
    courses = [simulate(setup, 8, 5) for setup in setups]
    speaking(ACCENTED)
    assert courses
    for course in courses:
        assert forgotten(words_of(surge_chart(plan, course, 500, paper_measure))) == []


@pytest.mark.parametrize("key", ["load", "ladder", "promises"])
def test_what_a_legend_or_row_of_words_says_is_not_cut_off(speaking, plan, key):
    speaking(ACCENTED)
    scene = CHARTS[key].draw(plan, 476, DAY)
    names = {record.name for kind in (plan.people, plan.channels) for record in kind.values()}
    cut = [text.text for text in scene.texts() if text.text.endswith("…")]
    assert [text for text in cut if key != "ladder" and not any(n.startswith(text[:-1]) for n in names)] == []
    assert all(text.x + paper_measure(text.text, text.size, text.weight) <= 476.5 for text in scene.texts())


def test_english_words_are_seen(plan):
    assert forgotten(words_of(CHARTS["timeline"].draw(plan, WIDTH, DAY)))
