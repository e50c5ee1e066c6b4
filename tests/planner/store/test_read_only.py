"""Plans that may be read and not written: they open, say why, and give a copy."""

import shutil
from pathlib import Path

import pytest
from desk import Desk
from make_old_file import FOLDER
from rights import as_nobody
from strategies import same
from test_gate import crash_in_the_middle_of_a_write

from planner.files.errors import FileError, ReadOnlyError
from planner.model.plan import Plan
from planner.store.gate import journal_of
from planner.store.plan_file import PlanFile
from planner.store.workspace import load_plan


def _lock_file(path: Path) -> str:
    path.parent.chmod(0o777)
    path.chmod(0o444)
    return "The file is write-protected."


def _lock_folder(path: Path) -> str:
    path.chmod(0o666)
    path.parent.chmod(0o555)
    return "Its folder is write-protected."


@pytest.mark.parametrize("lock", [_lock_file, _lock_folder])
def test_a_protected_plan_opens_for_reading_and_says_why(path: Path, plan: Plan, lock) -> None:
    reason = lock(path)
    before = path.read_bytes()

    def work() -> None:
        desk = Desk(path)
        assert desk.file.read_only
        assert desk.file.read_only_reason == reason
        assert same(desk.plan, plan)
        assert not desk.file.changed_elsewhere()
        with pytest.raises(ReadOnlyError):
            desk.rename("Ada")
        with pytest.raises(ReadOnlyError):
            desk.file.log("x")

    as_nobody(work)
    path.parent.chmod(0o755)
    assert path.read_bytes() == before


def test_a_protected_plan_gives_a_copy(path: Path, plan: Plan, tmp_path: Path) -> None:
    _lock_file(path)

    def work() -> None:
        with PlanFile.open(path) as file:
            file.save_copy(path.with_name("copy.tcplan"))
        with PlanFile.open(path.with_name("copy.tcplan")) as file:
            assert same(file.plan, plan)
            assert not file.read_only

    as_nobody(work)


def test_what_a_crash_left_on_protected_ground_is_recovered_aside(path: Path, plan: Plan) -> None:
    crashed = path.with_name("crashed.tcplan")
    crash_in_the_middle_of_a_write(path, crashed)
    journal_of(crashed).chmod(0o444)
    crashed.chmod(0o444)
    path.parent.chmod(0o555)
    before = crashed.read_bytes(), journal_of(crashed).read_bytes()

    def work() -> None:
        with PlanFile.open(crashed) as file:
            assert same(file.plan, plan)
            assert file.read_only
            with pytest.raises(ReadOnlyError):
                file.log("x")

    as_nobody(work)
    path.parent.chmod(0o755)
    assert before == (crashed.read_bytes(), journal_of(crashed).read_bytes())


def test_an_old_file_on_protected_ground_opens_for_reading(quick_folder: Path) -> None:
    old = Path(shutil.copy(FOLDER / "version_1.tcplan", quick_folder / "old.tcplan"))
    load_plan(old)  # loads Alembic, which the child may not be allowed to read
    old.chmod(0o444)
    quick_folder.chmod(0o555)

    def work() -> None:
        with PlanFile.open(old) as file:
            assert file.read_only
            assert file.plan.people["people-1"].name == "Ada"

    as_nobody(work)
    quick_folder.chmod(0o755)
    assert [path.name for path in quick_folder.iterdir()] == ["old.tcplan"]


def test_a_plan_that_may_not_be_read_is_told(path: Path) -> None:
    path.chmod(0)

    def work() -> None:
        with pytest.raises(FileError, match="not allowed to read"):
            PlanFile.open(path)

    as_nobody(work)


def test_a_new_plan_in_a_protected_folder_is_told(path: Path, plan: Plan) -> None:
    path.parent.chmod(0o555)

    def work() -> None:
        with pytest.raises(ReadOnlyError):
            PlanFile.create(path.with_name("new.tcplan"), plan)

    as_nobody(work)
    path.parent.chmod(0o755)
    assert len(list(path.parent.iterdir())) == 1
