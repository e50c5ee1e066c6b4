"""The plan document as a Word file."""

from collections.abc import Iterator
from datetime import date, datetime, time
from functools import partial
from pathlib import Path

import docx
from docx.oxml.xmlchemy import BaseOxmlElement as Element

from planner.charts.scene import Scene
from planner.document.blocks import Chapter, Chart, PlanReport
from planner.document.options import PdfOptions
from planner.document.pages import theme
from planner.document.pages.charts import chart_scenes
from planner.document.pages.inks import legible
from planner.document.pages.paper import LARGE_PRINT, Paper, paper_named
from planner.document.report import described, plan_report
from planner.document.watch import Cancelled, Progress, Watch
from planner.document.word.body import Body
from planner.document.word.furniture import add_furniture, contents
from planner.document.word.look import dress
from planner.document.word.package import describe, packed
from planner.document.word.texts import element, paragraph
from planner.language import say
from planner.model.plan import Plan
from planner.paper.text.clean import printable
from planner.truths.findings import Report

_WRITTEN = 0.9
"""Part of the work that is done when all chapters are written; then they are packed."""
_CHART_HEIGHT = 560.0
"""Points of height of one part of a chart: it stands on a page with its headings."""


def export_docx(  # noqa: PLR0913 - callers name the last four, and leave out what they don't need
    plan: Plan,
    report: Report,
    out: Path,
    options: PdfOptions,
    *,
    today: date,
    signed: Plan | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Path:
    """Write a plan's document for editing in Word.

    The file appears as a whole or not at all; an older one stays as it was until then.

    Args:
        plan: the plan.
        report: what the truths find in exactly this plan on that day.
        out: the file to write.
        options: paper, chapters, large print and accent; sides, greys and logo are for paper alone.
        today: the day as of which the document speaks.
        signed: the plan as it was signed before, for the chapter on what changed since.
        progress: told from 0 to 1 how far the work is; any thread may call this function.
        cancelled: asked often whether to stop.

    Returns:
        The file.

    Raises:
        ExportCancelledError: it was stopped.
        PlanError: there is no such paper or chapter, or the file can't be written.
    """
    watch = Watch(progress, cancelled)
    data = docx_bytes(plan, report, options, today=today, signed=signed, watch=watch)
    watch.write(out, data, _WRITTEN)
    return out


def docx_bytes(
    plan: Plan,
    report: Report,
    options: PdfOptions,
    *,
    today: date,
    signed: Plan | None = None,
    watch: Watch | None = None,
) -> bytes:
    """Return a plan's document as the bytes of a Word file; see `export_docx`."""
    watch = watch or Watch()
    watch.at(0.0)
    paper = paper_named(options.paper)
    written = plan_report(plan, report, today, options.sections, signed=signed)
    document = docx.Document()
    accent = legible(options.accent) if options.accent else theme.ACCENT
    dress(document, paper, accent, LARGE_PRINT if options.large_print else 1.0)
    add_furniture(document, written, paper)
    describe(
        document,
        title=printable(written.title),
        author=printable(written.organisation),
        subject=described(written),
        revision=written.revision,
        at=datetime.combine(today, time()),
    )
    charts = partial(_charts, plan, today, paper)
    _write(Body(document, charts, paper.frame_width), written, watch)
    return packed(document)


def _write(body: Body, written: PlanReport, watch: Watch) -> None:
    """Write first page, contents and chapters; the document control block has no number."""
    last = (written.control,) if written.control else ()
    body.first_page(written.first)
    body.put(_page_break(), *contents((*written.chapters, *last)), _page_break())
    for place, chapter in enumerate((*written.chapters, *last)):
        body.chapter(chapter, "" if chapter is written.control else _eyebrow(chapter, place + 1), place)
        watch.at(_WRITTEN * (place + 1) / (len(written.chapters) + 1))
    body.finish()


def _eyebrow(chapter: Chapter, number: int) -> str:
    return f"{number}  {chapter.title}" if chapter.finding else say("Chapter {number}", number=str(number))


def _charts(plan: Plan, today: date, paper: Paper, chart: Chart) -> Iterator[Scene]:
    return chart_scenes(plan, today, chart, paper.frame_width, _CHART_HEIGHT)


def _page_break() -> Element:
    made = paragraph(" ")
    made[-1].append(element("br", type="page"))
    return made
