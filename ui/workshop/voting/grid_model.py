"""The table of a vote for its view and for screen readers."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QWidget

from planner.language import say
from ui.kit.text import plain_tooltip
from ui.theme import icon
from ui.workshop.voting.sheet import Sheet

_Index = QModelIndex | QPersistentModelIndex
MASK = "•"
"""Stands for a vote that is cast and not to be read yet."""


class GridModel(QAbstractTableModel):
    """Entries down, people across."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._sheet = Sheet()
        self._open = 0
        self._name_room = 0

    @property
    def sheet(self) -> Sheet:
        """What is shown."""
        return self._sheet

    def show(self, sheet: Sheet) -> None:
        """Show a ballot, or the same one after an edit."""
        before, self._sheet = self._sheet, sheet
        same_people = [one.id for one in before.voters] == [one.id for one in sheet.voters]
        if not same_people or before.entries != sheet.entries or before.ballot != sheet.ballot:
            self.beginResetModel()
            self.endResetModel()
        elif sheet.voters and sheet.entries:
            corner = self.index(len(sheet.entries) - 1, len(sheet.voters) - 1)
            self.dataChanged.emit(self.index(0, 0), corner)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(sheet.voters) - 1)

    def give_room(self, width: int) -> None:
        """Cut the names of people to so many pixels; the whole name stands in a tooltip."""
        if width != self._name_room:
            self._name_room = width
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, max(0, self.columnCount() - 1))

    @property
    def head_font(self) -> QFont:
        """How heads are set; they are cut by its widths, not by those of the lighter text."""
        view = self.parent()
        font = QFont(view.font()) if isinstance(view, QWidget) else QFont()
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def open_column(self, column: int) -> None:
        """Let one person's votes be read: of who is at it."""
        before, self._open = self._open, column
        rows = self.rowCount() - 1
        for changed in (before, column):
            if rows >= 0 and 0 <= changed < self.columnCount():
                self.dataChanged.emit(self.index(0, changed), self.index(rows, changed))

    def rowCount(self, parent: _Index | None = None) -> int:
        """Return the number of entries."""
        return 0 if parent is not None and parent.isValid() else len(self._sheet.entries)

    def columnCount(self, parent: _Index | None = None) -> int:
        """Return the number of people."""
        return 0 if parent is not None and parent.isValid() else len(self._sheet.voters)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's
        """Return what a view, a delegate or a screen reader asks for."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._shown(index.row(), index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index.row(), index.column())
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's
        """Return a person with what is left to cast, or an entry."""
        across = orientation is Qt.Orientation.Horizontal
        if role == Qt.ItemDataRole.FontRole:
            return self.head_font
        if section >= (self.columnCount() if across else self.rowCount()):
            return None
        return self._person(section, role) if across else self._entry(section, role)

    def _person(self, column: int, role: int) -> Any:  # noqa: ANN401 - Qt's
        voter = self._sheet.voters[column]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{self._cut(voter.name)}\n{voter.left}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(voter.name)
        if role == Qt.ItemDataRole.DecorationRole:
            return icon("circle-check" if voter.is_done else "circle", "ok" if voter.is_done else "muted")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return say("{name}, {points_left}", name=voter.name, points_left=voter.left)
        return None

    def _cut(self, name: str) -> str:
        if not self._name_room:
            return name
        return QFontMetrics(self.head_font).elidedText(name, Qt.TextElideMode.ElideRight, self._name_room)

    def _entry(self, row: int, role: int) -> Any:  # noqa: ANN401 - Qt's
        name = self._sheet.entries[row][1]
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(name)
        return name if role == Qt.ItemDataRole.DisplayRole else None

    def _is_masked(self, column: int) -> bool:
        return self._sheet.hidden and column != self._open

    def _shown(self, row: int, column: int) -> str:
        words = self._sheet.words(row, column)
        return MASK if words and self._is_masked(column) else words

    def _spoken(self, row: int, column: int) -> str:
        words = self._sheet.words(row, column) or say("nothing yet")
        if self._is_masked(column):
            words = say("hidden")
        entry, who = self._sheet.entries[row][1], self._sheet.voters[column].name
        return say("{person}, {entry}: {vote}", person=who, entry=entry, vote=words)
