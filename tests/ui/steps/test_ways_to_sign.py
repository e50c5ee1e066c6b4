"""Signing by typing, drawing, key and ink in the real window."""

import pytest
from hands import in_hand, tab_to
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QRadioButton
from signed_plans import draw, type_name

from planner.editing import verbs
from planner.editing.revision import is_signed
from planner.model.kinds import Step
from planner.model.vocabulary import SigningWay
from planner.signoff.drawing import strokes_of
from ui.dialogs.make_key import MakeKeyDialog
from ui.steps.sign_off.approvals import ApprovalsTab

LEFT = Qt.MouseButton.LeftButton
SECRET = "seven green lanterns hum"  # noqa: S105 - opens nothing but this test's key


@pytest.fixture
def open_tab(open_page):
    def make(document):
        page = open_page(Step.SIGN_OFF, document, size=(1000, 900))
        for at in range(page.tabs.count()):
            if page.tabs.tabText(at).startswith("Approval"):
                page.tabs.setCurrentIndex(at)
        QApplication.processEvents()
        return page.findChild(ApprovalsTab)

    return make


def button(widget, words):
    return next(
        b for kind in (QPushButton, QRadioButton) for b in widget.findChildren(kind) if b.text() == words
    )


def name_of(document, approver):
    return document.plan.name_of(document.plan.approvers[approver].person)


def begin(tab, approver, way=""):
    card = tab.card(approver)
    QTest.mouseClick(card.begin_button, LEFT)
    if way:
        QTest.mouseClick(button(card.form, way), LEFT)
    QApplication.processEvents()
    return card


def test_a_drawn_signature_is_recorded_with_its_strokes(signable, open_tab):
    tab = open_tab(signable)
    approver = next(iter(signable.plan.approvers))
    card = begin(tab, approver, "Drawn signature")
    QTest.keyClicks(card.form.name_line, name_of(signable, approver))
    QTest.mouseClick(card.form.decided, LEFT)
    assert card.form.problem.startswith("Nothing is drawn yet.")
    draw(card.form.drawn.pad)
    QTest.mouseClick(card.form.decided, LEFT)
    (approval,) = signable.plan.approvals.values()
    assert approval.way is SigningWay.DRAWN
    assert len(strokes_of(approval.drawing)) == 1
    assert "by drawn signature" in card.state
    assert card.form.drawn.pad.drawing == ""


def test_ink_on_paper_is_recorded_as_such(signable, open_tab):
    tab = open_tab(signable)
    approver = next(iter(signable.plan.approvers))
    card = begin(tab, approver, "Ink on paper")
    QTest.keyClicks(card.form.name_line, name_of(signable, approver))
    QTest.mouseClick(card.form.decided, LEFT)
    assert next(iter(signable.plan.approvals.values())).way is SigningWay.PAPER


def test_a_key_is_made_and_signs_and_its_passphrase_is_forgotten(qtbot, signable, open_tab, tmp_path):
    sponsor, *others = signable.plan.approvers
    signable.do(verbs.change(signable.plan, sponsor, "way", SigningWay.DIGITAL))
    tab = open_tab(signable)
    for approver in others:
        card = begin(tab, approver)
        type_name(card.form, name_of(signable, approver))
    card = begin(tab, sponsor)
    assert not any(b.isVisible() for b in card.form.findChildren(QRadioButton) if b.text() == "Typed name")
    key = make_key(qtbot, tab, card, tmp_path)
    assert card.form.keys.file == key
    QTest.keyClicks(card.form.name_line, name_of(signable, sponsor))
    sign(qtbot, card, "not the right one at all")
    assert in_hand() is card.form.keys.passphrase_line
    assert "does not open this identity" in card.form.problem
    assert not is_signed(signable.plan)
    sign(qtbot, card, SECRET)
    assert is_signed(signable.plan)
    assert in_hand() is card.begin_button
    assert "by digital signature" in card.state
    assert card.form.keys.passphrase_line.text() == ""


def make_key(qtbot, tab, card, tmp_path):
    QTest.mouseClick(button(card.form, "Make a key…"), LEFT)
    dialog = tab.window().findChild(MakeKeyDialog)
    path = tmp_path / "my key.p12"
    dialog.line("file").setText(str(path))
    QTest.keyClicks(dialog.line("passphrase"), SECRET)
    QTest.keyClicks(dialog.line("again"), SECRET + "!")
    QTest.mouseClick(button(dialog, "Make the key"), LEFT)
    assert "differ" in dialog.problem
    assert not path.exists()
    QTest.keyClick(dialog.line("again"), Qt.Key.Key_Backspace)
    QTest.mouseClick(button(dialog, "Make the key"), LEFT)
    assert "fingerprint" in dialog.told
    assert dialog.line("passphrase").text() == ""
    dialog.reject()
    tab.window().activateWindow()  # what a window manager does when a dialog closes
    qtbot.waitUntil(tab.window().isActiveWindow)
    return path


def sign(qtbot, card, passphrase):
    tab_to(card.form.keys.passphrase_line)
    QTest.keyClicks(card.form.keys.passphrase_line, passphrase)
    QTest.keyClick(card.form.keys.passphrase_line, Qt.Key.Key_Return)
    qtbot.waitUntil(card.form.decided.isEnabled)


def test_a_plan_that_is_edited_while_a_key_signs_is_not_signed(qtbot, signable, open_tab, tmp_path):
    sponsor, *others = signable.plan.approvers
    signable.do(verbs.change(signable.plan, sponsor, "way", SigningWay.DIGITAL))
    tab = open_tab(signable)
    for approver in others:
        card = begin(tab, approver)
        type_name(card.form, name_of(signable, approver))
    card = begin(tab, sponsor)
    make_key(qtbot, tab, card, tmp_path)
    QTest.keyClicks(card.form.name_line, name_of(signable, sponsor))
    QTest.keyClicks(card.form.keys.passphrase_line, SECRET)
    QTest.keyClick(card.form.keys.passphrase_line, Qt.Key.Key_Return)
    signable.let_edit()
    signable.do(verbs.change(signable.plan, "brief", "stands_for", "Patience."))
    qtbot.waitUntil(card.form.decided.isEnabled)
    assert "edited while the key was signing" in card.form.problem
    assert not is_signed(signable.plan)


def test_a_plan_is_sent_round_and_an_edit_takes_it_back(signable, open_tab):
    tab = open_tab(signable)
    assert tab.route.words.startswith("Draft: revision 1")
    QTest.mouseClick(tab.route.send_button, LEFT)
    assert tab.route.words.startswith("In review: revision 1 To decide next: ")
    assert not tab.route.send_button.isVisible()
    signable.let_edit()
    signable.do(verbs.change(signable.plan, "brief", "stands_for", "Patience."))
    assert tab.route.words.startswith("Draft: revision 1")
    signable.do(verbs.change(signable.plan, "brief", "answer", ""))
    QTest.mouseClick(tab.route.send_button, LEFT)
    assert "can't be approved yet" in tab.route.problem
