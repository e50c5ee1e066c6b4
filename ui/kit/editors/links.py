"""Fields that lead to other records: one, or several."""

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from planner.language import say
from planner.model.format import OR, listing
from planner.model.kinds import kind_of
from planner.model.plan import display_name
from planner.model.schema import FieldSpec
from ui.kit.buttons import IconButton
from ui.kit.editors.base import FieldEditor, PlanSource
from ui.kit.editors.picking import OneEditor, PickingEditor
from ui.kit.elided_label import ElidedLabel
from ui.kit.flow import FlowLayout
from ui.kit.picker import Option, Picker
from ui.kit.text import set_tip
from ui.theme import beginning, current_tokens
from ui.theme.tokens import TIGHT

_WIDEST_CHIP = 280


def options_of(spec: FieldSpec, source: PlanSource) -> list[Option]:
    """Return all records that a field may lead to; with several kinds each tells its own."""
    several = len(spec.to) > 1
    return [
        Option(record.id, display_name(record), kind_of(key).word if several else "")
        for key in spec.to
        for record in source.plan.records(key).values()
    ]


def new_picker(editor: FieldEditor, source: PlanSource) -> Picker:
    """Make the picker of a link field; a name that is not there yet becomes a new record."""
    spec = editor.spec
    kinds = [kind_of(key) for key in spec.to]

    def options() -> list[Option]:
        return options_of(spec, source)

    picker = Picker(options, new_kinds=kinds)
    picker.created.connect(editor.created)
    return picker


def target_words(spec: FieldSpec) -> str:
    """Return the kinds to which a field leads, such as "person or partner"."""
    return listing((kind_of(key).word for key in spec.to), OR)


def none_called(spec: FieldSpec, text: str) -> str:
    """Say that nothing to which a field may lead has a name."""
    return say(
        "There is no {kind} called “{name}”. Pick one from the list, or make it new.",
        kind=target_words(spec),
        name=text,
    )


class LinkEditor(OneEditor):
    """One other record."""

    def _new_picker(self) -> Picker:
        return new_picker(self, self._source)

    def _unknown(self, text: str) -> None:
        self.set_problem(none_called(self._spec, text))


class ManyEditor(PickingEditor):
    """Several other records, shown above a line that adds one."""

    wide = True

    def __init__(
        self, spec: FieldSpec, source: PlanSource, shown: QLayout, parent: QWidget | None = None
    ) -> None:
        """Make the line below what is shown.

        Args:
            spec: the field.
            source: knows the plan whose records links lead to.
            shown: takes what shows the records.
            parent: owns the editor.
        """
        super().__init__(spec, source, parent)
        self._picker.line.setPlaceholderText(say("Add {kind}", kind=target_words(spec)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addLayout(shown)
        column.addWidget(self._picker)
        self._picker.picked.connect(self._add)

    def _new_picker(self) -> Picker:
        return new_picker(self, self._source)

    def _add(self, record_id: str) -> None:
        raise NotImplementedError

    def _unknown(self, text: str) -> None:
        self.set_problem(none_called(self._spec, text))


class Chip(QFrame):
    """A linked record's name with a button that takes the link out.

    Signals:
        removed: the id of the record.
    """

    removed = Signal(str)

    def __init__(self, record_id: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._record_id = record_id
        self.setProperty("role", "note")
        label = ElidedLabel()
        label.setText(name)
        label.setMaximumWidth(current_tokens().px(_WIDEST_CHIP))
        set_tip(label, name)
        self._cross = IconButton("x", say("Take out {name}", name=name), tone="muted", role="inset")
        self._cross.clicked.connect(self._clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(*beginning(8))
        row.setSpacing(TIGHT)
        row.addWidget(label)
        row.addWidget(self._cross)

    def set_read_only(self, on: bool) -> None:  # noqa: FBT001 - a plain setter like Qt's
        """Hide the button."""
        self._cross.setVisible(not on)

    def _clicked(self) -> None:
        self.removed.emit(self._record_id)


class LinksEditor(ManyEditor):
    """Several other records, as chips with a line that adds one."""

    def __init__(self, spec: FieldSpec, source: PlanSource, parent: QWidget | None = None) -> None:
        self._chips: list[Chip] = []
        self._flow = FlowLayout(down=TIGHT)
        super().__init__(spec, source, self._flow, parent)
        self._picker.line.installEventFilter(self)

    def set_read_only(self, on: bool) -> None:  # noqa: FBT001 - a plain setter like Qt's
        """Let the links be read but not changed."""
        self._read_only = on
        self._picker.setVisible(not on)
        for chip in self._chips:
            chip.set_read_only(on)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take out the last link on Backspace in the empty line."""
        if watched is self._picker.line and isinstance(event, QKeyEvent) and self._erases(event):
            self._remove(self._value[-1])
            return True
        return super().eventFilter(watched, event)

    def _erases(self, event: QKeyEvent) -> bool:
        pressed = event.type() is QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Backspace
        return pressed and not self._picker.line.text() and bool(self._value)

    def _add(self, record_id: str) -> None:
        if record_id not in self._value:
            self._take((*self._value, record_id))
        self.show_again()

    def _remove(self, record_id: str) -> None:
        self._take(tuple(item for item in self._value if item != record_id))
        self.show_again()
        self._picker.line.setFocus()

    def _show(self, value: Any) -> None:  # noqa: ANN401 - a field's own type
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [Chip(item, self._source.plan.name_of(item)) for item in value]
        for chip in self._chips:
            chip.removed.connect(self._remove)
            chip.set_read_only(self._read_only)
            self._flow.addWidget(chip)
        self._picker.show_text("")
        self.updateGeometry()
