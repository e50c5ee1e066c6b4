"""Asks before something in use goes, and says what will lose it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QPlainTextEdit, QWidget

from planner.editing.removal import Loss
from planner.language import say
from ui.kit.dialog import Dialog
from ui.kit.text import plain_label

_SHOWN_LINES = 8


class RemoveDialog(Dialog):
    """Lists what loses something, as plain text; accepted means remove."""

    def __init__(self, what: str, losses: Sequence[Loss], parent: QWidget) -> None:
        """Make the dialog.

        Args:
            what: what is to be removed, such as 'person “Ana”' or '3 tactics'.
            losses: what loses something by it.
            parent: the window that it lies over.
        """
        super().__init__(say("Remove {what}?", what=what), parent)
        self.body.addWidget(plain_label(say("It is in use. If it goes:"), wraps=True))
        self._list = QPlainTextEdit("\n".join(loss.sentence for loss in losses))
        self._list.setReadOnly(True)
        self._list.setTabChangesFocus(True)
        self._list.setAccessibleName(say("What loses it"))
        lines = min(_SHOWN_LINES, len(losses)) + 1
        self._list.setFixedHeight(lines * self._list.fontMetrics().lineSpacing() + 16)
        self.body.addWidget(self._list)
        self.body.addWidget(plain_label(say("You can undo this."), role="muted"))
        self.add_button(say("Cancel"), QDialogButtonBox.ButtonRole.RejectRole, "cancel")
        remove = self.add_button(say("Remove"), QDialogButtonBox.ButtonRole.AcceptRole, "remove")
        self.buttons.accepted.connect(self.accept)
        self.setMinimumWidth(440)
        remove.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def sentences(self) -> str:
        """What the dialog says of the losses, a line each."""
        return self._list.toPlainText()
