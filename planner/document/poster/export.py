"""The poster as a PDF file: laid out in memory, then written in one go."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from io import BytesIO

from planner.document.options import PdfOptions
from planner.document.pages.inks import chart_theme, inks_for
from planner.document.poster.content import poster_of
from planner.document.poster.layout import PosterPage
from planner.document.poster.paper import PosterPaperName, sheet_named
from planner.document.source import Source
from planner.document.text.canvas import TextCanvas, prepare_reportlab
from planner.model.plan import Plan
from planner.truths.findings import Report

Progress = Callable[[float], None]
Cancelled = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class PosterOptions:
    """What the poster is like.

    Attributes:
        paper: "A3", "A4", "Tabloid" or "Letter", lying.
    """

    paper: PosterPaperName = "A3"
    grey: bool = False
    accent: str = ""
    logo: bytes = b""


def poster_bytes(plan: Plan, report: Report, options: PosterOptions, *, today: date) -> bytes:
    prepare_reportlab()
    sheet = sheet_named(options.paper)
    looks = PdfOptions(grey=options.grey, accent=options.accent)
    poster = poster_of(Source(plan, report, today))
    buffer = BytesIO()
    canvas = TextCanvas(
        buffer, pagesize=(sheet.paper_width, sheet.paper_height), lang="en", inks=inks_for(looks)
    )
    PosterPage(plan, poster, sheet, chart_theme(looks), today).draw(canvas)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()
