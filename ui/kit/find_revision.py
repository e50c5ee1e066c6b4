"""A line that finds the revision to which a printout belongs: by its fingerprint or by its QR code."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from planner.errors import PlanError
from planner.language import phrase, say
from planner.model.fingerprint import short_fingerprint
from planner.signoff.printed import FoundRevision, find_revision
from ui.document import PlanDocument
from ui.kit.buttons import WordButton
from ui.kit.editors.base import sentence_of
from ui.kit.text import plain_label
from ui.theme import set_look
from ui.theme.tokens import SMALL, TIGHT

_LABEL = phrase("Which revision is this printout?")
_HINT = phrase("Fingerprint from the foot of a page, or what its QR code says")

_ANSWERS = {
    (True, True): phrase("Revision {number} ({fingerprint}), signed by all; it is the plan as it is now."),
    (True, False): phrase("Revision {number} ({fingerprint}), signed by all; the plan is another one now."),
    (False, True): phrase(
        "Revision {number} ({fingerprint}), not signed by all; it is the plan as it is now."
    ),
    (False, False): phrase(
        "Revision {number} ({fingerprint}), not signed by all; the plan is another one now."
    ),
}
"""By whether it is signed by all, and whether it is the plan as it is now."""


class FindRevisionLine(QWidget):
    """Typed or pasted text, and the answer below it.

    Signals:
        found: the fingerprint of the revision, in full.
    """

    found = Signal(str)

    def __init__(self, document: PlanDocument) -> None:
        """Make the line of a plan.

        Args:
            document: the plan.
        """
        super().__init__()
        self._document = document
        self._line = QLineEdit()
        self._line.setAccessibleName(say(_LABEL))
        self._line.setPlaceholderText(say(_HINT))
        self._line.setClearButtonEnabled(True)
        self._line.returnPressed.connect(self._find)
        self._line.textEdited.connect(self._forget)
        button = WordButton(say("Find"), "search")
        button.setAutoDefault(False)
        button.clicked.connect(self._find)
        self._answer = plain_label(wraps=True)
        self._answer.hide()
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(self._line, 1)
        row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addWidget(plain_label(say(_LABEL)))
        column.addLayout(row)
        column.addWidget(self._answer)

    @property
    def line(self) -> QLineEdit:
        """Where the fingerprint is typed."""
        return self._line

    @property
    def answer(self) -> str:
        """Which revision it is, or why none."""
        return self._answer.text()

    def _find(self) -> None:
        try:
            revision = find_revision(self._line.text(), self._document.plan)
        except PlanError as error:
            self._tell(sentence_of(error), role="error")
            return
        self._tell(_in_words(revision), role="strong")
        self.found.emit(revision.fingerprint)

    def _forget(self) -> None:
        self._answer.hide()

    def _tell(self, words: str, role: str) -> None:
        set_look(self._answer, "role", role)
        self._answer.setText(words)
        self._answer.show()


def _in_words(found: FoundRevision) -> str:
    return say(
        _ANSWERS[found.signed, found.current],
        number=str(found.number),
        fingerprint=short_fingerprint(found.fingerprint),
    )
