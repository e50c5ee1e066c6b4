"""Changes one field of several records to the same value."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialogButtonBox, QVBoxLayout, QWidget

from planner.editing import verbs
from planner.errors import PlanError
from planner.language import say
from planner.model.kinds import kind_of
from planner.model.schema import FieldSpec, fields
from planner.model.values import Form
from ui.document import PlanDocument
from ui.kit.dialog import Dialog
from ui.kit.editors.base import sentence_of
from ui.kit.editors.choices import CalmCombo
from ui.kit.field_row import FieldRow
from ui.kit.text import plain_label
from ui.theme.tokens import TIGHT


class ChangeManyDialog(Dialog):
    """Asks for a field and its new value, and changes all records in one step."""

    def __init__(self, document: PlanDocument, record_ids: Sequence[str], parent: QWidget) -> None:
        """Make the dialog.

        Args:
            document: the document.
            record_ids: the records, all of one kind.
            parent: the window that it lies over.
        """
        kind = kind_of(document.plan.find(record_ids[0]))
        super().__init__(
            say("Change {count} {kinds}", count=len(record_ids), kinds=kind.words.lower()), parent
        )
        self._document = document
        self._ids = list(record_ids)
        self._specs = [spec for spec in fields(kind.key) if _can_be_shared(spec)]
        self._row: FieldRow | None = None
        self._combo = CalmCombo()
        self._combo.addItems([spec.title for spec in self._specs])
        self._combo.setAccessibleName(say("Field"))
        label = plain_label(say("Field"), role="caption")
        label.setBuddy(self._combo)
        self._place = QVBoxLayout()
        column = QVBoxLayout()
        column.setSpacing(TIGHT)
        column.addWidget(label)
        column.addWidget(self._combo)
        self.body.addLayout(column)
        self.body.addLayout(self._place)
        self.add_button(say("Cancel"), QDialogButtonBox.ButtonRole.RejectRole, "cancel")
        self.add_button(say("Change all"), QDialogButtonBox.ButtonRole.AcceptRole, "change")
        self.buttons.accepted.connect(self._change)
        self._combo.currentIndexChanged.connect(self._show_field)
        self.setMinimumWidth(440)
        self._show_field()

    @property
    def row(self) -> FieldRow:
        """The row of the chosen field."""
        if self._row is None:
            msg = "no field is chosen"
            raise RuntimeError(msg)
        return self._row

    def choose(self, name: str) -> None:
        """Choose a field by its name."""
        self._combo.setCurrentIndex([spec.name for spec in self._specs].index(name))

    def _show_field(self) -> None:
        if self._row is not None:
            self._row.hide()
            self._row.deleteLater()
        spec = self._specs[self._combo.currentIndex()]
        self._row = FieldRow(spec, self._document, title=say("New value"))
        record = self._document.plan.find(self._ids[0])
        self._row.editor.load(getattr(record, spec.name))
        self._place.addWidget(self._row)

    def _change(self) -> None:
        row = self.row
        row.editor.flush()
        if row.editor.problem:
            return
        try:
            plan = self._document.plan
            self._document.do(verbs.change_many(plan, self._ids, row.spec.name, row.editor.value()))
        except PlanError as error:
            row.editor.set_problem(sentence_of(error))
        else:
            self.accept()


def _can_be_shared(spec: FieldSpec) -> bool:
    return spec.form is not Form.MOMENT and spec.name not in {"name", "title"}
