"""Templates hold no names, dates and answers, and start a plan that can be worked on."""

from datetime import date, datetime

import pytest

from planner.editing.verbs import change
from planner.errors import PlanError
from planner.model.schema import fields
from planner.samples import load_sample, sample_names
from planner.templates import as_template, load_template, save_template, template_folder, templates
from planner.truths.engine import check_plan

SHIPPED = [info.key for info in templates()]
TODAY = date(2027, 1, 4)


@pytest.fixture
def own_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    return tmp_path


def days_in(plan):
    return [
        value
        for kind, record in plan.everything()
        for spec in fields(kind.key)
        if isinstance(value := getattr(record, spec.name), date | datetime)
    ]


@pytest.mark.parametrize("key", SHIPPED)
def test_a_template_that_ships_is_a_shape_without_days_and_answers(key):
    plan = load_template(key)
    assert not days_in(plan)
    assert not plan.answers
    assert plan.objectives
    assert plan.channels
    assert plan.reviews
    assert plan.plan_id != load_template(key).plan_id


@pytest.mark.parametrize("key", SHIPPED)
def test_each_tactic_of_a_template_climbs_to_an_objective(key):
    plan = load_template(key)
    for tactic in plan.tactics.values():
        rung = tactic.metrics[0]
        for _ in range(6):
            rung = plan.metrics[rung].feeds if rung in plan.metrics else rung
        assert rung in plan.objectives


@pytest.mark.parametrize("key", SHIPPED)
def test_a_template_asks_its_questions(key):
    assert check_plan(load_template(key), TODAY).standing


@pytest.mark.parametrize("sample", [info.name for info in sample_names()])
def test_an_own_template_keeps_neither_names_nor_days(sample):
    plan = load_sample(sample)
    made = as_template(plan, "Ours")
    assert days_in(plan)
    assert not days_in(made)
    assert not (made.answers)
    assert not (made.approvers)
    assert not (made.readings)
    assert list(made.tactics) == list(plan.tactics)
    assert len({person.name for person in made.people.values()}) == len(plan.people)
    assert not {p.name for p in plan.people.values()} & {p.name for p in made.people.values()}
    assert made.the_brief.title == "Ours"


def test_a_name_in_a_text_becomes_the_role():
    plan = load_sample("charity")
    person = next(iter(plan.people.values()))
    tactic = next(iter(plan.tactics.values()))
    told = change(plan, tactic.id, "stop", f"Ask {person.name}, not {person.name}ish.").plan
    role = as_template(told, "Ours").people[person.id].name
    assert as_template(told, "Ours").tactics[tactic.id].stop == f"Ask {role}, not {person.name}ish."


def test_an_own_template_is_offered_and_starts_a_plan(own_folder):
    path = save_template(load_sample("charity"), "Our/way")
    assert path == template_folder() / "Our way.json"
    info = templates()[-1]
    assert (info.title, info.path) == ("Our way", path)
    assert load_template(info.key).the_brief.title == "Our/way"


def test_a_template_without_a_name_or_a_file_is_refused(own_folder):
    with pytest.raises(PlanError, match="needs a name"):
        save_template(load_sample("charity"), " / ")
    with pytest.raises(PlanError, match="no longer there"):
        load_template("gone")
