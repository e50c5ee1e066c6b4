"""One field of a form: label above, editor, problem and findings below."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.model.schema import FieldSpec
from planner.truths.findings import Finding
from ui.kit.editors import FieldEditor, PlanSource, make_editor
from ui.kit.finding_note import FindingNote, NoteColumn
from ui.kit.text import plain_label, set_tip
from ui.theme.tokens import TIGHT

_NAMES = frozenset({"name", "title", "question"})


class FieldRow(QWidget):
    """A field with all that is said about it.

    Signals:
        edited: the field's name and its new value, by the user.
        created: the field's name, the key of a kind and a name: a new record is to be linked.
    """

    edited = Signal(str, object)
    created = Signal(str, str, str)

    def __init__(
        self, spec: FieldSpec, source: PlanSource, *, title: str = "", parent: QWidget | None = None
    ) -> None:
        """Make the row of a field.

        Args:
            spec: the field.
            source: knows the plan whose records links lead to.
            title: what stands above it instead of the field's own title.
            parent: owns the row.
        """
        super().__init__(parent)
        self._spec = spec
        self._editor = make_editor(spec, source)
        self._label = plain_label(title or spec.title, role="label", wraps=True)
        self._label.setBuddy(self._editor.focus_target())
        set_tip(self._label, spec.hint)
        self._problem = plain_label(role="error", wraps=True)
        self._problem.hide()
        self._notes = NoteColumn(TIGHT)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(TIGHT)
        for widget in (self._label, self._editor, self._problem):
            self._column.addWidget(widget)
        self._column.addLayout(self._notes)
        self._column.addStretch(1)
        self._editor.edited.connect(self._edited)
        self._editor.created.connect(self._created)
        self._editor.problem_changed.connect(self._show_problem)

    @property
    def spec(self) -> FieldSpec:
        """The field."""
        return self._spec

    @property
    def editor(self) -> FieldEditor:
        """Its editor."""
        return self._editor

    @property
    def wide(self) -> bool:
        """Whether it wants a form's full width."""
        return self._editor.wide or self.is_name

    @property
    def is_name(self) -> bool:
        """Whether it says what the record is called."""
        return self._spec.name in _NAMES

    @property
    def notes(self) -> Sequence[FindingNote]:
        """The findings shown."""
        return self._notes.notes

    def hide_label(self) -> None:
        """Leave the label out, where a heading says the same."""
        self._label.hide()

    def add_below(self, widget: QWidget) -> None:
        """Put a widget right below the editor."""
        self._column.insertWidget(2, widget)

    def set_findings(self, findings: Sequence[Finding]) -> None:
        """Show the findings that lead to this field."""
        self._notes.show_findings(findings)

    def _edited(self, value: object) -> None:
        self.edited.emit(self._spec.name, value)

    def _created(self, kind_key: str, name: str) -> None:
        self.created.emit(self._spec.name, kind_key, name)

    def _show_problem(self, text: str) -> None:
        self._problem.setText(text)
        self._problem.setVisible(bool(text))
