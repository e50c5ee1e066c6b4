"""Fields that are typed on one line: names, figures, amounts, hours, percentages, ratings."""

from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from planner.errors import PlanError
from planner.model.schema import FieldSpec
from planner.model.values import Form
from ui.kit.editors.base import UNKNOWN, FieldEditor, PlanSource, sentence_of
from ui.kit.rating_bar import RatingBar
from ui.kit.text import plain_label
from ui.theme.tokens import SMALL

_SCOLD_AFTER_MS = 1200
"""How long somebody may pause with something that does not fit before being told."""


class LineEditor(FieldEditor):
    """A line of text whose value is read as the field's form demands, at each key."""

    goes_back = False
    """Whether a part of what was typed is worth nothing, so that the value from before comes back.

    Of a name that is too long its beginning is kept; the beginning of a figure is another figure.
    """

    def __init__(self, spec: FieldSpec, source: PlanSource, parent: QWidget | None = None) -> None:
        super().__init__(spec, source, parent)
        self._line = QLineEdit()
        self._adopt(self._line)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(SMALL)
        self._row.addWidget(self._line, 1)
        self._pending = QTimer(self)
        self._pending.setSingleShot(True)
        self._pending.setInterval(_SCOLD_AFTER_MS)
        self._pending.timeout.connect(self._settle)
        self._before: Any = UNKNOWN
        # Not textEdited: text that dictation and switch tools set does not come with it.
        self._line.textChanged.connect(self._typed)
        self._line.editingFinished.connect(self.flush)

    def focus_target(self) -> QWidget:
        """Return the line."""
        return self._line

    def set_read_only(self, on: bool) -> None:  # noqa: FBT001 - a plain setter like Qt's
        """Let the text be read and copied but not changed."""
        self._read_only = on
        self._line.setReadOnly(on)

    def flush(self) -> None:
        """Take what is typed now, and write it the way it is shown."""
        self._pending.stop()
        if not self._read_only and self._line.text() != self._text_of(self._value):
            self._settle()
            if not self._problem:
                self.show_again()
        if not self._problem:
            self._before = UNKNOWN

    def _typed(self) -> None:
        if self._showing:
            return
        self._begin()
        try:
            value = self._read(self._line.text())
        except PlanError:
            self._pending.start()
        else:
            self._pending.stop()
            self._take(value)

    def _begin(self) -> None:
        """Remember the value at the first key."""
        if self._before is UNKNOWN:
            self._before = self._value

    def _settle(self) -> None:
        try:
            self._take(self._read(self._line.text()))
        except PlanError as error:
            if self.goes_back and self._before is not UNKNOWN:
                self._take(self._before)
            self.set_problem(sentence_of(error))

    def _show(self, value: Any) -> None:  # noqa: ANN401 - a field's own type
        self._before = UNKNOWN
        text = self._text_of(value)
        if self._line.text() != text:
            self._line.setText(text)
            self._line.setCursorPosition(0)


class TimeEditor(LineEditor):
    """A line for a time of day."""

    goes_back = True


class FigureEditor(LineEditor):
    """A line for a figure, with its unit or currency behind it."""

    goes_back = True

    def __init__(self, spec: FieldSpec, source: PlanSource, parent: QWidget | None = None) -> None:
        super().__init__(spec, source, parent)
        self._unit = plain_label(role="muted")
        self._unit.hide()
        self._row.addWidget(self._unit)
        self._write_unit()

    def show_again(self) -> None:
        """Show the value and its unit again."""
        super().show_again()
        self._write_unit()

    def _write_unit(self) -> None:
        unit = self._source.plan.the_brief.currency if self._spec.form is Form.MONEY else self._spec.unit
        if unit != self._unit.text():
            self._unit.setText(unit)
            self._unit.setVisible(bool(unit))


class RatingEditor(LineEditor):
    """A rating from 0 to 10: a line for the keyboard, a bar to see and to click."""

    goes_back = True

    def __init__(self, spec: FieldSpec, source: PlanSource, parent: QWidget | None = None) -> None:
        super().__init__(spec, source, parent)
        self._line.setMaximumWidth(96)
        self._bar = RatingBar()
        self._bar.picked.connect(self._picked)
        self._row.addWidget(self._bar, 1)

    def set_read_only(self, on: bool) -> None:  # noqa: FBT001 - a plain setter like Qt's
        """Let the rating be read but not changed."""
        super().set_read_only(on)
        self._bar.setEnabled(not on)

    def _picked(self, rating: object) -> None:
        self._take(rating)
        self.show_again()

    def _take(self, value: object) -> None:
        super()._take(value)
        self._bar.set_rating(self._value)

    def _show(self, value: Any) -> None:  # noqa: ANN401 - a field's own type
        super()._show(value)
        self._bar.set_rating(value)
