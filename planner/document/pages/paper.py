"""The papers and the grid on them, in points from the bottom left corner."""

from dataclasses import dataclass
from typing import Literal

from planner.errors import PlanError

PaperName = Literal["A4", "Letter"]

COLUMNS = 12
GUTTER = 14.0
"""Distance between two columns, in points."""
BASELINE = 14.0
"""Distance between two lines of running text; distances are multiples of its half."""


@dataclass(frozen=True, slots=True)
class Paper:
    """One size of paper with its margins; the left one is wider, for the holes of a binder.

    Attributes:
        name: what it is called.
        width: of the sheet.
        height: of the sheet.
        left: margin.
        right: margin.
        top: margin, with the header inside.
        bottom: margin, with the footer inside.
    """

    name: PaperName
    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float

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
    msg = f"There is no paper “{name}”."
    raise PlanError(msg, hint="Choose A4 or Letter.")
