"""A workshop's papers as files: its agenda, and its minutes as PDF, Word and calendar in one act."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from planner.document.options import PdfOptions, options_of
from planner.document.pages.paper import PaperName
from planner.document.pdf import ExportResult
from planner.document.watch import Cancelled, Progress, Watch
from planner.document.workshop.agenda import agenda
from planner.document.workshop.calendar import next_steps_calendar
from planner.document.workshop.minutes import minutes
from planner.document.workshop.next_steps import next_steps
from planner.document.workshop.pdf import Enlarged, handout_pdf
from planner.document.workshop.source import Source
from planner.document.workshop.word import handout_docx
from planner.files.together import write_together
from planner.model.plan import Plan

_WRITTEN, _DRAWN, _PACKED = 0.1, 0.6, 0.95
"""Parts of the work that are done when the minutes are written, when they are drawn, and before the files."""

_ON_THE_WALL, _AT_HAND = Enlarged(2.2, alone=1.1), Enlarged(1.4)
"""How much larger than the document an agenda may be: on the wall, and in the facilitator's hand."""


@dataclass(frozen=True, slots=True)
class MinutesBytes:
    """The minutes in all their forms.

    Attributes:
        pdf: to be read and kept.
        pages: of that.
        word: to be edited.
        calendar: the next steps with a day; empty where none has one.
    """

    pdf: bytes
    pages: int
    word: bytes
    calendar: bytes

    def named(self, stem: Path) -> tuple[tuple[Path, bytes], ...]:
        """Return the files, next to each other under one name."""
        forms = (("pdf", self.pdf), ("docx", self.word), ("ics", self.calendar))
        return tuple((stem.with_name(f"{stem.name}.{ending}"), data) for ending, data in forms if data)


@dataclass(frozen=True, slots=True)
class MinutesResult:
    """What was written.

    Attributes:
        pages: how many pages the PDF has.
        paths: the files; without a calendar where no next step has a day.
    """

    pages: int
    paths: tuple[Path, ...]


def export_minutes(
    source: Source,
    stem: Path,
    *,
    paper: PaperName | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> MinutesResult:
    """Write the minutes as PDF, as Word and as calendar, next to each other.

    The files appear all or none; older ones stay as they were until then.

    Args:
        source: the workshop.
        stem: their path without an ending.
        paper: in place of the paper of the plan's document.
        progress: told from 0 to 1 how far the work is; any thread may call this function.
        cancelled: asked often whether to stop.

    Raises:
        ExportCancelledError: it was stopped; nothing was written.
        PlanError: one of them can't be written.
    """
    watch = Watch(progress, cancelled)
    made = minutes_bytes(source, paper=paper, watch=watch.stretch(0.0, _PACKED))
    files = made.named(stem)
    watch.at(_PACKED)
    write_together(files)
    if progress is not None:
        progress(1.0)
    return MinutesResult(made.pages, tuple(path for path, _ in files))


def minutes_bytes(
    source: Source, *, paper: PaperName | None = None, watch: Watch | None = None
) -> MinutesBytes:
    """Return the minutes as the bytes of their files; see `export_minutes`."""
    watch = watch or Watch()
    watch.at(0.0)
    options, today = _options(source.plan, paper), source.today
    handout = minutes(source)
    pdf, pages = handout_pdf(handout, options, today=today, watch=watch.stretch(_WRITTEN, _DRAWN))
    word = handout_docx(handout, options, today=today, watch=watch.stretch(_DRAWN, 1.0))
    return MinutesBytes(pdf, pages, word, next_steps_calendar(source.plan, next_steps(source), today))


def export_agenda(
    plan: Plan,
    out: Path,
    *,
    today: date,
    notes: bool = False,
    paper: PaperName | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> ExportResult:
    """Write the agenda as a PDF: a large page or two for the wall, or with the facilitator's private notes.

    Args:
        plan: whose workshop it is.
        out: the file to write.
        today: the day that the file says it was made on.
        notes: with the private notes, to be held in the hand.
        paper: in place of the paper of the plan's document.
        progress: told from 0 to 1 how far the work is; any thread may call this function.
        cancelled: asked often whether to stop.

    Raises:
        ExportCancelledError: it was stopped.
        PlanError: the file can't be written.
    """
    watch = Watch(progress, cancelled)
    data, pages = agenda_bytes(plan, today=today, notes=notes, paper=paper, watch=watch.stretch(0.0, _PACKED))
    watch.write(out, data, _PACKED)
    return ExportResult(pages, out)


def agenda_bytes(
    plan: Plan,
    *,
    today: date,
    notes: bool = False,
    paper: PaperName | None = None,
    watch: Watch | None = None,
) -> tuple[bytes, int]:
    """Return the agenda as the bytes of a PDF file, and how many pages it has; see `export_agenda`."""
    handout, options = agenda(plan, notes=notes), _options(plan, paper)
    enlarged = _AT_HAND if notes else _ON_THE_WALL
    return handout_pdf(handout, options, today=today, watch=watch or Watch(), enlarged=enlarged)


def _options(plan: Plan, paper: PaperName | None) -> PdfOptions:
    """Return the look of the plan's own document; chapters play no part in it here."""
    options = options_of(plan)
    return options if paper is None else replace(options, paper=paper)
