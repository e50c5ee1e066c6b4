"""What stands before the next edit: approvals that it would withdraw, or a signature."""

from PySide6.QtCore import QObject, Signal

from planner.editing.patch import Patch
from planner.errors import PlanError
from planner.language import say
from planner.model.plan import Plan
from planner.signoff.route import hold_of, told_withdrawal

_ROUTE = {"approvals", "approval_requests", "signed_revisions"}
"""Kinds whose records decide where the plan is on its way to the signatures."""


class HeldError(PlanError):
    """An edit would withdraw approvals or begin the next revision; the user has not agreed to that yet."""


class Holding(QObject):
    """Refuses edits that would undo what others decided, until the user agrees to that.

    Signals:
        changed: `hold` is something else now.
        agreed: the user lets edits do what `hold` said.
    """

    changed = Signal()
    agreed = Signal()

    def __init__(self, plan: Plan, parent: QObject) -> None:
        """Look at where a plan is on its way to the signatures."""
        super().__init__(parent)
        self._hold = hold_of(plan)

    @property
    def hold(self) -> str:
        """What the next edit would do to approvals or a signature; empty where it may just be done."""
        return self._hold

    def let_edit(self) -> None:
        """Let the next edit do what `hold` says: the user has agreed."""
        self._set("")
        self.agreed.emit()

    def refuse(self) -> None:
        """Refuse any edit while something stands before it.

        Raises:
            HeldError: something does.
        """
        if self._hold:
            raise HeldError(
                self._hold, hint=say("To edit all the same, choose “Edit anyway” above the page.")
            )

    def refuse_withdrawal(self, before: Plan, after: Plan) -> None:
        """Refuse an edit that does what `hold` says; others may be done.

        Args:
            before: the plan before the edit.
            after: the plan after it.

        Raises:
            HeldError: it does.
        """
        if self._hold and told_withdrawal(before, after):
            self.refuse()

    def follow(self, plan: Plan, patch: Patch) -> None:
        """Look anew where a patch changed how far the plan is.

        Args:
            plan: the plan after it.
            patch: what changed.
        """
        if _ROUTE & patch.touched.keys() or patch.revision[0] != patch.revision[1]:
            self.look_anew(plan)

    def look_anew(self, plan: Plan) -> None:
        """Look at where a plan is now; in the language in which it is said now."""
        self._set(hold_of(plan))

    def _set(self, hold: str) -> None:
        if hold != self._hold:
            self._hold = hold
            self.changed.emit()
