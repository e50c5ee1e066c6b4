"""`truecourse workshop agenda`: shows the agenda, or makes one from a template."""

import json
import sqlite3
from contextlib import closing
from datetime import date

import pytest

from planner.cli import main
from planner.editing import verbs
from planner.model.plan import empty_plan
from planner.samples import load_sample
from planner.store.plan_file import PlanFile
from planner.store.workspace import edit_plan, load_plan


def call(*words) -> int:
    return main([str(word) for word in words], lambda _path: 9)


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "plan.tcplan"
    PlanFile.create(path, load_sample("cable")).close()
    return path


def test_an_agenda_is_made_from_a_template_as_one_undoable_step(path, capsys):
    assert call("workshop", "agenda", path, "--template", "ogsm") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("09:00 to 09:20  Objective (20 minutes): One sentence")
    assert lines[-1] == "180 minutes in all, until 12:00."
    with PlanFile.open(path) as file:
        assert [block.minutes for block in file.plan.agenda_blocks.values()] == [20, 25, 35, 45, 35, 20]
        assert file.history.undo_label == "Make the agenda “One page in 180 minutes”"


def test_showing_changes_nothing(path, capsys):
    call("workshop", "agenda", path, "--template", "remote")
    before, shown = path.read_bytes(), capsys.readouterr().out
    assert call("workshop", "agenda", path) == 0
    assert capsys.readouterr().out == shown
    assert path.read_bytes() == before


def test_scripts_get_json(path, capsys):
    call("workshop", "agenda", path, "--template", "half-day", "--json")
    found = json.loads(capsys.readouterr().out)
    assert found["minutes"] == sum(block["minutes"] for block in found["blocks"]) == 240
    assert (found["blocks"][0]["begins"], found["blocks"][-1]["ends"]) == ("09:00", "13:00")
    assert {block["id"] for block in found["blocks"]} == set(load_plan(path).agenda_blocks)


def test_what_does_not_fit_the_day_is_told(path, capsys):
    edit_plan(path, lambda plan: verbs.change(plan, "workshop", "until", "16:30"))
    assert call("workshop", "agenda", path, "--template", "day") == 0
    assert "480 minutes in all, 30 minutes too long: 2 blocks end" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "no agenda"),
        (("--template", "week"), "There is no agenda called “week”"),
        (("out.pdf", "--json"), "go without OUT"),
        (("out.pdf", "--on", "2027-03-04"), "go without OUT"),
        (("--on", "2027-03-04"), "no agenda"),
        (("--template", "day", "--on", "4 March"), "“4 March” is not a day.\n  Write it as 2027-05-03."),
        (("--template", "day", "--on", "0207-03-04"), "Day: "),
        (("--template", "day", "--start", "early"), "“early” is not a time of day.\n  Write it as 9:00"),
        (("--template", "day", "--until", "24:00"), "“24:00” is not a time of day."),
        (("--template", "day", "--place", "x" * 5000), "Place: this text is too long"),
    ],
)
def test_what_can_not_be_done_is_told_in_plain_words(path, capsys, words, told):
    before = path.read_bytes()
    assert call("workshop", "agenda", path, *words) == 2
    assert told in capsys.readouterr().err
    assert path.read_bytes() == before


WHEN_AND_WHERE = ("--on", "2027-03-04", "--start", "08:30", "--until", "12:00", "--place", "Room 3")


def test_template_day_times_and_place_are_one_step(path, capsys):
    before = load_plan(path)
    assert call("workshop", "agenda", path, "--template", "ogsm", *WHEN_AND_WHERE) == 0
    assert capsys.readouterr().out.startswith("08:30 to 08:50  Objective")
    with PlanFile.open(path) as file:
        held = file.plan.the_workshop
        assert (held.on, held.start, held.until) == (date(2027, 3, 4), "08:30", "12:00")
        assert held.place == "Room 3"
        assert file.history.undo_label == "Make the agenda “One page in 180 minutes”"
        undone, _ = file.history.undo(file.plan)
        assert undone == before


@pytest.mark.parametrize("typed", ["8:30", "8.30", "8h30", "8:30am", "0830"])
def test_times_are_taken_as_people_write_them(path, capsys, typed):
    assert call("workshop", "agenda", path, "--template", "ogsm", "--start", typed, "--until", "5pm") == 0
    assert capsys.readouterr().out.startswith("08:30 to 08:50  Objective")
    held = load_plan(path).the_workshop
    assert (held.start, held.until) == ("08:30", "17:00")


@pytest.mark.parametrize(("until", "minutes", "end"), [("15:00", 285, "13:45"), ("18:00", 530, "17:50")])
def test_a_template_that_fills_the_day_is_made_for_the_new_times(tmp_path, capsys, until, minutes, end):
    path = tmp_path / "new.tcplan"
    PlanFile.create(path, empty_plan("New")).close()
    assert call("workshop", "agenda", path, "--template", "walk", "--until", until) == 0
    assert capsys.readouterr().out.splitlines()[-1] == f"{minutes} minutes in all, until {end}."


def test_an_agenda_that_stands_gets_its_day_as_one_step_and_the_same_again_is_none(path, capsys):
    call("workshop", "agenda", path, "--template", "remote")
    blocks = load_plan(path).agenda_blocks
    assert call("workshop", "agenda", path, *WHEN_AND_WHERE) == 0
    with PlanFile.open(path) as file:
        assert (file.plan.the_workshop.start, file.plan.agenda_blocks) == ("08:30", blocks)
        assert file.history.undo_label == "Change when and where the workshop is held"
    before = path.read_bytes()
    assert call("workshop", "agenda", path, *WHEN_AND_WHERE) == 0
    assert path.read_bytes() == before
    assert call("workshop", "agenda", path, "--until", "", "--json") == 0
    held = load_plan(path).the_workshop
    assert (held.until, held.place) == ("", "Room 3")


def test_a_plan_that_something_else_is_writing_stays_as_it_is(path, capsys):
    call("workshop", "agenda", path, "--template", "day")
    before = path.read_bytes()
    with closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert call("workshop", "agenda", path, *WHEN_AND_WHERE) == 2
    assert "is in use by another program" in capsys.readouterr().err
    assert path.read_bytes() == before
