"""One digital signature: whose, with which key, when by the signer's clock, and taking up its key."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from planner.language import phrase, say
from planner.signing.fingerprints import grouped
from planner.signing.known import Meeting
from planner.signing.verify.verdict import Signed, moment_of
from ui.kit.buttons import WordButton
from ui.kit.icon_label import IconLabel
from ui.kit.text import plain_label
from ui.theme.tokens import LARGE, MEDIUM, SMALL, TIGHT

_DIGITS = 8
"""So many of a key's last digits are typed to confirm that they were compared."""
_MEETINGS = {
    Meeting.KNOWN: ("circle-check", "ok", phrase("This key was met before, under this name.")),
    Meeting.FIRST: (
        "circle-help",
        "warn",
        phrase("This key was never met here. Compare its fingerprint with {name}."),
    ),
    Meeting.CHANGED: (
        "octagon-x",
        "bad",
        phrase("CHANGED KEY: {name} was met before, with another key. It may be a new one, or a stranger's."),
    ),
    Meeting.OTHER_NAME: (
        "octagon-x",
        "bad",
        phrase("OTHER NAME: this key was met before, under another name."),
    ),
}
_BROKEN = ("octagon-x", "bad", phrase("What this signature covers is not as it was signed."))


class SignatureCard(QFrame):
    """Shows a signature; the key can be remembered where the signature is sound.

    Signals:
        remembered: the signer's name and the key's fingerprint are to be taken up.
    """

    remembered = Signal(str, str)

    def __init__(self, signed: Signed, *, sound: bool) -> None:
        """Make the card.

        Args:
            signed: the signature.
            sound: whether its key may be taken up at all.
        """
        super().__init__()
        self._signed = signed
        self._name = signed.approver or signed.name or say("somebody")
        loud = signed.meeting in {Meeting.CHANGED, Meeting.OTHER_NAME}
        self.setProperty("role", "warn" if loud or not signed.intact else "note")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(LARGE, MEDIUM, LARGE, MEDIUM)
        self._column.setSpacing(TIGHT)
        self._typed = QLineEdit()
        self._take = WordButton(say("Remember the new key"))
        self._confirming = QWidget()
        self._begin = WordButton(say("Take up this key…"))
        self._show_signature()
        if sound and signed.approver and signed.meeting is Meeting.FIRST:
            self._offer(WordButton(say("Remember this key for {name}", name=self._name), "users"))
        elif sound and signed.approver and loud:
            self._offer_carefully()

    @property
    def typed_line(self) -> QLineEdit:
        """Where the digits are typed that were compared."""
        return self._typed

    def _show_signature(self) -> None:
        signed = self._signed
        role = f", {signed.role.lower()}" if signed.role else ""
        self._column.addWidget(plain_label(f"{self._name}{role}", role="strong", wraps=True))
        if signed.approver and signed.name and signed.name != signed.approver:
            self._column.addWidget(
                plain_label(say("The certificate says “{name}”.", name=signed.name), wraps=True)
            )
        if signed.fingerprint:
            key = plain_label(say("Key {digits}", digits=grouped(signed.fingerprint)), wraps=True)
            key.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._column.addWidget(key)
        clock = say("Signer's computer clock: {when}", when=moment_of(signed.at))
        self._column.addWidget(plain_label(clock, role="muted", wraps=True))
        symbol, tone, words = _MEETINGS[signed.meeting] if signed.intact else _BROKEN
        mark = IconLabel(16)
        mark.show_icon(symbol, tone)
        line = QHBoxLayout()
        line.setSpacing(SMALL)
        line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(plain_label(say(words, name=self._name), wraps=True), 1)
        self._column.addLayout(line)

    def _offer(self, button: WordButton) -> None:
        button.setAutoDefault(False)
        button.clicked.connect(self._remember)
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _offer_carefully(self) -> None:
        """Let the key be taken up only by who types digits of it: nobody does so by habit."""
        ask = say(
            "Ask {name} for the fingerprint in another way than by this file. Is it this one? "
            "Then type its last {digits} digits:",
            name=self._name,
            digits=_DIGITS,
        )
        self._typed.setAccessibleName(say("Last {digits} digits of the key", digits=_DIGITS))
        self._typed.textChanged.connect(self._compare)
        self._take.setAutoDefault(False)
        self._take.setEnabled(False)
        self._take.clicked.connect(self._remember)
        inner = QVBoxLayout(self._confirming)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(plain_label(ask, wraps=True))
        row = QHBoxLayout()
        row.addWidget(self._typed, 1)
        row.addWidget(self._take)
        inner.addLayout(row)
        self._confirming.hide()
        self._begin.setAutoDefault(False)
        self._begin.clicked.connect(self._unfold)
        self._column.addWidget(self._begin, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self._confirming)

    def _unfold(self) -> None:
        self._begin.hide()
        self._confirming.show()
        self._typed.setFocus()

    def _compare(self, typed: str) -> None:
        self._take.setEnabled("".join(typed.split()).lower() == self._signed.fingerprint[-_DIGITS:])

    def _remember(self) -> None:
        self.remembered.emit(self._signed.approver, self._signed.fingerprint)
