"""A handout as a Word file, for those who must edit it further."""

from collections.abc import Iterable
from datetime import date, datetime, time

import docx
from docx.shared import Pt

from planner.charts.scene import Scene
from planner.document.blocks import Chart
from planner.document.options import PdfOptions
from planner.document.pages import theme
from planner.document.pages.inks import legible
from planner.document.pages.paper import LARGE_PRINT, paper_named
from planner.document.watch import Watch
from planner.document.word.body import Body
from planner.document.word.furniture import add_plain_furniture
from planner.document.word.look import dress, style_id
from planner.document.word.package import describe, packed
from planner.document.word.texts import paragraph
from planner.document.workshop.handout import Handout
from planner.paper.text.clean import printable

_HEADING = 14.0
"""Points of a section's heading: a paper of a few pages has many, and no chapters."""
_BEFORE = 20.0
"""Points above it."""


def handout_docx(handout: Handout, options: PdfOptions, *, today: date, watch: Watch) -> bytes:
    """Return a handout as the bytes of a Word file.

    Args:
        handout: what it says.
        options: paper, large print and accent; sides, greys and logo are for paper alone.
        today: the day that the file says it was made on.
        watch: told how far the work is, and asked whether to stop.

    Raises:
        ExportCancelledError: it was stopped.
        PlanError: there is no such paper.
    """
    watch.at(0.0)
    paper = paper_named(options.paper)
    document = docx.Document()
    scale = LARGE_PRINT if options.large_print else 1.0
    dress(document, paper, legible(options.accent) if options.accent else theme.ACCENT, scale)
    heading = document.styles["Heading 1"]
    heading.font.size, heading.paragraph_format.space_before = Pt(_HEADING * scale), Pt(_BEFORE)
    add_plain_furniture(document, paper, handout.title, handout.name, handout.foot)
    describe(
        document,
        title=printable(handout.file_title),
        author=printable(handout.organisation),
        subject=printable(handout.name),
        revision=1,
        at=datetime.combine(today, time()),
    )
    _write(Body(document, _no_charts, paper.frame_width), handout, watch)
    return packed(document)


def _write(body: Body, handout: Handout, watch: Watch) -> None:
    if handout.organisation:
        body.put(paragraph(handout.organisation, "Organisation"))
    body.put(paragraph(handout.title, "Title"), paragraph(handout.subtitle, "Subtitle"))
    body.blocks(handout.opening)
    for number, section in enumerate(handout.sections, start=1):
        body.put(paragraph(section.heading, style_id("Heading 1")))
        body.blocks(section.blocks)
        watch.at(number / (len(handout.sections) + 1))
    body.finish()


def _no_charts(_chart: Chart) -> Iterable[Scene]:
    return ()
