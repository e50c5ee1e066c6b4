"""What all field editors have in common."""

from datetime import date
from typing import Any, Protocol

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from planner.errors import PlanError
from planner.model.plan import Plan
from planner.model.schema import FieldSpec
from planner.parsing import Reading, read_field, show_field
from ui.kit.region import current_locale
from ui.kit.text import set_tip
from ui.theme import set_look


class PlanSource(Protocol):
    """Whoever knows the plan as it is now; the document does."""

    @property
    def plan(self) -> Plan:
        """The plan."""

    def today(self) -> date:
        """Return the day as of which dates are read."""


UNKNOWN = object()
"""Stands for a value that was not given yet."""


class FieldEditor(QWidget):
    """Edits one field's value; says what the user meant and never echoes what it is given.

    An editor keeps what one is typing: `set_value` with the value that the typed text stands for
    leaves the text alone, and so does a value that it was given before.

    Signals:
        edited: a new value, by the user.
        created: the key of a kind and a name: the user wants a new record of that kind, linked here.
        problem_changed: the sentence that says why what was typed does not fit; empty when it does.
        decided: the user picked a value from a list, so that a table's cell can close.
    """

    edited = Signal(object)
    created = Signal(str, str)
    problem_changed = Signal(str)
    decided = Signal()
    wide = False
    """Whether it wants the full width of a form."""

    def __init__(self, spec: FieldSpec, source: PlanSource, parent: QWidget | None = None) -> None:
        """Make an editor of a field, still empty.

        Args:
            spec: the field.
            source: knows the plan whose records links lead to.
            parent: owns the editor.
        """
        super().__init__(parent)
        self._spec = spec
        self._source = source
        self._problem = ""
        self._given: object = UNKNOWN
        self._value: Any = None
        self._showing = False
        self._read_only = False

    @property
    def spec(self) -> FieldSpec:
        """The field."""
        return self._spec

    @property
    def problem(self) -> str:
        """Why what was typed does not fit; empty when it does."""
        return self._problem

    def value(self) -> Any:  # noqa: ANN401 - a field's own type
        """Return the last value that fitted."""
        return self._value

    def load(self, value: object) -> None:
        """Show the value of another record; what was typed before is gone."""
        self._given = UNKNOWN
        self._value = UNKNOWN
        self.set_value(value)

    def set_value(self, value: object) -> None:
        """Show the field's value as it is in the plan now."""
        if self._given is not UNKNOWN and value == self._given:
            return
        self._given = value
        typed, self._value = self._value, value
        if self._problem or typed is UNKNOWN or typed != value:
            self.set_problem("")
            self.show_again()

    def show_again(self) -> None:
        """Show the present value again, for instance when a linked record was renamed."""
        self._showing = True
        try:
            self._show(self._value)
        finally:
            self._showing = False

    def set_problem(self, text: str) -> None:
        """Say why what was typed does not fit; the plan keeps the last good value."""
        if text == self._problem:
            return
        self._problem = text
        target = self.focus_target()
        set_look(target, "invalid", bool(text))
        target.setAccessibleDescription(text or self._spec.hint)
        set_tip(target, text or self._spec.hint)
        self.problem_changed.emit(text)

    def open_list(self) -> None:
        """Show what there is to choose from, where there is a list."""

    def forgive(self) -> None:
        """Take back what was said of a problem: somebody is at it again."""
        self.set_problem("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the plan's value on Escape, where what was typed does not fit."""
        if event.key() == Qt.Key.Key_Escape and self._problem and self._given is not UNKNOWN:
            self.load(self._given)
        else:
            super().keyPressEvent(event)

    def focus_target(self) -> QWidget:
        """Return the widget that takes the keyboard, for its label and for focus."""
        raise NotImplementedError

    def set_read_only(self, on: bool) -> None:  # noqa: FBT001 - a plain setter like Qt's
        """Let the value be read and copied but not changed."""
        self._read_only = on
        self.setEnabled(not on)

    def flush(self) -> None:
        """Take what is typed now, if it fits: the form turns to another record."""

    def _show(self, value: Any) -> None:  # noqa: ANN401 - a field's own type
        raise NotImplementedError

    def _take(self, value: object) -> None:
        """Accept a value from the user."""
        changed = self._value is UNKNOWN or value != self._value
        self._value = value
        self.set_problem("")
        if changed:
            self.edited.emit(value)

    def _read(self, text: str) -> Any:  # noqa: ANN401 - a field's own type
        return read_field(self._spec, text, self._reading())

    def _text_of(self, value: object) -> str:
        return show_field(self._spec, value, self._source.plan, current_locale())

    def _reading(self) -> Reading:
        return Reading(self._source.plan, self._source.today(), current_locale())

    def _adopt(self, target: QWidget) -> None:
        """Make an input the one that takes the keyboard and speaks for the field."""
        self.setFocusProxy(target)
        target.setAccessibleName(self._spec.title)
        target.setAccessibleDescription(self._spec.hint)
        set_tip(target, self._spec.hint)
        target.installEventFilter(UNDO_FOR_ALL)


def sentence_of(error: PlanError) -> str:
    """Return what a field says of an error: the sentence, then what would help."""
    return f"{error.message} {error.hint}".strip()


class _UndoForAll(QObject):
    """Leaves undo and redo to the window, whose history holds typing as well: one history, not two."""

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undoes = event.matches(QKeySequence.StandardKey.Undo) or event.matches(
                QKeySequence.StandardKey.Redo
            )
            shifted = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
            if undoes or (event.key() == Qt.Key.Key_Z and event.modifiers() == shifted):
                event.ignore()
                return True
        return False


UNDO_FOR_ALL = _UndoForAll()
