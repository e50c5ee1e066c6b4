"""A list of rows in columns that is only read: revisions, entries of a log."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

from planner.language import say
from ui.theme import current_tokens
from ui.theme.tokens import LARGE, ROW_HEIGHT


class RowList(QTreeWidget):
    """Rows as high as those of the tables; columns as wide as their words, the last takes the rest."""

    def __init__(self, name: str, columns: Sequence[str]) -> None:
        """Make an empty list.

        Args:
            name: what it lists.
            columns: the headings.
        """
        super().__init__()
        self.setProperty("role", "cells")
        self.setAccessibleName(name)
        self.header().setAccessibleName(say("Columns: {name}", name=name))
        self.setHeaderLabels(list(columns))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setAlternatingRowColors(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.header().setStretchLastSection(True)

    def show_rows(self, items: Sequence[QTreeWidgetItem]) -> None:
        """Show other rows.

        Args:
            items: the rows in order.
        """
        self.clear()
        self.addTopLevelItems(list(items))
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Take on another size of text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        height, last = current_tokens().px(ROW_HEIGHT), self.columnCount() - 1
        for at in range(self.topLevelItemCount()):
            item = self.topLevelItem(at)
            if item is not None:
                item.setSizeHint(last, QSize(0, height))  # the width of this column asks for nothing
        for column in range(last):
            words = max(self.sizeHintForColumn(column), self.header().sectionSizeHint(column))
            self.setColumnWidth(column, words + LARGE)
