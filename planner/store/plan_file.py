"""The open plan file: every method that writes is one durable transaction."""

from collections.abc import Callable
from pathlib import Path
from typing import Self

from sqlalchemy import select

from planner.editing.filing import Purpose
from planner.editing.history import Change
from planner.model.fingerprint import fingerprint
from planner.model.plan import Plan
from planner.signoff.route import told_withdrawal
from planner.store.contents import SignedContent, signed_content
from planner.store.creating import create_plan_file
from planner.store.filed import Filed, all_filed, content_of, file_away
from planner.store.held_file import HeldFile
from planner.store.log import LogEntry, add_log, log_entry
from planner.store.room import beginning_in, put_room
from planner.store.steps import add_step, archive_signed, do_again, take_back
from planner.store.tables import ARCHIVE, LOG
from planner.store.writing import RowWriter
from planner.workshop.state import RoomState


class PlanFile(HeldFile):
    """A plan file in use by this process; at most one object a file.

    Methods may be called from any thread, one at a time (a lock sees to it); each that writes returns
    only when the disk has confirmed the write. They write nothing and raise where another program
    changed the file (`ConflictError`), where it is no longer at its path (`GoneError`), where another
    program is writing for more than two seconds (`BusyError`), or where the disk is full (`FullError`).
    After an `UnconfirmedError` the write may or may not be there: `settle` tells.

    Attributes:
        path: as it was given, made absolute.
        plan: the plan as the file holds it.
        history: the steps as they were read; the caller's to go on with.
        room: where the workshop stands, as the file holds it.
        read_only: whether edits are refused.
        read_only_reason: why, in plain words; empty where edits are possible.
        backup_problem: why the daily backup could not be made, else None; edits go on without it.
    """

    @classmethod
    def create(cls, path: Path, plan: Plan, *, replace: bool = False) -> Self:
        """Make a plan file and open it; see `planner.store.creating.create_plan_file`."""
        create_plan_file(path, plan, replace=replace)
        return cls.open(path)

    def append(self, change: Change, plan_after: Plan, *, replaces_last: bool) -> None:
        """Store an edit: the rows that differ, and its step in the history; what was undone goes.

        A revision that becomes signed by it is archived in the same transaction. A lasting change
        (an approval) gets no step but an entry in the log.

        Args:
            change: the step; where it goes on with the one before, the two as one.
            plan_after: the plan after it.
            replaces_last: it goes on with the step before.
        """

        def write(writer: RowWriter) -> None:
            archive_signed(writer, self.plan, plan_after)
            if change.lasting:
                told = [change.label, *(file_away(writer, filing) for filing in change.files)]
                for what in told:
                    add_log(writer, self._edits + 1, what)
                return
            add_step(writer, change, replaces_last=replaces_last)
            self._log_withdrawal(writer, plan_after)

        self._write(plan_after, write)

    def step_back(self, change: Change, plan_after: Plan) -> None:
        """Store that the last step was undone.

        Args:
            change: that step.
            plan_after: the plan without it.
        """
        self._step(take_back, change, plan_after)

    def step_forward(self, change: Change, plan_after: Plan) -> None:
        """Store that the step that was undone last is done again.

        Args:
            change: that step.
            plan_after: the plan with it.
        """
        self._step(do_again, change, plan_after)

    def _step(self, mark: Callable[[RowWriter, Change], None], change: Change, plan_after: Plan) -> None:
        def write(writer: RowWriter) -> None:
            mark(writer, change)
            self._log_withdrawal(writer, plan_after)

        self._write(plan_after, write)

    def _log_withdrawal(self, writer: RowWriter, plan_after: Plan) -> None:
        told = told_withdrawal(self.plan, plan_after)
        if told:
            add_log(writer, self._edits + 1, told)

    def revisions(self) -> tuple[SignedContent, ...]:
        """Return the archived revisions by their numbers."""
        with self._reading() as connection:
            rows = connection.execute(select(ARCHIVE).order_by(ARCHIVE.c.number, ARCHIVE.c.at)).mappings()
            return tuple(signed_content(row) for row in rows)

    def log(self, what: str) -> None:
        """Note what was done, in plain words."""
        self._write(self.plan, lambda writer: add_log(writer, self._edits + 1, what))

    def log_entries(self) -> tuple[LogEntry, ...]:
        """Return what was noted, oldest first."""
        with self._reading() as connection:
            rows = connection.execute(select(LOG).order_by(LOG.c.number)).mappings()
            return tuple(log_entry(row) for row in rows)

    def save_room(self, state: RoomState, *, beginning: Plan | None = None) -> None:
        """Store where the workshop stands; no step of the history, so that undo leaves the clock alone.

        Args:
            state: as it is now.
            beginning: the plan as it is, where the workshop begins just now.
        """
        self._write(self.plan, lambda writer: put_room(writer, state, beginning))
        self.room = state

    def beginning(self) -> Plan | None:
        """Return the plan as it was when the workshop began; None where none has."""
        with self._reading() as connection:
            return beginning_in(connection)

    def filed(self) -> tuple[Filed, ...]:
        """Return the files that are kept with revisions, in the order in which they were filed."""
        with self._reading() as connection:
            return all_filed(connection)

    def content_of(self, number: int) -> bytes:
        """Return the content of a file that is kept, by its number.

        Raises:
            PlanError: there is none.
        """
        with self._reading() as connection:
            return content_of(connection, number)

    def signed_copy(self) -> bytes:
        """Return the document that keys have signed for the plan as it is now; empty where there is none."""
        digest = fingerprint(self.plan)
        numbers = [
            kept.number
            for kept in self.filed()
            if kept.purpose is Purpose.SIGNED_COPY and kept.fingerprint == digest
        ]
        return self.content_of(numbers[-1]) if numbers else b""
