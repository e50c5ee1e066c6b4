"""Making a key to sign with: a name, a passphrase twice, and a file that the signer keeps."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialogButtonBox, QFormLayout, QHBoxLayout, QLineEdit, QPushButton, QWidget

from planner.errors import PlanError
from ui.dialogs.base import Dialog
from ui.dialogs.files import ask_for_new, default_folder, file_name
from ui.kit.text import plain_label
from ui.theme.tokens import SMALL

_ABOUT = (
    "A key is a file that you keep; only its passphrase opens it. Whoever gets your signature compares the "
    "key's fingerprint with you once."
)


class MakeKeyDialog(Dialog):
    """Makes a key with a certificate that it signs itself.

    Signals:
        made: the path of the new file.
    """

    made = Signal(str)

    def __init__(self, name: str, parent: QWidget) -> None:
        """Make the dialog.

        Args:
            name: of the signer, as it stands in the plan; may be empty.
            parent: the window that it lies over.
        """
        super().__init__("Make a key", parent)
        self._lines = {
            "Name": QLineEdit(name),
            "Organisation": QLineEdit(),
            "E-mail": QLineEdit(),
            "Passphrase": _secret(),
            "The same again": _secret(),
            "File": QLineEdit(str(Path(default_folder("")) / f"{file_name(name or 'My key')}.p12")),
        }
        self._problem = plain_label(role="error", wraps=True)
        self._problem.hide()
        self._fingerprint = plain_label(wraps=True)
        self._fingerprint.hide()
        self._build()

    def line(self, title: str) -> QLineEdit:
        """Return a line by its title."""
        return self._lines[title]

    @property
    def problem(self) -> str:
        """Why no key was made."""
        return self._problem.text()

    @property
    def told(self) -> str:
        """What is said of the key that was made."""
        return self._fingerprint.text()

    def _build(self) -> None:
        from planner.signing.passphrase import RULE  # noqa: PLC0415 - pulls in the package of signing

        self.body.addWidget(plain_label(_ABOUT, role="muted", wraps=True))
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for title, line in self._lines.items():
            line.setAccessibleName(title)
            form.addRow(title, self._with_browse(line) if title == "File" else line)
        self.body.addLayout(form)
        self.body.addWidget(plain_label(RULE, role="caption", wraps=True))
        self.body.addWidget(self._problem)
        self.body.addWidget(self._fingerprint)
        role = QDialogButtonBox.ButtonRole
        self._cancel = self.add_button("Cancel", role.RejectRole, "cancel")
        self._make_button = self.add_button("Make the key", role.AcceptRole, "make")
        self.buttons.accepted.connect(self._make)
        self.setMinimumWidth(500)

    def _with_browse(self, line: QLineEdit) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(line, 1)
        browse = QPushButton("Browse…")
        browse.clicked.connect(self._browse)
        row.addWidget(browse)
        return row

    def _browse(self) -> None:
        path = Path(self._lines["File"].text())
        dialog = ask_for_new(self, "Where to keep the key", str(path.parent), path.stem, "p12")
        dialog.fileSelected.connect(self._lines["File"].setText)
        dialog.open()

    def _make(self) -> None:
        try:
            digest = self._written()
        except PlanError as error:
            self._problem.setText(f"{error.message} {error.hint}".strip())
            self._problem.show()
            return
        self._problem.hide()
        for title in ("Passphrase", "The same again"):
            self._lines[title].clear()
        for line in self._lines.values():
            line.setEnabled(False)
        self._fingerprint.setText(f"The key is made. Its fingerprint, to tell the others:\n{digest}")
        self._fingerprint.show()
        self._make_button.hide()
        self._cancel.setText("Close")
        self._cancel.setFocus()
        self.made.emit(self._lines["File"].text().strip())

    def _written(self) -> str:
        """Write the key.

        Returns:
            Its fingerprint in groups.

        Raises:
            PlanError: what was typed does not do, or the file can't be written.
        """
        from planner.signing.making import write_identity  # noqa: PLC0415 - cryptography is slow to import

        passphrase = self._lines["Passphrase"].text()
        if passphrase != self._lines["The same again"].text():
            msg = "The two passphrases differ."
            raise PlanError(msg, hint="Type the same one twice.")
        return write_identity(
            Path(self._lines["File"].text().strip()),
            self._lines["Name"].text(),
            passphrase,
            organisation=self._lines["Organisation"].text(),
            email=self._lines["E-mail"].text(),
        )


def _secret() -> QLineEdit:
    line = QLineEdit()
    line.setEchoMode(QLineEdit.EchoMode.Password)
    return line
