"""The conditions of a house truth: rows of field, comparison and value, or written ones, all kept as CEL."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.editing import verbs
from planner.editing.patch import Patch
from planner.errors import PlanError
from planner.language import phrase, say
from planner.model.records_house import HouseTruth
from planner.truths.house.conditions import MAX_CONDITIONS, condition_lines
from planner.truths.house.rows import row_of
from planner.truths.house.types import kind_looked_at
from ui.document import PlanDocument
from ui.kit.buttons import WordButton
from ui.kit.editors.base import sentence_of
from ui.kit.flow import FlowLayout
from ui.kit.text import plain_label
from ui.steps.sign_off.house.row import ConditionRow, FieldsRow, WrittenRow
from ui.theme.tokens import SMALL

_KIND = "house_truths"
_WAITING = phrase("Not saved yet: complete or correct the marked condition. The plan keeps what it had.")


class ConditionsEditor(QWidget):
    """Edits the conditions of one house truth; what can't be used never gets into the plan."""

    def __init__(self, document: PlanDocument) -> None:
        """Make an editor that shows no truth yet.

        Args:
            document: the document.
        """
        super().__init__()
        self._document = document
        self._truth: HouseTruth | None = None
        self._said = ""
        self._rows: list[ConditionRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(SMALL)
        self._state = plain_label(role="muted", wraps=True)
        self._add = WordButton(say("Add condition"), "plus")
        self._write = WordButton(say("Write a condition"), "pencil", role="quiet")
        self._add.clicked.connect(self._add_row)
        self._write.clicked.connect(self._add_written)
        buttons = FlowLayout()
        buttons.addWidget(self._add)
        buttons.addWidget(self._write)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addLayout(self._list)
        column.addWidget(self._state)
        column.addLayout(buttons)
        document.changed.connect(self._follow)

    @property
    def rows(self) -> tuple[ConditionRow, ...]:
        """The conditions as they are shown."""
        return tuple(self._rows)

    @property
    def add_button(self) -> WordButton:
        """Adds a row."""
        return self._add

    @property
    def state(self) -> str:
        """What is said of the conditions as a whole."""
        return self._state.text()

    @property
    def is_usable(self) -> bool:
        """Whether everything that is shown is in the plan."""
        return all(row.text and not row.problem for row in self._rows)

    def show_truth(self, truth_id: str) -> None:
        """Show the conditions of a house truth."""
        self._truth = self._document.plan.house_truths.get(truth_id)
        self._load()

    def focus_first(self) -> None:
        """Lead the keyboard to the first condition, or to the button that adds one."""
        target = self._rows[0].focus_target() if self._rows else self._add
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow(self, patch: Patch) -> None:
        """Show what changed elsewhere, as by undo; what is being typed here stays."""
        before = self._truth
        if before is None or before.id not in patch.touched.get(_KIND, ()):
            return
        self._truth = self._document.plan.house_truths.get(before.id)
        if self._truth is None:
            return
        if self._truth.conditions != self._said or self._truth.looks_at is not before.looks_at:
            self._load()

    @property
    def _kind(self) -> str:
        return kind_looked_at(self._truth.looks_at) if self._truth is not None else ""

    def _load(self) -> None:
        while self._rows:
            self._take_out(self._rows[0])
        self._said = self._truth.conditions if self._truth is not None else ""
        for _, text in condition_lines(self._said):
            self._put_in(self._made(text), len(self._rows))
        self._tell()

    def _made(self, text: str) -> ConditionRow:
        row = row_of(text, self._kind)
        return self._written(text) if row is None else FieldsRow(self._document, self._kind, row)

    def _written(self, text: str) -> WrittenRow:
        return WrittenRow(self._kind, text, read_only=self._document.read_only)

    def _put_in(self, row: ConditionRow, at: int) -> None:
        row.changed.connect(self._commit)
        row.removed.connect(self._remove_sender)
        row.turned.connect(self._turn_sender)
        for button in (row.turn_button, row.remove_button):
            button.setEnabled(not self._document.read_only)
        self._rows.insert(at, row)
        self._list.insertWidget(at, row)
        self._renumber()

    def _take_out(self, row: ConditionRow) -> None:
        self._rows.remove(row)
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._renumber()

    def _renumber(self) -> None:
        for number, row in enumerate(self._rows, 1):
            row.set_number(number)

    def _add_row(self) -> None:
        self._put_in(FieldsRow(self._document, self._kind, None), len(self._rows))
        self._rows[-1].focus_target().setFocus(Qt.FocusReason.OtherFocusReason)
        self._commit()

    def _add_written(self) -> None:
        self._put_in(self._written(""), len(self._rows))
        self._rows[-1].focus_target().setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell()

    def _remove_sender(self) -> None:
        row = self.sender()
        if isinstance(row, ConditionRow):
            at = self._rows.index(row)
            self._take_out(row)
            left = self._rows[min(at, len(self._rows) - 1)].focus_target() if self._rows else self._add
            left.setFocus(Qt.FocusReason.OtherFocusReason)
            self._commit()

    def _turn_sender(self) -> None:
        row = self.sender()
        if not isinstance(row, ConditionRow):
            return
        at, text = self._rows.index(row), row.text
        other = self._written(text) if isinstance(row, FieldsRow) else self._made(text)
        if isinstance(row, WrittenRow) and isinstance(other, WrittenRow):
            self._state.setText(say("Rows can't say this condition; it stays as it is written."))
            return
        self._take_out(row)
        self._put_in(other, at)
        other.focus_target().setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell()

    def _commit(self) -> None:
        text = "\n".join(row.text for row in self._rows)
        truth = self._truth
        if truth is not None and self.is_usable and text != truth.conditions:
            self._said = text
            try:
                self._document.do(verbs.change(self._document.plan, truth.id, "conditions", text))
            except PlanError as error:
                self._said = truth.conditions
                self._state.setText(sentence_of(error))
                return
        self._tell()

    def _tell(self) -> None:
        text = "" if self._rows else say("No condition yet. Add one: the truth is broken where it holds.")
        self._state.setText(text if self.is_usable else say(_WAITING))
        self._state.setVisible(bool(self._state.text()))
        editable = not self._document.read_only
        for button in (self._add, self._write):
            button.setEnabled(editable and len(self._rows) < MAX_CONDITIONS)
