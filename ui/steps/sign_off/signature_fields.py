"""What each way of signing asks for, beside the name."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from planner.language import phrase, say
from ui.dialogs.make_key import MakeKeyDialog
from ui.kit.buttons import WordButton
from ui.kit.drawing_pad import DrawingPad
from ui.kit.files import ask_for_key
from ui.kit.text import plain_label
from ui.theme.tokens import SMALL

_ASKED_EACH_TIME = phrase("Passphrase of the key; asked each time and kept nowhere")
_ON_PAPER = phrase(
    "Print the document, have it signed in ink, then record the decision here. "
    "A scan of the signed page can be filed under Revisions."
)


class DrawnFields(QWidget):
    """The pad, and a button that clears it."""

    def __init__(self) -> None:
        super().__init__()
        self.pad = DrawingPad()
        clear = WordButton(say("Clear the drawing"))
        clear.clicked.connect(self.pad.clear)
        column = _column(self)
        column.addWidget(plain_label(say("Sign in the field")))
        column.addWidget(self.pad)
        row = QHBoxLayout()
        row.addWidget(clear)
        row.addStretch(1)
        column.addLayout(row)

    def clear(self) -> None:
        """Take the drawing away."""
        self.pad.clear()


class PaperFields(QWidget):
    """Says what to do with pen and paper."""

    def __init__(self) -> None:
        super().__init__()
        _column(self).addWidget(plain_label(say(_ON_PAPER), role="muted", wraps=True))


class KeyFields(QWidget):
    """The file of a key and its passphrase.

    Signals:
        entered: Enter was pressed in the passphrase.
    """

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.name_for_new_key = ""
        self._file = QLineEdit()
        self._file.setAccessibleName(say("Key file"))
        self._file.setPlaceholderText(say("A file ending in .p12 or .pfx"))
        self._passphrase = QLineEdit()
        self._passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self._passphrase.setAccessibleName(say(_ASKED_EACH_TIME))
        self._passphrase.returnPressed.connect(self.entered)
        browse, make = WordButton(say("Browse…")), WordButton(say("Make a key…"))
        browse.clicked.connect(self._browse)
        make.clicked.connect(self._make)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(self._file, 1)
        row.addWidget(browse)
        row.addWidget(make)
        column = _column(self)
        column.addWidget(plain_label(say("Your key")))
        column.addLayout(row)
        column.addWidget(plain_label(say(_ASKED_EACH_TIME)))
        column.addWidget(self._passphrase)

    @property
    def file(self) -> Path:
        """The file of the key."""
        return Path(self._file.text().strip())

    @property
    def passphrase_line(self) -> QLineEdit:
        """The line in which the passphrase is typed."""
        return self._passphrase

    def take_passphrase(self) -> str:
        """Return the passphrase and forget it."""
        typed = self._passphrase.text()
        self._passphrase.clear()
        return typed

    def forget(self) -> None:
        """Forget the passphrase; which key was used may stay."""
        self._passphrase.clear()

    def _browse(self) -> None:
        dialog = ask_for_key(self, self._file.text().strip())
        dialog.fileSelected.connect(self._file.setText)
        dialog.open()

    def _make(self) -> None:
        dialog = MakeKeyDialog(self.name_for_new_key, self.window())
        dialog.made.connect(self._file.setText)
        dialog.open()


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SMALL)
    return column
