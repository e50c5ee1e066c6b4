"""Hands of a user who does anything at all: every choice is a number, so that a walk can be told again."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QSlider,
    QTabBar,
    QTableView,
    QToolButton,
    QWidget,
)

from ui.dialogs.export import ExportDialog
from ui.dialogs.make_key import MakeKeyDialog
from ui.dialogs.printing import PrintDialog
from ui.kit.field_row import FieldRow
from ui.kit.record_table import RecordTable
from ui.kit.record_view import RecordView

KEY, LEFT = Qt.Key, Qt.MouseButton.LeftButton
CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
NONE = Qt.KeyboardModifier.NoModifier

WORDS = (
    "", "0", "1", "12", "3,5", "7.25", "30", "99999", "-4", "1e9", "NaN", "50 %", "1 000 EUR", "Ana", "a",
    "2027-03-01", "1.2.2027", "31.2.2027", "in two weeks", "yes", "<b>R&D</b>", "=1+1", "x > 1 &&", "   ",
    "entry.hours_week > 10", "Reach people who wait", "../../etc/passwd", "%s {x}",
)  # fmt: skip
ROWS = (
    "", "One", "One\tTwo\n\nThree", "Name\tstart\nA\t2027-02-01\nB\tnever", "\t\t\t", "😀\tעברית\t中文\n",
    "x" * 3000, "\n".join(f"Row {number}\t{number}" for number in range(40)), '"a\nb"\t"c""d"',
)  # fmt: skip
KEYS = (
    (KEY.Key_Tab, NONE), (KEY.Key_Backtab, SHIFT), (KEY.Key_Return, NONE), (KEY.Key_Escape, NONE),
    (KEY.Key_Space, NONE), (KEY.Key_Delete, NONE), (KEY.Key_Backspace, NONE), (KEY.Key_F2, NONE),
    (KEY.Key_F4, NONE), (KEY.Key_Up, NONE), (KEY.Key_Down, NONE), (KEY.Key_Left, NONE),
    (KEY.Key_Right, NONE), (KEY.Key_Home, NONE), (KEY.Key_End, NONE), (KEY.Key_PageDown, NONE),
    (KEY.Key_PageUp, NONE), (KEY.Key_Up, ALT), (KEY.Key_Down, ALT), (KEY.Key_D, CTRL), (KEY.Key_A, CTRL),
    (KEY.Key_C, CTRL), (KEY.Key_V, CTRL), (KEY.Key_Z, CTRL), (KEY.Key_Y, CTRL), (KEY.Key_Down, SHIFT),
    (KEY.Key_Q, NONE), (KEY.Key_5, NONE), (KEY.Key_F6, NONE), (KEY.Key_F8, NONE), (KEY.Key_F9, NONE),
)  # fmt: skip
ACTIONS = (
    "edit.undo", "edit.undo", "edit.undo", "edit.redo", "edit.redo", "edit.fix-safe", "go.next", "go.back",
    "go.next-finding", "go.previous-finding", "go.pane", "view.findings", "help.truths", "help.keys",
    "help.about", "file.export", "file.print", "edit.answers", "file.sample", "theme.light", "theme.dark",
    "theme.contrast", "text.100", "text.125", "text.150",
)  # fmt: skip
LEAVES_THE_WINDOW = (QFileDialog, ExportDialog, PrintDialog, MakeKeyDialog)
"""Dialogs that are only closed: their work is long, or done by the system."""


def some(things, number):
    """Return one of some things, by a number of any size."""
    return things[number % len(things)] if things else None


class RandomUser:
    """Does one thing after the other in a window; says in words what it did.

    Args:
        window: the main window, a plan open in it.
    """

    def __init__(self, window):
        self.window = window

    def ground(self):
        """Return what the keyboard and mouse can reach now: a dialog, or the window."""
        return QApplication.activeModalWidget() or self.window

    def shown(self, *kinds):
        """Return the visible, enabled widgets of some classes, in an order that stays."""
        ground = self.ground()
        found = [widget for kind in kinds for widget in ground.findChildren(kind)]
        return [w for w in found if w.isVisible() and w.isEnabled() and w.window() is ground.window()]

    def act(self, number, _more):
        """Ask for one of the window's actions, as its menu would."""
        name = some(ACTIONS, number)
        action = self.window._actions[name]
        if self.ground() is self.window and action.isEnabled():
            action.trigger()
        return f"action {name}"

    def go(self, number, _more):
        """Go to a step by its key."""
        QTest.keyClick(self.ground(), KEY(KEY.Key_1 + number % 9), CTRL)
        return f"step {number % 9 + 1}"

    def turn(self, number, _more):
        """Click a tab."""
        bar = some(self.shown(QTabBar), number // 16)
        if bar is None or not bar.count():
            return "no tab"
        at = number % bar.count()
        QTest.mouseClick(bar, LEFT, pos=bar.tabRect(at).center())
        return f"tab {bar.tabText(at)}"

    def click(self, number, more):
        """Click a button, or choose from its menu; a dialog for files is closed."""
        if isinstance(self.ground(), LEAVES_THE_WINDOW):
            return self.leave()
        button = some(self.shown(QAbstractButton), number)
        if button is None:
            return "no button"
        told = f"button {button.text() or button.accessibleName()} of {type(button.parent()).__name__}"
        if isinstance(button, QToolButton) and button.menu():
            return f"{told}, {self._choose(button.menu(), more)}"
        if button.property("menu") is not None and getattr(button, "menu", lambda: None)():
            return f"{told}, {self._choose(button.menu(), more)}"
        QTest.mouseClick(button, LEFT, pos=QPoint(8, button.height() // 2))
        return told

    def _choose(self, menu, number):
        action = some([action for action in menu.actions() if action.isEnabled() and action.text()], number)
        if action is not None:
            action.trigger()
        return f"menu {action.text() if action else '-'}"

    def leave(self):
        """Close the dialog that lies over the window."""
        dialog = self.ground()
        if dialog is not self.window:
            dialog.close()
        return f"closed {type(dialog).__name__}"

    def fill(self, number, word):
        """Type into a field of a form, and leave it or not."""
        row = some(self.shown(FieldRow), number)
        if row is None:
            return self.type_anywhere(number, word)
        row.editor.focus_target().setFocus(Qt.FocusReason.MouseFocusReason)
        self._retype(some(WORDS, word), number)
        return f"field {row.spec.kind}.{row.spec.name} {some(WORDS, word)!r}"

    def type_anywhere(self, number, word):
        """Type into any line or text."""
        line = some([w for w in self.shown(QLineEdit, QPlainTextEdit) if not w.isReadOnly()], number)
        if line is None:
            return "no line"
        line.setFocus(Qt.FocusReason.MouseFocusReason)
        self._retype(some(WORDS, word), number)
        return f"line {line.accessibleName() or line.objectName()} {some(WORDS, word)!r}"

    def _retype(self, text, number):
        self._key(KEY.Key_A, CTRL)
        self._key(KEY.Key_Delete)
        for letter in text:
            QTest.keyClicks(self._focus(), letter)
        for key in ((KEY.Key_Tab,), (KEY.Key_Return,), (KEY.Key_Escape,), (KEY.Key_Down, KEY.Key_Return), ())[
            number // 7 % 5
        ]:
            self._key(key)

    def pick(self, number, _more):
        """Change a combo box or a slider by keys."""
        box = some(self.shown(QComboBox, QSlider), number)
        if box is None:
            return "no list"
        box.setFocus(Qt.FocusReason.MouseFocusReason)
        for _ in range(number // 8 % 5 + 1):
            self._key(some((KEY.Key_Down, KEY.Key_Up, KEY.Key_End, KEY.Key_Home), number // 3))
        return f"list {box.accessibleName()}"

    def press(self, number, more):
        """Press a key where the keyboard is."""
        key, modifiers = some(KEYS, number)
        for _ in range(more % 3 + 1):
            self._key(key, modifiers)
        return f"{modifiers.name} {key.name} x{more % 3 + 1} in {type(self._focus()).__name__}"

    def point(self, number, _more):
        """Click a cell or a row of a list; twice, now and then."""
        view = some(self.shown(QAbstractItemView), number // 8)
        if view is None or view.model() is None or not view.model().rowCount():
            return "no rows"
        model = view.model()
        columns = view.horizontalHeader().count() if isinstance(view, QTableView) else 1
        index = model.index(number // 3 % model.rowCount(), number % max(1, columns))
        view.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        center = view.visualRect(index).center()
        QTest.mouseClick(view.viewport(), LEFT, SHIFT if number % 11 == 0 else NONE, center)
        if number % 5 == 0:
            QTest.mouseDClick(view.viewport(), LEFT, pos=center)
        return f"cell {index.row()},{index.column()} of {view.accessibleName()}"

    def sort(self, number, _more):
        """Click a header."""
        view = some(self.shown(RecordView), number // 16)
        if view is None:
            return "no table"
        header = view.horizontalHeader()
        at = QPoint(header.sectionViewportPosition(number % header.count()) + 12, header.height() // 2)
        QTest.mouseClick(header.viewport(), LEFT, pos=at)
        return f"header {number % header.count()}"

    def arrange(self, number, _more):
        """Add, duplicate, remove, move or paste rows of a table."""
        table = some(self.shown(RecordTable), number // 8)
        if table is None:
            return "no table"
        actions = [a for a in table._actions._view.actions() if a.isEnabled()] + [table._actions.add]
        action = some(actions, number)
        if action.isEnabled():
            action.trigger()
        return f"table {table._kind.key}: {action.text()}"

    def paste(self, number, rows):
        """Paste rows of a spreadsheet into a table."""
        table = some(self.shown(RecordTable), number)
        if table is None:
            return "no table"
        QApplication.clipboard().setText(some(ROWS, rows))
        table.view.setFocus(Qt.FocusReason.MouseFocusReason)
        self._key(KEY.Key_V, CTRL)
        return f"paste {rows % len(ROWS)} into {table._kind.key}"

    def resize(self, _number, _more):
        """Make the window as small as it gets, or large again."""
        narrow = self.window.width() > 1100
        self.window.resize(*((1024, 720) if narrow else (1440, 900)))
        return "resize"

    def _focus(self) -> QWidget:
        popup = QApplication.activePopupWidget()
        return popup or QApplication.focusWidget() or self.ground()

    def _key(self, key, modifiers=NONE):
        QTest.keyClick(self._focus(), key, modifiers)
