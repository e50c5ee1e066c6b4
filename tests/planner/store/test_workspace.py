"""Plans by the name of their file, as the command line uses them."""

from pathlib import Path

import pytest
from strategies import same

from planner.editing import verbs
from planner.editing.verbs import Edit
from planner.errors import PlanError
from planner.exchange.plan_json import write_json
from planner.files.errors import FileError
from planner.model.plan import Plan, empty_plan
from planner.store.plan_file import PlanFile
from planner.store.workspace import edit_plan, load_plan, save_new


@pytest.mark.parametrize("name", ["a.tcplan", "a.json", "A.TCPLAN", "b.JSON"])
def test_a_plan_is_written_and_read_by_its_ending(tmp_path: Path, plan: Plan, name: str) -> None:
    save_new(tmp_path / name, plan)
    assert same(load_plan(tmp_path / name), plan)
    with pytest.raises(FileError, match="already"):
        save_new(tmp_path / name, empty_plan())
    assert same(load_plan(tmp_path / name), plan)
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("name", ["a.docx", "a", "tcplan", ".tcplan", "a.tcplan.bak"])
def test_another_ending_is_refused(tmp_path: Path, plan: Plan, name: str) -> None:
    for work in (load_plan, lambda path: save_new(path, plan), lambda path: edit_plan(path, _rename)):
        with pytest.raises(PlanError, match="not the name of a plan"):
            work(tmp_path / name)


def _rename(plan: Plan) -> Edit:
    return verbs.change(plan, "p1", "name", "Ada")


def test_an_edit_of_a_plan_file_can_be_undone_later(path: Path, plan: Plan) -> None:
    after = edit_plan(path, _rename)
    assert after.people["p1"].name == "Ada"
    with PlanFile.open(path) as file:
        assert same(file.plan, after)
        before, _ = file.history.undo(file.plan)
        assert same(before, plan)


def test_an_edit_of_json_rewrites_the_file(tmp_path: Path, plan: Plan) -> None:
    path = tmp_path / "a.json"
    save_new(path, plan)
    after = edit_plan(path, _rename)
    assert path.read_bytes() == write_json(after)


def test_an_edit_that_does_not_fit_changes_nothing(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(PlanError):
        edit_plan(path, lambda plan: verbs.change(plan, "nobody", "name", "Ada"))
    assert path.read_bytes() == before


def test_json_that_is_not_there_or_no_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "folder.json").mkdir()
    for name in ("none.json", "folder.json"):
        with pytest.raises(FileError):
            load_plan(tmp_path / name)
    with (tmp_path / "large.json").open("wb") as file:
        file.truncate(65 * 1024 * 1024)
    with pytest.raises(FileError, match="too large"):
        load_plan(tmp_path / "large.json")
