"""Daily backups of plan files, kept apart from them: a folder a plan in the user's data folder."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

import platformdirs

from planner.files.errors import file_error
from planner.model.plan import Plan

KEPT_NEWEST = 10
"""So many of the newest backups are never removed; of older ones, one a month stays."""

_NAME = re.compile(r"^(\d{5,9})_(\d{4}-\d{2}-\d{2})_(\d+)-edits\.tcplan$")


class Copied(Protocol):
    """A plan file that is open: what a backup needs of it, which itself makes backups."""

    plan: Plan

    @property
    def edits(self) -> int:
        """How many writes the file has seen."""

    def save_copy(self, path: Path, *, replace: bool = False) -> None:
        """Write all that the file holds to another one."""


@dataclass(frozen=True, slots=True, order=True)
class Backup:
    """A copy of a plan file.

    Attributes:
        number: its place among the plan's backups; tells the order, since clocks may be wrong.
        made_on: the day by the computer's clock.
        edits: how many writes the file had seen.
        path: the copy.
    """

    number: int
    made_on: date
    edits: int
    path: Path


def backup_folder() -> Path:
    """Return where all backups lie, apart from the plans and from synced folders."""
    return Path(platformdirs.user_data_path("truecourse", appauthor=False)) / "backups"


def list_backups(plan_id: str, folder: Path | None = None) -> tuple[Backup, ...]:
    """Return the backups of a plan, newest first.

    Args:
        plan_id: the plan's id.
        folder: where all backups lie; the user's own by default.
    """
    place = (folder or backup_folder()) / plan_id
    found = [_backup(path) for path in place.glob("*.tcplan")] if place.is_dir() else []
    return tuple(sorted((backup for backup in found if backup is not None), reverse=True))


def back_up(file: Copied, today: date, folder: Path | None = None) -> Path | None:
    """Copy a plan file as it is on the disk, unless that was done today.

    Args:
        file: the open file.
        today: the day of the backup.
        folder: where all backups lie; the user's own by default.

    Returns:
        The new backup, or None where there is one of today.

    Raises:
        PlanError: the copy can't be written.
    """
    folder = folder or backup_folder()
    plan_id = file.plan.plan_id
    earlier = list_backups(plan_id, folder)
    if any(backup.made_on == today for backup in earlier):
        return None
    number = earlier[0].number + 1 if earlier else 1
    target = folder / plan_id / f"{number:05}_{today.isoformat()}_{file.edits}-edits.tcplan"
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        file.save_copy(target, replace=True)
        _thin_out(list_backups(plan_id, folder))
    except OSError as error:
        raise file_error(error, target) from error
    return target


def _backup(path: Path) -> Backup | None:
    match = _NAME.match(path.name)
    if match is None:
        return None
    try:
        return Backup(int(match[1]), date.fromisoformat(match[2]), int(match[3]), path)
    except ValueError:
        return None


def _thin_out(newest_first: tuple[Backup, ...]) -> None:
    kept_months: set[tuple[int, int]] = set()
    for backup in newest_first[KEPT_NEWEST:]:
        month = (backup.made_on.year, backup.made_on.month)
        if month in kept_months:
            backup.path.unlink()
        kept_months.add(month)
