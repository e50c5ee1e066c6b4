"""What stands on every page of the worksheets."""

from dataclasses import dataclass

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from planner.document.pages import theme
from planner.document.pages.furniture import elided
from planner.document.pages.paper import Paper
from planner.document.tags.drawing import Tags
from planner.document.text.block import draw_line
from planner.document.text.style import TextStyle
from planner.language import phrase, say

_HEADER, _FOOTER = 42.5, 36.9
"""Distances of the baselines from the edges of the sheet, in points on the paper."""
_NAME = phrase("Worksheets")
_HOW = phrase("Typed back by number, one answer a line, such as 4.3b: Anna")
_RIGHT = TextStyle(theme.FURNITURE.size, theme.FURNITURE.leading, colour=theme.GREY, alignment="end")


@dataclass(frozen=True, slots=True)
class SheetFurniture:
    """Draws what stands on every page.

    Attributes:
        paper: the side of the sheet.
        title: of the plan; empty where the sheets belong to none.
    """

    paper: Paper
    title: str

    def draw(self, canvas: Canvas, number: int, count: int) -> None:
        """Draw a page's furniture.

        Args:
            canvas: where.
            number: of the page, from 1.
            count: of all pages.
        """
        with Tags.of(canvas).artifact("Pagination"):
            self._draw_header(canvas)
            self._draw_footer(canvas, number, count)

    def _draw_header(self, canvas: Canvas) -> None:
        paper = self.paper
        baseline = paper.height - _HEADER / paper.scale
        taken = draw_line(canvas, paper.right_edge, baseline, say(_NAME), _RIGHT)
        said = elided(self.title, theme.FURNITURE, paper.frame_width - taken - 2 * theme.HALF)
        draw_line(canvas, paper.left, baseline, said, theme.FURNITURE)
        canvas.setStrokeColor(HexColor(theme.RULE))
        canvas.setLineWidth(theme.MIDDLE)
        canvas.line(paper.left, baseline - 6, paper.right_edge, baseline - 6)

    def _draw_footer(self, canvas: Canvas, number: int, count: int) -> None:
        baseline = _FOOTER / self.paper.scale
        draw_line(canvas, self.paper.left, baseline, say(_HOW), theme.FURNITURE)
        draw_line(
            canvas,
            self.paper.right_edge,
            baseline,
            say("Page {number} of {count}", number=str(number), count=str(count)),
            _RIGHT,
        )
