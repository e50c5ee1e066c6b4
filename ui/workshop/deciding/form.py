"""The form of one decision: what, who and why, quick to fill in by keyboard."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from planner.editing import verbs
from planner.errors import PlanError
from planner.language import say
from planner.model.kinds import kind_of
from planner.model.schema import field
from planner.model.values import Choice
from planner.workshop.deciding import GROWS_INTO
from ui.document import PlanDocument
from ui.kit.buttons import WordButton
from ui.kit.choice_group import ChoiceGroup
from ui.kit.editors.base import UNDO_FOR_ALL, sentence_of
from ui.kit.edits import new_record
from ui.kit.field_row import FieldRow
from ui.kit.text import plain_label
from ui.theme import icon
from ui.theme.tokens import MEDIUM, TIGHT


class DecisionForm(QWidget):
    """Asks for a decision; Enter in its last line takes it.

    Signals:
        chosen: another decision is chosen.
        ready: the decision is to be taken.
    """

    chosen = Signal()
    ready = Signal()

    def __init__(self, document: PlanDocument) -> None:
        super().__init__()
        self._document = document
        self._choices: dict[Choice, QPushButton] = {}
        self._group = ChoiceGroup(self)
        self._row = QHBoxLayout()
        self._row.setSpacing(0)
        self._grows = QComboBox()
        self._grows.setAccessibleName(say("Turn it into"))
        self._grows.addItem(say("Leave it an idea"), "")
        for key in GROWS_INTO:
            self._grows.addItem(say("Turn it into: {kind}", kind=kind_of(key).word), key)
        self._who = FieldRow(field("ideas", "decided_by"), document)
        self._who.editor.load(None)
        self._who.created.connect(self._add_person)
        self._why = QLineEdit()
        self._why.setObjectName("why")
        self._why.setAccessibleName(say("Why"))
        self._why.installEventFilter(UNDO_FOR_ALL)
        self._why.returnPressed.connect(self.ready)
        self._done = WordButton(say("Decide"), "check", role="primary")
        self._done.setIcon(icon("check", "on_accent"))
        self._done.clicked.connect(self.ready)
        self._build()

    @property
    def choice(self) -> Choice | None:
        """What is decided; None while nothing is chosen."""
        return next((choice for choice, button in self._choices.items() if button.isChecked()), None)

    @property
    def who(self) -> str | None:
        """Id of who decides."""
        self._who.editor.flush()
        found = self._who.editor.value()
        return found if isinstance(found, str) and found else None

    @property
    def problem(self) -> str:
        """Why what was typed for who decides does not fit; empty where it does."""
        self._who.editor.flush()
        return self._who.editor.problem

    @property
    def why(self) -> str:
        """The reason."""
        return self._why.text().strip()

    @property
    def grows_into(self) -> str:
        """Key of the kind that an adopted idea turns into; empty where it stays an idea."""
        return str(self._grows.currentData()) if self._grows.isVisibleTo(self) else ""

    @property
    def why_line(self) -> QLineEdit:
        """Takes the reason."""
        return self._why

    @property
    def grows(self) -> QComboBox:
        """What an adopted idea turns into."""
        return self._grows

    @property
    def who_row(self) -> FieldRow:
        """Takes who decides."""
        return self._who

    @property
    def done_button(self) -> WordButton:
        """Takes the decision."""
        return self._done

    def button(self, choice: Choice) -> QPushButton:
        """Return the button of a decision."""
        return self._choices[choice]

    def begin(self, choices: Sequence[Choice], *, can_grow: bool) -> None:
        """Ask for another decision; who decided the last one is taken to decide this one too.

        Args:
            choices: what can be decided.
            can_grow: it is an idea, which may turn into another entry.
        """
        self._offer(choices)
        self._why.clear()
        self._grows.setCurrentIndex(0)
        self._can_grow = can_grow
        self._grows.hide()

    def choose(self, choice: Choice) -> None:
        """Choose a decision and go on to who takes it."""
        self._choices[choice].setChecked(True)
        self._look()
        target = self._why if self.who else self._who.editor.focus_target()
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Enter from other uses of it."""
        is_override = event.type() is QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and _is_ctrl_enter(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the decision on Ctrl+Enter, wherever the keyboard is."""
        if _is_ctrl_enter(event):
            self.ready.emit()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self._can_grow = False
        label = plain_label(say("Why"), role="label")
        label.setBuddy(self._why)
        why = QVBoxLayout()
        why.setSpacing(TIGHT)
        why.addWidget(label)
        why.addWidget(self._why)
        last = QHBoxLayout()
        last.addStretch(1)
        last.addWidget(self._done)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        column.addLayout(self._row)
        column.addWidget(self._grows)
        column.addWidget(self._who)
        column.addLayout(why)
        column.addLayout(last)

    def _offer(self, choices: Sequence[Choice]) -> None:
        if list(choices) != list(self._choices):
            for button in self._choices.values():
                self._group.removeButton(button)
                self._row.removeWidget(button)
                button.hide()
                button.deleteLater()
            self._choices = {choice: self._segment(choice) for choice in choices}
        self._group.setExclusive(False)
        for button in self._choices.values():
            button.setChecked(False)
        self._group.setExclusive(True)

    def _add_person(self, _field: str, kind_key: str, name: str) -> None:
        """Add somebody who is not in the plan yet, and let that person decide."""
        person = new_record(kind_key, name)
        try:
            self._document.do(verbs.add(self._document.plan, person))
        except PlanError as error:
            self._who.editor.set_problem(sentence_of(error))
        else:
            self._who.editor.load(person.id)

    def _segment(self, choice: Choice) -> QPushButton:
        button = WordButton(choice.label, role="segment")
        button.setCheckable(True)
        button.toggled.connect(self._look)
        self._group.add(button)
        self._row.addWidget(button, 1)
        return button

    def _look(self) -> None:
        adopts = self.choice is not None and self.choice.value == "adopt"
        self._grows.setVisible(adopts and self._can_grow)
        self.chosen.emit()


def _is_ctrl_enter(event: QKeyEvent) -> bool:
    is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
    return is_enter and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
