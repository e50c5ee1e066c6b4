"""From the blocks of the report model to the pieces that fill pages."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import singledispatchmethod
from itertools import count

from planner.document.blocks import (
    Beside,
    Block,
    Chapter,
    Chart,
    Facts,
    Figures,
    FirstPage,
    Paragraph,
    PlanReport,
    Points,
    Signature,
    Subheading,
    Table,
    Together,
    Tone,
)
from planner.document.pages import theme
from planner.document.pages.charts import part_heading
from planner.document.pages.contents import PADS, ContentsEntry, Entry
from planner.document.pages.facts import FactsFlow
from planner.document.pages.first import shorter_and_shorter
from planner.document.pages.paginate import Flow, Piece, paginate
from planner.document.pages.paper import Paper
from planner.document.pages.rows import RowsFlow
from planner.document.pages.signature import SignatureFlow
from planner.document.pages.table import TableFlow
from planner.document.pages.texts import FiguresFlow, Heading, Narrow, PointsFlow, Titled
from planner.document.pages.unbroken import unbroken
from planner.language import say
from planner.paper.text.block import TextBlock
from planner.paper.text.style import TextStyle

_HEADING_COLUMNS = 11
_COLUMNS: Mapping[Tone, int] = {Tone.LEAD: 11, Tone.BODY: 8, Tone.QUIET: 10}
"""Columns of the grid that a text fills: about 66 characters of running text, which read well."""
_STYLES: Mapping[Tone, TextStyle] = {Tone.LEAD: theme.LEAD, Tone.BODY: theme.BODY, Tone.QUIET: theme.QUIET}
_MAJOR = (theme.SUBHEADING, 3 * theme.HALF, 0.75 * theme.HALF)
_MINOR = (theme.BODY_STRONG, 2 * theme.HALF, theme.HALF / 4)
_ABOVE_CHART = 21 * theme.HALF
"""Room that is kept on a chart's page for the chapter's heading and its own."""

ChartFlows = Callable[[Chart, float, float], Sequence[Flow]]
"""Draws a chart for a width and the height of a page; gives a part for each page that it needs."""


class Composer:
    """Turns blocks into pieces for one paper.

    Attributes:
        pages: page of each chapter by its key, to be filled when all pages are.
    """

    def __init__(
        self, paper: Paper, charts: ChartFlows, pages: Mapping[str, int], logo: Flow | None = None
    ) -> None:
        self.pages = pages
        self._logo = logo
        self._paper = paper
        self._charts = charts
        self._groups = count(1)
        self._places = count(1)

    def document(self, report: PlanReport) -> Iterator[Piece]:
        """Yield the pieces of the whole document: first page, contents, chapters."""
        yield from self._first(report.first)
        yield from self._contents(report.chapters)
        for number, chapter in enumerate(report.chapters, start=1):
            yield from self._chapter(chapter, number)
        if report.control:
            yield from self._control(report.control)

    def _first(self, first: FirstPage) -> Iterator[Piece]:
        """Yield the first page in one page: whoever reads no further has read it whole."""
        versions = (
            (*self._title(first), *self.blocks(blocks)) for blocks in shorter_and_shorter(first.blocks)
        )
        yield from self._first_that_fits(versions)

    def _first_that_fits(self, versions: Iterable[Sequence[Piece]]) -> Sequence[Piece]:
        """Return the first version that stands on one page; the last one where none does."""
        pieces: Sequence[Piece] = ()
        for version in versions:
            pieces = version
            if len(paginate(pieces, self._paper.frame_width, self._paper.frame_height)) == 1:
                break
        return pieces

    def _title(self, first: FirstPage) -> Iterator[Piece]:
        texts = (
            (first.organisation, theme.ORGANISATION),
            (first.title, theme.title_style(first.title)),
            (first.subtitle, theme.SUBTITLE),
        )
        if self._logo:
            yield Piece(self._logo, after=2 * theme.HALF)
        heading = Heading(texts, key="first", entry=first.title or say("First page"), level=0, rank=1)
        yield Piece(heading, after=theme.HALF)
        yield Piece(PointsFlow((Points("", (first.status,)),), 0.0), after=3 * theme.HALF)

    def _contents(self, chapters: Sequence[Chapter]) -> Iterator[Piece]:
        """Yield the list of chapters: closer, and then without findings, to stand on one page."""
        bare = tuple(replace(chapter, finding="") for chapter in chapters)
        versions = (*((chapters, pad) for pad in PADS), (bare, PADS[0]))
        yield from self._first_that_fits(tuple(self._listed(found, pad)) for found, pad in versions)

    def _listed(self, chapters: Sequence[Chapter], pad: float) -> Iterator[Piece]:
        heading = Heading(
            ((say("Contents"), theme.HEADING),), key="contents", entry=say("Contents"), level=0, rank=2
        )
        yield Piece(heading, after=theme.HALF, keep=True, new_page=True)
        for number, chapter in enumerate(chapters, start=1):
            entry = Entry(chapter.key, number, chapter.title, chapter.finding)
            yield Piece(ContentsEntry(entry, self.pages, pad))

    def _chapter(self, chapter: Chapter, number: int) -> Iterator[Piece]:
        eyebrow = (
            f"{number}  {chapter.title}" if chapter.finding else say("Chapter {number}", number=str(number))
        )
        heading = Heading(
            ((eyebrow, theme.EYEBROW), (unbroken(chapter.heading), theme.HEADING)),
            key=chapter.key,
            entry=f"{number} {chapter.title}",
            level=0,
            rank=2,
        )
        alone = chapter.key == "sign-off"
        yield Piece(
            heading,
            before=5 * theme.HALF,
            after=2 * theme.HALF,
            keep=True,
            new_page=alone or number == 1,
            barrier=True,
        )
        yield from self.blocks(chapter.blocks)

    def _control(self, control: Chapter) -> Iterator[Piece]:
        """Yield what stands behind the chapters, without a number; it stays on one page."""
        heading = Heading(
            ((control.title, theme.HEADING),), key=control.key, entry=control.title, level=0, rank=2
        )
        group = next(self._groups)
        yield Piece(heading, before=5 * theme.HALF, after=theme.HALF, keep=True, group=group, barrier=True)
        yield from (replace(piece, group=group) for piece in self.blocks(control.blocks))

    def blocks(self, blocks: Iterable[Block]) -> Iterator[Piece]:
        """Yield the pieces of some blocks."""
        # Looked up once: a method that depends on its argument's type is made anew at each look.
        pieces_of = self._pieces
        for block in blocks:
            yield from pieces_of(block)

    @singledispatchmethod
    def _pieces(self, block: Block) -> Iterator[Piece]:
        msg = f"nothing draws {block!r}"
        raise TypeError(msg)

    @_pieces.register
    def _(self, block: Paragraph) -> Iterator[Piece]:
        style = _STYLES[block.tone]
        columns = _COLUMNS[block.tone]
        room = self._paper.frame_width - self._paper.columns(columns)
        flow = Narrow(TextBlock(block.text, style), room)
        after = 3 * theme.HALF if block.tone is Tone.LEAD else 1.5 * theme.HALF
        yield Piece(flow, before=theme.HALF / 2, after=after, least=2 * style.leading)

    @_pieces.register
    def _(self, block: Subheading) -> Iterator[Piece]:
        style, before, after = _MINOR if block.minor else _MAJOR
        heading = Heading(
            ((block.text, style),),
            key=f"place-{next(self._places)}",
            entry=block.text if block.listed else "",
            level=1,
            rank=4 if block.minor else 3,
            room=self._paper.columns(_HEADING_COLUMNS),
        )
        yield Piece(heading, before=before, after=after, keep=True)

    @_pieces.register
    def _(self, block: Facts) -> Iterator[Piece]:
        yield self._rows(FactsFlow(block, self._paper))

    @_pieces.register
    def _(self, block: Table) -> Iterator[Piece]:
        yield self._rows(TableFlow(block))

    def _rows(self, flow: RowsFlow) -> Piece:
        least = flow.grid_at(self._paper.frame_width).least
        return Piece(flow, before=theme.HALF, after=2 * theme.HALF, least=least)

    @_pieces.register
    def _(self, block: Figures) -> Iterator[Piece]:
        yield Piece(FiguresFlow(block.figures), before=2 * theme.HALF, after=2 * theme.HALF)

    @_pieces.register
    def _(self, block: Beside) -> Iterator[Piece]:
        yield self._points((block.left, block.right))

    @_pieces.register
    def _(self, block: Points) -> Iterator[Piece]:
        yield self._points((block,))

    def _points(self, lists: Sequence[Points]) -> Piece:
        return Piece(PointsFlow(lists, 2 * theme.HALF), before=2 * theme.HALF, after=2 * theme.HALF)

    @_pieces.register
    def _(self, block: Signature) -> Iterator[Piece]:
        yield Piece(SignatureFlow(block), before=theme.HALF, after=2 * theme.HALF)

    @_pieces.register
    def _(self, block: Chart) -> Iterator[Piece]:
        room = self._paper.frame_height - _ABOVE_CHART
        parts = self._charts(block, self._paper.frame_width, room)
        for number, part in enumerate(parts, start=1):
            heading = part_heading(block, number, len(parts))
            flow = Titled(Heading(((heading, theme.SUBHEADING),), key=f"place-{next(self._places)}"), part)
            yield Piece(flow, before=3 * theme.HALF, after=3 * theme.HALF, floats=True)

    @_pieces.register
    def _(self, block: Together) -> Iterator[Piece]:
        group = next(self._groups)
        is_card = all(isinstance(part, Subheading | Facts) for part in block.blocks)
        for piece in self.blocks(block.blocks):
            yield replace(piece, group=group, loose=is_card)
