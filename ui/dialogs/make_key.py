"""Making a key to sign with: a name, a passphrase twice, and a file that the signer keeps."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialogButtonBox, QFormLayout, QHBoxLayout, QLineEdit, QPushButton, QWidget

from planner.errors import PlanError
from planner.language import phrase, say
from ui.kit.dialog import Dialog
from ui.kit.files import ask_for_new, default_folder, file_name
from ui.kit.text import plain_label
from ui.theme.tokens import SMALL

_ABOUT = phrase(
    "A key is a file that you keep; only its passphrase opens it. Whoever gets your signature compares the "
    "key's fingerprint with you once."
)
_TITLES = {
    "name": phrase("Name"),
    "organisation": phrase("Organisation"),
    "mail": phrase("E-mail"),
    "passphrase": phrase("Passphrase"),
    "again": phrase("The same again"),
    "file": phrase("File"),
}


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
        super().__init__(say("Make a key"), parent)
        self._lines = {
            "name": QLineEdit(name),
            "organisation": QLineEdit(),
            "mail": QLineEdit(),
            "passphrase": _secret(),
            "again": _secret(),
            "file": QLineEdit(str(Path(default_folder("")) / f"{file_name(name or say('My key'))}.p12")),
        }
        self._problem = plain_label(role="error", wraps=True)
        self._problem.hide()
        self._fingerprint = plain_label(wraps=True)
        self._fingerprint.hide()
        self._build()

    def line(self, name: str) -> QLineEdit:
        """Return a line by its name: "name", "organisation", "mail", "passphrase", "again" or "file"."""
        return self._lines[name]

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

        self.body.addWidget(plain_label(say(_ABOUT), role="muted", wraps=True))
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for name, line in self._lines.items():
            title = say(_TITLES[name])
            line.setAccessibleName(title)
            form.addRow(title, self._with_browse(line) if name == "file" else line)
        self.body.addLayout(form)
        self.body.addWidget(plain_label(say(RULE), role="caption", wraps=True))
        self.body.addWidget(self._problem)
        self.body.addWidget(self._fingerprint)
        role = QDialogButtonBox.ButtonRole
        self._cancel = self.add_button(say("Cancel"), role.RejectRole, "cancel")
        self._make_button = self.add_button(say("Make the key"), role.AcceptRole, "make")
        self.buttons.accepted.connect(self._make)
        self.setMinimumWidth(500)

    def _with_browse(self, line: QLineEdit) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(line, 1)
        browse = QPushButton(say("Browse…"))
        browse.clicked.connect(self._browse)
        row.addWidget(browse)
        return row

    def _browse(self) -> None:
        path = Path(self._lines["file"].text())
        dialog = ask_for_new(self, say("Where to keep the key"), str(path.parent), path.stem, "p12")
        dialog.fileSelected.connect(self._lines["file"].setText)
        dialog.open()

    def _make(self) -> None:
        try:
            digest = self._written()
        except PlanError as error:
            self._problem.setText(f"{error.message} {error.hint}".strip())
            self._problem.show()
            return
        self._problem.hide()
        for name in ("passphrase", "again"):
            self._lines[name].clear()
        for line in self._lines.values():
            line.setEnabled(False)
        self._fingerprint.setText(
            say("The key is made. Its fingerprint, to tell the others:\n{digest}", digest=digest)
        )
        self._fingerprint.show()
        self._make_button.hide()
        self._cancel.setText(say("Close"))
        self._cancel.setFocus()
        self.made.emit(self._lines["file"].text().strip())

    def _written(self) -> str:
        """Write the key.

        Returns:
            Its fingerprint in groups.

        Raises:
            PlanError: what was typed does not do, or the file can't be written.
        """
        from planner.signing.making import write_identity  # noqa: PLC0415 - cryptography is slow to import

        passphrase = self._lines["passphrase"].text()
        if passphrase != self._lines["again"].text():
            msg = say("The two passphrases differ.")
            raise PlanError(msg, hint=say("Type the same one twice."))
        return write_identity(
            Path(self._lines["file"].text().strip()),
            self._lines["name"].text(),
            passphrase,
            organisation=self._lines["organisation"].text(),
            email=self._lines["mail"].text(),
        )


def _secret() -> QLineEdit:
    line = QLineEdit()
    line.setEchoMode(QLineEdit.EchoMode.Password)
    return line
