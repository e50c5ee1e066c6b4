"""The list of findings: cards, folds and headings, by mouse and by keyboard."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListView

from planner.language import say
from ui.findings.delegate import FindingDelegate
from ui.kit.flat_list import FlatList

_HOME = QListView.CursorAction.MoveHome
_PICKING = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}


class FindingsList(FlatList):
    """The list itself.

    Signals:
        picked: the user pressed Enter or Space on the current row, or clicked one.
        fold_wanted: whether the fold at the current row is to be open.
    """

    picked = Signal()
    fold_wanted = Signal(bool)

    def __init__(self) -> None:
        super().__init__(say("Findings"))
        self.setObjectName("findings")
        self.setItemDelegate(FindingDelegate(self))
        self.clicked.connect(self._clicked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead to the field, or open and close what is folded; the arrows follow the flow of the writing."""
        forward, back = Qt.Key.Key_Right, Qt.Key.Key_Left
        if self.isRightToLeft():
            forward, back = back, forward
        if not self.currentIndex().isValid():
            super().keyPressEvent(event)
        elif event.key() in _PICKING:
            self.picked.emit()
        elif event.key() in {forward, back}:
            self.fold_wanted.emit(event.key() == forward)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose the first finding where none is chosen, so that the keyboard is seen to be here."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.moveCursor(_HOME, Qt.KeyboardModifier.NoModifier))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the cards break their lines anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _clicked(self, index: QModelIndex) -> None:
        if index.flags() & Qt.ItemFlag.ItemIsSelectable:
            self.picked.emit()
