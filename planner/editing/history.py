"""Labelled undo and redo over patches; typing in one field becomes one step."""

from dataclasses import dataclass

import msgspec

from planner.editing.patch import Patch, apply, diff
from planner.editing.verbs import next_revision
from planner.model.plan import Plan
from planner.signoff.fingerprint import fingerprint

COALESCE_SECONDS = 10.0
"""Typing in the same field within this time stays one step."""


@dataclass(frozen=True, slots=True)
class Change:
    """One undoable step.

    Attributes:
        label: what was done, for the menu ("Change start of Reply to reviews").
        patch: what it did.
        field: (kind, id, field) where it was typing in one field, else None.
        at: seconds on a monotonic clock, to tell whether typing goes on.
        lasting: an approval, which stays out of the history: nobody takes a signature back by a key.
    """

    label: str
    patch: Patch
    field: tuple[str, str, str] | None = None
    at: float = 0.0
    lasting: bool = False


class History:
    """The steps that led to the present plan, and those undone; unlimited.

    Mutable on purpose: it belongs to the one open document.
    """

    def __init__(self, done: list[Change] | None = None, undone: list[Change] | None = None) -> None:
        """Start empty, or with the steps of an earlier session (oldest first, next redo last)."""
        self.done = done or []
        self.undone = undone or []

    @property
    def undo_label(self) -> str:
        """What undo would take back; empty where there is nothing."""
        return self.done[-1].label if self.done else ""

    @property
    def redo_label(self) -> str:
        """What redo would do again; empty where there is nothing."""
        return self.undone[-1].label if self.undone else ""

    def record(self, before: Plan, after: Plan, change: Change) -> bool:
        """Take up a new step; what was undone is gone.

        Args:
            before: the plan before the change.
            after: the plan after it.
            change: the step, its patch leading from before to after.

        Returns:
            Whether it became one with the step before (the store then rewrites that one).
        """
        if change.lasting:
            return False
        self.undone.clear()
        last = self.done[-1] if self.done else None
        if last is None or not _goes_on(last, change):
            self.done.append(change)
            return False
        first = apply(before, last.patch.inverse())
        self.done[-1] = Change(change.label, diff(first, after), change.field, change.at)
        return True

    def undo(self, plan: Plan) -> tuple[Plan, Change]:
        """Take the last step back.

        Returns:
            The plan before that step, and the step as it was.

        Raises:
            IndexError: there is nothing to undo.
        """
        change = self.done.pop()
        self.undone.append(change)
        return _settled(apply(plan, change.patch.inverse())), change

    def redo(self, plan: Plan) -> tuple[Plan, Change]:
        """Do the step again that was undone last.

        Raises:
            IndexError: there is nothing to redo.
        """
        change = self.undone.pop()
        self.done.append(change)
        return _settled(apply(plan, change.patch)), change


def _settled(plan: Plan) -> Plan:
    """Return the plan as the next revision if its number is signed under another content.

    Undoing across a signature would otherwise leave changed content under the signed number.
    """
    for signed in plan.signed_revisions.values():
        if signed.number == plan.revision and signed.fingerprint != fingerprint(plan):
            return msgspec.structs.replace(plan, revision=next_revision(plan))
    return plan


def _goes_on(last: Change, new: Change) -> bool:
    return last.field is not None and last.field == new.field and 0 <= new.at - last.at <= COALESCE_SECONDS
