"""House truths on the command line, end to end on real files."""

import json

import msgspec
import pytest

from planner.cli import main
from planner.model.records_house import HouseTruth
from planner.model.vocabulary import TruthSort, Weight
from planner.store.workspace import load_plan, save_new
from planner.truths.example_edits import example_with
from planner.truths.example_plan import example_plan

DAY = ["--today", "2027-01-04"]
LONG = HouseTruth(
    id="long", name="Short weeks", conditions="entry.hours > 1", level=Weight.STOP, citation="House book"
)
ASKED = HouseTruth(id="asked", name="Why us?", sort=TruthSort.QUESTION)


def call(*words) -> int:
    return main([str(word) for word in words], lambda _path: pytest.fail("the window was opened"))


@pytest.fixture
def plan(tmp_path):
    path = tmp_path / "house.tcplan"
    save_new(path, example_with(LONG, ASKED))
    return path


@pytest.fixture
def bare(tmp_path):
    path = tmp_path / "bare.tcplan"
    save_new(path, example_plan())
    return path


def test_check_tells_them_beside_the_others_and_a_stop_of_the_house_stops(plan, capsys):
    assert call("check", plan, "--json", *DAY) == 1
    told = json.loads(capsys.readouterr().out)
    house = [finding for finding in told["findings"] if finding["rule"] == "house.long"]
    assert not told["can_sign"]
    assert {finding["level"] for finding in house} == {"stop"}
    assert {finding["subject"]["kind"] for finding in house} == {"tactics"}
    assert {finding["citation"] for finding in house} == {"House book"}
    asked = [finding for finding in told["findings"] if finding["rule"] == "ask.unanswered"]
    assert [finding["subject"]["id"] for finding in asked] == ["house.asked"]


def test_a_plan_with_a_stop_of_the_house_cant_be_signed(plan, capsys):
    owner = load_plan(plan)
    name = owner.name_of(owner.the_brief.sponsor)
    assert call("sign", plan, "--role", "sponsor", "--name", name, *DAY) == 2
    assert "stop" in capsys.readouterr().err


def test_truths_lists_those_of_a_plan(plan, capsys):
    assert call("truths", "--plan", plan) == 0
    text = capsys.readouterr().out
    assert "house.long" in text
    assert "house.asked" in text
    assert call("truths", "house.long", "--plan", plan) == 0
    assert "Source House book." in capsys.readouterr().out
    assert call("truths", "house.asked", "--plan", plan) == 0
    assert "Why us?" in capsys.readouterr().out
    assert call("truths", "--manual", "--plan", plan) == 0
    assert "## House truths" in capsys.readouterr().out


def test_truths_as_json_have_those_of_a_plan(plan, capsys):
    assert call("truths", "--json", "--plan", plan) == 0
    assert '"house.long"' in capsys.readouterr().out
    assert call("truths", "--json") == 0
    assert "house." not in capsys.readouterr().out


def test_one_of_the_house_is_not_known_without_its_plan(plan, capsys):
    assert call("truths", "house.long") == 2
    assert "--plan PLAN" in capsys.readouterr().err
    assert call("truths", "house.long", "--plan", plan) == 0


def test_a_set_goes_from_plan_to_plan(plan, bare, tmp_path, capsys):
    out = tmp_path / "set.json"
    assert call("truths", "--plan", plan, "--export", out) == 0
    assert "2 house truths" in capsys.readouterr().out
    assert call("truths", "--plan", bare, "--import", out) == 0
    assert capsys.readouterr().out == "Added: Short weeks\nAdded: Why us?\n"
    assert load_plan(bare).house_truths == load_plan(plan).house_truths
    assert call("truths", "--plan", bare, "--import", out) == 2
    assert "already" in capsys.readouterr().err


@pytest.mark.parametrize(("more", "names"), [([], ["Other"]), (["--keep-both"], ["Old", "Other (taken in)"])])
def test_the_same_id_is_replaced_or_kept_beside(tmp_path, capsys, more, names):
    target, source = tmp_path / "target.json", tmp_path / "source.json"
    save_new(target, example_with(msgspec.structs.replace(LONG, name="Old")))
    save_new(source, example_with(msgspec.structs.replace(LONG, name="Other")))
    assert call("truths", "--plan", source, "--export", tmp_path / "set.json") == 0
    assert call("truths", "--plan", target, "--import", tmp_path / "set.json", *more) == 0
    assert ("Replaced: Other" in capsys.readouterr().out) is not bool(more)
    assert [truth.name for truth in load_plan(target).house_truths.values()] == names


def test_a_bad_set_is_told_and_the_plan_stays_as_it_was(plan, tmp_path, capsys):
    before = load_plan(plan)
    bad = tmp_path / "bad.json"
    for text in ("{", '{"format": "truecourse-house-truths", "version": 1, "truths": [{"id": "A!"}]}'):
        bad.write_text(text, encoding="utf-8")
        assert call("truths", "--plan", plan, "--import", bad) == 2
        assert capsys.readouterr().err.startswith("truecourse: ")
    assert load_plan(plan) == before


def test_a_plan_without_house_truths_has_nothing_to_export(bare, tmp_path, capsys):
    assert call("truths", "--plan", bare, "--export", tmp_path / "set.json") == 2
    assert "no house truths" in capsys.readouterr().err
    assert not (tmp_path / "set.json").exists()


def test_a_set_needs_a_plan(tmp_path, capsys):
    assert call("truths", "--export", tmp_path / "set.json") == 2
    assert "--plan PLAN" in capsys.readouterr().err
