"""Papers beside the plan's document, such as worksheets and minutes: plain furniture, drawn page by page."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO

from planner.document.pages import theme
from planner.document.pages.direction import draw_begun
from planner.document.pages.furniture import elided
from planner.document.pages.inks import Inks
from planner.document.pages.paginate import Page
from planner.document.pages.paper import Paper
from planner.language import say
from planner.paper.tags.drawing import Tags
from planner.paper.tags.finish import Meta, finish
from planner.paper.text.canvas import TextCanvas
from planner.paper.text.style import TextStyle

_HEADER, _FOOTER = 42.5, 36.9
"""Distances of the baselines from the edges of the sheet, in points on the paper."""
_RIGHT = TextStyle(theme.FURNITURE.size, theme.FURNITURE.leading, colour=theme.GREY, alignment="end")


@dataclass(frozen=True, slots=True)
class SheetFurniture:
    """Draws what stands on every page.

    Attributes:
        title: begins the header: of the plan; empty where the sheets belong to none.
        name: ends the header: what sort of paper it is.
        foot: begins the footer.
    """

    title: str
    name: str
    foot: str

    def draw(self, canvas: TextCanvas, paper: Paper, number: int, count: int) -> None:
        """Draw a page's furniture.

        Args:
            canvas: where.
            paper: the side of the sheet.
            number: of the page, from 1.
            count: of all pages.
        """
        with Tags.of(canvas).artifact("Pagination"):
            self._draw_header(canvas, paper)
            self._draw_footer(
                canvas, paper, say("Page {number} of {count}", number=str(number), count=str(count))
            )

    def _draw_header(self, canvas: TextCanvas, paper: Paper) -> None:
        baseline = paper.height - _HEADER / paper.scale
        _draw_apart(canvas, paper, baseline, self.title, self.name)
        below = baseline - 6
        canvas.rule((paper.left, below), (paper.right_edge, below), theme.MIDDLE, theme.RULE)

    def _draw_footer(self, canvas: TextCanvas, paper: Paper, page: str) -> None:
        _draw_apart(canvas, paper, _FOOTER / paper.scale, self.foot, page)


def _draw_apart(canvas: TextCanvas, paper: Paper, baseline: float, first: str, last: str) -> None:
    """Draw a text at either margin; the first one gives way."""
    edges = paper.left, paper.right_edge
    taken = draw_begun(canvas, (paper.right_edge, baseline), last, _RIGHT, edges)
    room = paper.frame_width - taken - 2 * theme.HALF
    shown = elided(first, theme.FURNITURE, room)
    draw_begun(canvas, (paper.left, baseline), shown, theme.FURNITURE, edges)


@dataclass(frozen=True, slots=True)
class SheetLook:
    """How pages are drawn.

    Attributes:
        paper: what they are drawn on.
        furniture: stands on each.
        inks: the colours that are printed; by default as they are.
    """

    paper: Paper
    furniture: SheetFurniture
    inks: Inks | None = None


def drawn_sheets(pages: Sequence[Page], look: SheetLook, meta: Meta, tell: Callable[[float], None]) -> bytes:
    """Return pages as a PDF/A-3a and PDF/UA-1 file.

    Args:
        pages: what stands on each.
        look: how they are drawn.
        meta: what the file says about itself.
        tell: told after each page the part that is drawn, from 0 to 1; may raise to stop.
    """
    buffer = BytesIO()
    canvas = TextCanvas(buffer, pagesize=look.paper.sheet, inks=look.inks)
    canvas.showOutline()
    for number, page in enumerate(pages, start=1):
        side = look.paper.side(number)
        canvas.scale(side.scale, side.scale)
        look.furniture.draw(canvas, side, number, len(pages))
        for placed in page:
            placed.flow.drawOn(canvas, side.left, side.height - side.top - placed.top - placed.height)
        canvas.showPage()
        tell(number / len(pages))
    finish(canvas, meta)
    canvas.save()
    return buffer.getvalue()
