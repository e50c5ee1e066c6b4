"""Above an item that is shown in place of its list: the way back, which one it is, the ones around it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from planner.language import say
from ui.kit.buttons import IconButton, WordButton
from ui.kit.text import plain_label
from ui.theme.tokens import SMALL, TIGHT


class ItemBar(QWidget):
    """Leads back to a list and along it.

    Signals:
        back_wanted: the list is wanted.
        item_wanted: the item so many places further on is wanted (-1: the one before).
    """

    back_wanted = Signal()
    item_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._back = WordButton(say("Back to the list"), "chevron-left")
        self._before = IconButton("chevron-up", say("The entry before"))
        self._after = IconButton("chevron-down", say("The next entry"))
        self._place = plain_label(role="muted")
        self._back.clicked.connect(self.back_wanted)
        self._before.clicked.connect(self._go_before)
        self._after.clicked.connect(self._go_after)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(TIGHT)
        row.addWidget(self._back)
        row.addStretch(1)
        row.addWidget(self._place)
        row.addSpacing(SMALL)
        row.addWidget(self._before)
        row.addWidget(self._after)

    def show_place(self, number: int, count: int) -> None:
        """Tell which item of how many is shown, counted from 1."""
        self._place.setText(say("{number} of {count}", number=number, count=count))
        self._before.setEnabled(number > 1)
        self._after.setEnabled(number < count)

    def _go_before(self) -> None:
        self.item_wanted.emit(-1)

    def _go_after(self) -> None:
        self.item_wanted.emit(1)
