"""Daily backups can be opened, are made once a day, and never thin out the newest ones."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from desk import Desk
from strategies import same

from planner.errors import PlanError
from planner.store.backup import KEPT_NEWEST, back_up, backup_folder, list_backups
from planner.store.plan_file import PlanFile
from planner.store.workspace import load_plan

TODAY = date(2026, 3, 1)


def test_a_backup_is_made_once_a_day_and_opens_as_the_plan_was(desk: Desk, tmp_path: Path) -> None:
    desk.rename("Ada")
    made = back_up(desk.file, TODAY, tmp_path)
    desk.rename("Ben", at=100)
    assert back_up(desk.file, TODAY, tmp_path) is None
    assert load_plan(made).people["p1"].name == "Ada"
    with PlanFile.open(made) as file:
        assert [step.label for step in file.history.done] == ["Change name of “Ada”"]
    (backup,) = list_backups(desk.plan.plan_id, tmp_path)
    assert (backup.number, backup.made_on, backup.edits, backup.path) == (1, TODAY, 1, made)
    desk.reopen()
    assert same(desk.file.plan, desk.plan)


def test_the_newest_stay_and_of_older_ones_one_a_month(desk: Desk, tmp_path: Path) -> None:
    for days in range(100):
        back_up(desk.file, TODAY + timedelta(days=days), tmp_path)
    found = list_backups(desk.plan.plan_id, tmp_path)
    assert [backup.number for backup in found[:KEPT_NEWEST]] == list(range(100, 90, -1))
    older = [(backup.made_on.year, backup.made_on.month) for backup in found[KEPT_NEWEST:]]
    assert older == [(2026, 5), (2026, 4), (2026, 3)]


@pytest.mark.parametrize("wrong", [timedelta(days=-1), timedelta(days=-400), timedelta(days=365)])
def test_a_clock_that_jumps_does_not_cost_the_newest(desk: Desk, tmp_path: Path, wrong: timedelta) -> None:
    for days in range(KEPT_NEWEST):
        back_up(desk.file, TODAY + timedelta(days=days), tmp_path)
    made = back_up(desk.file, TODAY + wrong, tmp_path)
    found = list_backups(desk.plan.plan_id, tmp_path)
    assert found[0].path == made
    assert len(found) >= KEPT_NEWEST


def test_other_files_in_the_folder_are_left_alone(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / desk.plan.plan_id
    folder.mkdir()
    strangers = [folder / name for name in ("mine.tcplan", "00001_2026-99-99_1-edits.tcplan", "notes.txt")]
    for stranger in strangers:
        stranger.write_bytes(b"mine")
    for days in range(KEPT_NEWEST + 5):
        back_up(desk.file, TODAY + timedelta(days=days), tmp_path)
    assert all(stranger.read_bytes() == b"mine" for stranger in strangers)


def test_a_plan_without_backups_has_none(tmp_path: Path) -> None:
    assert list_backups("ab" * 16, tmp_path) == ()


def test_backups_lie_in_the_users_own_folder(monkeypatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert backup_folder().name == "backups"
    assert "truecourse" in str(backup_folder()).lower()


def test_a_backup_is_made_before_the_first_edit_of_a_session(path: Path, tmp_path: Path) -> None:
    desk = Desk(path)
    desk.file = _with_backups(desk, tmp_path)
    desk.take_up()
    assert list_backups(desk.plan.plan_id, tmp_path) == ()
    desk.rename("Ada")
    desk.rename("Ben", at=100)
    (backup,) = list_backups(desk.plan.plan_id, tmp_path)
    assert load_plan(backup.path).people["p1"].name == "Person 1"
    assert desk.file.backup_problem is None
    desk.file.close()


def test_a_backup_that_fails_is_told_and_keeps_nobody_from_editing(path: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_bytes(b"")
    desk = Desk(path)
    desk.file = _with_backups(desk, tmp_path / "taken")
    desk.take_up()
    desk.rename("Ada")
    assert isinstance(desk.file.backup_problem, PlanError)
    assert desk.stored().people["p1"].name == "Ada"
    desk.file.close()


def _with_backups(desk: Desk, folder: Path) -> PlanFile:
    desk.file.close()
    return PlanFile.open(desk.file.path, backups=folder)
