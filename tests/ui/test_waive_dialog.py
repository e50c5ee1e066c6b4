"""An exception that may not be accepted is told at its field; the plan stays."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from planner.editing.verbs import add, change, remove
from planner.errors import PlanError
from planner.model.records_purpose import Person
from planner.model.records_signoff import Waiver
from planner.model.vocabulary import Employment, Seniority
from planner.truths.engine import check_plan
from planner.truths.example_edits import example_with
from ui.dialogs.waive import WaiveDialog
from ui.document import PlanDocument

TODAY = date(2027, 1, 4)
LATE_REVIEW = ("spring-review", "on", date(2027, 6, 1))
ADVISER = Person(id="adviser", name="Adviser", level=Seniority.EXECUTIVE, employment=Employment.CONTRACTOR)
HELD = Waiver(id="held", rule="adapt.no-review", reason="Rebuilding.", by="boss")


@pytest.fixture
def document(qtbot):
    document = PlanDocument(example_with(LATE_REVIEW, ADVISER), clock=lambda: TODAY)
    yield document
    document.close()


@pytest.fixture
def dialog(qtbot, document):
    (finding,) = [f for f in check_plan(document.plan, TODAY).findings if f.rule == "adapt.no-review"]
    owner = QLabel()
    qtbot.addWidget(owner)
    owner.show()
    dialog = WaiveDialog(document, finding, owner)
    dialog.open()
    yield dialog
    owner.close()


def accept(dialog, qtbot):
    qtbot.mouseClick(dialog.findChild(QPushButton, "accept"), Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("reason", "  ", "An exception needs a reason."),
        ("by", None, "An exception needs somebody who accepts it."),
        ("by", "service-lead", "Service lead is neither a director nor an executive."),
        ("by", "adviser", "Adviser is not one of your own people"),
        ("until", date(2027, 1, 3), "The exception would have ended already"),
    ],
)
def test_what_does_not_fit_is_told_at_its_field_and_the_plan_stays(
    dialog, document, qtbot, name, value, words
):
    before = document.plan
    dialog.editor("reason").load("The dining room is rebuilt.")
    dialog.editor(name).load(value)
    accept(dialog, qtbot)
    assert document.plan is before
    assert dialog.editor(name).problem.startswith(words)
    assert [each for each in ("reason", "by", "until") if dialog.editor(each).problem] == [name]
    assert any(label.isVisible() and label.text().startswith(words) for label in dialog.findChildren(QLabel))


def test_all_that_is_wrong_is_told_at_once(dialog, qtbot):
    dialog.editor("by").load("service-lead")
    accept(dialog, qtbot)
    assert dialog.editor("reason").problem
    assert dialog.editor("by").problem


def test_the_only_senior_person_is_chosen_and_it_is_taken_up(dialog, document, qtbot):
    dialog.editor("reason").load("The dining room is rebuilt.")
    accept(dialog, qtbot)
    (waiver,) = document.plan.waivers.values()
    assert (waiver.by, waiver.until) == ("boss", None)
    document.undo()
    assert not document.plan.waivers


@pytest.mark.parametrize("by", ["service-lead", "adviser"])
def test_no_edit_in_the_window_gives_an_exception_to_somebody_unfit(document, by):
    document.do(add(document.plan, HELD))
    before = document.plan
    with pytest.raises(PlanError, match=r"Service lead|Adviser"):
        document.do(change(before, "held", "by", by))
    assert document.plan is before


def test_people_may_go_or_step_down_all_the_same_and_the_finding_stands_again(document):
    document.do(add(document.plan, HELD))
    document.do(change(document.plan, "boss", "level", Seniority.MANAGER))
    assert not any(finding.waived for finding in check_plan(document.plan, TODAY).findings)
    document.do(remove(document.plan, ["boss"]))
    assert document.plan.waivers["held"].by is None
