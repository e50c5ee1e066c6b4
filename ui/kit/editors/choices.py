"""Fields that are chosen from what is fixed: one of a set, several of a set, yes or no."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QRadioButton, QWidget

from planner.language import say
from planner.model.schema import FieldSpec
from planner.model.values import Choice
from planner.parsing.fields import NOTHING
from ui.kit.choice_group import ChoiceGroup
from ui.kit.editors.base import FieldEditor, PlanSource
from ui.kit.flow import FlowLayout
from ui.kit.roomy_rows import take_names
from ui.kit.text import caption_of
from ui.theme.tokens import LARGE

_NARROW_BOX = 240
"""Pixels that a box with its words takes at least, where they don't need less."""


class CalmCombo(QComboBox):
    """A combo box that a turn of the wheel does not change: the page scrolls instead."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        take_names(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setMaxVisibleItems(14)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to whatever scrolls."""
        event.ignore()


class ChoiceEditor(FieldEditor):
    """One of a fixed set."""

    def __init__(self, spec: FieldSpec, source: PlanSource, parent: QWidget | None = None) -> None:
        super().__init__(spec, source, parent)
        self._combo = CalmCombo()
        self._adopt(self._combo)
        self._members: list[Choice | None] = list(spec.choices or ())
        if spec.optional:
            self._members.insert(0, None)
        for member in self._members:
            self._combo.addItem(member.label if member else NOTHING)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._combo)
        # Not activated: assistive tools choose without it.
        self._combo.currentIndexChanged.connect(self._chosen)
        self._combo.activated.connect(self.decided)

    def focus_target(self) -> QWidget:
        """Return the combo box."""
        return self._combo

    def open_list(self) -> None:
        """Show what there is to choose from."""
        self._combo.showPopup()

    def _chosen(self, index: int) -> None:
        if not self._showing and index >= 0:
            self._take(self._members[index])

    def _show(self, value: Any) -> None:  # noqa: ANN401 - a field's own type
        self._combo.setCurrentIndex(self._members.index(value))


class ChoicesEditor(FieldEditor):
    """Several of a fixed set, as boxes to tick."""

    wide = True

    def __init__(self, spec: FieldSpec, source: PlanSource, parent: QWidget | None = None) -> None:
        super().__init__(spec, source, parent)
        flow = FlowLayout(self, across=LARGE)
        self._boxes: dict[Choice, QCheckBox] = {}
        for member in spec.choices or ():
            box = QCheckBox(caption_of(member.label))
            box.setAccessibleName(f"{spec.title}: {member.label}")
            box.setAccessibleDescription(spec.hint)
            box.toggled.connect(self._ticked)
            # Less than its words take: a narrow form cuts a long one, and is not made wider by it.
            box.setMinimumWidth(min(box.sizeHint().width(), _NARROW_BOX))
            flow.addWidget(box)
            self._boxes[member] = box
        self.setFocusProxy(self.focus_target())

    def focus_target(self) -> QWidget:
        """Return the first box."""
        return next(iter(self._boxes.values()))

    def _ticked(self) -> None:
        if not self._showing:
            self._take(tuple(member for member, box in self._boxes.items() if box.isChecked()))

    def _show(self, value: Any) -> None:  # noqa: ANN401 - a field's own type
        for member, box in self._boxes.items():
            box.setChecked(member in value)


class YesNoEditor(FieldEditor):
    """Yes or no, as two words: what is off is said as clearly as what is on."""

    def __init__(self, spec: FieldSpec, source: PlanSource, parent: QWidget | None = None) -> None:
        super().__init__(spec, source, parent)
        self._yes, self._no = QRadioButton(say("Yes")), QRadioButton(say("No"))
        self._group = ChoiceGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(LARGE)
        for button in (self._yes, self._no):
            button.setAccessibleName(f"{spec.title}: {button.text()}")
            button.setAccessibleDescription(spec.hint)
            self._group.add(button)
            row.addWidget(button)
        row.addStretch(1)
        self.setFocusProxy(self._yes)
        self._yes.toggled.connect(self._ticked)

    def focus_target(self) -> QWidget:
        """Return the button that is on, which is where Tab leads."""
        return self._no if self._no.isChecked() else self._yes

    def _ticked(self) -> None:
        if not self._showing:
            self._take(self._yes.isChecked())

    def _show(self, value: Any) -> None:  # noqa: ANN401 - a field's own type
        (self._yes if value else self._no).setChecked(True)
        self.setFocusProxy(self.focus_target())
