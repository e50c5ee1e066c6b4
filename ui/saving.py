"""The open plan is kept in its file: what waits to be written, and whether what is on the screen is there."""

import logging
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from planner.errors import PlanError
from planner.language import say
from planner.model.plan import Plan
from planner.model.values import Choice
from ui.plan_writer import Opened, PlanWriter, Write

if TYPE_CHECKING:
    from planner.store.plan_file import PlanFile

Found = TypeVar("Found")
_LOG = logging.getLogger(__name__)


class SaveState(Choice):
    """Whether what is on the screen is in the file."""

    SAVED = "saved", "All changes saved"
    SAVING = "saving", "Saving…"
    FAILED = "failed", "Not saved"
    READ_ONLY = "read-only", "Read only"


class Saving(QObject):
    """Hands writes to the file and tells how far they are; does nothing for a plan in memory only.

    Signals:
        state_changed: the `SaveState`.
        failed: the `PlanError` that kept a change from being saved; nothing in memory is lost.
        changed_elsewhere: another program changed the plan's file.
        backup_failed: the `PlanError` that says why the day's backup could not be made.
    """

    state_changed = Signal(object)
    failed = Signal(object)
    changed_elsewhere = Signal()
    backup_failed = Signal(object)

    def __init__(self, writer: PlanWriter | None, *, read_only: bool, parent: QObject) -> None:
        """Take charge of a plan's file.

        Args:
            writer: keeps the plan in its file; None keeps it in memory only.
            read_only: nothing is to be written.
            parent: owns the object.
        """
        super().__init__(parent)
        self._writer = writer
        self._state = _rest(read_only=read_only)
        if writer is not None:
            writer.setParent(self)
            writer.settled.connect(self._settle, Qt.ConnectionType.QueuedConnection)
            writer.changed_elsewhere.connect(self.changed_elsewhere, Qt.ConnectionType.QueuedConnection)
            writer.backup_failed.connect(self.backup_failed, Qt.ConnectionType.QueuedConnection)

    @property
    def state(self) -> SaveState:
        """Whether what is on the screen is in the file."""
        return self._state

    @property
    def path(self) -> Path | None:
        """The plan's file."""
        return self._writer.path if self._writer else None

    def put(self, write: Write) -> None:
        """Queue a write."""
        if self._writer is not None:
            self._set_state(SaveState.SAVING)
            self._writer.put(write)

    def read(self, work: "Callable[[PlanFile], Found]") -> "Future[Found] | None":
        """Read from the file behind all that waits to be written; None where there is no file.

        Args:
            work: reads, and returns what it found; called on the file's own thread.
        """
        return self._writer.read(work) if self._writer is not None else None

    def look_around(self) -> None:
        """Let `changed_elsewhere` be told if another program has been at the file."""
        if self._writer is not None:
            self._writer.look_around()

    def retry(self) -> None:
        """Try again to write what could not be written."""
        if self._writer is not None and self._state is SaveState.FAILED:
            self._set_state(SaveState.SAVING)
            self._writer.retry()

    def copy(self, plan: Plan, path: Path) -> None:
        """Write the plan to another file, in place of one that is there; return when the copy is durable.

        The history goes along where the plan's own file can be read.

        Raises:
            PlanError: it can't be written there.
        """
        if self._writer is not None and self._state is not SaveState.FAILED:
            self._writer.copy_to(path).result()
            return
        writer = PlanWriter(path)
        try:
            writer.create(plan).result()
        finally:
            writer.close()

    def reopen(self) -> Opened | None:
        """Drop what could not be saved and return what the file holds; None where there is no file.

        Raises:
            PlanError: the file can't be read; what could not be saved still waits.
        """
        if self._writer is None:
            return None
        opened = self._writer.open().result()
        self._writer.discard()
        self._set_state(_rest(read_only=bool(opened.read_only_reason)))
        return opened

    def flush(self) -> bool:
        """Wait until everything that can be written is.

        Returns:
            Whether everything is durable.
        """
        return self._writer.flush() if self._writer is not None else True

    def close(self) -> bool:
        """Wait until everything is written and close the file; may be called twice.

        Returns:
            Whether everything is durable.
        """
        return self._writer.close() if self._writer is not None else True

    def _settle(self, error: Exception | None) -> None:
        if error is not None:
            self._set_state(SaveState.FAILED)
            self.failed.emit(_as_plan_error(error))
        elif self._writer is not None and self._writer.is_idle:
            self._set_state(SaveState.SAVED)

    def _set_state(self, state: SaveState) -> None:
        if state is not self._state:
            self._state = state
            self.state_changed.emit(state)


def _rest(*, read_only: bool) -> SaveState:
    return SaveState.READ_ONLY if read_only else SaveState.SAVED


def _as_plan_error(error: Exception) -> PlanError:
    if isinstance(error, PlanError):
        return error
    _LOG.error("a change could not be saved", exc_info=error)
    return PlanError(
        say("The last changes could not be saved."), hint=say("Save a copy of the plan to another place.")
    )
