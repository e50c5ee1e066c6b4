"""Keeping the plan's shape as a template of one's own."""

from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QWidget

from planner.errors import PlanError
from planner.language import phrase, say
from planner.templates import save_template
from ui.document import PlanDocument
from ui.kit.dialog import Dialog
from ui.kit.editors.base import sentence_of
from ui.kit.text import plain_label

_WORDS = phrase(
    "The template keeps objectives, channels, tactics, metrics and the rhythm of reviews. It leaves out "
    "names of people, dates, answers and what was signed. Look through its texts before you hand it on."
)


class SaveTemplateDialog(Dialog):
    """Asks what the template is called, and writes it."""

    def __init__(self, document: PlanDocument, parent: QWidget) -> None:
        super().__init__(say("Save as template"), parent)
        self._document = document
        self._name = QLineEdit(document.plan.the_brief.title)
        self._name.setObjectName("template.name")
        self._name.setMaxLength(80)
        self._problem = plain_label(role="error", wraps=True)
        self._problem.hide()
        label = plain_label(say("&Name of the template"), role="label")
        label.setBuddy(self._name)
        self._name.setAccessibleName(say("Name of the template"))
        for widget in (plain_label(say(_WORDS), role="muted", wraps=True), label, self._name, self._problem):
            self.body.addWidget(widget)
        self.add_button(say("Cancel"), QDialogButtonBox.ButtonRole.RejectRole, "cancel")
        self.add_button(say("Save"), QDialogButtonBox.ButtonRole.AcceptRole, "save")
        self.buttons.accepted.connect(self._save)
        self.setMinimumWidth(460)
        self._name.setFocus()
        self._name.selectAll()

    def _save(self) -> None:
        try:
            save_template(self._document.plan, self._name.text())
        except PlanError as error:
            self._problem.setText(sentence_of(error))
            self._problem.show()
        else:
            self.accept()
