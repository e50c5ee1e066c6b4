"""`truecourse workshop agenda`: shows the agenda, or makes one from a template."""

import json

import pytest

from planner.cli import main
from planner.editing import verbs
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
    ],
)
def test_what_can_not_be_done_is_told_in_plain_words(path, capsys, words, told):
    before = path.read_bytes()
    assert call("workshop", "agenda", path, *words) == 2
    assert told in capsys.readouterr().err
    assert path.read_bytes() == before
