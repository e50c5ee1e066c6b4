"""Fields that lead to several records, each with a figure: objectives with shares, voices with hours."""

from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from planner.errors import PlanError
from planner.language import say
from planner.model.checked import checked_value
from planner.model.links import item_for
from planner.model.records_experience import Voice
from planner.model.records_work import Serving
from planner.model.schema import FieldSpec
from planner.model.values import Form
from planner.parsing import read_hours, read_percent, show_number, show_percent
from ui.kit.buttons import IconButton
from ui.kit.editors.base import UNDO_FOR_ALL, PlanSource, sentence_of
from ui.kit.editors.links import ManyEditor
from ui.kit.elided_label import ElidedLabel
from ui.kit.region import current_locale
from ui.kit.text import plain_label, set_tip
from ui.theme import current_tokens, set_look
from ui.theme.tokens import SMALL, TIGHT

_SCOLD_AFTER_MS = 1200
_FIGURE = 88


class ItemRow(QWidget):
    """One linked record with its figure.

    Signals:
        changed: the item as it is now; the figure was typed.
        removed: the item is to go.
        problem_changed: why the figure does not fit, or empty.
    """

    changed = Signal(object)
    removed = Signal(object)
    problem_changed = Signal(str)

    def __init__(self, spec: FieldSpec, item: Voice | Serving, name: str) -> None:
        super().__init__()
        self._spec = spec
        self._item = item
        self._before: Voice | Serving | None = None
        self._showing = False
        self._figure = QLineEdit()
        self._figure.setFixedWidth(current_tokens().px(_FIGURE))
        self._figure.setPlaceholderText(say("even") if spec.form is Form.SHARES else "")
        self._figure.setAccessibleName(
            say("Share of {name}", name=name)
            if spec.form is Form.SHARES
            else say("Hours a week of {name}", name=name)
        )
        self._figure.installEventFilter(UNDO_FOR_ALL)
        self._cross = IconButton("x", say("Take out {name}", name=name), tone="muted", role="inset")
        self._lay_out(name)
        self._pending = QTimer(self)
        self._pending.setSingleShot(True)
        self._pending.setInterval(_SCOLD_AFTER_MS)
        self._pending.timeout.connect(self._settle)
        self._write()
        self._figure.textChanged.connect(self._typed)
        self._figure.editingFinished.connect(self._finish)
        self._cross.clicked.connect(self._remove)

    def _lay_out(self, name: str) -> None:
        label = ElidedLabel()
        label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        label.setText(name)
        set_tip(label, name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addWidget(label, 1)
        row.addWidget(self._figure)
        if self._spec.form is Form.VOICES:
            row.addWidget(plain_label(say("h a week"), role="muted"))
        row.addWidget(self._cross)

    @property
    def figure(self) -> QLineEdit:
        """The line of the figure."""
        return self._figure

    def set_item(self, item: Voice | Serving) -> None:
        """Show the item with another figure; a text that stands for it already stays."""
        if item != self._item:
            self._item, self._before = item, None
            self._write()

    def set_read_only(self, on: bool) -> None:  # noqa: FBT001 - a plain setter like Qt's
        """Let the figure be read but not changed."""
        self._figure.setReadOnly(on)
        self._cross.setVisible(not on)

    def _typed(self) -> None:
        if self._showing:
            return
        self._before = self._before or self._item
        try:
            item = self._read()
        except PlanError:
            self._pending.start()
        else:
            self._pending.stop()
            self._take(item)

    def _finish(self) -> None:
        self._settle()
        if not self._figure.property("invalid"):
            self._before = None
            self._write()

    def _settle(self) -> None:
        self._pending.stop()
        try:
            self._take(self._read())
        except PlanError as error:
            self._take(self._before or self._item)
            set_look(self._figure, "invalid", value=True)
            self.problem_changed.emit(sentence_of(error))

    def _take(self, item: Voice | Serving) -> None:
        if self._figure.property("invalid"):
            set_look(self._figure, "invalid", value=False)
            self.problem_changed.emit("")
        if item != self._item:
            self._item = item
            self.changed.emit(item)

    def _read(self) -> Voice | Serving:
        text, locale = self._figure.text().strip(), current_locale()
        item: Voice | Serving
        if isinstance(self._item, Voice):
            item = Voice(self._item.person, read_hours(text or "0", locale))
        else:
            item = Serving(self._item.objective, read_percent(text, locale) if text else None)
        checked_value(self._spec, (item,))
        return item

    def _write(self) -> None:
        text = _figure_text(self._item)
        self._showing = True
        if self._figure.text() != text:
            self._figure.setText(text)
        self._showing = False

    def _remove(self) -> None:
        self.removed.emit(self._item)


def _figure_text(item: Voice | Serving) -> str:
    if isinstance(item, Voice):
        return show_number(item.hours, current_locale())
    return "" if item.share is None else show_percent(item.share, current_locale())


class WeightedEditor(ManyEditor):
    """Several records, each on a row with its figure, and a line that adds one."""

    def __init__(self, spec: FieldSpec, source: PlanSource, parent: QWidget | None = None) -> None:
        self._rows: dict[str, ItemRow] = {}
        self._column = QVBoxLayout()
        self._column.setSpacing(TIGHT)
        super().__init__(spec, source, self._column, parent)

    def set_read_only(self, on: bool) -> None:  # noqa: FBT001 - a plain setter like Qt's
        """Let the rows be read but not changed."""
        self._read_only = on
        self._picker.setVisible(not on)
        for row in self._rows.values():
            row.set_read_only(on)

    def _add(self, record_id: str) -> None:
        if record_id not in self._rows:
            self._take((*self._value, item_for(self._spec, record_id)))
        self.show_again()
        self._rows[record_id].figure.setFocus()

    def _changed(self, item: Voice | Serving) -> None:
        target = _target(item)
        self._take(tuple(item if _target(other) == target else other for other in self._value))

    def _removed(self, item: Voice | Serving) -> None:
        self._take(tuple(other for other in self._value if _target(other) != _target(item)))
        self.show_again()
        self._picker.line.setFocus()

    def _show(self, value: Any) -> None:  # noqa: ANN401 - a field's own type
        wanted = {_target(item): item for item in value}
        if list(wanted) != list(self._rows):
            self._rebuild(wanted)
        for target, item in wanted.items():
            self._rows[target].set_item(item)
        self._picker.show_text("")

    def show_again(self) -> None:
        """Show the rows again, their names read anew."""
        if self._value is not None and self._names() != [row.accessibleName() for row in self._rows.values()]:
            for row in self._rows.values():
                row.hide()
                row.deleteLater()
            self._rows = {}
        super().show_again()

    def _names(self) -> list[str]:
        return [self._source.plan.name_of(_target(item)) for item in self._value]

    def _rebuild(self, wanted: dict[str, Voice | Serving]) -> None:
        for target in set(self._rows) - set(wanted):
            row = self._rows.pop(target)
            row.hide()
            row.deleteLater()
        for at, (target, item) in enumerate(wanted.items()):
            row = self._rows.get(target) or self._new_row(target, item)
            self._rows[target] = row
            self._column.insertWidget(at, row)
        self._rows = {target: self._rows[target] for target in wanted}
        self.updateGeometry()

    def _new_row(self, target: str, item: Voice | Serving) -> ItemRow:
        name = self._source.plan.name_of(target)
        row = ItemRow(self._spec, item, name)
        row.setAccessibleName(name)
        row.set_read_only(self._read_only)
        row.changed.connect(self._changed)
        row.removed.connect(self._removed)
        row.problem_changed.connect(self.set_problem)
        return row


def _target(item: Voice | Serving) -> str:
    return item.person if isinstance(item, Voice) else item.objective
