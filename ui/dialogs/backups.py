"""The daily backups of a plan, to open one of them as a copy."""

from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialogButtonBox, QWidget

from planner.language import say, say_count
from planner.model.format import day, format_number
from planner.store.backup import Backup
from ui.kit.choice_list import ChoiceList, ListChoice
from ui.kit.dialog import Dialog
from ui.kit.text import plain_label

_MEGABYTE = 1_000_000


class BackupsDialog(Dialog):
    """Lists the backups, the newest first.

    Signals:
        backup_wanted: the `Backup` that is to be opened as a copy.
    """

    backup_wanted = Signal(object)

    def __init__(self, backups: tuple[Backup, ...], parent: QWidget) -> None:
        """Make the list.

        Args:
            backups: the backups of the plan that is open.
            parent: the window.
        """
        super().__init__(say("Restore a backup"), parent)
        self._backups = {backup.path.name: backup for backup in backups}
        words = (
            say("A backup opens as a copy in a file of its own; the plan that is open stays as it is.")
            if backups
            else say("There is no backup of this plan yet. One is made each day before the first edit.")
        )
        self.body.addWidget(plain_label(words, role="muted", wraps=True))
        self._list = ChoiceList(say("Backups"))
        self._list.setMinimumSize(440, 320)
        self._list.show_choices([_choice(backup) for backup in backups])
        self._list.setVisible(bool(backups))
        self._list.picked.connect(self._picked)
        self.body.addWidget(self._list, 1)
        leave = say("Cancel") if backups else say("Close")
        self.add_button(leave, QDialogButtonBox.ButtonRole.RejectRole, "cancel")

    def _picked(self, name: str) -> None:
        self.accept()
        self.backup_wanted.emit(self._backups[name])


def _choice(backup: Backup) -> ListChoice:
    is_there = backup.path.is_file()
    detail = _size(backup.path.stat().st_size) if is_there else say("The file is no longer there")
    steps = say_count("after {count} change", "after {count} changes", backup.edits)
    return ListChoice(
        backup.path.name, day(backup.made_on), f"{detail} · {steps}", "history", enabled=is_there
    )


def _size(count: int) -> str:
    if count >= _MEGABYTE:
        return say("{size} MB", size=format_number(Decimal(count) / _MEGABYTE, 1))
    return say("{size} kB", size=max(1, count // 1000))
