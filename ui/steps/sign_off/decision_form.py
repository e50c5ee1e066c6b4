"""The form that records a decision: verdict, reason, name, and the signature in its way."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from planner.language import phrase, say
from planner.model.vocabulary import SigningWay, Verdict
from ui.kit.busy import Busy
from ui.kit.buttons import WordButton
from ui.kit.choice_group import ChoiceGroup
from ui.kit.editors.base import UNDO_FOR_ALL
from ui.kit.editors.texts import GrowingText
from ui.kit.flow import FlowLayout
from ui.kit.text import plain_label
from ui.steps.sign_off.signature_fields import DrawnFields, KeyFields, PaperFields
from ui.theme.tokens import LARGE, SMALL

_WITHOUT_KEY = (SigningWay.TYPED, SigningWay.DRAWN, SigningWay.PAPER)
_CLOCK = phrase("I have looked at this computer's clock, and it is right")


class DecisionForm(QWidget):
    """Verdict, reason, typed name, and what else the way of signing needs.

    Attributes:
        decided: records the decision.
        cancelled: folds the form.
        keys: the key and its passphrase, for a digital signature.
        drawn: the pad, for a drawn one.

    Signals:
        changed: another way or verdict was chosen.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._statement = plain_label(wraps=True)
        self._verdicts = {verdict: QRadioButton(verdict.label) for verdict in Verdict}
        self._ways = {way: QRadioButton(way.label) for way in SigningWay}
        self._groups = [ChoiceGroup(self), ChoiceGroup(self)]
        self._reason = GrowingText()
        self._name = QLineEdit()
        self.drawn, self.keys = DrawnFields(), KeyFields()
        self._fields = {
            SigningWay.DRAWN: self.drawn,
            SigningWay.DIGITAL: self.keys,
            SigningWay.PAPER: PaperFields(),
        }
        self._clock = QCheckBox(say(_CLOCK))
        self._problem = plain_label(role="error", wraps=True)
        self._busy = Busy(say("Signing…"))
        self.decided = WordButton(say("Record the decision"), role="primary")
        self.cancelled = WordButton(say("Cancel"))
        self._build()
        self.set_way(SigningWay.TYPED)

    @property
    def verdict(self) -> Verdict:
        """What is decided."""
        return next(verdict for verdict, button in self._verdicts.items() if button.isChecked())

    @property
    def way(self) -> SigningWay:
        """How it is signed; a rejection is only typed."""
        chosen = next(way for way, button in self._ways.items() if button.isChecked())
        return SigningWay.TYPED if self.verdict is Verdict.REJECT else chosen

    @property
    def reason(self) -> str:
        """Why, or on which conditions."""
        return self._reason.toPlainText()

    @property
    def signed_name(self) -> str:
        """The name as typed."""
        return self._name.text()

    @property
    def clock_is_right(self) -> bool:
        """Whether the signer says so, though the clock is behind."""
        return not self._clock.isHidden() and self._clock.isChecked()

    @property
    def name_line(self) -> QLineEdit:
        """The line in which the name is typed."""
        return self._name

    @property
    def problem(self) -> str:
        """Why the decision was not recorded."""
        return self._problem.text()

    def choose(self, verdict: Verdict) -> None:
        """Choose a verdict."""
        self._verdicts[verdict].setChecked(True)

    def set_reason(self, text: str) -> None:
        """Fill in the reason."""
        self._reason.setPlainText(text)

    def set_statement(self, text: str) -> None:
        """Say what is decided about."""
        self._statement.setText(text)

    def set_way(self, way: SigningWay) -> None:
        """Offer the ways of signing that an approver has.

        Args:
            way: how the plan says that this approver signs; only a key stands for a digital signature.
        """
        offered = (way,) if way is SigningWay.DIGITAL else _WITHOUT_KEY
        for known, button in self._ways.items():
            button.setVisible(known in offered and len(offered) > 1)
        if not any(self._ways[known].isChecked() for known in offered):
            self._ways[way].setChecked(True)
        self._show_fields()

    def start(self) -> None:
        """Lead the keyboard to the first choice."""
        self.tell("")
        self._verdicts[Verdict.ACCEPT].setFocus()

    def tell(self, problem: str, *, about_clock: bool = False) -> None:
        """Say why the decision was not recorded; where it is the clock, let the signer vouch for it."""
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        self._clock.setVisible(about_clock or (bool(problem) and self._clock.isChecked()))

    def set_busy(self, *, busy: bool) -> None:
        """Show that a key is signing, and take no input meanwhile; the keyboard rests on Cancel."""
        self._busy.setVisible(busy)
        if busy and self.isAncestorOf(QApplication.focusWidget() or self.window()):
            self.cancelled.setFocus()
        for part in (self._name, self._reason, self.decided, self.keys, *self._verdicts.values()):
            part.setEnabled(not busy)
        if not busy and self.cancelled.hasFocus():
            self.keys.passphrase_line.setFocus()

    def clear(self) -> None:
        """Be as new for the next decision."""
        self._verdicts[Verdict.ACCEPT].setChecked(True)
        self._reason.setPlainText("")
        self._name.clear()
        self._clock.setChecked(False)
        self.drawn.clear()
        self.keys.forget()
        self.tell("")

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SMALL, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self._statement)
        self._add_choices(column, self._groups[0], list(self._verdicts.values()))
        _add_labelled(column, say("Reason or conditions"), self._reason)
        _add_labelled(column, say("Your name, as it stands in the plan"), self._name)
        self._add_choices(column, self._groups[1], list(self._ways.values()))
        for fields in self._fields.values():
            column.addWidget(fields)
        column.addWidget(self._problem)
        column.addWidget(self._clock)
        column.addWidget(self._busy)
        buttons = QHBoxLayout()
        buttons.addWidget(self.decided)
        buttons.addWidget(self.cancelled)
        buttons.addStretch(1)
        column.addLayout(buttons)
        for part in (self._problem, self._clock, self._busy):
            part.hide()
        self._verdicts[Verdict.ACCEPT].setChecked(True)
        self._name.returnPressed.connect(self.decided.click)
        self.keys.entered.connect(self.decided.click)

    def _add_choices(self, column: QVBoxLayout, group: ChoiceGroup, buttons: list[QRadioButton]) -> None:
        row = FlowLayout(across=LARGE)
        for button in buttons:
            group.add(button)
            row.addWidget(button)
            button.toggled.connect(self._show_fields)
        column.addLayout(row)

    def _show_fields(self) -> None:
        if not any(button.isChecked() for button in self._ways.values()):
            return
        for way, fields in self._fields.items():
            fields.setVisible(way is self.way)
        self.decided.setText(
            say("Sign with the key") if self.way is SigningWay.DIGITAL else say("Record the decision")
        )
        self.changed.emit()


def _add_labelled(column: QVBoxLayout, title: str, target: QWidget) -> None:
    label = plain_label(title)
    label.setBuddy(target)
    target.setAccessibleName(title)
    target.installEventFilter(UNDO_FOR_ALL)
    column.addWidget(label)
    column.addWidget(target)
