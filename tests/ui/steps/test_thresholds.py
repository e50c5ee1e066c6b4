"""The thresholds in the window: each with its default, told at the field where it is out of range."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from planner.model.schema import fields
from planner.model.values import Form
from ui.steps.sign_off.thresholds import ThresholdsTab

NUMBERS = [pytest.param(spec, id=spec.name) for spec in fields("limits")]


@pytest.fixture
def tab(qtbot, new_document):
    """Return the thresholds of a plan, shown."""
    tab = ThresholdsTab(new_document())
    qtbot.addWidget(tab)
    tab.resize(900, 700)
    with qtbot.waitExposed(tab):
        tab.show()
    return tab


def test_each_is_editable_and_says_its_default(tab):
    for spec in fields("limits"):
        assert tab._card.row(spec.name) is not None
        assert tab.line(spec.name)._words.text().startswith("As usual: ")


@pytest.mark.parametrize("spec", NUMBERS)
def test_a_figure_out_of_range_is_told_at_its_field_and_the_plan_stays(tab, spec):
    row = tab._card.row(spec.name)
    document = tab.line(spec.name)._document
    before = document.plan
    target = row.editor.focus_target()
    assert isinstance(target, QLineEdit)
    beyond = (spec.high + 1) * (100 if spec.form is Form.PERCENT else 1)
    target.setFocus()
    target.selectAll()
    QGuiApplication.clipboard().setText(f"{beyond:f}")
    QTest.keyClick(target, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(target, Qt.Key.Key_Tab)
    assert row.editor.problem
    assert row._problem.isVisible()
    assert document.plan is before


@pytest.mark.parametrize("spec", NUMBERS)
def test_digits_on_the_way_to_a_figure_out_of_range_leave_plan_and_history_as_they_were(tab, spec):
    row = tab._card.row(spec.name)
    document = tab.line(spec.name)._document
    before = document.plan
    target = row.editor.focus_target()
    beyond = (spec.high + 1) * (100 if spec.form is Form.PERCENT else 1)
    target.setFocus()
    target.selectAll()
    QTest.keyClicks(target, f"{beyond:f}")
    QTest.keyClick(target, Qt.Key.Key_Tab)
    assert row.editor.problem
    assert document.plan == before
    assert not document.history.undo_label  # though the digits before the last one fitted
