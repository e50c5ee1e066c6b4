"""What stands on every page: header, footer, and DRAFT while a stop stands."""

import math
from dataclasses import dataclass, replace
from functools import partial

from reportlab.lib.colors import HexColor

from planner.document.blocks import PlanReport, Status
from planner.document.pages import theme
from planner.document.pages.direction import draw_begun, placed_in
from planner.document.pages.paper import Paper
from planner.document.pages.qr import code_size, draw_code
from planner.language import say
from planner.model.fingerprint import short_fingerprint
from planner.paper.tags.drawing import Tags
from planner.paper.text.block import draw_line, lines_for, text_width
from planner.paper.text.canvas import TextCanvas
from planner.paper.text.style import TextStyle

_HEADER = 42.5
"""Distance of the header's baseline from the sheet's upper edge."""
_FOOTER = 36.9
"""Distance of the footer's baseline from the sheet's lower edge."""
_CODE = 20.0
"""Distance of the code's lower side from the sheet's lower edge; printers leave the outer 6 mm white."""
_BESIDE_CODE = 9.0
"""White between the code and what stands beside it; its readers want four squares."""
_RIGHT = TextStyle(size=8, leading=10.5, colour=theme.GREY, alignment="end")
_WORD = TextStyle(size=8, leading=10.5, weight="semibold", colour="#FFFFFF", alignment="centre")
_OUTLINE = TextStyle(size=150, leading=150, weight="semibold", colour=theme.DRAFT, alignment="centre")
_BOX_WIDTH, _BOX_PADDING = 38.0, 6.0
"""Least width of the box around the word, and least room beside the word."""
_ACROSS = 0.8
"""Part of the way from corner to corner that the outlines of the word may take."""


@dataclass(frozen=True, slots=True)
class Furniture:
    """Draws what stands on every page.

    Attributes:
        paper: the sheet.
        report: gives title, revision, fingerprint and status.
        code: what the QR code says; see `planner.signoff.printed`.
    """

    paper: Paper
    report: PlanReport
    code: str

    def draw(self, canvas: TextCanvas) -> None:
        """Draw a page's furniture but for its number; what the page says is drawn on top."""
        with Tags.of(canvas).artifact("Pagination"):
            canvas.draw_alike(self.paper, partial(self._draw, canvas))

    def draw_number(self, canvas: TextCanvas, number: int, count: int) -> None:
        """Draw a page's number.

        Args:
            canvas: where.
            number: of the page, from 1.
            count: of all pages.
        """
        with Tags.of(canvas).artifact("Pagination"):
            end = self.paper.right_edge - code_size(self.code) - _BESIDE_CODE
            words = say("Page {number} of {count}", number=str(number), count=str(count))
            draw_begun(canvas, (end, _FOOTER), words, _RIGHT, self._edges)

    @property
    def _edges(self) -> tuple[float, float]:
        return self.paper.left, self.paper.right_edge

    def _draw(self, canvas: TextCanvas) -> None:
        if self.report.is_draft:
            self._draw_outline(canvas)
        self._draw_header(canvas)
        fingerprint = say(
            "Plan fingerprint {fingerprint}",
            fingerprint=short_fingerprint(self.report.fingerprint),
        )
        draw_begun(canvas, (self.paper.left, _FOOTER), fingerprint, theme.FURNITURE, self._edges)
        size = code_size(self.code)
        draw_code(canvas, self.code, placed_in(self._edges, self.paper.right_edge - size, size), _CODE)

    def _draw_header(self, canvas: TextCanvas) -> None:
        paper, baseline = self.paper, self.paper.height - _HEADER
        end = paper.right_edge
        if self.report.is_draft:
            end -= self._draw_word(canvas, end, baseline) + theme.HALF
        revision = say("Revision {revision}", revision=str(self.report.revision))
        taken = draw_begun(canvas, (end, baseline), revision, _RIGHT, self._edges)
        room = end - taken - 2 * theme.HALF - paper.left
        title = elided(self.report.title, theme.FURNITURE, room)
        draw_begun(canvas, (paper.left, baseline), title, theme.FURNITURE, self._edges)
        below = baseline - 6
        canvas.rule((paper.left, below), (paper.right_edge, below), theme.MIDDLE, theme.RULE)

    def _draw_word(self, canvas: TextCanvas, end: float, baseline: float) -> float:
        """Draw the word in its box that ends at a place, and return the width that it takes."""
        said = Status.DRAFT.word
        width = max(_BOX_WIDTH, text_width(said, _WORD) + 2 * _BOX_PADDING)
        canvas.setFillColor(HexColor(theme.DRAFT))
        left = placed_in(self._edges, end - width, width)
        canvas.roundRect(left, baseline - 3.2, width, 12, 2, stroke=0, fill=1)
        draw_line(canvas, left + width / 2, baseline, said, _WORD)
        return width

    def _draw_outline(self, canvas: TextCanvas) -> None:
        """Draw the outlines of the word from corner to corner, light enough to read text over them."""
        paper = self.paper
        canvas.saveState()
        canvas.translate(paper.width / 2, paper.height / 2)
        canvas.rotate(math.degrees(math.atan2(paper.height, paper.width)))
        canvas.setStrokeColor(HexColor(theme.DRAFT_OUTLINE))
        canvas.setLineWidth(1.0)
        canvas.addLiteral("1 Tr")
        style = self._outline(Status.DRAFT.word)
        draw_line(canvas, 0, -style.size * 0.36, Status.DRAFT.word, style)
        canvas.restoreState()

    def _outline(self, word: str) -> TextStyle:
        """Return the style of the word's outlines: smaller where a long one would leave the sheet."""
        room = math.hypot(self.paper.width, self.paper.height) * _ACROSS
        return replace(_OUTLINE, size=_OUTLINE.size * min(1.0, room / text_width(word, _OUTLINE)))


def elided(text: str, style: TextStyle, room: float) -> str:
    """Return a text in one line, its end replaced by an ellipsis where it does not fit."""
    flat = " ".join(text.split())
    if text_width(flat[:400], style) <= room and len(flat) <= 400:
        return flat
    ellipsis = text_width("…", style)
    return f"{lines_for(flat[:400], style, room - ellipsis)[0].text.rstrip()}…"
