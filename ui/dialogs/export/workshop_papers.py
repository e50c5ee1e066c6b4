"""The papers of a workshop among what can be exported: its agenda and its minutes."""

from collections.abc import Callable
from concurrent.futures import Future
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from planner.files.atomic import write_atomically
from planner.language import say
from planner.model.format import plural
from planner.model.plan import Plan
from planner.workshop.state import NOT_BEGUN, RoomState

if TYPE_CHECKING:
    from planner.store.plan_file import PlanFile

RoomContents = tuple[Plan | None, RoomState]
"""The plan as it was when the workshop began, and where its clock stands."""


def room_contents(file: "PlanFile") -> RoomContents:
    """Return what a plan's file keeps of the workshop."""
    return file.beginning(), file.room


def write_agenda(
    plan: Plan,
    today: date,
    out: Path,
    *,
    notes: bool,
    progress: Callable[[float], None],
    cancelled: Callable[[], bool],
) -> str:
    """Write the agenda, for the wall or with the facilitator's notes; return how many pages it has."""
    from planner.document.workshop.export import export_agenda  # noqa: PLC0415 - ReportLab is slow to import

    made = export_agenda(plan, out, today=today, notes=notes, progress=progress, cancelled=cancelled)
    return plural(made.pages, "page")


def write_calendar(plan: Plan, today: date, out: Path) -> None:
    """Write the agenda for the calendar."""
    from planner.exchange.workshop_calendar import agenda_calendar  # noqa: PLC0415 - only where needed

    write_atomically(out, agenda_calendar(plan, today))


def write_minutes(
    plan: Plan,
    today: date,
    out: Path,
    *,
    room: "Future[RoomContents] | None",
    progress: Callable[[float], None],
    cancelled: Callable[[], bool],
) -> str:
    """Write the minutes as PDF, and Word and calendar file beside it; return how much that is."""
    from planner.document.workshop.export import export_minutes  # noqa: PLC0415 - ReportLab is slow to import
    from planner.document.workshop.source import Source  # noqa: PLC0415 - as above

    beginning, state = (None, NOT_BEGUN) if room is None else room.result()
    source = Source(plan, today, beginning, state)
    made = export_minutes(source, out.with_suffix(""), progress=progress, cancelled=cancelled)
    pages = plural(made.pages, "page")
    if any(path.suffix == ".ics" for path in made.paths):
        return say("{pages}; the Word and the calendar file stand beside it", pages=pages)
    return say("{pages}; the Word file stands beside it", pages=pages)
