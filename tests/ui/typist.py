"""Types a whole plan into the real window, by keys and mouse, or by keys alone."""

import pytest
from hands import bring_to_front, tab_to
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QRadioButton,
    QTabBar,
)

from planner.model.kinds import Step, kind_of
from planner.model.plan import display_name
from planner.model.schema import FieldSpec, field, fields
from planner.model.values import Form
from ui.kit.field_row import FieldRow
from ui.kit.kind_editor import KindEditor
from ui.kit.record_model import ID_ROLE

KEY, LEFT = Qt.Key, Qt.MouseButton.LeftButton
CTRL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


class Typist:
    """Fills in records as somebody would who reads them from a sheet of paper.

    Args:
        qtbot: waits for the window.
        window: the main window, a plan open in it.
        paper: the plan that is to be typed; its ids mean nothing to the window.
    """

    def __init__(self, qtbot, window, paper):
        self.qtbot = qtbot
        self.window = window
        self.paper = paper
        self.ids = {"brief": "brief", "budget": "budget", "limits": "limits"}

    @property
    def plan(self):
        return self.window.document.plan

    def press(self, key, modifiers=NONE):
        front = bring_to_front(self.window, self.qtbot)
        QTest.keyClick(QApplication.focusWidget() or front, key, modifiers)

    def go(self, step: Step):
        self.press(KEY(KEY.Key_1 + list(Step).index(step)), CTRL)

    def visible(self, kind):
        return [widget for widget in self.window.findChildren(kind) if widget.isVisible()]

    def shown(self, kind, fits=lambda _widget: True):
        """Wait for a widget that is built when it is first seen, and return it."""
        self.qtbot.waitUntil(lambda: any(fits(widget) for widget in self.visible(kind)))
        return next(widget for widget in self.visible(kind) if fits(widget))

    def focus(self, widget):
        """Bring the keyboard to a widget, as a click into it does."""
        widget.setFocus(Qt.FocusReason.MouseFocusReason)

    def click(self, button):
        """Press a button."""
        QTest.mouseClick(button, LEFT, pos=QPoint(8, button.height() // 2))

    def choose_tab(self, bar: QTabBar, at: int):
        QTest.mouseClick(bar, LEFT, pos=bar.tabRect(at).center())

    def choose_row(self, view, index):
        """Make an entry of a list or a table the current one."""
        view.scrollTo(index)
        QTest.mouseClick(view.viewport(), LEFT, pos=view.visualRect(index).center())

    def tab(self, word: str):
        """Choose the tab that begins with a word, if the page has tabs."""
        for bar in self.visible(QTabBar):
            for at in range(bar.count()):
                if bar.tabText(at).replace("&", "").startswith(word):
                    self.choose_tab(bar, at)

    def editor_of(self, key: str) -> KindEditor:
        return self.shown(KindEditor, lambda editor: editor.form._kind.key == key)

    def add_names(self, key: str, records):
        """Type a name and Enter into the quick add line, once for each record."""
        line = self.editor_of(key).table.quick_line
        self.focus(line)
        for record in records:
            before = set(self.plan.records(key))
            QTest.keyClicks(line, record.name)
            QTest.keyClick(line, KEY.Key_Return)
            (self.ids[record.id],) = set(self.plan.records(key)) - before

    def fill(self, key: str, record):
        """Click the record's row, then each of its fields, and type what the paper says."""
        self.click_cell(self.editor_of(key).table.view, self.ids[record.id], 1)
        self.fill_fields(record, self.ids[record.id])

    def click_cell(self, view, record_id: str, column: int):
        model = view.model()
        row = next(at for at in range(model.rowCount()) if model.index(at, 0).data(ID_ROLE) == record_id)
        self.choose_row(view, model.index(row, column))

    def edit_cell(self, view, record_id: str, name: str, target: str):
        """Click a cell that links to a record, press F2 and type the record's name."""
        titles = [
            view.model().headerData(c, Qt.Orientation.Horizontal) for c in range(view.model().columnCount())
        ]
        self.click_cell(view, record_id, titles.index(field("approvers", name).title))
        QTest.keyClick(view, KEY.Key_F2)
        line = next(line for line in view.findChildren(QLineEdit) if line.isVisible())
        QTest.keyClicks(line, display_name(self.paper.find(target)))
        QTest.keyClick(QApplication.activePopupWidget() or line, KEY.Key_Return)

    def fill_fields(self, record, record_id: str):
        for spec in fields(kind_of(record).key):
            wanted = getattr(record, spec.name)
            if wanted != spec.default and getattr(self.plan.find(record_id), spec.name) != wanted:
                self.type_field(spec, wanted)

    def type_field(self, spec: FieldSpec, wanted):
        row = self.row_of(spec)
        editor = row.editor
        self.focus(editor.focus_target())
        typed = {
            Form.MONEY: lambda: self.retype(editor, f"{wanted.amount}"),
            Form.PERCENT: lambda: self.retype(editor, f"{wanted * 100:f} %"),
            Form.CHOICE: lambda: self.choose(editor.focus_target(), wanted.label),
            Form.CHOICES: lambda: self.tick(editor, wanted),
            Form.YES_NO: lambda: self.click_button(editor, "Yes" if wanted else "No"),
            Form.LINK: lambda: self.pick(editor, wanted),
            Form.LINKS: lambda: self.pick_with_figures(editor, [(target, None) for target in wanted]),
            Form.SHARES: lambda: self.pick_with_figures(editor, [(s.objective, s.share) for s in wanted]),
            Form.VOICES: lambda: self.pick_with_figures(editor, [(v.person, v.hours) for v in wanted]),
        }
        typed.get(spec.form, lambda: self.retype(editor, str(wanted)))()

    def row_of(self, spec: FieldSpec) -> FieldRow:
        def fits(row):
            return (row.spec.kind, row.spec.name) == (spec.kind, spec.name)

        if spec.main or any(fits(row) for row in self.visible(FieldRow)):
            return self.shown(FieldRow, fits)
        more = next(b for b in self.visible(QAbstractButton) if b.text().startswith("More fields"))
        self.click(more)
        return self.shown(FieldRow, fits)

    def retype(self, editor, text: str):
        target = editor.focus_target()
        QTest.keyClick(target, KEY.Key_A, CTRL)
        QTest.keyClicks(target, text)
        QTest.keyClick(target, KEY.Key_Tab)

    def choose(self, combo: QComboBox, label: str):
        """Walk with the arrows to a choice, as the letters alone may be ambiguous."""
        QTest.keyClick(combo, KEY.Key_Home)
        while combo.currentText() != label:
            before = combo.currentIndex()
            QTest.keyClick(combo, KEY.Key_Down)
            assert combo.currentIndex() != before, f"no choice {label}"

    def tick(self, editor, wanted):
        for box in editor.findChildren(QCheckBox):
            if box.isChecked() != (box.text().replace("&", "") in {member.label for member in wanted}):
                self.click(box)

    def click_button(self, parent, word: str):
        buttons = [b for b in parent.findChildren(QAbstractButton) if b.text().replace("&", "") == word]
        self.click(buttons[0])

    def pick(self, editor, target: str):
        """Type the whole name of a record and leave the field."""
        line = editor.focus_target()
        self.focus(line)
        QTest.keyClick(line, KEY.Key_A, CTRL)
        QTest.keyClicks(line, display_name(self.paper.find(target)))
        popup = QApplication.activePopupWidget()
        QTest.keyClick(popup or line, KEY.Key_Return)

    def pick_with_figures(self, editor, pairs):
        for target, figure in pairs:
            self.pick(editor, target)
            if figure is not None:
                line = editor._rows[self.ids[target]].figure
                self.focus(line)
                QTest.keyClick(line, KEY.Key_A, CTRL)
                QTest.keyClicks(
                    line, f"{figure * 100:f} %" if editor.spec.form is Form.SHARES else str(figure)
                )
                QTest.keyClick(line, KEY.Key_Return)


class KeyboardTypist(Typist):
    """Does the same without a mouse: Tab leads to each widget, arrows lead on within it."""

    def focus(self, widget):
        bring_to_front(self.window, self.qtbot)
        tab_to(widget)

    def click(self, button):
        if isinstance(button, QRadioButton):
            self.choose_radio(button)
            return
        self.focus(button)
        QTest.keyClick(button, KEY.Key_Space)

    def choose_radio(self, button: QRadioButton):
        """Tab leads into a group of radio buttons, arrows to the one."""
        group = [b for b in button.parent().findChildren(QRadioButton) if b.isVisible()]
        self.focus(button.parent())
        for _ in group:
            if QApplication.focusWidget() is button:
                break
            QTest.keyClick(QApplication.focusWidget(), KEY.Key_Down)
        QTest.keyClick(button, KEY.Key_Space)

    def choose_tab(self, bar: QTabBar, at: int):
        self.focus(bar)
        while bar.currentIndex() != at:
            QTest.keyClick(bar, KEY.Key_Right if bar.currentIndex() < at else KEY.Key_Left)

    def choose_row(self, view, index):
        self.focus(view)
        for _ in range(200):
            now = view.currentIndex()
            if (now.row(), now.column()) == (index.row(), index.column()):
                return
            if now.row() != index.row():
                QTest.keyClick(view, KEY.Key_Down if now.row() < index.row() else KEY.Key_Up)
            else:
                QTest.keyClick(view, KEY.Key_Right if now.column() < index.column() else KEY.Key_Left)
        pytest.fail(f"no arrow leads to row {index.row()} of {view.accessibleName()!r}")
