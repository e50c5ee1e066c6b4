"""Labels with their texts: rows without rules."""

from dataclasses import replace

from planner.document.blocks import Facts
from planner.document.pages import theme
from planner.document.pages.grid import Grid, lay_row
from planner.document.pages.paper import Paper
from planner.document.pages.rows import RowsFlow
from planner.document.pages.setting import CellStyles
from planner.paper.tags.structure import Role

_STYLES = (
    CellStyles(theme.LABEL, theme.LABEL, theme.LABEL),
    CellStyles(theme.FACT, theme.FACT_STRONG, theme.CELL_DETAIL),
)
_LABEL_COLUMNS = 3
_PAD = 1.2


class FactsFlow(RowsFlow):
    """Labels in the first columns of the page's grid, texts in the others."""

    tag: Role = "L"
    body_tag: Role | None = None
    row_tag: Role = "LI"

    def __init__(self, facts: Facts, paper: Paper) -> None:
        super().__init__()
        self._facts = facts
        self._paper = paper

    def lay_out(self, width: float) -> Grid:
        """Return the rows, broken to the grid of the page."""
        labels = (0.0, self._paper.columns(_LABEL_COLUMNS))
        empty = Grid((labels, (self._paper.column_start(_LABEL_COLUMNS), width)), ("left", "left"), _PAD, ())
        facts = self._facts
        targets = facts.targets or [""] * len(facts.rows)
        rows = tuple(
            replace(lay_row(row, empty, _STYLES), target=target)
            for row, target in zip(facts.rows, targets, strict=False)
        )
        return Grid(empty.edges, empty.aligns, _PAD, rows)

    def cell_tag(self, _grid: Grid, column: int) -> tuple[Role, str]:
        """Return that labels stand before what they are labels of."""
        return ("LBody" if column else "Lbl"), ""
