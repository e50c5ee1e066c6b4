"""The columns of one sheet, each with an example and the field that it becomes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHeaderView, QTableWidget, QTableWidgetItem

from planner.exchange.spreadsheet.guessing import SheetMapping, fields_offered, headings_of
from planner.exchange.spreadsheet.tables import Table, text_of
from planner.language import phrase, say
from ui.theme import current_tokens

LEFT_OUT = phrase("— left out —")
_ROW, _LONGEST = 40, 60
_FIELD = 2
"""The column in which one says what becomes of a sheet's column."""


class ColumnTable(QTableWidget):
    """Shows the columns of a sheet as rows.

    Signals:
        mapped: a column, and the field that it is to become; empty for none.
    """

    mapped = Signal(int, str)

    def __init__(self) -> None:
        super().__init__(0, 3)
        self.setObjectName("spreadsheet.columns")
        self.setProperty("role", "cells")
        self.setAccessibleName(say("Columns of the sheet"))
        self.setHorizontalHeaderLabels([say("Column"), say("Example"), say("Becomes")])
        self.verticalHeader().hide()
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(_FIELD, QHeaderView.ResizeMode.ResizeToContents)

    def show_sheet(self, table: Table, mapping: SheetMapping) -> None:
        """Show the columns of another sheet, or of the same one mapped otherwise."""
        headings = headings_of(table, mapping.heading_row)
        self.setRowCount(0)
        self.setRowCount(len(headings))
        for column, heading in enumerate(headings):
            title = heading or say("Column {number}", number=column + 1)
            self.setItem(column, 0, QTableWidgetItem(title))
            self.setItem(column, 1, QTableWidgetItem(_example(table, mapping.heading_row, column)))
            self.setCellWidget(column, _FIELD, self._make_choice(column, title, mapping))
            self.setRowHeight(column, current_tokens().px(_ROW))

    def _make_choice(self, column: int, title: str, mapping: SheetMapping) -> QComboBox:
        choice = FieldChoice(column, mapping)
        choice.setAccessibleName(say("{title} becomes", title=title))
        choice.picked.connect(self.mapped)
        return choice


class FieldChoice(QComboBox):
    """The fields that one column may become.

    Signals:
        picked: the column, and the field chosen.
    """

    picked = Signal(int, str)

    def __init__(self, column: int, mapping: SheetMapping) -> None:
        super().__init__()
        self._column = column
        self.setEnabled(bool(mapping.kind))
        self.addItem(say(LEFT_OUT), "")
        for spec in fields_offered(mapping.kind) if mapping.kind else ():
            self.addItem(spec.title, spec.name)
        self.setCurrentIndex(max(0, self.findData(mapping.columns[column])))
        self.activated.connect(self._tell)

    def _tell(self) -> None:
        self.picked.emit(self._column, self.currentData())


def _example(table: Table, heading_row: int, column: int) -> str:
    """Return the first filled cell below a heading."""
    below = (text_of(row[column]) for row in table.rows[heading_row + 1 :] if column < len(row))
    found = " ".join(next(filter(None, below), "").split())
    return found if len(found) <= _LONGEST else f"{found[:_LONGEST]}…"
