"""The plan document as a PDF file: laid out in memory, then written in one go.

Bytes depend on nothing but the plan, the findings, the day and the options: two exports are equal.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from io import BytesIO
from pathlib import Path

from planner.document.attached import plan_attachment
from planner.document.blocks import PlanReport
from planner.document.logo.picture import read_logo
from planner.document.options import PdfOptions
from planner.document.pages.charts import chart_flows
from planner.document.pages.compose import Composer
from planner.document.pages.furniture import Furniture
from planner.document.pages.inks import chart_theme, inks_for
from planner.document.pages.logo import LogoFlow
from planner.document.pages.paginate import Page, Piece, paginate
from planner.document.pages.paper import Paper, paper_for
from planner.document.pages.texts import Heading
from planner.document.report import plan_report
from planner.document.tags.finish import Meta, finish
from planner.document.text.canvas import TextCanvas, prepare_reportlab
from planner.document.watch import Cancelled, ExportCancelledError, Progress, Watch
from planner.model.plan import Plan
from planner.signoff.printed import code_text
from planner.store.atomic import write_atomically
from planner.truths.findings import Report

__all__ = ["ExportCancelledError", "ExportResult", "PdfOptions", "export_pdf", "pdf_bytes"]

_LAID_OUT = 0.7
"""Part of the work that is done when all pages are filled; then they are drawn."""
_DRAWN = 0.95
"""Part of the work that is done when all pages are drawn; then the file gets what archives want."""
_FINISHED = 0.98
"""Part of the work that is done when the file can be written."""


@dataclass(frozen=True, slots=True)
class ExportResult:
    """What was written.

    Attributes:
        pages: how many pages.
        path: the file.
    """

    pages: int
    path: Path


def export_pdf(  # noqa: PLR0913 - callers name the last four, and leave out what they don't need
    plan: Plan,
    report: Report,
    out: Path,
    options: PdfOptions,
    *,
    today: date,
    signed: Plan | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> ExportResult:
    """Write a plan's document.

    The file appears as a whole or not at all; an older one stays as it was until then.

    Args:
        plan: the plan.
        report: what the truths find in exactly this plan on that day.
        out: the file to write.
        options: paper, chapters and look.
        today: the day as of which the document speaks.
        signed: the plan as it was signed before; see `planner.signoff.revisions.signed_before`.
        progress: told from 0 to 1 how far the work is; any thread may call this function.
        cancelled: asked often whether to stop.

    Returns:
        Number of pages and path.

    Raises:
        ExportCancelledError: it was stopped.
        PlanError: there is no such paper or chapter, or the file can't be written.
    """
    watch = Watch(progress, cancelled)
    written = plan_report(plan, report, today, options.sections, signed=signed)
    data, pages = _document(plan, written, options, today, watch)
    watch.at(_FINISHED)
    write_atomically(out, data)
    if progress is not None:
        progress(1.0)
    return ExportResult(pages, out)


def pdf_bytes(
    plan: Plan, report: Report, options: PdfOptions, *, today: date, signed: Plan | None = None
) -> bytes:
    """Return a plan's document as the bytes of a PDF file, for a preview.

    Args:
        plan: the plan.
        report: what the truths find in exactly this plan on that day.
        options: paper, chapters and look.
        today: the day as of which the document speaks.
        signed: the plan as it was signed before.
    """
    written = plan_report(plan, report, today, options.sections, signed=signed)
    data, _ = _document(plan, written, options, today, Watch())
    return data


def _document(
    plan: Plan, written: PlanReport, options: PdfOptions, today: date, watch: Watch
) -> tuple[bytes, int]:
    prepare_reportlab()
    watch.at(0.0)
    paper = paper_for(options.paper, large_print=options.large_print, two_sided=options.two_sided)
    numbers: dict[str, int] = {}
    charts = partial(chart_flows, plan, today, chart_theme(options))
    composer = Composer(paper, charts, numbers, _logo(options, written))
    pages = _filled(list(composer.document(written)), paper, watch)
    count = len(pages)
    numbers.update(_chapter_pages(pages))
    code = code_text(plan.plan_id, written.revision, written.fingerprint)
    buffer = BytesIO()
    canvas = TextCanvas(buffer, pagesize=paper.sheet, inks=inks_for(options))
    _draw(canvas, pages, partial(Furniture, report=written, code=code), paper, watch)
    watch.at(_DRAWN)
    finish(canvas, _meta(written, today), [plan_attachment(plan)])
    canvas.save()
    watch.at(_FINISHED)
    return buffer.getvalue(), count


def _logo(options: PdfOptions, written: PlanReport) -> LogoFlow | None:
    if not options.logo:
        return None
    return LogoFlow(read_logo(options.logo), written.organisation, grey=options.grey)


def _filled(pieces: Sequence[Piece], paper: Paper, watch: Watch) -> list[Page]:
    total = len(pieces)
    return paginate(
        pieces, paper.frame_width, paper.frame_height, lambda placed: watch.at(_LAID_OUT * placed / total)
    )


def _chapter_pages(pages: Sequence[Page]) -> dict[str, int]:
    """Return the page of each heading, by its key."""
    return {
        placed.flow.key: number
        for number, page in enumerate(pages, start=1)
        for placed in page
        if isinstance(placed.flow, Heading)
    }


def _draw(
    canvas: TextCanvas, pages: list[Page], furnished: Callable[[Paper], Furniture], paper: Paper, watch: Watch
) -> None:
    """Draw the pages; what stands on a page is let go once it is drawn, as long documents have much of it."""
    canvas.showOutline()
    for number, page in enumerate(pages, start=1):
        side = paper.side(number)
        canvas.scale(side.scale, side.scale)
        furnished(side).draw(canvas, number, len(pages))
        for placed in page:
            placed.flow.drawOn(canvas, side.left, side.height - side.top - placed.top - placed.height)
        canvas.showPage()
        page.clear()
        watch.at(_LAID_OUT + (_DRAWN - _LAID_OUT) * number / len(pages))


def _meta(written: PlanReport, today: date) -> Meta:
    return Meta(
        title=written.title,
        author=written.organisation,
        subject=f"Revision {written.revision}, {written.status}, plan fingerprint {written.fingerprint}",
        day=today,
    )
