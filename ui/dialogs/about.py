"""What this program is, and whose work lies in it."""

from PySide6.QtWidgets import QDialogButtonBox, QWidget

from planner.language import phrase, say
from planner.version import program_version
from ui.kit.dialog import Dialog
from ui.kit.text import plain_label

_WORDS = (
    phrase("Plan social media and customer experience, hold the plan against the truths, and sign it off."),
    phrase("It works offline: plans stay in files on this computer, and nothing is sent anywhere."),
    phrase(
        "Typeface: Inter (SIL Open Font License 1.1). Icons: Lucide (ISC). Window: Qt for Python (LGPL 3)."
    ),
)


class AboutDialog(Dialog):
    """Says version and credits."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(f"Truecourse {program_version()}", parent)
        for words in _WORDS:
            self.body.addWidget(plain_label(say(words), wraps=True))
        self.setMinimumWidth(440)
        self.add_button(say("Close"), QDialogButtonBox.ButtonRole.RejectRole, "close")
