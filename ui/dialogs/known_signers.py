"""The signers that were met on this computer, and their keys."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialogButtonBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from planner.errors import PlanError
from planner.language import phrase, say
from planner.parsing import show_moment
from planner.signing.fingerprints import grouped
from planner.signing.known import KnownKey, KnownSigners
from ui.kit.buttons import WordButton
from ui.kit.dialog import Dialog
from ui.kit.editors.base import sentence_of
from ui.kit.empty_state import EmptyState
from ui.kit.region import current_locale
from ui.kit.scrolling import ScrollPage
from ui.kit.text import plain_label
from ui.kit.word_order import word_order
from ui.theme import ending
from ui.theme.tokens import LARGE, MEDIUM, SMALL, TIGHT

_ABOUT = phrase(
    "A name is what somebody typed; a key is what tells one signer from a stranger of the same name. Compare "
    "each fingerprint once with its holder, by telephone or face to face."
)
_NOBODY = phrase(
    "When you verify a signed document, you can remember its signers' keys. They are then known here."
)
_SIZE = QSize(640, 520)


class KeyRow(QFrame):
    """One key, and forgetting it in two steps.

    Signals:
        forgotten: the key is to be forgotten.
    """

    forgotten = Signal(object)

    def __init__(self, key: KnownKey) -> None:
        """Make the row of a key.

        Args:
            key: the key.
        """
        super().__init__()
        self._key = key
        self.setProperty("role", "note")
        digits = plain_label(grouped(key.fingerprint), wraps=True)
        digits.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._forget = WordButton(say("Forget…"))
        self._forget.setAccessibleName(say("Forget the key of {name}", name=key.name))
        self._forget.setAutoDefault(False)
        self._forget.clicked.connect(self._ask)
        head = QHBoxLayout()
        head.addWidget(plain_label(key.name, role="strong", wraps=True), 1)
        head.addWidget(self._forget)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, MEDIUM, LARGE, MEDIUM)
        column.setSpacing(TIGHT)
        column.addLayout(head)
        column.addWidget(digits)
        column.addWidget(plain_label(_met(key), role="muted", wraps=True))
        column.addWidget(self._confirmation())

    def _confirmation(self) -> QWidget:
        self._asking = QWidget()
        ask = say(
            "Forget this key? The next document that {name} signed with it meets it anew.",
            name=self._key.name,
        )
        self._sure, keep = WordButton(say("Forget it"), role="danger"), WordButton(say("Keep it"))
        for button in (self._sure, keep):
            button.setAutoDefault(False)
        self._sure.clicked.connect(self._confirm)
        keep.clicked.connect(self._keep)
        row = QHBoxLayout(self._asking)
        row.setContentsMargins(0, SMALL, 0, 0)
        row.addWidget(plain_label(ask, wraps=True), 1)
        row.addWidget(self._sure)
        row.addWidget(keep)
        self._asking.hide()
        return self._asking

    def _ask(self) -> None:
        self._forget.hide()
        self._asking.show()
        self._sure.setFocus()

    def _keep(self) -> None:
        self._asking.hide()
        self._forget.show()
        self._forget.setFocus()

    def _confirm(self) -> None:
        self.forgotten.emit(self._key)


def _met(key: KnownKey) -> str:
    when = show_moment(key.first_met, current_locale())
    if not key.where:
        return say("First met on {when}", when=when)
    return say("First met on {when} in {file}", when=when, file=key.where)


class KnownSignersDialog(Dialog):
    """Lists the keys by the names of their signers."""

    def __init__(self, parent: QWidget) -> None:
        """Read the keys and show them.

        Args:
            parent: the window.
        """
        super().__init__(say("Known signers"), parent)
        self._signers: KnownSigners | None = None
        self._problem = plain_label(role="error", wraps=True)
        self._problem.hide()
        self._empty = EmptyState("users", say("Nobody is known yet"), say(_NOBODY), "")
        self._inner = QWidget()
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(*ending(MEDIUM))
        self._column.setSpacing(MEDIUM)
        self._column.addStretch(1)
        self._scroll = ScrollPage(self._inner)
        self._rows: list[KeyRow] = []
        for widget in (plain_label(say(_ABOUT), role="muted", wraps=True), self._problem):
            self.body.addWidget(widget)
        self.body.addWidget(self._scroll, 1)
        self.body.addWidget(self._empty, 1)
        self.add_button(say("Close"), QDialogButtonBox.ButtonRole.RejectRole, "close")
        self.resize(_SIZE)
        self._read()

    @property
    def rows(self) -> tuple[KeyRow, ...]:
        """The keys, by name."""
        return tuple(self._rows)

    @property
    def problem(self) -> str:
        """Why keys can't be shown or forgotten."""
        return self._problem.text()

    def _read(self) -> None:
        try:
            self._signers = KnownSigners()
        except PlanError as error:
            self._tell(error)
            self._scroll.hide()
            self._empty.hide()
        else:
            self._show()

    def _show(self) -> None:
        keys = self._signers.keys if self._signers else ()
        for row in self._rows:
            row.hide()
            row.deleteLater()
        by_age = sorted(keys, key=lambda one: one.first_met)
        self._rows = [KeyRow(key) for key in sorted(by_age, key=lambda one: word_order(one.name))]
        for at, row in enumerate(self._rows):
            row.forgotten.connect(self._forget)
            self._column.insertWidget(at, row)
        self._scroll.setVisible(bool(keys))
        self._empty.setVisible(not keys)

    def _forget(self, key: KnownKey) -> None:
        if self._signers is None:
            return
        try:
            self._signers.forget(key.name, key.fingerprint)
        except PlanError as error:
            self._tell(error)
        else:
            self._show()

    def _tell(self, error: PlanError) -> None:
        self._problem.setText(sentence_of(error))
        self._problem.show()
