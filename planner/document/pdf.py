"""The plan document as a PDF file: laid out and drawn page by page, then written in one go.

Bytes depend on nothing but the plan, the findings, the day and the options: two exports are equal.
"""

from dataclasses import dataclass
from datetime import date
from functools import partial
from io import BytesIO
from pathlib import Path

from planner.document.attached import plan_attachment
from planner.document.blocks import Block, PlanReport, Together
from planner.document.logo.picture import read_logo
from planner.document.options import PdfOptions
from planner.document.pages.charts import chart_flows
from planner.document.pages.compose import Composer
from planner.document.pages.furniture import Furniture
from planner.document.pages.inks import chart_theme, inks_for
from planner.document.pages.logo import LogoFlow
from planner.document.pages.paginate import fill_pages
from planner.document.pages.paper import paper_for
from planner.document.pages.printing import Printer
from planner.document.report import described, plan_report
from planner.document.watch import Cancelled, ExportCancelledError, Progress, Watch
from planner.model.plan import Plan
from planner.paper.tags.finish import Meta, finish
from planner.paper.text.canvas import TextCanvas, prepare_reportlab
from planner.signoff.printed import code_text
from planner.truths.findings import Report

__all__ = ["ExportCancelledError", "ExportResult", "PdfOptions", "export_pdf", "pdf_bytes"]

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
        signed: the plan as it was signed before; see `planner.store.revisions.signed_before`.
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
    watch.write(out, data, _FINISHED)
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
    code = code_text(plan.plan_id, written.revision, written.fingerprint)
    buffer = BytesIO()
    canvas = TextCanvas(buffer, pagesize=paper.sheet, inks=inks_for(options))
    canvas.showOutline()
    printer = Printer(canvas, paper, partial(Furniture, report=written, code=code), numbers)
    step = partial(_tell, watch, _blocks_in(written))
    for page in fill_pages(composer.document(written), paper.frame_width, paper.frame_height, step):
        printer.draw(page)
    printer.finish()
    watch.at(_DRAWN)
    finish(canvas, _meta(written, today), [plan_attachment(plan)])
    canvas.save()
    watch.at(_FINISHED)
    return buffer.getvalue(), printer.count


def _logo(options: PdfOptions, written: PlanReport) -> LogoFlow | None:
    if not options.logo:
        return None
    return LogoFlow(read_logo(options.logo), written.organisation, grey=options.grey)


def _tell(watch: Watch, blocks: int, placed: int) -> None:
    """Tell how far the work is by the pieces placed: hardly more than the blocks that they come from."""
    watch.at(_DRAWN * min(1.0, placed / blocks))


def _blocks_in(written: PlanReport) -> int:
    """Return the number of blocks in a report, headings of chapters and lines of its contents included."""
    chapters = (*written.chapters, *filter(None, [written.control]))
    return 4 + sum(2 + sum(map(_blocks_of, chapter.blocks)) for chapter in chapters)


def _blocks_of(block: Block) -> int:
    return sum(map(_blocks_of, block.blocks)) if isinstance(block, Together) else 1


def _meta(written: PlanReport, today: date) -> Meta:
    return Meta(
        title=written.title,
        author=written.organisation,
        subject=described(written),
        day=today,
    )
