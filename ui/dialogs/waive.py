"""Letting a warning stand: a reason, a senior person's name and, if wanted, a last day."""

from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QVBoxLayout, QWidget

from planner.errors import PlanError
from planner.model.people import is_senior
from planner.model.plan import display_name
from planner.model.schema import field
from planner.truths.consent import waive
from planner.truths.findings import Finding
from ui.dialogs.base import Dialog
from ui.document import PlanDocument
from ui.kit.editors import FieldEditor, make_editor
from ui.kit.text import plain_label
from ui.theme.tokens import TIGHT


class WaiveDialog(Dialog):
    """Asks for what an accepted exception needs and takes it up."""

    def __init__(self, document: PlanDocument, finding: Finding, parent: QWidget) -> None:
        super().__init__("Accept this exception", parent)
        self._document = document
        self._finding = finding
        self.body.addWidget(plain_label(finding.message, wraps=True))
        self.body.addWidget(plain_label("It will be printed above the signatures.", role="muted", wraps=True))
        self._reason = self._add_editor("reason")
        self._by = self._add_people()
        self._until = self._add_editor("until")
        self._problem = plain_label(role="error", wraps=True)
        self._problem.hide()
        self.body.addWidget(self._problem)
        self.add_button("Cancel", QDialogButtonBox.ButtonRole.RejectRole, "cancel")
        self.add_button("Accept the exception", QDialogButtonBox.ButtonRole.AcceptRole, "accept")
        self.buttons.accepted.connect(self._accept)
        self.setMinimumWidth(460)
        self._reason.setFocus()

    def _add_editor(self, name: str) -> FieldEditor:
        spec = field("waivers", name)
        editor = make_editor(spec, self._document)
        editor.load(spec.default)
        self.body.addLayout(_row(spec.title, editor, editor.focus_target()))
        return editor

    def _add_people(self) -> QComboBox:
        box = QComboBox()
        box.setObjectName("by")
        spec = field("waivers", "by")
        box.setAccessibleName(spec.title)
        seniors = [person for person in self._document.plan.people.values() if is_senior(person)]
        for person in seniors:
            box.addItem(display_name(person), person.id)
        self.body.addLayout(_row(spec.title, box, box))
        if not seniors:
            hint = "Only a director or executive of your own can: add one on the page People first."
            self.body.addWidget(plain_label(hint, role="caption", wraps=True))
        return box

    def _accept(self) -> None:
        self._reason.flush()
        self._until.flush()
        if self._until.problem:
            return
        document = self._document
        try:
            document.do(
                waive(
                    document.plan,
                    self._finding,
                    self._reason.value(),
                    self._by.currentData(),
                    self._until.value(),
                    today=document.today(),
                )
            )
        except PlanError as error:
            self._problem.setText(f"{error.message} {error.hint}".strip())
            self._problem.show()
        else:
            self.accept()


def _row(title: str, editor: QWidget, target: QWidget) -> QVBoxLayout:
    row = QVBoxLayout()
    row.setSpacing(TIGHT)
    label = plain_label(title, role="caption")
    label.setBuddy(target)
    row.addWidget(label)
    row.addWidget(editor)
    return row
