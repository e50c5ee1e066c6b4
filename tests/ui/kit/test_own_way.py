"""In a mirrored window a name in other letters keeps its marks where its readers look for them."""

import itertools
from collections import Counter

import pytest
from pseudo_language import MIRRORED
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QListView, QStyle, QStyleOptionComboBox

from planner.editing.verbs import change
from planner.truths.example_plan import example_plan
from ui.kit.editors.choices import CalmCombo
from ui.kit.elided_label import ElidedLabel
from ui.kit.line import Line
from ui.kit.line_list import LineList
from ui.kit.record_view import RecordView
from ui.kit.roomy_rows import RoomyRows
from ui.theme import elided, own_way, ui_font
from ui.theme.tokens import BODY

pytestmark = pytest.mark.usefixtures("english_again")

ASKED, ASTRAY = "Who pays?", "?Who pays"
LONG = "Who pays for all of the tables at all?"
ROOM = QRect(0, 0, 300, 40)


def turn(app, *, right):
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight)


def profile(widget, area):
    """Return how dark each column of the words in a part of a widget is, beginning at the first letter."""
    image = widget.grab(area).toImage()
    shades = [
        [image.pixelColor(x, y).lightness() for y in range(image.height())] for x in range(image.width())
    ]
    ground = Counter(itertools.chain(*shades)).most_common(1)[0][0]
    columns = [sum(abs(ground - shade) for shade in column) for column in shades]
    inked = [place for place, dark in enumerate(columns) if dark > 30]
    return columns[inked[0] : inked[-1] + 1]


def apart(one, other):
    """Return how much two profiles differ."""
    length = max(len(one), len(other))
    padded = [profile + [0] * (length - len(profile)) for profile in (one, other)]
    return sum(abs(left - right) for left, right in zip(*padded, strict=True))


def label(text):
    made = ElidedLabel()
    made.setText(text)
    return made, made, made.rect


def combo(text):
    made = CalmCombo()
    made.addItem(text)

    def words():
        option = QStyleOptionComboBox()
        made.initStyleOption(option)
        field = made.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, made
        )
        return field.adjusted(-4, 4, 4, -4)

    return made, made, words


def line(text):
    made = LineList("Names")
    made.show_lines([Line("one", text), Line("two", "Other")], "two")
    return made, made.viewport(), lambda: made.visualRect(made.model().index(0, 0)).adjusted(4, 4, -4, -4)


def names(text):
    made = QListView()
    made.setItemDelegate(RoomyRows(made))
    rows = QStandardItemModel(made)
    rows.appendRow(QStandardItem(text))
    made.setModel(rows)
    return made, made.viewport(), lambda: made.visualRect(rows.index(0, 0)).adjusted(2, 2, -2, -2)


@pytest.mark.parametrize("make", [label, combo, line, names])
def test_the_mark_at_the_end_of_a_name_stays_at_its_end(make, qtbot, dressed_app):
    def seen(text, *, right):
        turn(dressed_app, right=right)
        widget, painted, area = make(text)
        qtbot.addWidget(widget)
        widget.resize(ROOM.size())
        widget.show()
        QApplication.processEvents()
        return profile(painted, area())

    right, wrong = seen(ASKED, right=False), seen(ASTRAY, right=False)
    assert apart(right, wrong) > 0
    now = seen(ASKED, right=True)
    assert apart(now, right) < apart(now, wrong) / 2


def test_so_does_it_in_a_cell_of_a_table(qtbot, dressed_app, new_document):
    def seen(text, *, right):
        turn(dressed_app, right=right)
        plan = example_plan()
        view = RecordView(new_document(change(plan, next(iter(plan.people)), "name", text).plan), "people")
        qtbot.addWidget(view)
        view.resize(900, 300)
        view.show()
        QApplication.processEvents()
        cell = view.visualRect(view.model().index(0, 1)).adjusted(4, 4, -4, -4)
        return profile(view.viewport(), cell)

    right, wrong = seen(ASKED, right=False), seen(ASTRAY, right=False)
    now = seen(ASKED, right=True)
    assert apart(now, right) < apart(now, wrong) / 2


def test_what_is_cut_off_a_name_is_missing_at_its_end(dressed_app):
    turn(dressed_app, right=True)
    metrics = QFontMetrics(ui_font(BODY))
    cut = elided(LONG, metrics, 100)
    assert cut.startswith("\u2068Who")
    assert cut.rstrip("\u2069").endswith("…")
    assert elided(LONG, metrics, 1000) == f"\u2068{LONG}\u2069"


def test_what_the_program_put_together_runs_as_the_language_does(dressed_app, speaking):
    speaking(MIRRORED)
    turn(dressed_app, right=True)
    assert own_way("\u200f\u2068A\u2069 · \u2068B\u2069") == "\u200f\u2068A\u2069 · \u2068B\u2069"
    assert own_way("") == ""
    turn(dressed_app, right=False)
    assert own_way(ASKED) == ASKED
