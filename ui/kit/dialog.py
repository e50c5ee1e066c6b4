"""What all dialogs share: a heading, a body, buttons at the bottom; opened without blocking."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from ui.kit.buttons import WordButton
from ui.kit.text import plain_label
from ui.theme import dress, set_look
from ui.theme.tokens import HUGE, MEDIUM


class Dialog(QDialog):
    """A dialog over its window that goes when it is closed.

    Attributes:
        body: the layout for what it is about.
        buttons: the row at the bottom.
    """

    def __init__(self, title: str, parent: QWidget) -> None:
        """Make an empty dialog.

        Args:
            title: what it does; its heading and its window's title.
            parent: the window that it lies over.
        """
        super().__init__(parent)
        dress(self)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(HUGE, HUGE, HUGE, HUGE)
        outer.setSpacing(MEDIUM)
        outer.addWidget(plain_label(title, role="h2", wraps=True))
        self.body = QVBoxLayout()
        self.body.setSpacing(MEDIUM)
        outer.addLayout(self.body, 1)
        self.buttons = QDialogButtonBox()
        self.buttons.rejected.connect(self.reject)
        outer.addWidget(self.buttons)

    def add_button(self, title: str, role: QDialogButtonBox.ButtonRole, name: str) -> QPushButton:
        """Add a button at the bottom.

        Args:
            title: what it says.
            role: where it stands; an accepting one is the main one.
            name: its object name.
        """
        button = WordButton(title)
        button.setObjectName(name)
        self.buttons.addButton(button, role)
        if role is QDialogButtonBox.ButtonRole.AcceptRole:
            set_look(button, "role", "primary")
            button.setDefault(True)
        return button
