"""Labelled undo and redo over patches; typing in one field becomes one step."""

from dataclasses import dataclass, replace

import msgspec

from planner.editing.filing import Filing
from planner.editing.patch import Patch, apply, diff
from planner.editing.revision import next_revision
from planner.errors import PlanError
from planner.language import said_again, say
from planner.model.fingerprint import fingerprint
from planner.model.links import broken_links
from planner.model.plan import Plan

COALESCE_SECONDS = 10.0
"""Typing in the same field within this time stays one step."""


@dataclass(frozen=True, slots=True)
class Change:
    """One undoable step.

    Attributes:
        label: what was done ("Change start of Reply to reviews"), in the words of the time.
        patch: what it did.
        field: (kind, id, field) where it was typing in one field, else None.
        at: seconds on a monotonic clock, to tell whether typing goes on.
        lasting: an approval, which stays out of the history: nobody takes a signature back by a key.
        files: what is filed with it in the same write; only with a lasting one.
    """

    label: str
    patch: Patch
    field: tuple[str, str, str] | None = None
    at: float = 0.0
    lasting: bool = False
    files: tuple[Filing, ...] = ()

    @property
    def words(self) -> str:
        """What was done, for menus and lists; in the language in use where the label knows its message."""
        return said_again(self.label)


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
        return self.done[-1].words if self.done else ""

    @property
    def redo_label(self) -> str:
        """What redo would do again; empty where there is nothing."""
        return self.undone[-1].words if self.undone else ""

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
            self._end_typing()
            return False
        self.undone.clear()
        both = self._as_one(before, after, change)
        if both is None:
            self.done.append(change)
            return False
        self.done[-1] = both
        return True

    def is_typed_back(self, change: Change) -> bool:
        """Whether typing led back to where the last step began: undo then says it better than a step.

        Args:
            change: the step that would come next.
        """
        last = self.done[-1] if self.done else None
        return last is not None and _goes_on(last, change) and change.patch == last.patch.inverse()

    def _end_typing(self) -> None:
        """Let nothing become one with the last step: undo stops at a signature."""
        if self.done:
            self.done[-1] = replace(self.done[-1], field=None)

    def _as_one(self, before: Plan, after: Plan, change: Change) -> Change | None:
        last = self.done[-1] if self.done else None
        if last is None or not _goes_on(last, change):
            return None
        patch = diff(apply(before, last.patch.inverse()), after)
        # Typing back to where it began stays a step of its own: undo must always show something.
        return None if patch.is_empty else replace(change, patch=patch)

    def undo(self, plan: Plan) -> tuple[Plan, Change]:
        """Take the last step back.

        Returns:
            The plan before that step, and the step as it was.

        Raises:
            IndexError: there is nothing to undo.
            PlanError: something that can't be undone, such as an approval, rests on it.
        """
        change = self.done[-1]
        before = _settled(apply(plan, change.patch.inverse()))
        if _breaks_links(before, change.patch):
            msg = say("“{step}” can't be undone: a later approval rests on it.", step=change.words)
            raise PlanError(msg, hint=say("Change the entry instead."))
        self.undone.append(self.done.pop())
        return before, change

    def redo(self, plan: Plan) -> tuple[Plan, Change]:
        """Do the step again that was undone last.

        Raises:
            IndexError: there is nothing to redo.
            PlanError: something that came in between, such as an approval, does not go with it.
        """
        change = self.undone[-1]
        after = _settled(apply(plan, change.patch))
        if _breaks_links(after, change.patch):
            msg = say(
                "“{step}” can't be done again: a later approval does not go with it.", step=change.words
            )
            raise PlanError(msg, hint=say("Make the change anew."))
        self.done.append(self.undone.pop())
        return after, change


def _breaks_links(plan: Plan, patch: Patch) -> bool:
    """Whether a link leads nowhere in a plan that was sound before a patch changed it, in either direction.

    Only links of what it changed, or to what it took away, can be broken: no need to look at the rest.
    """
    changed = [plan.records(key).get(record_id) for key, ids in patch.touched.items() for record_id in ids]
    records = [record for record in changed if record is not None]
    looked_at = records if len(records) == len(changed) else None
    return next(broken_links(plan, looked_at), None) is not None


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
