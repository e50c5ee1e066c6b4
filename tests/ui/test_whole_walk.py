"""From an empty plan to a signed document in the real window: by keys and mouse, and by keys alone."""

import pypdfium2
import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton
from signed_plans import type_name
from typist import CTRL, KEY, KeyboardTypist, Typist

from planner.editing.revision import is_signed
from planner.model.fingerprint import fingerprint, short_fingerprint, signed_builtins
from planner.model.kinds import KINDS, Step
from planner.store.workspace import load_plan
from planner.truths.example_plan import example_plan
from planner.truths.questions import QUESTIONS, answer_to
from ui.dialogs.export import ExportDialog
from ui.steps.sign_off.approvals import ApprovalsTab
from ui.steps.sign_off.questions import QuestionsTab

WALK = (
    (Step.PEOPLE, "partners", "Partners"),
    (Step.PEOPLE, "people", "People"),
    (Step.EXPERIENCE, "touchpoints", "Touchpoints"),
    (Step.EXPERIENCE, "issues", "Experience issues"),
    (Step.OBJECTIVES, "objectives", "Objectives"),
    (Step.CHANNELS, "channels", "Channels"),
    (Step.CHANNELS, "listening", "Listening"),
    (Step.CHANNELS, "policies", "Policies"),
    (Step.METRICS, "metrics", "Metrics"),
    (Step.TACTICS, "ideas", "Ideas"),
    (Step.TACTICS, "tactics", "Tactics"),
    (Step.PEOPLE, "changes", "Changes"),
    (Step.BUDGET, "budget_lines", "Lines"),
    (Step.BUDGET, "reviews", "Reviews"),
)


@pytest.fixture(params=[Typist, KeyboardTypist])
def typist(request, desk, qtbot, tmp_path):
    window = desk.window()
    window.resize(1600, 1000)
    QTest.keyClick(window, KEY.Key_N, CTRL)
    qtbot.waitUntil(lambda: any(d.isVisible() for d in window.findChildren(QFileDialog)))
    dialog = next(d for d in window.findChildren(QFileDialog) if d.isVisible())
    dialog.findChild(QLineEdit, "fileNameEdit").setText(str(tmp_path / "walk"))
    QTest.keyClick(dialog.findChild(QLineEdit, "fileNameEdit"), KEY.Key_Return)
    desk.settle(window)
    window.activateWindow()  # what a window manager does when a dialog closes
    return request.param(qtbot, window, example_plan())


def type_names(typist):
    for step, key, tab in WALK:
        typist.go(step)
        typist.tab(tab)
        typist.add_names(key, typist.paper.records(key).values())


def type_fields(typist):
    typist.go(Step.PURPOSE)
    typist.fill_fields(typist.paper.the_brief, "brief")
    for step, key, tab in WALK:
        typist.go(step)
        typist.tab(tab)
        for record in typist.paper.records(key).values():
            typist.fill(key, record)
    typist.go(Step.BUDGET)
    typist.tab("Budget")
    typist.fill_fields(typist.paper.the_budget, "budget")


def answer_questions(typist):
    typist.go(Step.SIGN_OFF)
    typist.tab("Questions")
    tab = typist.shown(QuestionsTab)
    for at, question in enumerate(QUESTIONS):
        typist.choose_row(tab.listing, tab.listing.model().index(at, 0))
        wanted = answer_to(typist.paper, question.id)
        for name in ("reply", "evidence", "by", "on"):
            typist.type_field(tab.form.row(name).spec, getattr(wanted, name))


def name_approvers(typist):
    typist.tab("Approval")
    tab = typist.shown(ApprovalsTab)
    for approver in typist.paper.approvers.values():
        before = set(typist.plan.approvers)
        add = next(b for b in tab.findChildren(QPushButton) if b.isVisible() and b.text() == "Add approver")
        typist.click(add)
        (typist.ids[approver.id],) = set(typist.plan.approvers) - before
        typist.edit_cell(tab.table.view, typist.ids[approver.id], "person", approver.person)
    roles = [approver.role for approver in typist.plan.approvers.values()]
    assert roles == [approver.role for approver in typist.paper.approvers.values()]


def approve(typist, approver):
    tab = typist.shown(ApprovalsTab)
    card = tab.card(typist.ids[approver.id])
    typist.click(card.begin_button)
    typist.focus(card.form.name_line)
    type_name(card.form, typist.paper.name_of(approver.person))
    assert card.form.problem == ""
    assert card.state.startswith("Accepted")


def export(typist, out):
    typist.press(KEY.Key_E, CTRL)
    dialog = typist.window.findChild(ExportDialog)
    line = dialog.findChild(QLineEdit, "export.file")
    typist.qtbot.waitUntil(dialog.isActiveWindow)
    typist.focus(line)
    QTest.keyClick(line, KEY.Key_A, CTRL)
    QTest.keyClicks(line, str(out))
    QTest.keyClick(line, KEY.Key_Return)
    typist.qtbot.waitUntil(out.exists)
    typist.qtbot.waitUntil(lambda: dialog.findChild(QPushButton, "open").isVisible())
    QTest.keyClick(dialog, KEY.Key_Escape)


def said(plan):
    """Return what a plan says, with ids by kind and place, so that two plans can be compared."""
    names = {
        record.id: f"{kind.key}-{at}"
        for kind in KINDS
        for at, record in enumerate(plan.records(kind).values())
        if not kind.single
    }
    content = signed_builtins(plan)
    return {key: renamed(value, names) for key, value in content.items() if key != "plan_id"}


def renamed(value, names):
    match value:
        case dict():
            return {key: renamed(item, names) for key, item in value.items()}
        case list() | tuple():
            return [renamed(item, names) for item in value]
        case str():
            return names.get(value, value)
    return value


def test_the_whole_walk(typist, desk, tmp_path):
    type_names(typist)
    type_fields(typist)
    answer_questions(typist)
    name_approvers(typist)
    desk.settle(typist.window)
    assert said(typist.plan) == said(typist.paper)
    assert typist.window.document.report.can_sign

    for approver in typist.paper.approvers.values():
        approve(typist, approver)
    desk.settle(typist.window)
    assert is_signed(typist.plan)
    out = tmp_path / "signed.pdf"
    export(typist, out)

    plan = typist.plan
    typist.window.close()
    assert load_plan(tmp_path / "walk.tcplan") == plan
    document = pypdfium2.PdfDocument(out)
    pages = [page.get_textpage().get_text_range() for page in document]
    document.close()
    printed = short_fingerprint(fingerprint(plan))
    assert all(printed in page for page in pages)
    assert not any("DRAFT" in page for page in pages)
    assert "Managing director" in pages[-1]
