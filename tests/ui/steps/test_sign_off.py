from decimal import Decimal

import pytest
from hands import in_hand, tab_to
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from signed_plans import type_name

from planner.editing import verbs
from planner.editing.revision import is_signed
from planner.model.fingerprint import fingerprint
from planner.model.kinds import Step
from planner.model.plan import empty_plan
from planner.model.records_signoff import Waiver
from planner.model.vocabulary import Reply, Verdict
from planner.truths.questions import QUESTIONS
from ui.holding import HeldError
from ui.steps.sign_off.approvals import ApprovalsTab
from ui.steps.sign_off.exceptions import ExceptionsTab
from ui.steps.sign_off.fingerprint_card import FingerprintCard
from ui.steps.sign_off.questions import QuestionsTab
from ui.steps.sign_off.thresholds import ThresholdsTab
from ui.steps.sign_off.verdict import VerdictTab

KEY = Qt.Key


@pytest.fixture
def open_tab(open_page):
    def make(document, kind):
        page = open_page(Step.SIGN_OFF, document)
        for at in range(page.tabs.count()):
            page.tabs.setCurrentIndex(at)
            if page.findChild(kind):
                break
        QApplication.processEvents()
        return page.findChild(kind)

    return make


def decide(tab, approver, name, verdict=Verdict.ACCEPT, reason=""):
    card = tab.card(approver)
    QTest.mouseClick(card.begin_button, Qt.MouseButton.LeftButton)
    card.form.choose(verdict)
    card.form.set_reason(reason)
    type_name(card.form, name)
    return card


def test_the_verdict_of_a_bad_plan_counts_what_stands(qtbot, new_document, open_tab, sample_plan):
    document = new_document(sample_plan("what-not-to-do"))
    tab = open_tab(document, VerdictTab)
    qtbot.waitUntil(lambda: "stops" in tab._next.text())
    counts = document.report.counts
    assert tab._verdict.text() == "The plan can't be signed yet."
    assert f"{counts['stop']} stops and {counts['warn']} warnings stand." in tab._next.text()
    assert tab.findChild(QPushButton, "to-approvals").isHidden()


def test_the_verdict_leads_to_who_has_to_approve_next(qtbot, signable, open_page):
    page = open_page(Step.SIGN_OFF, signable)
    button = page.findChild(VerdictTab).findChild(QPushButton, "to-approvals")
    qtbot.waitUntil(button.isVisible)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    tab = page.findChild(ApprovalsTab)
    assert tab.isVisible()
    assert tab.table.view.current_id == next(iter(signable.plan.approvers))


def test_the_verdict_of_a_good_plan_says_what_is_left(qtbot, signable, open_tab):
    tab = open_tab(signable, VerdictTab)
    qtbot.waitUntil(lambda: "approvals" in tab._next.text())
    assert tab._verdict.text() == "The plan can be signed."
    assert tab._next.text().endswith("3 approvals are still to come.")


def test_the_fingerprint_is_shown_short_and_full_and_copied(qtbot, signable, open_tab):
    card = open_tab(signable, VerdictTab).findChild(FingerprintCard)
    digits = fingerprint(signable.plan)
    qtbot.waitUntil(lambda: card.shown == digits)
    assert digits[:4].upper() in card._short.text()
    QTest.mouseClick(card._copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == digits


def test_the_fingerprint_follows_edits_even_while_the_one_before_is_reckoned(qtbot, signable, open_tab):
    card = open_tab(signable, VerdictTab).findChild(FingerprintCard)
    before = fingerprint(signable.plan)
    for name in ("Other", "Another"):
        signable.do(verbs.change(signable.plan, "brief", "organisation", name))
    assert fingerprint(signable.plan) != before
    qtbot.waitUntil(lambda: card.shown == fingerprint(signable.plan))


def test_all_approvals_sign_the_revision_and_an_edit_begins_the_next(qtbot, signable, open_tab):
    tab = open_tab(signable, ApprovalsTab)
    people = {a.id: signable.plan.people[a.person].name for a in signable.plan.approvers.values()}
    for approver, name in people.items():
        card = decide(tab, approver, name)
        assert card.form.problem == ""
        assert card.state.startswith(f"Accepted as {name}")
        assert not card.form.isVisible()
    assert is_signed(signable.plan)
    assert len(signable.plan.signed_revisions) == 1
    with pytest.raises(HeldError, match="next edit begins revision 2"):
        signable.do(verbs.change(signable.plan, "brief", "organisation", "Other"))
    signable.let_edit()
    signable.do(verbs.change(signable.plan, "brief", "organisation", "Other"))
    assert signable.plan.revision == 2
    assert all("Has not decided" in tab.card(approver).state for approver in people)


def test_a_wrong_name_is_told_and_nothing_recorded(signable, open_tab):
    tab = open_tab(signable, ApprovalsTab)
    approver = next(iter(signable.plan.approvers))
    card = decide(tab, approver, "Somebody else")
    assert "not Somebody else" in card.form.problem
    assert not signable.plan.approvals
    assert card.form.name_line.text() == "Somebody else"


def test_a_rejection_needs_a_reason(signable, open_tab):
    tab = open_tab(signable, ApprovalsTab)
    approver = next(iter(signable.plan.approvers.values()))
    name = signable.plan.people[approver.person].name
    card = decide(tab, approver.id, name, Verdict.REJECT)
    assert card.form.problem == "A rejection needs a reason."
    card.form.set_reason("The kitchen is not ready.")
    QTest.mouseClick(card.form.decided, Qt.MouseButton.LeftButton)
    assert card.state.startswith("Rejected as")
    assert "“The kitchen is not ready.”" in card.state


def test_a_plan_with_stops_is_not_accepted(new_document, open_tab, sample_plan):
    document = new_document(sample_plan("what-not-to-do"))
    tab = open_tab(document, ApprovalsTab)
    approver = next(a for a in document.plan.approvers.values() if a.person)
    card = decide(tab, approver.id, document.plan.people[approver.person].name)
    assert "can't be approved yet" in card.form.problem or "does not name all" in card.form.problem
    assert not document.plan.approvals


def test_a_decision_is_held_against_the_plan_as_it_is_now_and_not_against_the_last_report(signable, open_tab):
    tab = open_tab(signable, ApprovalsTab)
    approver = next(iter(signable.plan.approvers.values()))
    signable.do(verbs.change(signable.plan, "brief", "answer", ""))
    card = decide(tab, approver.id, signable.plan.people[approver.person].name)
    assert "can't be approved yet: stops standing: 1" in card.form.problem
    assert not signable.plan.approvals


def test_what_one_types_stays_while_the_plan_changes(signable, open_tab):
    tab = open_tab(signable, ApprovalsTab)
    approver = next(iter(signable.plan.approvers))
    card = tab.card(approver)
    QTest.mouseClick(card.begin_button, Qt.MouseButton.LeftButton)
    QTest.keyClicks(card.form.name_line, "Ow")
    signable.do(verbs.change(signable.plan, "brief", "organisation", "Other"))
    assert tab.card(approver) is card
    assert card.form.name_line.text() == "Ow"


def test_a_new_approver_begins_in_a_role_that_is_missing(new_document, open_tab):
    document = new_document(empty_plan())
    tab = open_tab(document, ApprovalsTab)
    for _ in range(4):
        tab.table.commands.add()
    assert [a.role.value for a in document.plan.approvers.values()] == [
        "sponsor",
        "experience-owner",
        "budget-holder",
        "reviewer",
    ]
    assert not tab.card(next(iter(document.plan.approvers))).begin_button.isEnabled()


def test_answering_makes_the_answer_and_undo_takes_it_back(new_document, open_tab, today):
    document = new_document(empty_plan())
    tab = open_tab(document, QuestionsTab)
    QTest.keyClicks(tab.form.row("evidence").editor.focus_target(), "We count")
    (answer,) = document.plan.answers.values()
    assert (answer.question, answer.evidence, answer.on) == (QUESTIONS[0].id, "We count", today)
    QTest.keyClick(tab.form.row("reply").editor.focus_target(), KEY.Key_Down)
    assert document.plan.answers[answer.id].reply is Reply.YES
    assert tab.listing.model().index(0, 0).data().endswith("\nYes · not complete")
    while document.history.done:
        document.undo()
    assert not document.plan.answers
    assert tab.form.row("evidence").editor.focus_target().toPlainText() == ""
    document.redo()
    assert tab.form.row("evidence").editor.focus_target().toPlainText() == "W"


def test_another_question_has_its_own_answer(new_document, open_tab):
    document = new_document()
    tab = open_tab(document, QuestionsTab)
    tab.listing.setFocus()
    QTest.keyClick(tab.listing, KEY.Key_Down)
    second = next(a for a in document.plan.answers.values() if a.question == QUESTIONS[1].id)
    assert tab.form.row("evidence").editor.value() == second.evidence
    document.do(verbs.change(document.plan, second.id, "evidence", "Otherwise"))
    assert tab.form.row("evidence").editor.focus_target().toPlainText() == "Otherwise"


def test_one_is_led_to_an_unanswered_question_by_its_own_id(new_document, open_page):
    page = open_page(Step.SIGN_OFF, new_document(empty_plan()))
    page.show_record("answers", QUESTIONS[4].id, "")
    tab = page.findChild(QuestionsTab)
    assert tab.isVisible()
    assert tab.listing.currentIndex().row() == 4
    assert tab.form.row("reply").editor.focus_target().hasFocus()


def test_an_unanswered_question_is_marked(qtbot, new_document, open_tab):
    tab = open_tab(new_document(empty_plan()), QuestionsTab)
    qtbot.waitUntil(lambda: bool(tab.form.row("reply").notes))
    assert tab.form.row("reply").notes[0].finding.rule == "ask.unanswered"


def test_a_changed_threshold_says_so_and_leads_back(new_document, open_tab):
    document = new_document()
    tab = open_tab(document, ThresholdsTab)
    line = tab.line("rating_floor")
    assert not line.reset_button.isVisible()
    document.do(verbs.change(document.plan, "limits", "rating_floor", Decimal(6)))
    assert line._words.text() == "Changed; usually 4"
    QTest.mouseClick(line.reset_button, Qt.MouseButton.LeftButton)
    assert document.plan.the_limits.rating_floor == Decimal("4.0")
    assert line._words.text() == "As usual: 4"


def test_an_exception_is_shown_by_the_names_of_rule_and_entry_and_can_be_changed(
    new_document, open_tab, sample_plan
):
    plan = verbs.add(
        sample_plan("pizzeria"),
        Waiver(id="w", rule="purpose.objective-idle", subject="plan", reason="Later", by=None),
    ).plan
    document = new_document(plan)
    tab = open_tab(document, ExceptionsTab)
    model = tab._waivers.table.view.records
    row = model.row_of("w")
    assert model.index(row, 1).data() != "purpose.objective-idle"
    assert model.index(row, 2).data() == "The plan"
    assert not model.index(row, 1).flags() & Qt.ItemFlag.ItemIsEditable
    tab.show_waiver("w", "reason")
    QTest.keyClicks(tab._waivers.form.row("reason").editor.focus_target(), "X")
    assert document.plan.waivers["w"].reason == "XLater"


def decide_by_keys(tab, approver, document):
    """Decide from wherever the keyboard is on the card."""
    card = tab.card(approver)
    QTest.keyClick(card.begin_button, KEY.Key_Space)
    tab_to(card.form.name_line)
    type_name(card.form, document.plan.name_of(document.plan.approvers[approver].person))


def test_after_a_decision_the_keyboard_is_with_who_decides_next(signable, open_tab):
    tab = open_tab(signable, ApprovalsTab)
    first, second, third = signable.plan.approvers
    for approver, following in ((first, second), (third, second), (second, second)):
        decide_by_keys(tab, approver, signable)
        assert not tab.card(approver).form.isVisible()
        assert in_hand() is tab.card(following).begin_button
        assert not tab.card(following).visibleRegion().isEmpty()
    assert is_signed(signable.plan)
