"""A verdict: headline with its mark, what was checked line by line, signatures, and what it can't show."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.language import phrase, say
from planner.model.fingerprint import short_fingerprint
from planner.signing.verify.verdict import Check, Outcome, Result
from ui.dialogs.verify.signature_card import SignatureCard
from ui.dialogs.verify.work import Part
from ui.kit.card import Card
from ui.kit.empty_state import Pictogram
from ui.kit.icon_label import IconLabel
from ui.kit.text import plain_label
from ui.theme.tokens import MEDIUM, SMALL, TIGHT

_OUTCOMES = {
    Outcome.UNCHANGED: ("circle-check", "ok"),
    Outcome.CHANGED: ("octagon-x", "bad"),
    Outcome.MISFIT: ("octagon-x", "bad"),
    Outcome.INCOMPLETE: ("triangle-alert", "warn"),
    Outcome.UNKNOWN_SIGNER: ("triangle-alert", "warn"),
    Outcome.UNSIGNED: ("circle-help", "note"),
}
_RESULTS = {
    Result.YES: ("circle-check", "ok", phrase("yes")),
    Result.NO: ("octagon-x", "bad", phrase("NO")),
    Result.NOT_CHECKED: ("circle-help", "muted", phrase("not checked")),
}
_SOUND = {Outcome.UNCHANGED, Outcome.UNKNOWN_SIGNER, Outcome.INCOMPLETE}
"""Outcomes with which a key may be taken up: nothing was changed, and the plan inside is the one printed."""


class VerdictView(QWidget):
    """Shows one verdict.

    Signals:
        remembered: a signer's name and a key's fingerprint are to be taken up.
    """

    remembered = Signal(str, str)

    def __init__(self, part: Part) -> None:
        """Make the view.

        Args:
            part: the verdict, and what it is about.
        """
        super().__init__()
        self._part = part
        self.signatures: list[SignatureCard] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        column.addWidget(self._headline())
        column.addWidget(self._checks())
        if part.verdict.signatures:
            column.addWidget(self._signatures())
        if part.verdict.notes:
            column.addWidget(self._notes())

    def _headline(self) -> QWidget:
        verdict, card = self._part.verdict, Card()
        mark = Pictogram("circle-help")
        mark.show_icon(*_OUTCOMES[verdict.outcome])
        words = QVBoxLayout()
        words.setSpacing(TIGHT)
        words.addWidget(plain_label(self._part.title, role="muted", wraps=True))
        words.addWidget(plain_label(verdict.headline, role="h2", wraps=True))
        if verdict.fingerprint:
            short = short_fingerprint(verdict.fingerprint)
            told = say(
                "{plan}, revision {number}. Plan fingerprint {fingerprint}",
                plan=verdict.title,
                number=str(verdict.revision),
                fingerprint=short,
            )
            words.addWidget(plain_label(told, wraps=True))
        row = QHBoxLayout()
        row.setSpacing(MEDIUM)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        card.body.addLayout(row)
        return card

    def _checks(self) -> QWidget:
        card = Card(say("What was checked"))
        card.body.setSpacing(SMALL)
        for check in self._part.verdict.checks:
            card.body.addWidget(_line(check))
        return card

    def _signatures(self) -> QWidget:
        verdict, card = self._part.verdict, Card(say("Digital signatures"))
        for signed in verdict.signatures:
            shown = SignatureCard(signed, sound=signed.intact and verdict.outcome in _SOUND)
            shown.remembered.connect(self.remembered)
            self.signatures.append(shown)
            card.body.addWidget(shown)
        return card

    def _notes(self) -> QWidget:
        card = Card(say("What else there is to know"))
        for note in self._part.verdict.notes:
            card.body.addWidget(plain_label(note, role="muted", wraps=True))
        return card


def _line(check: Check) -> QWidget:
    symbol, tone, word = _RESULTS[check.result]
    mark = IconLabel(16)
    mark.show_icon(symbol, tone)
    words = QVBoxLayout()
    words.setSpacing(TIGHT)
    words.addWidget(plain_label(f"{check.topic.label}: {say(word)}", wraps=True))
    for failure in check.failures:
        words.addWidget(plain_label(failure, role="error", wraps=True))
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SMALL)
    row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(words, 1)
    return line
