"""Pages on their way into the file: each is drawn as soon as it is filled, and then let go.

What is known at the end only is drawn at the end: the pages of the contents, and "Page n of m" on each.
"""

from collections.abc import Callable
from functools import partial

from planner.document.pages.contents import ContentsEntry
from planner.document.pages.furniture import Furniture
from planner.document.pages.paginate import Page
from planner.document.pages.paper import Paper
from planner.document.pages.texts import Heading
from planner.paper.text.canvas import LeftPage, TextCanvas


class Printer:
    """Draws pages.

    Attributes:
        count: how many there are so far.
    """

    def __init__(
        self,
        canvas: TextCanvas,
        paper: Paper,
        furnished: Callable[[Paper], Furniture],
        numbers: dict[str, int],
    ) -> None:
        """Begin a document.

        Args:
            canvas: that it is drawn on.
            paper: of its pages.
            furnished: gives the furniture of either side of a sheet.
            numbers: filled with the page of each heading, by its key; the contents read it.
        """
        self.count = 0
        self._canvas = canvas
        self._paper = paper
        self._furnished = furnished
        self._numbers = numbers
        self._left: list[tuple[LeftPage, Page]] = []

    def draw(self, page: Page) -> None:
        """Draw the next page, or leave it out for now where it lists the pages of chapters."""
        self.count += 1
        self._numbers |= {placed.flow.key: self.count for placed in page if isinstance(placed.flow, Heading)}
        if any(isinstance(placed.flow, ContentsEntry) for placed in page):
            self._left.append((self._canvas.leave_out(), page))
        else:
            self._draw(page, self.count)

    def finish(self) -> None:
        """Draw what was left out, and the number of each page."""
        for left, page in self._left:
            self._canvas.go_back_to(left)
            self._draw(page, left.number)
        for number in range(1, self.count + 1):
            self._canvas.add_to(number, partial(self._draw_number, number))

    def _draw(self, page: Page, number: int) -> None:
        side = self._side(number)
        self._furnished(side).draw(self._canvas)
        for placed in page:
            bottom = side.height - side.top - placed.top - placed.height
            placed.flow.drawOn(self._canvas, side.left, bottom)
        self._canvas.leave_open()

    def _draw_number(self, number: int) -> None:
        self._furnished(self._side(number)).draw_number(self._canvas, number, self.count)

    def _side(self, number: int) -> Paper:
        """Return the side of the sheet that a page stands on, its axes set."""
        side = self._paper.side(number)
        if side.scale != 1.0:
            self._canvas.scale(side.scale, side.scale)
        return side
