"""What was mended just now stands at the head of the findings for a while."""

from datetime import date

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QPushButton

from planner.editing.revision import with_tables
from planner.editing.verbs import Edit, change, remove
from planner.language import worded
from planner.model.kinds import Step
from planner.model.plan import empty_plan
from planner.model.vocabulary import Weight
from planner.truths.consent import dismiss
from planner.truths.example_edits import example_with
from planner.truths.findings import Finding, Report
from ui.document import PlanDocument
from ui.findings import mended
from ui.findings.mended import mended_between
from ui.findings.panel import FindingsPanel

TODAY = date(2027, 1, 4)
NOBODY = ("weekday-letter", "accountable", None)


def finding(rule, **more):
    about = {"kind": "plan", "subject": "plan", "subject_name": "Plan", "field": "", "step": Step.PURPOSE}
    words = {"message": "Wrong.", "remedy": "Mend it.", "citation": "Q"}
    return Finding(rule=rule, level=Weight.WARN, **{**about, **words, **more})


def settle(qtbot, document):
    with qtbot.waitSignal(document.report_changed):
        pass


@pytest.fixture
def shown(qtbot):
    """Return what shows the findings of the good example after some edits that break it."""
    made = []

    def show(*edits):
        document = PlanDocument(example_with(*edits), clock=lambda: TODAY)
        made.append(document)
        settle(qtbot, document)
        panel = FindingsPanel(document)
        qtbot.addWidget(panel)
        panel.resize(340, 700)
        panel.show()
        return panel, document

    yield show
    for document in made:
        document.close()


def name_somebody(qtbot, document):
    document.do(change(document.plan, "weekday-letter", "accountable", "marketer"))
    settle(qtbot, document)


def test_what_stood_and_is_there_no_more_was_mended():
    before = Report((finding("a"), finding("b", waived=True), finding("c"), finding("d")))
    after = Report((finding("a"), finding("d", waived=True), finding("e")))
    assert mended_between(before, after, empty_plan()) == (finding("c"),)


def test_what_went_with_its_entry_was_not_mended():
    plan = example_with()
    gone, there = (finding("a", kind="tactics", subject=subject) for subject in ("gone", "weekday-letter"))
    assert mended_between(Report((gone, there)), Report(), plan) == (there,)


def test_a_finding_that_leads_to_another_field_now_was_not_mended():
    first, second, third = (finding("a", field=field) for field in ("unit", "target", "due"))
    plan = empty_plan()
    assert mended_between(Report((first,)), Report((second,)), plan) == ()
    assert mended_between(Report((first, second)), Report((third,)), plan) == (second,)


def test_an_edit_that_mends_is_told(qtbot, shown):
    panel, document = shown(NOBODY)
    assert panel.mended.words == ""
    assert not panel.mended.isVisible()
    name_somebody(qtbot, document)
    assert panel.mended.words.startswith("Mended just now: ")
    assert panel.mended.words.endswith("“Letter with Tuesday's menu”")
    assert panel.mended.isVisible()


def test_several_are_counted_and_listed_where_one_asks(qtbot, shown):
    panel, document = shown(NOBODY, ("brief", "answer", ""))
    name_somebody(qtbot, document)
    document.do(change(document.plan, "brief", "answer", "More guests on weekdays."))
    settle(qtbot, document)
    lines = panel.mended.lines.splitlines()
    assert panel.mended.words == f"Mended just now: {len(lines)} findings"
    assert "Letter with Tuesday's menu" not in lines[0]
    fold = panel.findChild(QPushButton, "mended.fold")
    assert fold.text() == "Show them"
    fold.click()
    assert fold.text() == "Hide them"


def test_what_is_broken_again_was_not_mended(qtbot, shown):
    panel, document = shown(NOBODY)
    name_somebody(qtbot, document)
    document.undo()
    settle(qtbot, document)
    assert panel.mended.words == ""
    assert not panel.mended.isVisible()


def test_it_goes_after_a_while(qtbot, shown, monkeypatch):
    monkeypatch.setattr(mended, "SHOWN_MS", 50)
    panel, document = shown(NOBODY)
    name_somebody(qtbot, document)
    assert panel.mended.words
    qtbot.waitUntil(lambda: not panel.mended.isVisible())
    assert panel.mended.words == ""


def test_advice_that_is_put_aside_is_not_called_mended(qtbot, shown):
    panel, document = shown(("brief", "stands_for", ""))
    advice = next(found for found in document.report.standing if found.level is Weight.ADVICE)
    document.do(dismiss(document.plan, advice))
    settle(qtbot, document)
    assert panel.mended.words == ""


def test_what_goes_with_a_step_or_an_entry_was_not_mended_what_is_about_the_plan_was(qtbot, shown):
    panel, document = shown()
    objective, *_ = document.plan.objectives.values()
    several = tuple(replace(objective, id=f"o{number}") for number in range(6))
    tables = {"objectives": {**document.plan.objectives, **{one.id: one for one in several}}}
    document.do(Edit(with_tables(document.plan, tables), worded("Import")))
    settle(qtbot, document)
    assert {"focus.too-many-objectives"} < {found.rule for found in document.report.standing}
    document.undo()
    settle(qtbot, document)
    assert not document.report.standing
    assert panel.mended.words == ""
    document.redo()
    settle(qtbot, document)
    document.do(remove(document.plan, ["o0", "o1"]))
    settle(qtbot, document)
    assert panel.mended.words == "Mended just now: The plan has few objectives"
