"""A handout as a PDF file (PDF/A-3a and PDF/UA-1).

Bytes depend on nothing but the handout, the day and the look: two exports are equal.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from planner.document.blocks import Chart
from planner.document.logo.picture import read_logo
from planner.document.options import PdfOptions
from planner.document.pages import theme
from planner.document.pages.compose import Composer
from planner.document.pages.inks import inks_for
from planner.document.pages.logo import LogoFlow
from planner.document.pages.paginate import Flow, Page, Piece, paginate
from planner.document.pages.paper import Paper, paper_for
from planner.document.pages.sheets import SheetFurniture, SheetLook, drawn_sheets
from planner.document.pages.texts import Heading
from planner.document.watch import Watch
from planner.document.workshop.handout import Handout, Section
from planner.paper.tags.finish import Meta
from planner.paper.text.canvas import prepare_reportlab

_LAID_OUT = 0.5
"""Part of the work that is done when all pages are filled."""
_STEP = 0.05
"""By how much less large the next try is."""
_MOST_PAGES = 2


@dataclass(frozen=True, slots=True)
class Enlarged:
    """How much larger than usual a handout is set, so that it is read from afar.

    Attributes:
        largest: at most.
        alone: at least, for it to stand on one page; else it gets two, and is as large as they allow.
    """

    largest: float = 1.0
    alone: float = 1.0


AS_USUAL = Enlarged()


def handout_pdf(
    handout: Handout, options: PdfOptions, *, today: date, watch: Watch, enlarged: Enlarged = AS_USUAL
) -> tuple[bytes, int]:
    """Return a handout as the bytes of a PDF file, and how many pages it has.

    Args:
        handout: what it says.
        options: paper and look; chapters are for the plan's document alone.
        today: the day that the file says it was made on.
        watch: told how far the work is, and asked whether to stop.
        enlarged: how much larger than usual everything may be, as far as it stands on a page or two.

    Raises:
        ExportCancelledError: it was stopped.
        PlanError: there is no such paper.
    """
    prepare_reportlab()
    watch.at(0.0)
    paper, pages = _as_large_as_fits(handout, options, enlarged, watch)
    watch.at(_LAID_OUT)
    furniture = SheetFurniture(handout.title, handout.name, handout.foot)
    look = SheetLook(paper, furniture, inks_for(options))
    meta = Meta(
        title=handout.file_title,
        author=handout.organisation,
        subject=handout.name,
        day=today,
    )
    data = drawn_sheets(pages, look, meta, lambda part: watch.at(_LAID_OUT + (1 - _LAID_OUT) * part))
    return data, len(pages)


def _as_large_as_fits(
    handout: Handout, options: PdfOptions, wanted: Enlarged, watch: Watch
) -> tuple[Paper, list[Page]]:
    """Return the largest layout that stands on one page or else on two, or the usual one where none does."""
    sizes = [1.0 + step * _STEP for step in range(round((wanted.largest - 1.0) / _STEP), 0, -1)]
    on_two: tuple[Paper, list[Page]] | None = None
    for number, size in enumerate(sizes):
        paper = paper_for(options.paper).enlarged(size)
        pages = _pages(handout, options, paper)
        if len(pages) == 1 and (size >= wanted.alone or on_two is None):
            return paper, pages
        if len(pages) <= _MOST_PAGES and on_two is None:
            on_two = paper, pages
        watch.at(_LAID_OUT * (number + 1) / (len(sizes) + 1))
    return on_two or _usual(handout, options)


def _usual(handout: Handout, options: PdfOptions) -> tuple[Paper, list[Page]]:
    paper = paper_for(options.paper, large_print=options.large_print, two_sided=options.two_sided)
    return paper, _pages(handout, options, paper)


def _pages(handout: Handout, options: PdfOptions, paper: Paper) -> list[Page]:
    composer = Composer(paper, _no_charts, {})
    pieces = (*_head(handout, options, composer), *_sections(handout.sections, composer))
    return paginate(pieces, paper.frame_width, paper.frame_height)


def _no_charts(_chart: Chart, _width: float, _height: float) -> Sequence[Flow]:
    return ()


def _head(handout: Handout, options: PdfOptions, composer: Composer) -> Iterator[Piece]:
    if options.logo:
        logo = LogoFlow(read_logo(options.logo), handout.organisation, grey=options.grey)
        yield Piece(logo, after=2 * theme.HALF)
    texts = (
        (handout.organisation, theme.ORGANISATION),
        (handout.title, theme.HEADING if handout.small_title else theme.title_style(handout.title)),
        (handout.subtitle, theme.SUBTITLE),
    )
    yield Piece(Heading(texts, key="first", entry=handout.title, level=0, rank=1), after=2 * theme.HALF)
    yield from composer.blocks(handout.opening)


def _sections(sections: Sequence[Section], composer: Composer) -> Iterator[Piece]:
    for number, section in enumerate(sections):
        texts = ((section.heading, theme.SUBHEADING),)
        heading = Heading(texts, key=f"section-{number}", entry=section.heading, level=0, rank=2)
        yield Piece(heading, before=4 * theme.HALF, after=theme.HALF, keep=True)
        yield from composer.blocks(section.blocks)
