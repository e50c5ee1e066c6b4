"""Buttons of which one is chosen: one stop of the Tab key, and that is always the chosen one."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QAbstractButton, QButtonGroup


class ChoiceGroup(QButtonGroup):
    """Lets Tab stop at the button that is chosen; arrows lead to the others.

    Qt leaves the stop at the button that last had the keyboard. When the program chooses another one and
    then disables that, Tab passes the whole group by.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.buttonToggled.connect(self._lead)

    def add(self, *buttons: QAbstractButton) -> None:
        """Take in buttons."""
        for button in buttons:
            self.addButton(button)
        self._lead()

    def _lead(self) -> None:
        chosen = self.checkedButton()
        for button in self.buttons():
            stops = chosen is None or button is chosen
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stops else Qt.FocusPolicy.ClickFocus)
