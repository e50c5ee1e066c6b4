"""What this program is, and whose work lies in it."""

from PySide6.QtWidgets import QDialogButtonBox, QWidget

from planner.version import program_version
from ui.dialogs.base import Dialog
from ui.kit.text import plain_label

_WORDS = (
    "Plan social media and customer experience, hold the plan against the truths, and sign it off.",
    "It works offline: plans stay in files on this computer, and nothing is sent anywhere.",
    "Typeface: Inter (SIL Open Font License 1.1). Icons: Lucide (ISC). Window: Qt for Python (LGPL 3).",
)


class AboutDialog(Dialog):
    """Says version and credits."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(f"Truecourse {program_version()}", parent)
        for words in _WORDS:
            self.body.addWidget(plain_label(words, wraps=True))
        self.setMinimumWidth(440)
        self.add_button("Close", QDialogButtonBox.ButtonRole.RejectRole, "close")
