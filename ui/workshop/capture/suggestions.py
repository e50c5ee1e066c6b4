"""What fits what is being typed, in a list below the line."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QRect, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView

from planner.language import say
from ui.kit.roomy_rows import RoomyRows
from ui.kit.text import plain_tooltip
from ui.theme import current_tokens, dress

_LEAST_WIDTH, _MOST = 320, 8
_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One way to go on.

    Attributes:
        shown: what the list says.
        start: where the part of the line begins that it takes the place of.
        end: where that part ends.
        text: what stands there then.
    """

    shown: str
    start: int
    end: int
    text: str


class Suggestions(QObject):
    """The list below a line.

    Signals:
        picked: the suggestion that the user took.
    """

    picked = Signal(object)

    def __init__(self, line: QLineEdit) -> None:
        super().__init__(line)
        self._line = line
        self._rows = QStandardItemModel(self)
        self._popup = QListView()
        self._popup.setAccessibleName(say("Suggestions"))
        self._popup.setUniformItemSizes(True)
        self._is_dressed = False
        self._completer = QCompleter(self._rows, self)
        self._completer.setWidget(line)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(_MOST)
        self._completer.setPopup(self._popup)
        # After setPopup, which brings a delegate of its own.
        self._popup.setItemDelegate(RoomyRows(self._popup))
        self._completer.activated[QModelIndex].connect(self._activated)  # type: ignore[index] # one of two by type

    @property
    def is_open(self) -> bool:
        """Whether the list can be seen."""
        return self._popup.isVisible()

    @property
    def is_marked(self) -> bool:
        """Whether one of them was gone to."""
        return self.is_open and self._popup.currentIndex().isValid()

    @property
    def shown(self) -> list[str]:
        """What the list says."""
        return [self._rows.item(row).text() for row in range(self._rows.rowCount())]

    def offer(self, suggestions: Sequence[Suggestion]) -> None:
        """Show suggestions, or nothing where there are none."""
        self._rows.clear()
        for suggestion in suggestions:
            item = QStandardItem(suggestion.shown)
            item.setData(suggestion, _ROLE)
            item.setData(plain_tooltip(suggestion.shown), Qt.ItemDataRole.ToolTipRole)
            item.setEditable(False)
            self._rows.appendRow(item)
        if not suggestions or not self._line.hasFocus():
            self._popup.hide()
            return
        if not self._is_dressed:
            # The list is a window of its own, which no other window's look reaches.
            dress(self._popup)
            self._is_dressed = True
        width = min(
            max(self._line.width(), current_tokens().px(_LEAST_WIDTH)), current_tokens().px(2 * _LEAST_WIDTH)
        )
        self._completer.complete(QRect(0, 0, width, self._line.height()))
        # The completer marks the first one, and Enter would take it where somebody means the whole line.
        self._popup.setCurrentIndex(QModelIndex())

    def take(self) -> bool:
        """Take the marked suggestion, or the first; return whether there is one."""
        if not self.is_open or not self._rows.rowCount():
            return False
        marked = self._popup.currentIndex()
        item = self._rows.item(marked.row() if marked.isValid() else 0)
        self.close()
        self.picked.emit(item.data(_ROLE))
        return True

    def close(self) -> None:
        """Put the list away."""
        self._popup.hide()

    def _activated(self, index: QModelIndex) -> None:
        self.picked.emit(index.data(_ROLE))
