"""The plan file among others: copies, other programs on it, and files that move."""

import shutil
from pathlib import Path

import pytest
from desk import Desk
from elsewhere import held_elsewhere, rename_elsewhere
from strategies import same

from planner.editing import verbs
from planner.files.errors import BusyError, ConflictError, FileError, GoneError
from planner.model.plan import Plan
from planner.store.creating import create_plan_file
from planner.store.gate import Header, read_header
from planner.store.plan_file import PlanFile
from planner.store.workspace import load_plan


def test_a_copy_holds_everything_and_the_original_stays_open(desk: Desk, tmp_path: Path) -> None:
    desk.rename("Ada")
    desk.file.log("Hello")
    copy = tmp_path / "copy.tcplan"
    desk.file.save_copy(copy)
    desk.rename("Ben", at=100)
    with PlanFile.open(copy) as file:
        assert file.plan.people["p1"].name == "Ada"
        assert [step.label for step in file.history.done] == ["Change name of “Ada”"]
        assert [entry.what for entry in file.log_entries()] == ["Hello"]


def test_a_copy_never_replaces_by_accident(desk: Desk, tmp_path: Path) -> None:
    taken = tmp_path / "taken.tcplan"
    taken.write_bytes(b"mine")
    with pytest.raises(FileError):
        desk.file.save_copy(taken)
    with pytest.raises(FileError):
        desk.file.save_copy(desk.file.path, replace=True)
    assert taken.read_bytes() == b"mine"
    desk.file.save_copy(taken, replace=True)
    assert same(load_plan(taken), desk.plan)


def test_another_programs_edit_is_noticed_and_not_overwritten(desk: Desk) -> None:
    assert not desk.file.changed_elsewhere()
    rename_elsewhere(desk.file.path, "Theirs")
    assert desk.file.changed_elsewhere()
    with pytest.raises(ConflictError):
        desk.rename("Mine", "p2")
    desk.file.reload()
    desk.take_up()
    assert not desk.file.changed_elsewhere()
    desk.rename("Mine", "p2")
    people = desk.stored().people
    assert (people["p1"].name, people["p2"].name) == ("Theirs", "Mine")


def test_a_file_in_use_is_told_and_the_edit_can_be_tried_again(desk: Desk) -> None:
    edit = verbs.change(desk.plan, "p1", "name", "Ada")
    with held_elsewhere(desk.file.path), pytest.raises(BusyError):
        desk.do(edit)
    desk.file.append(desk.at_last, edit.plan, replaces_last=False)
    assert desk.stored().people["p1"].name == "Ada"


def _delete(path: Path) -> None:
    path.unlink()


def _move(path: Path) -> None:
    path.rename(path.with_name("moved.tcplan"))


def _replace(path: Path) -> None:
    copy = path.with_name("other.tcplan")
    shutil.copyfile(path, copy)
    copy.replace(path)


@pytest.mark.parametrize("disturb", [_delete, _move, _replace])
def test_a_file_that_goes_away_is_never_said_to_be_saved(desk: Desk, tmp_path: Path, disturb) -> None:
    desk.rename("Ada")
    disturb(desk.file.path)
    assert desk.file.changed_elsewhere()
    with pytest.raises(GoneError):
        desk.rename("Lost", at=100)
    desk.file.save_copy(tmp_path / "rescued.tcplan")
    assert load_plan(tmp_path / "rescued.tcplan").people["p1"].name == "Ada"


def test_a_link_that_leads_elsewhere_meanwhile_is_noticed(path: Path, plan: Plan) -> None:
    link, other = path.with_name("link.tcplan"), path.with_name("other.tcplan")
    create_plan_file(other, plan)
    link.symlink_to(path)
    desk = Desk(link)
    link.unlink()
    link.symlink_to(other)
    with pytest.raises(GoneError):
        desk.rename("Lost")
    desk.file.close()
    assert same(load_plan(path), plan)
    assert same(load_plan(other), plan)


def test_a_file_that_is_replaced_while_it_is_opened_is_noticed(path: Path, monkeypatch) -> None:
    def read_and_replace(target: Path) -> Header:
        header = read_header(target)
        _replace(target)
        return header

    monkeypatch.setattr("planner.store.opening.read_header", read_and_replace)
    with pytest.raises(GoneError):
        PlanFile.open(path)
