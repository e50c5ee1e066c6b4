"""What is shown of the differences: by words, and by what happened."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from planner.language import say
from planner.signoff.compare import Comparison, Sort
from ui.dialogs.compare.rows import SORT_LOOKS
from ui.kit.buttons import WordButton
from ui.kit.flow import FlowLayout


class Filters(QWidget):
    """A line, and a switch for each sort of change with its number.

    Signals:
        changed: something else is wanted.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.line.setAccessibleName(say("Filter the differences"))
        self.line.setPlaceholderText(say("Filter"))
        self.line.setClearButtonEnabled(True)
        self.line.textChanged.connect(self.changed)
        row = FlowLayout(self)
        row.addWidget(self.line)
        self._switches: dict[Sort, WordButton] = {}
        for sort, look in SORT_LOOKS.items():
            switch = self._switches[sort] = WordButton(look.word, role="segment")
            switch.setAutoDefault(False)
            switch.setCheckable(True)
            switch.setChecked(True)
            switch.toggled.connect(self.changed)
            row.addWidget(switch)

    @property
    def text(self) -> str:
        """The words that each row must contain."""
        return self.line.text()

    @property
    def sorts(self) -> frozenset[Sort]:
        """What may have happened to an entry."""
        return frozenset(sort for sort, switch in self._switches.items() if switch.isChecked())

    def switch(self, sort: Sort) -> WordButton:
        """Return the switch of a sort of change."""
        return self._switches[sort]

    def show_counts(self, found: Comparison) -> None:
        """Say how often each thing happened."""
        for sort, switch in self._switches.items():
            switch.setText(f"{SORT_LOOKS[sort].word} {found.count(sort)}")
