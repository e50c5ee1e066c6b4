"""Worksheets as a PDF file: laid out in memory, then written in one go.

Bytes depend on nothing but the plan, the day and the options: two exports are equal.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from planner.document.pages.paginate import Page
from planner.document.pages.paper import Paper, PaperName, paper_for
from planner.document.pages.sheets import SheetFurniture, SheetLook, drawn_sheets
from planner.document.pdf import ExportResult
from planner.document.watch import Cancelled, Progress, Watch
from planner.document.worksheets.compose import SheetComposer
from planner.errors import PlanError
from planner.language import say
from planner.model.kinds import Step
from planner.model.plan import Plan
from planner.paper.tags.finish import Meta
from planner.paper.text.canvas import prepare_reportlab

_LAID_OUT, _DRAWN, _FINISHED = 0.6, 0.9, 0.98
"""Parts of the work that are done when pages are filled, when they are drawn, and before writing."""
_MOST_ROWS = 60


@dataclass(frozen=True, slots=True)
class WorksheetOptions:
    """What the worksheets are like.

    Attributes:
        paper: "A4" or "Letter".
        steps: which steps; all of them where it is empty.
        rows: blank entries of each kind, 0 to 60; None for as many as usually come up.
        prefilled: the plan's own entries stand there too, to be gone on with.
        large_print: everything is a fifth larger, to be read across a table.
    """

    paper: PaperName = "A4"
    steps: tuple[Step, ...] = ()
    rows: int | None = None
    prefilled: bool = False
    large_print: bool = True


def export_worksheets(
    plan: Plan | None,
    out: Path,
    options: WorksheetOptions,
    *,
    today: date,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> ExportResult:
    """Write worksheets for a workshop.

    The file appears as a whole or not at all; an older one stays as it was until then.

    Args:
        plan: its entries have the first letters; None for sheets that belong to no plan.
        out: the file to write.
        options: paper, steps and rows.
        today: the day that the file says it was made on.
        progress: told from 0 to 1 how far the work is; any thread may call this function.
        cancelled: asked often whether to stop.

    Raises:
        ExportCancelledError: it was stopped.
        PlanError: there is no such paper, too many rows are wanted, or the file can't be written.
    """
    watch = Watch(progress, cancelled)
    data, pages = _worksheets(plan, options, today, watch)
    watch.write(out, data, _FINISHED)
    return ExportResult(pages, out)


def _worksheets(plan: Plan | None, options: WorksheetOptions, today: date, watch: Watch) -> tuple[bytes, int]:
    prepare_reportlab()
    watch.at(0.0)
    _check_rows(options.rows)
    paper = paper_for(options.paper, large_print=options.large_print)
    pages = _pages(plan, options, paper, watch)
    title = plan.the_brief.title if plan else ""
    return _drawn(pages, paper, title, _meta(plan, today), watch), len(pages)


def _check_rows(rows: int | None) -> None:
    if rows is not None and not 0 <= rows <= _MOST_ROWS:
        msg = say("Worksheets can't have {rows} blank entries of each kind.", rows=rows)
        raise PlanError(msg, hint=say("Choose a number from 0 to {most}.", most=_MOST_ROWS))


def _pages(plan: Plan | None, options: WorksheetOptions, paper: Paper, watch: Watch) -> list[Page]:
    composer = SheetComposer(paper, plan, options.rows, options.prefilled)
    chosen = [step for step in Step if not options.steps or step in options.steps]
    pages: list[Page] = []
    for number, step in enumerate(chosen):
        pages += composer.pages(step, first=not number)
        watch.at(_LAID_OUT * (number + 1) / len(chosen))
    return pages


def _drawn(pages: Sequence[Page], paper: Paper, title: str, meta: Meta, watch: Watch) -> bytes:
    how = say("Typed back by number, one answer a line, such as 4.3b: Anna")
    look = SheetLook(paper, SheetFurniture(title, say("Worksheets"), how))
    drawing = watch.stretch(_LAID_OUT, _DRAWN)
    return drawn_sheets(pages, look, meta, drawing.at)


def _meta(plan: Plan | None, today: date) -> Meta:
    title = say("{title}: worksheets", title=plan.the_brief.title) if plan else say("Worksheets for a plan")
    return Meta(
        title=title,
        author=plan.the_brief.organisation if plan else "",
        subject=say("Blank forms for each step of a plan for social media and customer experience"),
        day=today,
    )
