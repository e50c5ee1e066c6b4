"""A strip above the page that says what the next edit would do to approvals or a signature."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from planner.language import say
from ui.document import PlanDocument
from ui.kit.buttons import WordButton
from ui.kit.icon_label import IconLabel
from ui.kit.text import plain_label
from ui.theme.tokens import LARGE, SMALL


class HoldBar(QFrame):
    """Shown while an edit would withdraw something; one button agrees to that."""

    def __init__(self, document: PlanDocument, parent: QWidget) -> None:
        """Watch a document.

        Args:
            document: the plan.
            parent: owns the strip; without one it would be shown as a window.
        """
        super().__init__(parent)
        self._document = document
        self.setProperty("role", "note")
        mark = IconLabel(18)
        mark.show_icon("info", "note")
        self._text = plain_label(wraps=True)
        self._agree = WordButton(say("Edit anyway"))
        # A click leaves the keyboard in the field in which somebody types.
        self._agree.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._agree.clicked.connect(document.let_edit)
        row = QHBoxLayout(self)
        row.setContentsMargins(LARGE, SMALL, LARGE, SMALL)
        row.setSpacing(SMALL)
        row.addWidget(mark)
        row.addWidget(self._text, 1)
        row.addWidget(self._agree)
        document.hold_changed.connect(self._show)
        self._show()

    @property
    def text(self) -> str:
        """What it says; empty while it is hidden."""
        return "" if self.isHidden() else self._text.text()

    @property
    def agree_button(self) -> WordButton:
        """Lets the next edit be done."""
        return self._agree

    def _show(self) -> None:
        hold = self._document.hold
        self._text.setText(hold)
        self.setAccessibleName(hold)
        self.setVisible(bool(hold))
