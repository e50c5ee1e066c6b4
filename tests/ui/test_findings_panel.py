from datetime import date

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QListView, QPushButton

from planner.editing.verbs import change, remove
from planner.model.kinds import Step
from planner.model.vocabulary import Weight
from planner.samples import load_sample
from planner.truths.consent import call_back, dismiss
from planner.truths.engine import check_plan
from planner.truths.example_edits import example_with
from planner.truths.findings import Finding, Report
from ui.document import PlanDocument
from ui.findings.detail import FindingDetail
from ui.findings.mending import changes_of, mends_of
from ui.findings.model import ROW, FindingModel
from ui.findings.panel import FindingsPanel
from ui.findings.rows import FOLD_FROM, Row, Show, rows_of, target_of

TODAY = date(2027, 1, 4)


def finding(rule="purpose.unanswered", subject="plan", field="", level=Weight.STOP, **more):
    return Finding(
        rule=rule,
        level=level,
        kind="plan" if subject == "plan" else "tactics",
        subject=subject,
        subject_name="Spring <b>plan</b>",
        field=field,
        message="Something <img src=x> is wrong.",
        remedy="Mend it.",
        citation="Q",
        step=more.pop("step", Step.PURPOSE),
        **more,
    )


@pytest.fixture
def documents(qtbot):
    """Return what makes a document whose first check is done."""
    made = []

    def make(plan):
        document = PlanDocument(plan, clock=lambda: TODAY)
        made.append(document)
        with qtbot.waitSignal(document.report_changed):
            pass
        return document

    yield make
    for document in made:
        document.close()


@pytest.fixture
def shown(qtbot, documents):
    """Return what shows the panel of a plan."""

    def show(plan):
        panel = FindingsPanel(documents(plan))
        qtbot.addWidget(panel)
        panel.resize(340, 700)
        panel.show()
        qtbot.waitUntil(panel.isActiveWindow)
        return panel

    return show


def listed(panel):
    model = panel.findChild(QListView).model()
    return [model.data(model.index(row), ROW) for row in range(model.rowCount())]


def button(panel, name):
    return panel.findChild(QPushButton, name)


def late_start():
    """Return a plan in which a push tactic starts before a critical fix; that has a mend by machine."""
    return example_with(("weekday-letter", "starts_on", date(2027, 2, 1)))


def test_this_step_lists_its_findings_and_all_lists_them_under_their_steps():
    report = Report((finding(), finding("owner.none", "t1", step=Step.TACTICS)))
    assert [row.finding.rule for row in rows_of(report, Show.STEP, Step.TACTICS)] == ["owner.none"]
    everything = rows_of(report, Show.ALL, Step.TACTICS)
    assert [row.heading for row in everything] == ["1  Purpose", "", "5  Tactics", ""]


def test_what_was_accepted_or_dismissed_is_listed_apart():
    waived = finding("owner.no-senior", level=Weight.WARN, waived=True)
    dismissed = finding("open.stands-for-nothing", level=Weight.ADVICE, dismissed=True)
    report = Report((finding(), waived, dismissed))
    assert [row.finding for row in rows_of(report, Show.ASIDE, Step.PURPOSE) if row.finding] == [
        waived,
        dismissed,
    ]
    assert len(rows_of(report, Show.ALL, Step.PURPOSE)) == 2


@pytest.mark.parametrize(
    ("field", "kind", "record", "name"),
    [("brief.answer", "brief", "brief", "answer"), ("tactics", "tactics", "", ""), ("", "", "", "")],
)
def test_a_finding_about_the_plan_leads_to_the_field_it_names(field, kind, record, name):
    target = target_of(finding(field=field), load_sample("pizzeria"))
    assert (target.kind, target.record, target.field) == (kind, record, name)


def test_a_finding_about_a_question_leads_to_its_answer():
    plan = load_sample("pizzeria")
    answer = next(iter(plan.answers.values()))
    about = msgspec.structs.replace(finding(), kind="question", subject=answer.question, field="evidence")
    assert target_of(about, plan).record == answer.id


@pytest.fixture
def rows(qtmodeltester):
    model = FindingModel()
    yield model
    qtmodeltester.check(model, force_py=True)


def test_a_new_report_keeps_the_rows_that_stay(rows):
    first, second, third = (Row(finding=finding(rule)) for rule in ("a.a", "b.b", "c.c"))
    rows.show_rows((first, third))
    inserted, removed, reset = [], [], []
    rows.rowsInserted.connect(lambda _parent, start, _end: inserted.append(start))
    rows.rowsRemoved.connect(lambda _parent, start, _end: removed.append(start))
    rows.modelReset.connect(lambda: reset.append(1))
    rows.show_rows((first, second, third))
    assert (inserted, removed, reset) == ([1], [], [])
    rows.show_rows((second,))
    assert (inserted, removed, reset) == ([1], [2, 0], [])
    rows.show_rows((third, second))
    assert rows.place_of(third.key) == 0


def test_rows_in_another_order_start_over(rows):
    one, two = Row(finding=finding("a.a")), Row(finding=finding("b.b"))
    rows.show_rows((one, two))
    rows.show_rows((two, one))
    assert [rows.finding(place).rule for place in (0, 1)] == ["b.b", "a.a"]


def test_a_changed_message_redraws_its_row(rows, qtbot):
    rows.show_rows((Row(finding=finding()),))
    changed = msgspec.structs.replace(finding(), message="Another.")
    with qtbot.waitSignal(rows.dataChanged):
        rows.show_rows((Row(finding=changed),))
    assert rows.data(rows.index(0)) == "Stop: Another. Mend it."


def test_the_panel_is_live(shown, qtbot):
    panel = shown(example_with(("brief", "answer", "")))
    assert [row.finding.rule for row in listed(panel)] == ["purpose.unanswered"]
    document = panel._document
    document.do(change(document.plan, "brief", "answer", "Guests come back."))
    qtbot.waitUntil(lambda: not document.is_checking)
    assert listed(panel) == []


def test_enter_and_a_click_lead_to_the_field(shown, qtbot):
    panel = shown(example_with(("brief", "answer", "")))
    view = panel.findChild(QListView)
    panel.take_focus()
    qtbot.waitUntil(view.hasFocus)
    with qtbot.waitSignal(panel.go_wanted) as told:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert told.args[0].field == "brief.answer"
    with qtbot.waitSignal(panel.go_wanted):
        centre = view.visualRect(view.model().index(0)).center()
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=centre)


def test_the_chosen_finding_explains_itself(shown):
    panel = shown(example_with(("brief", "answer", "")))
    panel.choose_next(1)
    words = "\n".join(label.text() for label in panel.findChildren(QLabel))
    assert "The business question has an answer" in words
    assert "activity for its own sake" in words
    assert "The answer is left blank." in words
    assert "Leigh Durst" in words


def test_a_stop_can_be_neither_accepted_nor_dismissed(shown):
    panel = shown(example_with(("brief", "answer", "")))
    panel.choose_next(1)
    assert not button(panel, "finding.shield-check").isVisibleTo(panel)
    assert button(panel, "finding.arrow-right").isVisibleTo(panel)


def test_a_mend_says_what_it_would_change(shown, documents):
    document = documents(late_start())
    found = next(f for f in document.report.standing if f.rule == "experience.push-before-fix")
    (mend,) = mends_of(document, found)
    assert mend.label == "Move the start behind the fix"
    assert any("1 Feb 2027 → 16 Feb 2027" in line for line in mend.changes), mend.changes


def test_the_words_of_a_change_name_field_entry_and_both_values():
    plan = load_sample("pizzeria")
    tactic = next(iter(plan.tactics.values()))
    lines = changes_of(plan, [(tactic.id, "name", "Sing <b>loud</b>")])
    assert lines == (f"“{tactic.name}”: Tactic: {tactic.name} → Sing <b>loud</b>",)


def test_next_and_previous_go_round(shown):
    panel = shown(load_sample("what-not-to-do"))
    panel.show_findings(Show.ALL)
    standing = panel._document.report.standing
    met = [panel.choose_next(1) for _ in standing]
    assert sorted(finding.key for finding in met) == sorted(finding.key for finding in standing)
    assert panel.choose_next(1) == met[0]
    assert panel.choose_next(-1) == met[-1]


def test_where_a_step_has_none_the_next_finding_is_looked_for_in_all(shown):
    plan = example_with(("brief", "answer", ""))
    panel = shown(plan)
    panel.show_step(Step.METRICS)
    assert panel.shows is Show.STEP
    assert panel.choose_next(1).rule == "purpose.unanswered"
    assert panel.shows is Show.ALL


def test_without_findings_there_is_no_next(shown):
    panel = shown(example_with())
    assert panel.choose_next(1) is None
    assert panel.choose_next(-1) is None


def test_the_choice_stays_with_its_finding_when_others_come_and_go(shown, qtbot):
    panel = shown(load_sample("what-not-to-do"))
    panel.show_findings(Show.ALL)
    for _ in range(5):
        panel.choose_next(1)
    chosen = panel.current
    document = panel._document
    document.do(change(document.plan, "brief", "answer", "Guests come back."))
    qtbot.waitUntil(lambda: not document.is_checking)
    assert panel.current.key == chosen.key


def test_cards_grow_with_their_text_and_never_clip_a_long_word(shown, qtbot):
    panel = shown(load_sample("what-not-to-do"))
    panel.show_findings(Show.ALL)
    view = panel.findChild(QListView)

    def height():
        return sum(view.sizeHintForRow(row) for row in range(view.model().rowCount()))

    panel.resize(260, 700)
    qtbot.waitUntil(lambda: view.width() <= 260)
    narrow = height()
    panel.resize(400, 700)
    qtbot.waitUntil(lambda: height() < narrow)


def test_each_report_counts_what_stands(documents):
    report = check_plan(load_sample("what-not-to-do"), TODAY)
    rows = rows_of(report, Show.ALL, Step.PURPOSE)
    folded = sum(len(row.fold.findings) for row in rows if row.fold)
    assert folded + sum(row.finding is not None for row in rows) == len(report.standing)


def adrift(count):
    """Return a plan in which so many tactics serve no objective, each with a hard name."""
    tactics = [
        msgspec.structs.replace(
            example_with().tactics["answer-reviews"], id=f"t{n}", name=f"<b>{n}</b>", objectives=()
        )
        for n in range(count)
    ]
    return example_with(*tactics)


@pytest.mark.parametrize(("count", "rows"), [(FOLD_FROM - 1, FOLD_FROM - 1), (FOLD_FROM, 1), (14, 1)])
def test_many_of_a_kind_stand_in_one_row(count, rows):
    report = check_plan(adrift(count), TODAY)
    listed = [
        row
        for row in rows_of(report, Show.STEP, Step.TACTICS)
        if "purpose.tactic-adrift" in (*row.key, row.finding and row.finding.rule)
    ]
    assert len(listed) == rows


def test_the_row_of_many_says_how_many_of_which_truth_and_whether_it_is_open(shown):
    panel = shown(adrift(14))
    panel.show_step(Step.TACTICS)
    model = panel.findChild(QListView).model()
    words = [model.data(model.index(row)) for row in range(model.rowCount())]
    assert "Stop: Every tactic serves an objective: 14 findings, folded" in words


def fold_row(panel, rule="purpose.tactic-adrift"):
    return next(place for place, row in enumerate(listed(panel)) if row.fold and rule in row.key)


def test_the_keyboard_opens_walks_into_and_closes_a_fold(shown, qtbot):
    panel = shown(adrift(14))
    panel.show_step(Step.TACTICS)
    view = panel.findChild(QListView)
    panel.take_focus()
    qtbot.waitUntil(view.hasFocus)
    folded = len(listed(panel))
    at = fold_row(panel)
    view.setCurrentIndex(view.model().index(at, 0))
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert len(listed(panel)) == folded + 14
    assert panel.current is None
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert panel.current.subject_name == "<b>0</b>"
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert panel.current.subject_name == "<b>1</b>"
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert view.currentIndex().row() == at
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert len(listed(panel)) == folded
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert len(listed(panel)) == folded + 14
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert len(listed(panel)) == folded


def test_a_click_opens_a_fold_and_leads_nowhere(shown, qtbot):
    panel = shown(adrift(14))
    panel.show_step(Step.TACTICS)
    view = panel.findChild(QListView)
    led = []
    panel.go_wanted.connect(led.append)
    folded, at = len(listed(panel)), fold_row(panel)
    view.scrollTo(view.model().index(at, 0))
    centre = view.visualRect(view.model().index(at, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=centre)
    assert len(listed(panel)) == folded + 14
    assert led == []


def test_a_fold_stays_open_while_its_findings_come_and_go(shown, qtbot):
    panel = shown(adrift(14))
    panel.show_step(Step.TACTICS)
    panel.choose_next(1)
    rows = len(listed(panel))
    document = panel._document
    document.do(remove(document.plan, ["t3"]))
    qtbot.waitUntil(lambda: not document.is_checking)
    assert len(listed(panel)) < rows
    assert listed(panel)[fold_row(panel)].fold.is_open


def test_many_of_a_kind_are_explained_and_nothing_can_be_done_about_all_at_once(shown):
    panel = shown(adrift(14))
    panel.show_step(Step.TACTICS)
    view = panel.findChild(QListView)
    view.setCurrentIndex(view.model().index(fold_row(panel), 0))
    words = "\n".join(label.text() for label in panel.findChildren(QLabel))
    assert "Every tactic serves an objective" in words
    assert not button(panel, "finding.arrow-right").isVisibleTo(panel)


def test_several_fixes_stand_side_by_side_each_with_what_it_would_change(shown, qtbot):
    panel = shown(example_with(("weekday-letter", "ends_on", date(2028, 1, 1))))
    panel.show_step(Step.TACTICS)
    panel.choose_next(1)
    buttons = panel.findChildren(QPushButton, "finding.wrench")
    assert [each.text() for each in buttons] == ["Cut the tactic to the plan", "Stretch the plan around it"]
    words = "\n".join(label.text() for label in panel.findChildren(QLabel))
    assert "needs a look" in words
    assert "Plan ends: 31 Dec 2027 → 1 Jan 2028" in words
    with qtbot.waitSignal(panel.mend_wanted) as told:
        qtbot.mouseClick(buttons[1], Qt.MouseButton.LeftButton)
    assert told.args[0].plan.the_brief.ends_on == date(2028, 1, 1)


def test_dismissed_advice_is_listed_apart_and_can_be_called_back(shown, qtbot):
    plan = example_with(("brief", "stands_for", ""))
    (advice,) = check_plan(plan, TODAY).findings
    panel = shown(dismiss(plan, advice).plan)
    panel.show_findings(Show.ASIDE)
    assert [row.finding.rule for row in listed(panel) if row.finding] == ["open.stands-for-nothing"]
    panel.choose_next(1)
    back = button(panel, "finding.rotate-ccw")
    assert back.isVisibleTo(panel)
    assert back.text() == "Call back"
    with qtbot.waitSignal(panel.restore_wanted) as told:
        qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    assert told.args[0].rule == "open.stands-for-nothing"
    document = panel._document
    document.do(call_back(document.plan, told.args[0]))
    qtbot.waitUntil(lambda: not document.is_checking)
    assert [finding.rule for finding in document.report.standing] == ["open.stands-for-nothing"]


def test_all_that_is_said_of_a_finding_is_shown_at_once(shown, qtbot):
    panel = shown(load_sample("what-not-to-do"))
    detail = panel.findChild(FindingDetail)
    panel.show_findings(Show.ALL)
    panel.findChild(QListView).setFocus()
    for _ in range(3):
        QTest.keyClick(panel.findChild(QListView), Qt.Key.Key_Down)
        labels = [label for label in detail.findChildren(QLabel) if label.text()]
        assert labels
        assert not [label.text() for label in labels if label.isHidden()]
