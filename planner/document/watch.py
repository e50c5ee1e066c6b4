"""Long work that tells how far it is and can be stopped."""

from collections.abc import Callable
from dataclasses import dataclass

from planner.errors import PlanError

Progress = Callable[[float], None]
"""Told from 0 to 1 how far the work is."""
Cancelled = Callable[[], bool]
"""Asked often whether to stop."""


class ExportCancelledError(PlanError):
    """The user stopped the export; nothing was written."""

    def __init__(self) -> None:
        super().__init__("The export was stopped; no file was written.")


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
