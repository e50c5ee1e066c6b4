"""The form of one house truth: what it asks or looks at, its conditions, and what it says."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from planner.editing.patch import Patch
from planner.language import phrase, say
from planner.model.schema import field
from planner.model.vocabulary import TruthSort
from ui.document import PlanDocument
from ui.kit.field_grid import FieldGrid
from ui.kit.field_row import FieldRow
from ui.kit.finding_note import NoteColumn
from ui.kit.record_binding import RecordBinding
from ui.kit.text import plain_label
from ui.steps.sign_off.house.conditions import ConditionsEditor
from ui.steps.sign_off.house.finds import FindsPanel
from ui.theme.tokens import LARGE, MEDIUM, SMALL

_KIND = "house_truths"
_HEAD = ("name", "sort", "looks_at", "level")
_TAIL = ("message", "remedy", "why", "citation")
_ONLY_RULES = ("looks_at", "level", "joined", "message", "remedy")
_PLACES = phrase(
    "In these texts, {name} stands for the entry's name, {hours} for its hours, {owner.name} for its owner."
)
_NOTHING = phrase("Select a house truth to see it.")


class HouseForm(QWidget):
    """Edits one house truth, and shows at once what it finds.

    Signals:
        finding_wanted: the `Finding` whose entry is to be shown.
    """

    finding_wanted = Signal(object)

    def __init__(self, document: PlanDocument) -> None:
        """Make a form with no truth in it yet.

        Args:
            document: the document.
        """
        super().__init__()
        self._document = document
        self._rows = {name: FieldRow(field(_KIND, name), document) for name in (*_HEAD, "joined", *_TAIL)}
        self._notes = NoteColumn(SMALL)
        self._conditions = ConditionsEditor(document)
        self._finds = FindsPanel(document)
        self._finds.wanted.connect(self.finding_wanted)
        self._nothing = plain_label(say(_NOTHING), role="muted", wraps=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._only_rules: list[QWidget] = [self._rows[name] for name in _ONLY_RULES]
        self._page = QWidget()
        self._build()
        self._binding = RecordBinding(document, _KIND, self._rows.values(), self)
        self._binding.lost.connect(self._show_nothing)
        self._binding.findings_changed.connect(self._notes.show_findings)
        document.changed.connect(self._follow)
        self._show_nothing()

    @property
    def conditions(self) -> ConditionsEditor:
        """The conditions."""
        return self._conditions

    @property
    def finds(self) -> FindsPanel:
        """What it finds."""
        return self._finds

    def row(self, name: str) -> FieldRow:
        """Return the row of a field."""
        return self._rows[name]

    def set_truth(self, truth_id: str | None) -> None:
        """Show a house truth, or none."""
        self._binding.bind(truth_id)
        shown = self._binding.record_id
        self._page.setVisible(shown is not None)
        self._nothing.setVisible(shown is None)
        if shown is not None:
            self._conditions.show_truth(shown)
            self._finds.show_truth(shown)
            self._show_what_fits()

    def focus_field(self, name: str) -> QWidget:
        """Lead the keyboard to a field.

        Returns:
            What is to be seen.
        """
        if name == "conditions":
            self._conditions.focus_first()
            return self._conditions
        row = self._rows.get(name, self._rows["name"])
        row.editor.focus_target().setFocus(Qt.FocusReason.OtherFocusReason)
        return row

    def _build(self) -> None:
        column = QVBoxLayout(self._page)
        column.setContentsMargins(LARGE, MEDIUM, LARGE, MEDIUM)
        column.setSpacing(MEDIUM)
        column.addLayout(self._notes)
        column.addWidget(FieldGrid(self._rows[name] for name in _HEAD))
        self._only_rules.append(self._add_conditions(column))
        column.addWidget(FieldGrid(self._rows[name] for name in _TAIL))
        self._only_rules.append(self._words_below(column))
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._page)
        outer.addWidget(self._nothing, 1)

    def _add_conditions(self, column: QVBoxLayout) -> QWidget:
        part = QWidget()
        inner = QVBoxLayout(part)
        inner.setContentsMargins(0, SMALL, 0, SMALL)
        inner.setSpacing(SMALL)
        inner.addWidget(plain_label(say("The truth is broken where"), role="h3", wraps=True))
        inner.addWidget(self._rows["joined"])
        inner.addWidget(self._conditions)
        inner.addWidget(self._finds)
        column.addWidget(part)
        return part

    def _words_below(self, column: QVBoxLayout) -> QLabel:
        label = plain_label(say(_PLACES), role="caption", wraps=True)
        column.addWidget(label)
        return label

    def _follow(self, patch: Patch) -> None:
        if self._binding.record_id in patch.touched.get(_KIND, ()):
            self._show_what_fits()

    def _show_what_fits(self) -> None:
        """Hide what a question has no use for."""
        truth = self._document.plan.house_truths.get(self._binding.record_id or "")
        is_rule = truth is not None and truth.sort is TruthSort.RULE
        for widget in self._only_rules:
            widget.setVisible(is_rule)

    def _show_nothing(self) -> None:
        self._page.hide()
        self._nothing.show()
