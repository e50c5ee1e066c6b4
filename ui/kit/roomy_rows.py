"""Rows and items of Qt's own lists, for names: easy to hit, and each running as its own letters do."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QStyleOptionViewItem

from ui.theme import current_tokens, own_way

_ROW = 30
_Index = QModelIndex | QPersistentModelIndex


class RoomyRows(QStyledItemDelegate):
    """Gives each row of a list a height that is easy to hit."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return a comfortable row."""
        size = super().sizeHint(option, index)
        return QSize(size.width(), max(size.height(), current_tokens().px(_ROW)))

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        """Let the text run as its own letters do."""
        super().initStyleOption(option, index)
        option.text = own_way(option.text)


class NamesModel(QStandardItemModel):
    """Items of a combo box whose names run as their own letters do."""

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what is asked for; the words as they are to be painted."""
        found = super().data(index, role)
        is_shown = role == Qt.ItemDataRole.DisplayRole and isinstance(found, str)
        return own_way(found) if is_shown else found


def take_names(combo: QComboBox) -> None:
    """Let a combo box that is still empty hold names in any letters."""
    combo.setModel(NamesModel(combo))
