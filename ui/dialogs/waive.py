"""Letting a warning stand: a reason, a senior person's name and, if wanted, a last day."""

from PySide6.QtWidgets import QDialogButtonBox, QWidget

from planner.editing.verbs import Edit
from planner.errors import PlanError
from planner.language import phrase, say
from planner.model.people import is_senior
from planner.model.schema import field
from planner.truths.consent import misfits, waive
from planner.truths.findings import Finding
from ui.document import PlanDocument
from ui.kit.dialog import Dialog
from ui.kit.editors import FieldEditor
from ui.kit.editors.base import sentence_of
from ui.kit.field_row import FieldRow
from ui.kit.text import plain_label

_NOBODY = phrase("Only a director or executive of your own can: add one on the page People first.")


class WaiveDialog(Dialog):
    """Asks for what an accepted exception needs, tells at each field what does not fit, and takes it up."""

    def __init__(self, document: PlanDocument, finding: Finding, parent: QWidget) -> None:
        super().__init__(say("Accept this exception"), parent)
        self._document = document
        self._finding = finding
        self._editors: dict[str, FieldEditor] = {}
        self.body.addWidget(plain_label(finding.message, wraps=True))
        self.body.addWidget(
            plain_label(say("It will be printed above the signatures."), role="muted", wraps=True)
        )
        seniors = [person.id for person in document.plan.people.values() if is_senior(person)]
        self._add_editor("reason", "")
        self._add_editor("by", seniors[0] if len(seniors) == 1 else None)
        self._add_editor("until", None)
        if not seniors:
            self.body.addWidget(plain_label(say(_NOBODY), role="caption", wraps=True))
        self._problem = plain_label(role="error", wraps=True)
        self._problem.hide()
        self.body.addWidget(self._problem)
        self.add_button(say("Cancel"), QDialogButtonBox.ButtonRole.RejectRole, "cancel")
        self.add_button(say("Accept the exception"), QDialogButtonBox.ButtonRole.AcceptRole, "accept")
        self.buttons.accepted.connect(self._accept)
        self.setMinimumWidth(460)
        self._editors["reason"].setFocus()

    def editor(self, name: str) -> FieldEditor:
        """Return the editor of a field of the waiver."""
        return self._editors[name]

    def _add_editor(self, name: str, value: object) -> None:
        row = FieldRow(field("waivers", name), self._document)
        row.editor.load(value)
        row.created.connect(self._refuse_new)
        self._editors[name] = row.editor
        self.body.addWidget(row)

    def _refuse_new(self, name: str) -> None:
        self._editors[name].set_problem(
            say("Nobody of this name is in the plan: add people on the page People.")
        )

    def _accept(self) -> None:
        for editor in self._editors.values():
            editor.flush()
        wrong = self._misfits()
        for name in wrong:
            self._editors[name].set_problem(wrong[name])
        unfit = [editor for editor in self._editors.values() if editor.problem]
        if unfit:
            unfit[0].focus_target().setFocus()
            self._make_room()
            return
        try:
            self._document.do(self._edit())
        except PlanError as error:
            self._problem.setText(sentence_of(error))
            self._problem.show()
        else:
            self.accept()

    def _make_room(self) -> None:
        """Grow by what is told at the fields, or they would be squeezed."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.resize(self.width(), max(self.height(), layout.totalHeightForWidth(self.width())))

    def _misfits(self) -> dict[str, str]:
        document, values = self._document, {name: e.value() for name, e in self._editors.items()}
        wrong = misfits(document.plan, **values, today=document.today())
        return {name: sentence_of(error) for name, error in wrong.items() if not self._editors[name].problem}

    def _edit(self) -> Edit:
        document, values = self._document, {name: e.value() for name, e in self._editors.items()}
        return waive(document.plan, self._finding, **values, today=document.today())
