"""The poster as a PDF file: laid out in memory, then written in one go.

Bytes depend on nothing but the plan, the findings, the day and the options: two exports are equal.
"""

from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path

from planner.document.attached import plan_attachment
from planner.document.logo.picture import read_logo
from planner.document.options import PdfOptions
from planner.document.pages.inks import chart_theme, inks_for
from planner.document.pages.logo import LogoFlow
from planner.document.pdf import ExportResult
from planner.document.poster.content import Poster, poster_of
from planner.document.poster.layout import PosterPage
from planner.document.poster.paper import PosterPaperName, sheet_named
from planner.document.source import Source
from planner.document.watch import Cancelled, Progress, Watch
from planner.language import say
from planner.model.plan import Plan
from planner.paper.tags.finish import Meta, finish
from planner.paper.text.canvas import TextCanvas, prepare_reportlab
from planner.truths.findings import Report

_SAID = 0.3
"""Part of the work that is done when it is known what the poster says."""
_DRAWN = 0.8
_FINISHED = 0.98


@dataclass(frozen=True, slots=True)
class PosterOptions:
    """What the poster is like.

    Attributes:
        paper: "A3", "A4", "Tabloid" or "Letter", lying.
        grey: no colour at all; shapes and words carry the meaning alone.
        accent: colour of key figures and bars as "#RRGGBB"; empty for Truecourse's own.
        logo: a PNG or SVG file's bytes; empty for none.
    """

    paper: PosterPaperName = "A3"
    grey: bool = False
    accent: str = ""
    logo: bytes = b""


def export_poster(
    plan: Plan,
    report: Report,
    out: Path,
    options: PosterOptions,
    *,
    today: date,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> ExportResult:
    """Write a plan's poster: one page, whatever the plan.

    The file appears as a whole or not at all; an older one stays as it was until then.

    Args:
        plan: the plan.
        report: what the truths find in exactly this plan on that day.
        out: the file to write.
        options: paper and look.
        today: the day as of which the poster speaks.
        progress: told from 0 to 1 how far the work is; any thread may call this function.
        cancelled: asked whether to stop.

    Raises:
        ExportCancelledError: it was stopped.
        PlanError: there is no such paper, or the file can't be written.
    """
    watch = Watch(progress, cancelled)
    data = _poster(plan, report, options, today, watch)
    watch.write(out, data, _FINISHED)
    return ExportResult(1, out)


def _poster(plan: Plan, report: Report, options: PosterOptions, today: date, watch: Watch) -> bytes:
    prepare_reportlab()
    watch.at(0.0)
    sheet = sheet_named(options.paper)
    looks = PdfOptions(grey=options.grey, accent=options.accent)
    logo = _logo(options, plan.the_brief.organisation)
    poster = poster_of(Source(plan, report, today))
    watch.at(_SAID)
    buffer = BytesIO()
    canvas = TextCanvas(buffer, pagesize=(sheet.paper_width, sheet.paper_height), inks=inks_for(looks))
    PosterPage(plan, poster, sheet, chart_theme(looks), today, logo).draw(canvas)
    canvas.showPage()
    watch.at(_DRAWN)
    finish(canvas, _meta(plan, poster, today), [plan_attachment(plan)])
    canvas.save()
    return buffer.getvalue()


def _logo(options: PosterOptions, organisation: str) -> LogoFlow | None:
    if not options.logo:
        return None
    return LogoFlow(read_logo(options.logo), organisation, grey=options.grey)


def _meta(plan: Plan, poster: Poster, today: date) -> Meta:
    return Meta(
        title=say("{title}: the plan on a page", title=plan.the_brief.title),
        author=plan.the_brief.organisation,
        subject=say(
            "Revision {revision}, {status}, plan fingerprint {fingerprint}",
            revision=str(poster.revision),
            status=poster.status.word,
            fingerprint=poster.fingerprint,
        ),
        day=today,
    )
