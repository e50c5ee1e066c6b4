"""The papers and the grid on them, in points from the bottom left corner.

In large print the grid is that of a smaller sheet, and everything on it is drawn larger.
"""

from dataclasses import dataclass, replace
from typing import Literal

from planner.errors import PlanError
from planner.language import language, say

PaperName = Literal["A4", "Letter"]

COLUMNS = 12
GUTTER = 14.0
"""Distance between two columns, in points."""
LARGE_PRINT = 17 / 14
"""By how much everything is larger in large print: running text stands 12 points on 17.

Source: UK Association for Accessible Formats, clear print at 12 points at least.
"""


@dataclass(frozen=True, slots=True)
class Paper:
    """One size of paper with its margins; that at which reading begins is wider, for the holes of a binder.

    Attributes:
        name: what it is called.
        width: of the sheet.
        height: of the sheet.
        left: margin.
        right: margin.
        top: margin, with the header inside.
        bottom: margin, with the footer inside.
        scale: points on the sheet for each point of the layout; more than 1 in large print.
        two_sided: the margins change sides on even pages, so that the holes lie on one another.
    """

    name: PaperName
    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    scale: float = 1.0
    two_sided: bool = False

    @property
    def frame_width(self) -> float:
        """Width between the margins."""
        return self.width - self.left - self.right

    @property
    def frame_height(self) -> float:
        """Height between the margins."""
        return self.height - self.top - self.bottom

    @property
    def right_edge(self) -> float:
        """Where the right margin begins."""
        return self.width - self.right

    @property
    def sheet(self) -> tuple[float, float]:
        """Width and height of the sheet as it lies in the printer, in points."""
        return self.width * self.scale, self.height * self.scale

    def enlarged(self, scale: float) -> "Paper":
        """Return the same sheet for a layout that is drawn larger: margins and grid shrink with it."""
        lengths = (self.width, self.height, self.left, self.right, self.top, self.bottom)
        width, height, left, right, top, bottom = (length / scale for length in lengths)
        return Paper(self.name, width, height, left, right, top, bottom, scale, self.two_sided)

    def side(self, number: int) -> "Paper":
        """Return the side of a sheet on which a page (from 1) stands: even pages have the holes opposite."""
        if not self.two_sided or number % 2:
            return self
        return replace(self, left=self.right, right=self.left)

    def columns(self, count: int) -> float:
        """Return the width of some columns of the grid with the gutters between them."""
        one = (self.frame_width - (COLUMNS - 1) * GUTTER) / COLUMNS
        return count * one + (count - 1) * GUTTER

    def column_start(self, index: int) -> float:
        """Return where a column (from 0) begins, from the left margin."""
        return self.columns(index) + GUTTER if index else 0.0


A4 = Paper("A4", 595.28, 841.89, left=68.03, right=51.02, top=73.7, bottom=68.03)
LETTER = Paper("Letter", 612.0, 792.0, left=68.0, right=51.0, top=74.0, bottom=68.0)


def paper_named(name: str) -> Paper:
    """Return a paper by its name.

    Raises:
        PlanError: there is no such paper.
    """
    for paper in (A4, LETTER):
        if paper.name == name:
            return paper
    msg = say("There is no paper “{name}”.", name=name)
    raise PlanError(msg, hint=say("Choose A4 or Letter."))


def paper_for(name: str, *, large_print: bool = False, two_sided: bool = False) -> Paper:
    """Return a paper for a layout.

    Args:
        name: "A4" or "Letter".
        large_print: everything is drawn larger.
        two_sided: margins change sides on even pages.

    Raises:
        PlanError: there is no such paper.
    """
    paper = replace(paper_named(name), two_sided=two_sided)
    if language().right_to_left:
        paper = replace(paper, left=paper.right, right=paper.left)
    return paper.enlarged(LARGE_PRINT) if large_print else paper
