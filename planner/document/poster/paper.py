"""The sheets of a poster, and the grid on them.

Everything is laid out in units of which a large sheet's point is one; a small sheet is the same drawing,
made smaller, with a smallest size of type of its own.
"""

from dataclasses import dataclass
from typing import Literal

from planner.errors import PlanError
from planner.language import say

PosterPaperName = Literal["A3", "A4", "Tabloid", "Letter"]

MARGIN = 42.52
"""15 mm, in units."""
COLUMNS = 12
GUTTER = 17.0
"""6 mm, in units."""
_HALF = 0.7071
"""What a length becomes on a sheet of half the area."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One size of paper, lying.

    Attributes:
        name: what it is called.
        paper_width: of the paper, in points.
        paper_height: of the paper, in points.
        scale: points to a unit.
        smallest: size of the smallest type, in units.
    """

    name: PosterPaperName
    paper_width: float
    paper_height: float
    scale: float
    smallest: float

    @property
    def width(self) -> float:
        """Of the whole sheet, in units."""
        return self.paper_width / self.scale

    @property
    def height(self) -> float:
        """Of the whole sheet, in units."""
        return self.paper_height / self.scale

    @property
    def room(self) -> float:
        """Width between the margins, in units."""
        return self.width - 2 * MARGIN

    def columns(self, count: int) -> float:
        """Return the width of some columns with the gutters between them, in units."""
        one = (self.room - (COLUMNS - 1) * GUTTER) / COLUMNS
        return count * one + (count - 1) * GUTTER

    def start(self, index: int) -> float:
        """Return where a column (from 0) begins, from the sheet's left edge, in units."""
        return MARGIN + (self.columns(index) + GUTTER if index else 0.0)


SHEETS = (
    Sheet("A3", 1190.55, 841.89, 1.0, 9.0),
    Sheet("A4", 841.89, 595.28, _HALF, 8 / _HALF),
    Sheet("Tabloid", 1224.0, 792.0, 1.0, 9.0),
    Sheet("Letter", 792.0, 612.0, _HALF, 8 / _HALF),
)


def sheet_named(name: str) -> Sheet:
    """Return a sheet by the name of its paper.

    Raises:
        PlanError: there is no such paper.
    """
    for sheet in SHEETS:
        if sheet.name == name:
            return sheet
    msg = say("There is no paper “{name}” for a poster.", name=name)
    raise PlanError(msg, hint=say("Choose A3, A4, Tabloid or Letter."))
