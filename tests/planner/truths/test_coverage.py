import pytest

from planner.model.schema import field
from planner.truths import coverage as covering
from planner.truths.catalogue import rules
from planner.truths.coverage import FEATURES, POINTS, citations, coverage
from planner.truths.questions import QUESTIONS
from planner.truths.sources import SOURCES

COVERS = [pytest.param(cover, id=cover.point.key) for cover in coverage()]
PARTS = [pytest.param(point, id=point.key) for point in POINTS if point.is_part]


@pytest.mark.parametrize("cover", COVERS)
def test_each_point_of_the_essays_is_honoured(cover):
    assert cover.truths or cover.features


def test_the_points_are_those_of_every_source_in_their_order():
    assert list(dict.fromkeys(point.source for point in POINTS)) == list(SOURCES)
    keys = [point.key for point in POINTS]
    assert len(set(keys)) == len(keys)


def test_the_sources_are_the_five_essays():
    numbered = [
        f"{letter}{number}"
        for letter, last in (("R", 10), ("S", 10), ("V", 7))
        for number in range(1, last + 1)
    ]
    assert set(SOURCES) == {*numbered, "Q", "B", "SL", "SO", "V0"}


def test_each_cited_key_is_a_source():
    assert set(citations()) <= set(SOURCES)


@pytest.mark.parametrize("point", PARTS)
def test_a_part_names_only_what_cites_its_source(point):
    assert set(point.truths) <= set(citations()[point.source])


def test_whatever_cites_a_source_in_parts_honours_one_of_them():
    for source in {point.source for point in POINTS if point.is_part}:
        named = {name for point in POINTS if point.source == source for name in point.truths}
        assert named == set(citations()[source])


def test_only_a_part_names_what_honours_it():
    assert not [point.key for point in POINTS if point.truths and not point.is_part]


@pytest.mark.parametrize("cover", COVERS)
def test_each_point_has_a_place_in_the_plan(cover):
    assert cover.features


def test_features_are_of_points_that_are_there_and_none_stands_twice():
    assert {feature.point for feature in FEATURES} <= {point.key for point in POINTS}
    places = [(feature.point, feature.kind, feature.field) for feature in FEATURES]
    assert len(set(places)) == len(places)


def test_rules_and_questions_of_a_point_are_told_apart():
    cover = next(cover for cover in coverage() if cover.point.key == "B.service")
    assert (cover.rules, cover.questions) == (("promise.uneven",), ("ask.as-good-as-elsewhere",))


@pytest.mark.parametrize("feature", FEATURES, ids=lambda feature: f"{feature.kind}.{feature.field}")
def test_a_feature_is_carried_by_a_field_that_is_there(feature):
    assert field(feature.kind, feature.field).title


def test_the_rule_on_unanswered_questions_honours_nothing_by_itself(monkeypatch):
    assert "ask.unanswered" not in {name for names in citations().values() for name in names}
    gone = tuple(question for question in QUESTIONS if question.id != "ask.heard-last-quarter")
    monkeypatch.setattr(covering, "QUESTIONS", gone)
    assert "ask.heard-last-quarter" not in citations()["S9"]


def test_a_point_that_nothing_honours_is_seen(monkeypatch):
    kept = {name: pair for name, pair in rules().items() if name != "ideas.one-origin"}
    monkeypatch.setattr(covering, "rules", lambda: kept)
    monkeypatch.setattr(covering, "FEATURES", tuple(each for each in FEATURES if each.point != "V1"))
    assert [cover.point.key for cover in coverage() if not (cover.truths or cover.features)] == ["V1"]
