"""Sorting and filtering for the eye: the plan's own order stays as it is."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from ui.kit.record_model import RecordModel


class RecordProxy(QSortFilterProxyModel):
    """Shows a model's rows that hold all words of the filter, sorted by value or in the plan's order."""

    def __init__(
        self, model: RecordModel, only: Callable[[Any], bool] | None = None, parent: QObject | None = None
    ) -> None:
        """Show a model's rows.

        Args:
            model: the model.
            only: tells which records are shown at all; None shows all.
            parent: owns the proxy.
        """
        super().__init__(parent)
        self._records = model
        self._only = only
        self._wanted: list[str] = []
        self._keys: list[Any] = []
        self._keys_of = -1
        for changed in (model.dataChanged, model.rowsInserted, model.rowsRemoved, model.rowsMoved):
            # Before the proxy itself hears of it, which then compares anew.
            changed.connect(self._forget_keys)
        self.setSourceModel(model)

    @property
    def is_filtered(self) -> bool:
        """Whether some rows may be hidden."""
        return bool(self._wanted) or self._only is not None

    @property
    def is_sorted(self) -> bool:
        """Whether rows stand in another order than the plan's."""
        return self.sortColumn() >= 0

    def set_filter(self, text: str) -> None:
        """Show only rows in which each word of a text occurs, in any column."""
        self.beginFilterChange()
        self._wanted = text.casefold().split()
        self.endFilterChange()

    def filterAcceptsRow(self, row: int, _parent: QModelIndex | QPersistentModelIndex) -> bool:
        """Tell whether a row is one of those shown and holds all words of the filter."""
        if self._only is not None and not self._only(self._records.record_at(row)):
            return False
        if not self._wanted:
            return True
        line = self._records.line_at(row).casefold()
        return all(word in line for word in self._wanted)

    def lessThan(
        self, left: QModelIndex | QPersistentModelIndex, right: QModelIndex | QPersistentModelIndex
    ) -> bool:
        """Compare values; what is not filled in comes last, whichever way the rows are sorted."""
        if left.column() != self._keys_of:
            self._keys_of = left.column()
            self._keys = self._records.sort_keys(self._keys_of)
        one, other = self._keys[left.row()], self._keys[right.row()]
        if one is None or other is None:
            ascending = self.sortOrder() is Qt.SortOrder.AscendingOrder
            return (one is not None) == ascending if (one is None) != (other is None) else False
        return bool(one < other)

    def _forget_keys(self) -> None:
        self._keys_of = -1
