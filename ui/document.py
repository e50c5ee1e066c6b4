"""The one open plan: value, history, findings, whether it is saved; the bus that all pages listen to."""

import time
from collections.abc import Callable
from concurrent.futures import Future
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from planner.editing.history import Change, History
from planner.editing.patch import Patch, diff
from planner.editing.verbs import Edit
from planner.errors import PlanError
from planner.language import say
from planner.model.plan import Plan
from planner.truths.consent import refuse_unfit_waivers
from planner.truths.findings import Report
from ui.checking import Checking
from ui.holding import Holding
from ui.plan_writer import Kind, PlanWriter, Write
from ui.saving import SaveState, Saving
from ui.tasks import Task, Tasks, Ticket

if TYPE_CHECKING:
    from planner.store.plan_file import PlanFile

Found = TypeVar("Found")


class PlanDocument(QObject):
    """Holds the plan; widgets say what the user meant with `do` and redraw from `changed`.

    The object stays while its plan is replaced by edit after edit, so widgets may keep it.

    Signals:
        changed: the `Patch` from the plan before to the plan now, at once.
        report_changed: the `Report` of the last check, from a worker.
        save_state_changed: the `SaveState`.
        failed: the `PlanError` that kept a change from being saved; nothing in memory is lost.
        changed_elsewhere: another program changed the plan's file.
        backup_failed: the `PlanError` that says why the day's backup could not be made.
        hold_changed: what stands before the next edit (`hold`) is something else now.
        agreed: the user lets edits do what `hold` said; what waited for that may be done now.
    """

    changed = Signal(object)
    report_changed = Signal(object)
    save_state_changed = Signal(object)
    failed = Signal(object)
    changed_elsewhere = Signal()
    backup_failed = Signal(object)
    hold_changed = Signal()
    agreed = Signal()

    def __init__(
        self,
        plan: Plan,
        history: History | None = None,
        *,
        writer: PlanWriter | None = None,
        read_only_reason: str = "",
        tasks: Tasks | None = None,
        clock: Callable[[], date] = date.today,
        parent: QObject | None = None,
    ) -> None:
        """Take up a plan.

        Args:
            plan: the plan.
            history: the steps that led to it.
            writer: keeps it in its file; None keeps it in memory only.
            read_only_reason: why it can't be edited; empty where it can.
            tasks: workers for the checks; its own where None.
            clock: tells the day as of which dates are judged.
            parent: owns the document.
        """
        super().__init__(parent)
        self._plan = plan
        self._history = history or History()
        self._read_only_reason = read_only_reason
        self._clock = clock
        self._holding = Holding(plan, self)
        self._holding.changed.connect(self.hold_changed)
        self._holding.agreed.connect(self.agreed)
        self._is_closed = False
        self._owns_tasks = tasks is None
        self._tasks = tasks or Tasks(workers=1, parent=self)
        self._checking = Checking(plan, self._tasks, clock, self)
        self._checking.found.connect(self.report_changed)
        self._saving = Saving(writer, read_only=self.read_only, parent=self)
        self._saving.state_changed.connect(self.save_state_changed)
        self._saving.failed.connect(self.failed)
        self._saving.changed_elsewhere.connect(self.changed_elsewhere)
        self._saving.backup_failed.connect(self.backup_failed)

    @property
    def plan(self) -> Plan:
        """The plan now."""
        return self._plan

    @property
    def report(self) -> Report:
        """What the last check found; may be about a plan that is a moment old."""
        return self._checking.report

    @property
    def history(self) -> History:
        """The steps that led here; only read it."""
        return self._history

    @property
    def path(self) -> Path | None:
        """The plan's file."""
        return self._saving.path

    @property
    def read_only(self) -> bool:
        """Whether the plan can't be edited."""
        return bool(self._read_only_reason)

    @property
    def read_only_reason(self) -> str:
        """Why the plan can't be edited, in plain words; empty where it can."""
        return self._read_only_reason

    @property
    def save_state(self) -> SaveState:
        """Whether what is on the screen is in the file."""
        return self._saving.state

    @property
    def is_checking(self) -> bool:
        """Whether findings for the plan as it is now are still to come."""
        return self._checking.is_under_way

    @property
    def hold(self) -> str:
        """What the next edit would do to approvals or a signature; empty where it may just be done."""
        return "" if self.read_only else self._holding.hold

    def let_edit(self) -> None:
        """Let the next edit do what `hold` says: the user has agreed."""
        self._holding.let_edit()

    def today(self) -> date:
        """Return the day as of which dates are judged."""
        return self._clock()

    def do(self, edit: Edit) -> None:
        """Take up an edit that a verb made from the present plan.

        Args:
            edit: what a verb returned; one that changes nothing is no step.

        Raises:
            HeldError: it would do what `hold` says; see `let_edit`.
            PlanError: the plan is read only.
        """
        self._refuse_read_only()
        before, patch = self._plan, diff(self._plan, edit.plan)
        if patch.is_empty and not edit.files:
            return
        if not edit.lasting:
            self._holding.refuse_withdrawal(before, edit.plan)
        if "waivers" in patch.touched:
            refuse_unfit_waivers(before, edit.plan)
        self._take_up(edit, Change(edit.label, patch, edit.field, time.monotonic(), edit.lasting, edit.files))
        self._tell(patch)

    def undo(self) -> None:
        """Take the last step back; see `walk`."""
        self.walk(-1)

    def redo(self) -> None:
        """Do the step again that was undone last; see `walk`."""
        self.walk(1)

    def walk(self, steps: int) -> None:
        """Take steps back (below 0) or do undone ones again (above 0), as far as there are any.

        Raises:
            HeldError: it would do what `hold` says; see `let_edit`.
            PlanError: the plan is read only, or one step can't be taken; those before it stay taken.
        """
        self._refuse_read_only()
        if steps < 0:
            kind, step, there = Kind.BACK, self._history.undo, len(self._history.done)
        else:
            kind, step, there = Kind.FORWARD, self._history.redo, len(self._history.undone)
        count = min(abs(steps), there)
        if not count:
            return
        # What a step back or forth touches is known only once it is done, and then it is too late to ask.
        self._holding.refuse()
        before = self._plan
        try:
            for _ in range(count):
                self._plan, change = step(self._plan)
                self._store(kind, change)
        finally:
            if self._plan is not before:
                self._tell(diff(before, self._plan))

    def in_worker(self, work: Callable[[Ticket], object]) -> Task:
        """Start work on frozen values beside the window.

        Args:
            work: see `ui.tasks.Tasks.start`.

        Raises:
            PlanError: the document is closed.
        """
        if self._is_closed:
            msg = say("The plan is closed.")
            raise PlanError(msg)
        return self._tasks.start(work)

    def in_file(self, work: "Callable[[PlanFile], Found]") -> "Future[Found] | None":
        """Read from the plan file behind all that waits to be written; None for a plan in memory only.

        Args:
            work: reads, and returns what it found; called on the file's own thread.
        """
        return self._saving.read(work)

    def look_around(self) -> None:
        """Let `changed_elsewhere` be told if another program has been at the file."""
        self._saving.look_around()

    def retry_saving(self) -> None:
        """Try again to write what could not be written."""
        self._saving.retry()

    def save_copy(self, path: Path) -> None:
        """Write the plan as it is on the screen to another file, in place of one that is there.

        The history goes along where the plan's own file can be read. Returns when the copy is durable.

        Raises:
            PlanError: it can't be written there.
        """
        self._saving.copy(self._plan, path)

    def reload(self) -> None:
        """Take up the plan as it is in its file; what could not be saved is dropped.

        Raises:
            PlanError: the file can't be read.
        """
        opened = self._saving.reopen()
        if opened is None:
            return
        patch = diff(self._plan, opened.plan)
        self._plan, self._history = opened.plan, opened.history
        self._read_only_reason = opened.read_only_reason
        self._tell(patch)

    def say_again(self) -> None:
        """Check anew, try again to save, and tell what holds: the language changed in which it was said."""
        self._holding.look_anew(self._plan)
        self._checking.check_anew()
        self.retry_saving()

    def flush(self) -> bool:
        """Wait until everything that can be written is.

        Returns:
            Whether everything is durable.
        """
        return self._saving.flush()

    def close(self) -> bool:
        """Wait until everything is written and close the file; may be called twice.

        Returns:
            Whether everything is durable; where not, the plan in memory is still whole.
        """
        self._is_closed = True
        self._checking.stop()
        if self._owns_tasks:
            self._tasks.close()
        return self._saving.close()

    def _refuse_read_only(self) -> None:
        if self._read_only_reason:
            raise PlanError(self._read_only_reason, hint=say("Save a copy to go on working on it."))

    def _take_up(self, edit: Edit, change: Change) -> None:
        if self._history.is_typed_back(change):
            self._plan, taken = self._history.undo(self._plan)
            self._store(Kind.BACK, taken)
            return
        before, self._plan = self._plan, edit.plan
        replaces_last = self._history.record(before, edit.plan, change)
        written = change if edit.lasting else self._history.done[-1]
        self._store(Kind.APPEND, written, replaces_last=replaces_last)

    def _store(self, kind: Kind, change: Change, *, replaces_last: bool = False) -> None:
        self._saving.put(Write(kind, change, self._plan, replaces_last))

    def _tell(self, patch: Patch) -> None:
        self._checking.follow(self._plan)
        self._holding.follow(self._plan, patch)
        self.changed.emit(patch)
