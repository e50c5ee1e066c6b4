"""Fields in as many columns as there is room for."""

import operator
from collections.abc import Iterable, Sequence
from itertools import takewhile

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.kit.field_row import FieldRow
from ui.theme import current_tokens
from ui.theme.tokens import LARGE, MEDIUM

_TWO_FROM, _THREE_FROM = 520, 1000
"""Widths in pixels at 100 % from which on fields stand in two and in three columns."""


class FieldGrid(QWidget):
    """Rows in reading order; wide ones take a line of their own, the others share lines."""

    def __init__(self, rows: Iterable[FieldRow], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = list(rows)
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(LARGE)
        self._grid.setVerticalSpacing(MEDIUM)
        self._arrange(1)

    @property
    def rows(self) -> Sequence[FieldRow]:
        """The rows in order."""
        return self._rows

    @property
    def columns(self) -> int:
        """How many columns there are now."""
        return self._columns

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take as many columns as there is room for."""
        super().resizeEvent(event)
        self._arrange(columns_for(event.size().width()))

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for row in self._rows:
            self._grid.removeWidget(row)
        for column in range(3):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        line = column = 0
        for at, row in enumerate(self._rows):
            span = self._span(at, columns)
            if column + span > columns:
                line, column = line + 1, 0
            self._grid.addWidget(row, line, column, 1, span)
            column += span

    def _span(self, at: int, columns: int) -> int:
        """Return how many columns a row takes; of three, a name leaves the last to the fields behind it.

        It does so where those would otherwise leave a gap before the next wide one. Half a line is too short
        for a name.
        """
        row = self._rows[at]
        if not row.is_name or columns < 3:
            return columns if row.wide else 1
        behind = (other.wide for other in self._rows[at + 1 :])
        return columns - sum(1 for _ in takewhile(operator.not_, behind)) % columns


def columns_for(width: int) -> int:
    """Return how many columns of fields fit a width in pixels at the present size of text."""
    tokens = current_tokens()
    if width < tokens.px(_TWO_FROM):
        return 1
    return 2 if width < tokens.px(_THREE_FROM) else 3
