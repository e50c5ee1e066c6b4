"""The open plan file: every method that writes is one durable transaction."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Self

from sqlalchemy import Connection, select

from planner.editing.filing import Purpose
from planner.editing.history import Change, History
from planner.errors import PlanError
from planner.files.atomic import replacement
from planner.files.errors import FileError, ReadOnlyError, UnconfirmedError
from planner.language import say
from planner.model.consistency import refuse_inconsistent
from planner.model.fingerprint import fingerprint
from planner.model.plan import Plan
from planner.signoff.route import told_withdrawal
from planner.store.backup import back_up
from planner.store.connecting import copy_database, reading, writing
from planner.store.contents import SignedContent, signed_content
from planner.store.creating import create_plan_file, refuse_open, verify
from planner.store.filed import Filed, all_filed, content_of, file_away
from planner.store.log import LogEntry, add_log, log_entry
from planner.store.open_files import identity
from planner.store.opening import OpenPlan, open_plan, refusing
from planner.store.room import beginning_in, put_room
from planner.store.saving import conflict, gone, saving
from planner.store.seal import as_text
from planner.store.steps import add_step, archive_signed, do_again, take_back
from planner.store.tables import ARCHIVE, HEAD, LOG
from planner.store.writing import RowWriter, write_plan
from planner.workshop.state import RoomState

_NEVER = -1
"""A count of edits that no file has: every write meets a conflict until the file is read again."""


class PlanFile:
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

    plan: Plan
    history: History
    room: RoomState
    _opened: OpenPlan | None
    _edits: int
    _seal: int

    def __init__(self, path: Path, opened: OpenPlan, backups: Path | None = None) -> None:
        """Wrap a file that was opened; use `PlanFile.open`."""
        self.path = path.absolute()
        self.backup_problem: PlanError | None = None
        self._backups = backups
        self._lock = threading.RLock()
        self._take_up(opened)

    @classmethod
    def open(cls, path: Path, *, backups: Path | None = None) -> Self:
        """Open a plan file, for editing where its rights allow that.

        Args:
            path: the file, or a link to it.
            backups: folder of all daily backups; one is made there before the first edit. None makes none.

        Raises:
            PlanError: it is refused (and unchanged), or this process has it open.
        """
        return cls(path, open_plan(path, to_write=True), backups)

    @classmethod
    def create(cls, path: Path, plan: Plan, *, replace: bool = False) -> Self:
        """Make a plan file and open it; see `planner.store.creating.create_plan_file`."""
        create_plan_file(path, plan, replace=replace)
        return cls.open(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    def close(self) -> None:
        """Give the file back; may be called twice."""
        with self._lock:
            if self._opened is not None:
                self._opened.close()
            self._opened = None

    def reload(self) -> None:
        """Read plan and history again from what the path now leads to.

        Raises:
            PlanError: it can't be read; the file is then closed.
        """
        with self._lock:
            self.close()
            self._take_up(open_plan(self.path, to_write=True))

    def settle(self) -> bool:
        """Learn whether the write arrived that ended in an `UnconfirmedError`, and go on from there.

        Returns:
            Whether the file holds it. If not, it can be tried again.

        Raises:
            ConflictError: another program has written since; `reload` shows what.
            PlanError: the file can't be read.
        """
        with self._lock:
            before, after = (self._edits, self._seal), self._meant
            self.reload()
            found = (self._edits, self._seal)
            if found not in {before, after}:
                self._edits = _NEVER
                raise conflict(self.path.name)
            return found == after

    @property
    def edits(self) -> int:
        """How many writes the file has seen; it only ever grows."""
        return self._edits

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

    def changed_elsewhere(self) -> bool:
        """Say whether the file is no longer as this object knows it: changed, moved or replaced."""
        with self._lock:
            if not self._is_in_place():
                return True
            with self._reading() as connection:
                return not self._is_known_head(connection)

    def save_copy(self, path: Path, *, replace: bool = False) -> None:
        """Write all that the file holds to another one, history and archive included.

        Args:
            path: the copy.
            replace: whether a file that is there may go.

        Raises:
            PlanError: there is a file already, it is open here, or it can't be written.
        """
        refuse_open(path)
        with self._lock, replacement(path, overwrite=replace) as aside:
            with saving(path.name):
                copy_database(self._in_use.raw, aside)
            verify(aside, self.plan, path.name)

    def _take_up(self, opened: OpenPlan) -> None:
        self._opened = opened
        self._in_doubt = False
        self._meant: tuple[int, int] | None = None
        self.read_only_reason = opened.read_only_reason
        self.read_only = bool(opened.read_only_reason)
        self.history = opened.contents.history
        self.plan = opened.contents.plan
        self.room = opened.contents.room
        self._edits, self._seal = opened.contents.edits, opened.contents.seal

    @property
    def _in_use(self) -> OpenPlan:
        if self._opened is None:
            msg = say("“{name}” is not open.", name=self.path.name)
            raise FileError(msg, hint=say("Open it again, or save a copy of the plan."))
        return self._opened

    def _write(self, plan_after: Plan, write_rows: Callable[[RowWriter], None]) -> None:
        with self._lock:
            self._refuse_unwritable(plan_after)
            self._back_up_once()
            try:
                with saving(self.path.name):
                    edits, seal = self._transact(plan_after, write_rows)
            except UnconfirmedError:
                self._in_doubt = True
                raise
            self.plan, self._edits, self._seal = plan_after, edits, seal

    def _back_up_once(self) -> None:
        folder, self._backups = self._backups, None
        if folder is not None:
            try:
                back_up(self, date.today(), folder)  # noqa: DTZ011 - the user's own day is meant
            except PlanError as error:
                self.backup_problem = error

    def _transact(self, plan_after: Plan, write_rows: Callable[[RowWriter], None]) -> tuple[int, int]:
        """Compare, write and commit; the write lock is held from the comparison on.

        Returns:
            The new count of edits and the new seal.
        """
        self._meant = None
        with writing(self._in_use.engine) as connection, connection.begin():
            if not self._is_known_head(connection):
                raise conflict(self.path.name)
            writer = RowWriter(connection, self._seal)
            write_plan(writer, self.plan, plan_after)
            write_rows(writer)
            writer.put_head(plan_after, self._edits + 1)
            if not self._is_in_place():
                raise gone(self.path.name)
            self._meant = self._edits + 1, writer.seal
        return self._meant

    def _refuse_unwritable(self, plan_after: Plan) -> None:
        if self.read_only:
            raise ReadOnlyError(self.read_only_reason, hint=say("Save a copy in another folder."))
        if self._in_doubt:
            msg = say("It is not known whether the last edit of “{name}” was saved.", name=self.path.name)
            raise UnconfirmedError(msg, hint=say("Read the plan from its file again."))
        if plan_after.plan_id != self.plan.plan_id:
            msg = say("“{name}” is the file of another plan.", name=self.path.name)
            raise FileError(msg)
        refuse_inconsistent(plan_after)

    def _is_known_head(self, connection: Connection) -> bool:
        known = (self.plan.plan_id, self._edits, as_text(self._seal))
        found = connection.execute(select(HEAD.c.plan_id, HEAD.c.edits, HEAD.c.seal)).all()
        return [tuple(row) for row in found] == [known]

    def _is_in_place(self) -> bool:
        try:
            return identity(self.path) == self._in_use.key
        except OSError:
            return False

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with (
            self._lock,
            refusing(self.path.name),
            reading(self._in_use.engine) as connection,
            connection.begin(),
        ):
            yield connection
