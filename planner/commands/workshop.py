"""`truecourse workshop`: a workshop's agenda and minutes as files."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from planner.commands.output import Exit, tell, terminal_progress
from planner.document.pages.paper import PaperName
from planner.document.workshop.export import export_agenda, export_minutes, minutes_bytes
from planner.document.workshop.source import Source
from planner.errors import PlanError
from planner.exchange.workshop_calendar import agenda_calendar
from planner.files.atomic import write_atomically
from planner.language import say
from planner.model.format import plural
from planner.store.workspace import load_plan, load_workshop


@dataclass(frozen=True, slots=True)
class PaperOrder:
    """What is asked for on the command line.

    Attributes:
        out: the new file, or the name of several without an ending.
        today: the day as of which it speaks.
        paper: in place of the paper of the plan's document.
        notes: the agenda has the facilitator's private notes.
        zone: time zone of an agenda in the calendar; empty for the clock on the wall.
    """

    out: Path
    today: date
    paper: PaperName | None = None
    notes: bool = False
    zone: str = ""


def agenda(path: Path, order: PaperOrder) -> Exit:
    """Write the agenda as the ending of `out` says: for paper or for the calendar.

    Raises:
        PlanError: the plan can't be read, or the agenda not written.
    """
    plan, ending = load_plan(path), order.out.suffix.lower()
    if ending == ".ics":
        write_atomically(order.out, agenda_calendar(plan, order.today, order.zone))
        tell(say("Wrote {path}", path=str(order.out)))
    elif ending == ".pdf":
        result = export_agenda(
            plan,
            order.out,
            today=order.today,
            notes=order.notes,
            paper=order.paper,
            progress=terminal_progress(),
        )
        _told(order.out, result.pages)
    else:
        msg = say("An agenda can't be written to “{name}”.", name=order.out.name)
        raise PlanError(msg, hint=say("Its name ends in .pdf or .ics."))
    return Exit.OK


def minutes(path: Path, order: PaperOrder) -> Exit:
    """Write the minutes: all three files, or the one that the ending of `out` names.

    Raises:
        PlanError: the plan can't be read, or the minutes not written.
    """
    plan, beginning, state = load_workshop(path)
    source = Source(plan, order.today, beginning, state)
    if order.out.suffix.lower() in {".pdf", ".docx", ".ics"}:
        return _one_of_them(source, order)
    result = export_minutes(source, order.out, paper=order.paper, progress=terminal_progress())
    for written in result.paths:
        if written.suffix == ".pdf":
            _told(written, result.pages)
        else:
            tell(say("Wrote {path}", path=str(written)))
    return Exit.OK


def _one_of_them(source: Source, order: PaperOrder) -> Exit:
    made = minutes_bytes(source, paper=order.paper)
    data = {".pdf": made.pdf, ".docx": made.word, ".ics": made.calendar}[order.out.suffix.lower()]
    if not data:
        msg = say("No next step has a day, so there is nothing for a calendar.")
        raise PlanError(msg, hint=say("Give each decision an owner and a day."))
    write_atomically(order.out, data)
    tell(say("Wrote {path}", path=str(order.out)))
    return Exit.OK


def _told(path: Path, pages: int) -> None:
    tell(say("Wrote {path}, {pages}", path=str(path), pages=plural(pages, "page")))
