"""Casting votes: the table in which it is done, who is missing, and the result once it is revealed."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.language import say
from planner.model.plan import Plan
from ui.kit.empty_state import EmptyState
from ui.kit.scrolling import ScrollPage
from ui.kit.text import plain_label
from ui.theme.tokens import SMALL
from ui.workshop.voting.bars import BarsView
from ui.workshop.voting.grid import VoteGrid
from ui.workshop.voting.reading import bars_of, sheet_of, turnout


class CastingPage(QWidget):
    """Shows one ballot to vote in.

    Attributes:
        grid: the table in which votes are cast.
        bars: the result.
    """

    def __init__(self) -> None:
        super().__init__()
        self.grid = VoteGrid()
        self.bars = BarsView()
        self._turnout = plain_label(wraps=True)
        self._problem = plain_label(role="error", wraps=True)
        self._problem.hide()
        self._hidden = plain_label(
            say("The result is hidden until it is revealed."), role="muted", wraps=True
        )
        self._result = _under_heading(self.bars)
        self._nothing = EmptyState(
            "vote",
            say("No ballot yet"),
            say("Give each person dots, let them rank, or answer a question by yes, partly or no."),
            "",
        )
        self._build()

    @property
    def words(self) -> tuple[str, str]:
        """Who has voted, and what was refused."""
        return self._turnout.text(), self._problem.text()

    def show_ballot(self, plan: Plan, ballot_id: str, *, can_edit: bool) -> None:
        """Show a ballot.

        Args:
            plan: the plan.
            ballot_id: which one; empty where there is none.
            can_edit: votes are taken.
        """
        there = bool(ballot_id)
        revealed = there and plan.ballots[ballot_id].revealed
        self.grid.set_read_only(not can_edit)
        self.grid.show_sheet(sheet_of(plan, ballot_id, hidden=not revealed))
        self._turnout.setText(turnout(plan, ballot_id) if there else "")
        for part, is_shown in (
            (self.grid, there),
            (self._turnout, there),
            (self._nothing, not there),
            (self._result, revealed),
            (self._hidden, there and not revealed),
        ):
            part.setVisible(is_shown)
        self.bars.show_bars(bars_of(plan, ballot_id) if revealed else ())

    def tell(self, trouble: str) -> None:
        """Say why a vote was not taken; empty once one was."""
        self._problem.setText(trouble)
        self._problem.setVisible(bool(trouble))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SMALL, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self._turnout)
        column.addWidget(self.grid, 3)
        column.addWidget(self._problem)
        column.addWidget(self._hidden)
        column.addWidget(self._result, 2)
        column.addWidget(self._nothing, 3)


def _under_heading(bars: BarsView) -> ScrollPage:
    result = QWidget()
    column = QVBoxLayout(result)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(plain_label(say("Result"), role="h3"))
    column.addWidget(bars)
    column.addStretch(1)
    return ScrollPage(result)
