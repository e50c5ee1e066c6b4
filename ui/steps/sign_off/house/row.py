"""One condition: as a row of field, comparison and value, or as it is written."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from planner.language import phrase, say
from planner.truths.house.conditions import problems
from planner.truths.house.meaning import FUNCTIONS
from planner.truths.house.rows import Column, Comparison, Row, columns_of, condition_of
from planner.truths.house.types import fields_of
from ui.document import PlanDocument
from ui.kit.buttons import IconButton
from ui.kit.editors.base import UNDO_FOR_ALL
from ui.kit.editors.choices import CalmCombo
from ui.kit.text import plain_label, set_tip
from ui.steps.sign_off.house.values import ValueEditor, value_editor
from ui.theme import set_look
from ui.theme.tokens import SMALL, TIGHT

_INCOMPLETE = phrase("Give a value to compare with.")


class ConditionRow(QWidget):
    """What rows and written conditions have in common: what they say, and how they go.

    Signals:
        changed: the user changed what it says.
        removed: the user wants it gone.
        turned: the user wants it in its other form.
    """

    changed = Signal()
    removed = Signal()
    turned = Signal()

    def __init__(self, turn: tuple[str, str]) -> None:
        """Make the frame.

        Args:
            turn: icon and words of the button that turns it into its other form.
        """
        super().__init__()
        self._turn_words = turn[1]
        self._number = 0
        self._problem = plain_label(role="error", wraps=True)
        self._problem.hide()
        self._line = QHBoxLayout()
        self._line.setSpacing(SMALL)
        self._turn = IconButton(turn[0], turn[1])
        self._turn.clicked.connect(self.turned)
        self._remove = IconButton("trash-2", say("Remove condition"))
        self._remove.clicked.connect(self.removed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addLayout(self._line)
        column.addWidget(self._problem)

    @property
    def text(self) -> str:
        """What it says, in CEL; empty where it says nothing yet."""
        raise NotImplementedError

    @property
    def problem(self) -> str:
        """Why what it says can't be used; empty where it can."""
        return self._problem.text()

    @property
    def turn_button(self) -> IconButton:
        """Turns it into its other form."""
        return self._turn

    @property
    def remove_button(self) -> IconButton:
        """Removes it."""
        return self._remove

    def focus_target(self) -> QWidget:
        """Return the widget that takes the keyboard."""
        raise NotImplementedError

    def set_number(self, number: int) -> None:
        """Take its place among the conditions, from 1: the names of its controls say it."""
        self._number = number
        self._turn.setAccessibleName(
            say("{action}: condition {number}", action=self._turn_words, number=number)
        )
        self._remove.setAccessibleName(say("Remove condition {number}", number=number))
        self._name_inputs()

    def _name_inputs(self) -> None:
        raise NotImplementedError

    def _finish(self) -> None:
        self._line.addWidget(self._turn)
        self._line.addWidget(self._remove)

    def _tell(self, problem: str) -> None:
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))


class FieldsRow(ConditionRow):
    """A field, a comparison that suits it, and a value."""

    def __init__(self, document: PlanDocument, kind: str, row: Row | None) -> None:
        """Make a row.

        Args:
            document: the document.
            kind: key of the kind whose fields are to choose from.
            row: what it says; None begins with the kind's first field.
        """
        super().__init__(("pencil", say("Write as text")))
        self._document = document
        self._kind = kind
        self._columns = tuple(columns_of(kind).values())
        self._fields = _combo([column.title for column in self._columns])
        self._comparisons = _combo([])
        self._value: ValueEditor | None = None
        self._showing = True
        self._line.addWidget(self._fields, 4)
        self._line.addWidget(self._comparisons, 3)
        self._room = QHBoxLayout()
        self._line.addLayout(self._room, 4)
        self._finish()
        self._show(row or Row(self._columns[0].way, self._columns[0].comparisons[0]))
        self._showing = False
        self._fields.currentIndexChanged.connect(self._field_chosen)
        self._comparisons.currentIndexChanged.connect(self._comparison_chosen)

    @property
    def text(self) -> str:
        """What it says, in CEL."""
        values = self._value.read() if self._value is not None else ()
        if self._value is not None and not values:
            return ""
        return condition_of(Row(self._column.way, self._comparison, values), self._kind)

    @property
    def fields(self) -> CalmCombo:
        """The fields to choose from."""
        return self._fields

    @property
    def comparisons(self) -> CalmCombo:
        """The comparisons to choose from."""
        return self._comparisons

    @property
    def value(self) -> ValueEditor | None:
        """The value's editor, where the comparison needs one."""
        return self._value

    def focus_target(self) -> QWidget:
        """Return the list of fields."""
        return self._fields

    @property
    def _column(self) -> Column:
        return self._columns[max(0, self._fields.currentIndex())]

    @property
    def _comparison(self) -> Comparison:
        return self._column.comparisons[max(0, self._comparisons.currentIndex())]

    def _show(self, row: Row) -> None:
        ways = [column.way for column in self._columns]
        self._fields.setCurrentIndex(ways.index(row.way))
        self._offer_comparisons(row.comparison)
        self._offer_value(row)

    def _offer_comparisons(self, chosen: Comparison | None) -> None:
        known = self._column.comparisons
        self._comparisons.clear()
        self._comparisons.addItems([comparison.label for comparison in known])
        self._comparisons.setCurrentIndex(known.index(chosen) if chosen in known else 0)

    def _offer_value(self, row: Row | None = None) -> None:
        if self._value is not None:
            self._room.removeWidget(self._value.editor)
            self._value.editor.hide()
            self._value.editor.deleteLater()
        self._value = value_editor(self._document, self._column, self._comparison)
        if self._value is not None:
            editor = self._value.editor
            self._value.show(row.values if row is not None else ())
            editor.set_read_only(self._document.read_only)
            editor.edited.connect(self._say)
            editor.problem_changed.connect(self._tell)
            self._room.addWidget(editor)
            self._name_inputs()

    def _name_inputs(self) -> None:
        self._fields.setAccessibleName(say("Field of condition {number}", number=self._number))
        self._comparisons.setAccessibleName(say("Comparison of condition {number}", number=self._number))
        target = self._value.editor.focus_target() if self._value is not None else None
        if target is not None and not isinstance(target, QAbstractButton):
            target.setAccessibleName(say("Value of condition {number}", number=self._number))

    def _field_chosen(self) -> None:
        self._showing = True
        self._offer_comparisons(None)
        self._offer_value()
        self._showing = False
        self._say()

    def _comparison_chosen(self) -> None:
        if not self._showing:
            self._offer_value()
            self._say()

    def _say(self) -> None:
        self._tell("" if self.text else say(_INCOMPLETE))
        self.changed.emit()


class WrittenRow(ConditionRow):
    """A condition in CEL, as it is written."""

    def __init__(self, kind: str, text: str, *, read_only: bool) -> None:
        """Make a row.

        Args:
            kind: key of the kind of `entry`.
            text: what it says.
            read_only: it can be read and not changed.
        """
        super().__init__(("list-filter", say("Choose from lists")))
        self._kind = kind
        self._edit = QLineEdit(text)
        self._edit.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._edit.setPlaceholderText('entry.hours > 10 && entry.accountable.level == "intern"')
        set_tip(self._edit, _names_of(kind))
        self._edit.setReadOnly(read_only)
        self._edit.installEventFilter(UNDO_FOR_ALL)
        self._edit.setCursorPosition(0)
        self._line.addWidget(self._edit, 1)
        self._finish()
        self._edit.textChanged.connect(self._say)
        self._judge()

    @property
    def text(self) -> str:
        """What it says, in CEL."""
        return " ".join(self._edit.text().split("\n")).strip()

    @property
    def edit(self) -> QLineEdit:
        """The line in which it is written."""
        return self._edit

    def focus_target(self) -> QWidget:
        """Return the line in which it is written."""
        return self._edit

    def _name_inputs(self) -> None:
        self._edit.setAccessibleName(say("Written condition {number}", number=self._number))

    def _say(self) -> None:
        self._judge()
        self.changed.emit()

    def _judge(self) -> None:
        found = problems(self.text, self._kind)
        told = (
            say("{problem} (character {number})", problem=found[0].message, number=found[0].at + 1)
            if found
            else ""
        )
        set_look(self._edit, "invalid", bool(told))
        self._edit.setAccessibleDescription(told)
        self._tell(told)


def _names_of(kind: str) -> str:
    """Return the names that a written condition may use, for its tool tip."""
    own = "\n".join(f"entry.{name}: {spec.title}" for name, spec in fields_of(kind).items())
    more = say("Also plan, today, and: {functions}.", functions=", ".join(FUNCTIONS))
    return f"{own}\n\n{more}"


def _combo(words: list[str]) -> CalmCombo:
    combo = CalmCombo()
    combo.addItems(words)
    return combo
