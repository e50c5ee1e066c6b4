"""Telling that the program failed, with a report that one can copy."""

from PySide6.QtWidgets import QApplication, QDialogButtonBox, QPlainTextEdit, QWidget

from planner.language import say
from ui.kit.dialog import Dialog
from ui.kit.text import plain_label


class CrashDialog(Dialog):
    """Shows the report."""

    def __init__(self, report: str, parent: QWidget) -> None:
        super().__init__(say("Something in Truecourse went wrong"), parent)
        self.body.addWidget(
            plain_label(
                say(
                    "Your plan is as it was: what you did last may not have been done. "
                    "The report says what failed; look through it before you pass it on."
                ),
                wraps=True,
            )
        )
        self._report = QPlainTextEdit(report)
        self._report.setReadOnly(True)
        self._report.setAccessibleName(say("Report"))
        self._report.setMinimumSize(520, 220)
        self.body.addWidget(self._report)
        copy = self.add_button(say("Copy the report"), QDialogButtonBox.ButtonRole.ActionRole, "copy")
        copy.clicked.connect(self._copy)
        self.add_button(say("Go on"), QDialogButtonBox.ButtonRole.RejectRole, "go-on")

    def _copy(self) -> None:
        QApplication.clipboard().setText(self._report.toPlainText())
