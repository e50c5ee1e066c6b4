"""What editors have in common whose value is picked by a part of its name."""

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from planner.model.schema import FieldSpec
from ui.kit.editors.base import FieldEditor, PlanSource
from ui.kit.picker import Picker


class PickingEditor(FieldEditor):
    """Has a line in which names are typed, and a list of those that fit."""

    def __init__(self, spec: FieldSpec, source: PlanSource, parent: QWidget | None = None) -> None:
        super().__init__(spec, source, parent)
        self._picker = self._new_picker()
        self._adopt(self._picker.line)
        self._picker.typing.connect(self.forgive)
        self._picker.unknown.connect(self._unknown)

    def focus_target(self) -> QWidget:
        """Return the line in which names are typed."""
        return self._picker.line

    def flush(self) -> None:
        """Take the name that is typed."""
        self._picker.settle()

    def _new_picker(self) -> Picker:
        raise NotImplementedError

    def _unknown(self, text: str) -> None:
        """Say that nothing is called like that."""
        raise NotImplementedError


class OneEditor(PickingEditor):
    """One thing, whose name stands in the line."""

    def __init__(self, spec: FieldSpec, source: PlanSource, parent: QWidget | None = None) -> None:
        super().__init__(spec, source, parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._picker)
        self._picker.picked.connect(self._take)
        self._picker.picked.connect(self.decided)
        self._picker.cleared.connect(self._cleared)

    def set_read_only(self, on: bool) -> None:  # noqa: FBT001 - a plain setter like Qt's
        """Let the name be read and copied but not changed."""
        self._read_only = on
        self._picker.set_read_only(on)

    def open_list(self) -> None:
        """Show what there is to pick."""
        self._picker.open_list()

    def _cleared(self) -> None:
        self._take(None)

    def _show(self, value: Any) -> None:  # noqa: ANN401 - a field's own type
        self._picker.show_text(self._text_of(value))
