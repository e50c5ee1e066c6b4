"""Closing a plan that could not be saved."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialogButtonBox, QWidget

from planner.language import say
from ui.kit.dialog import Dialog
from ui.kit.text import plain_label
from ui.theme import set_look


class UnsavedDialog(Dialog):
    """Asks what becomes of edits that are not in the file.

    Signals:
        copy_wanted: save a copy first.
        drop_wanted: close, and lose them.
    """

    copy_wanted = Signal()
    drop_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(say("The last changes are not saved"), parent)
        self.body.addWidget(
            plain_label(
                say("If you close the plan now, they are lost. A copy in another place keeps them."),
                wraps=True,
            )
        )
        role = QDialogButtonBox.ButtonRole
        drop = self.add_button(say("Close and lose them"), role.DestructiveRole, "drop")
        set_look(drop, "role", "danger")
        drop.clicked.connect(self._drop)
        self.add_button(say("Go on"), role.RejectRole, "go-on")
        self.add_button(say("Save a copy…"), role.AcceptRole, "copy")
        self.buttons.accepted.connect(self._copy)

    def _copy(self) -> None:
        self.accept()
        self.copy_wanted.emit()

    def _drop(self) -> None:
        self.accept()
        self.drop_wanted.emit()
