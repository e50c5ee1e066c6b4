"""Every field of every kind has an editor that does what all of them do."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from planner.model.kinds import KINDS
from planner.model.records_experience import Voice
from planner.model.records_work import Serving
from planner.model.schema import field, fields
from planner.model.values import Form, Money
from ui.kit.editors import make_editor
from ui.kit.editors.weighted import ItemRow

ALL_FIELDS = [pytest.param(spec, id=f"{kind.key}.{spec.name}") for kind in KINDS for spec in fields(kind.key)]


def sample(spec, document):
    """Return a value of a field other than its default."""
    plan = document.plan
    target = next((next(iter(plan.records(key)), None) for key in spec.to), None)
    return {
        Form.LINE: "a" * 64 if spec.name == "fingerprint" else "A line <b>of</b> text",
        Form.TEXT: "Two\nlines & <i>more</i>",
        Form.WHOLE: 1250,
        Form.NUMBER: Decimal("12.5"),
        Form.HOURS: Decimal("7.5"),
        Form.PERCENT: Decimal("0.45"),
        Form.RATING: Decimal("6.5"),
        Form.MONEY: Money(Decimal("12500.50"), "EUR"),
        Form.CURRENCY: "GBP",
        Form.DATE: date(2027, 5, 3),
        Form.MOMENT: datetime(2027, 5, 3, 12, tzinfo=UTC),
        Form.YES_NO: not spec.default,
        Form.CHOICE: list(spec.choices or [None])[-1],
        Form.CHOICES: tuple(spec.choices or ())[:2],
        Form.LINK: target,
        Form.LINKS: (target,) if target else (),
        Form.SHARES: (Serving("more", Decimal("0.4")), Serving("kept")),
        Form.VOICES: (Voice("ana", Decimal(5)),),
    }[spec.form]


@pytest.mark.parametrize("spec", ALL_FIELDS)
def test_every_field_has_an_editor_that_shows_a_value_and_keeps_it(qtbot, people_document, spec):
    editor = make_editor(spec, people_document)
    qtbot.addWidget(editor)
    said = []
    editor.edited.connect(said.append)
    editor.load(spec.default)
    value = sample(spec, people_document)
    editor.set_value(value)
    editor.flush()
    assert editor.value() == value
    assert said == []
    assert editor.problem == ""
    target = editor.focus_target()
    assert target.accessibleName()
    assert target.accessibleDescription() == spec.hint


@pytest.mark.parametrize("spec", ALL_FIELDS)
def test_a_read_only_editor_takes_nothing(qtbot, people_document, spec):
    editor = make_editor(spec, people_document)
    qtbot.addWidget(editor)
    editor.load(sample(spec, people_document))
    editor.set_read_only(on=True)
    editor.show()
    said = []
    editor.edited.connect(said.append)
    if editor.focus_target().isEnabled():
        QTest.keyClicks(editor.focus_target(), "1y")
    for line in editor.findChildren(QLineEdit):
        QTest.keyClicks(line, "1")
    editor.flush()
    assert said == []


@pytest.mark.parametrize("spec", ALL_FIELDS)
def test_no_editor_is_wider_than_a_narrow_form(qtbot, people_document, spec):
    editor = make_editor(spec, people_document)
    qtbot.addWidget(editor)
    editor.load(sample(spec, people_document))
    assert editor.minimumSizeHint().width() <= 260


def test_the_name_of_a_share_takes_the_line_and_its_figure_stands_at_the_end(qtbot):
    row = ItemRow(field("tactics", "objectives"), Serving("more"), "Short")
    qtbot.addWidget(row)
    row.resize(600, 40)
    row.show()
    QApplication.processEvents()
    label, figure = row.findChild(QLabel), row.findChild(QLineEdit)
    assert label.x() == 0
    assert figure.x() > 400
