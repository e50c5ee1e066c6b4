"""A plan file in use as the window uses it: plan, history and file move together."""

from pathlib import Path

from planner.editing import verbs
from planner.editing.history import Change
from planner.editing.patch import diff
from planner.editing.verbs import Edit
from planner.model.plan import Plan
from planner.store.plan_file import PlanFile

IN_MEMORY = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 - a folder of its own in it


class Desk:
    """An open plan file with the plan and the history in memory."""

    def __init__(self, path: Path) -> None:
        self.file = PlanFile.open(path)
        self.take_up()

    def take_up(self) -> None:
        self.plan, self.history = self.file.plan, self.file.history

    @property
    def at_last(self) -> Change:
        return self.history.done[-1]

    def do(self, edit: Edit, at: float = 0.0) -> bool:
        change = Change(edit.label, diff(self.plan, edit.plan), edit.field, at, edit.lasting, edit.files)
        merged = self.history.record(self.plan, edit.plan, change)
        stored = change if edit.lasting else self.at_last
        self.file.append(stored, edit.plan, replaces_last=merged)
        self.plan = edit.plan
        return merged

    def rename(self, name: str, record_id: str = "p1", at: float = 0.0) -> bool:
        return self.do(verbs.change(self.plan, record_id, "name", name), at)

    def undo(self) -> None:
        plan, change = self.history.undo(self.plan)
        self.file.step_back(change, plan)
        self.plan = plan

    def redo(self) -> None:
        plan, change = self.history.redo(self.plan)
        self.file.step_forward(change, plan)
        self.plan = plan

    def reopen(self) -> None:
        path = self.file.path
        self.file.close()
        self.file = PlanFile.open(path)
        self.take_up()

    def stored(self) -> Plan:
        """The plan that the file holds, read afresh."""
        self.reopen()
        return self.plan


def stored_plan(path: Path) -> Plan:
    """The plan that a file holds, read afresh."""
    with PlanFile.open(path) as file:
        return file.plan
