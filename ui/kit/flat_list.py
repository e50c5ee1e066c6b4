"""Lists of entries that a delegate paints: the entries for the view, and how such a view is set up."""

from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QListView

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex
ENTRY = Qt.ItemDataRole.UserRole + 1
"""The role under which a delegate finds the entry itself."""


class EntryModel(QAbstractListModel, Generic[T]):
    """Entries in their order; what is told of one is said by who knows its sort."""

    def __init__(self, parent: QObject | None, entries: tuple[T, ...] = ()) -> None:
        """Make a model.

        Args:
            parent: owns the model.
            entries: what it holds at first.
        """
        super().__init__(parent)
        self.entries = entries

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of entries."""
        return 0 if parent is not None and parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's
        """Return what a view, a delegate or a screen reader asks for."""
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        return entry if role == ENTRY else self.told(entry, role)

    def told(self, entry: T, role: int) -> str | None:
        """Return the words about an entry that stand for a role; None where there are none."""
        raise NotImplementedError

    def show(self, entries: tuple[T, ...]) -> None:
        """Take up other entries."""
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()


class FlatList(QListView):
    """A list without a frame, scrolled by pixels, whose rows are as wide as it is."""

    def __init__(self, name: str) -> None:
        """Make a list.

        Args:
            name: what it holds, for screen readers.
        """
        super().__init__()
        self.setAccessibleName(name)
        self.setProperty("role", "flat")
        self.setMouseTracking(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
