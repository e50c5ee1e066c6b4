"""A plan file in use: compared, written and committed in one go, and never overwritten unseen."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Self

from sqlalchemy import Connection, select

from planner.editing.history import History
from planner.errors import PlanError
from planner.files.atomic import replacement
from planner.files.errors import FileError, ReadOnlyError, UnconfirmedError
from planner.language import say
from planner.model.consistency import refuse_inconsistent
from planner.model.plan import Plan
from planner.store.backup import back_up
from planner.store.connecting import copy_database, reading, writing
from planner.store.creating import refuse_open, verify
from planner.store.open_files import identity
from planner.store.opening import OpenPlan, open_plan, refusing
from planner.store.saving import conflict, gone, saving
from planner.store.seal import as_text
from planner.store.tables import HEAD
from planner.store.writing import RowWriter, write_plan
from planner.workshop.state import RoomState

_NEVER = -1
"""A count of edits that no file has: every write meets a conflict until the file is read again."""


class HeldFile:
    """A plan file that this process holds; at most one object a file.

    It sees to the transaction around whatever is written (`_write`) and read (`_reading`); what the rows
    are is `planner.store.plan_file.PlanFile`'s, whose attributes are told there.
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
