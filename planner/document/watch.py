"""Long work that tells how far it is and can be stopped."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from planner.errors import PlanError
from planner.files.atomic import write_atomically
from planner.language import say

Progress = Callable[[float], None]
"""Told from 0 to 1 how far the work is."""
Cancelled = Callable[[], bool]
"""Asked often whether to stop."""


class ExportCancelledError(PlanError):
    """The user stopped the export; nothing was written."""

    def __init__(self) -> None:
        super().__init__(say("The export was stopped; no file was written."))


@dataclass(frozen=True, slots=True)
class Watch:
    """Tells how far the work is, and stops it on demand.

    Attributes:
        progress: told how far it is, if anybody wants to know.
        cancelled: asked whether to stop.
    """

    progress: Progress | None = None
    cancelled: Cancelled | None = None

    def at(self, part: float) -> None:
        """Tell that a part of the work is done.

        Raises:
            ExportCancelledError: the user wants no more of it.
        """
        if self.cancelled is not None and self.cancelled():
            raise ExportCancelledError
        if self.progress is not None:
            self.progress(part)

    def stretch(self, first: float, last: float) -> "Watch":
        """Return what watches one part of the work, itself from 0 to 1.

        Args:
            first: how far the whole work is when the part begins.
            last: how far it is when the part is done.
        """
        progress = self.progress
        if progress is None:
            return self
        return Watch(lambda part: progress(first + (last - first) * part), self.cancelled)

    def write(self, out: Path, data: bytes, part: float) -> None:
        """Write the finished file in one go; it appears as a whole or not at all.

        Args:
            out: the file; an older one stays as it was until then.
            data: its content.
            part: of the work that is done before that, from 0 to 1.

        Raises:
            ExportCancelledError: the user wants no more of it.
            PlanError: it can't be written.
        """
        self.at(part)
        write_atomically(out, data)
        if self.progress is not None:
            self.progress(1.0)
