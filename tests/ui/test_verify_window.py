"""Verifying in the real window: dropped documents and plans, keys taken up and keys that changed."""

import pytest
from files_by_hand import choose_file, drop
from hands import said
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QProgressBar, QPushButton
from signed_plans import NOON, button, identity_of, signer, write_signed_plan

from planner.model.fingerprint import short_fingerprint
from planner.signing import pkcs12_file
from planner.signing.fingerprints import grouped
from planner.signing.known import KnownSigners
from planner.signing.verify.verdict import Outcome
from planner.store.workspace import load_plan
from ui.dialogs.known_signers import KnownSignersDialog
from ui.dialogs.verify import VerifyDialog

LEFT, KEY = Qt.MouseButton.LeftButton, Qt.Key


@pytest.fixture(autouse=True)
def _own_known_signers(monkeypatch, tmp_path):
    """Let nobody be known at the start of a test, and keep what is learnt apart."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


@pytest.fixture(scope="module")
def signed(tmp_path_factory):
    """Return the path of a signed plan and the document that was signed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pkcs12_file, "rounds", 1000)
        path = tmp_path_factory.mktemp("signed") / "Weekday guests.tcplan"
        return path, write_signed_plan(path)


@pytest.fixture
def document(signed, tmp_path):
    path = tmp_path / "received.pdf"
    path.write_bytes(signed[1])
    return path


def verdict_of(qtbot, window):
    """Wait for the verdict in the window of verification, and return that window."""
    qtbot.waitUntil(lambda: any(d.isVisible() for d in window.findChildren(VerifyDialog)))
    dialog = next(d for d in window.findChildren(VerifyDialog) if d.isVisible())
    qtbot.waitUntil(lambda: not dialog.is_busy)
    return dialog


def test_a_dropped_document_of_the_open_plan_is_held_against_its_record(desk, qtbot, signed, document):
    window = desk.window_with(signed[0])
    drop(window, document)
    dialog = verdict_of(qtbot, window)
    assert dialog.parts[0].verdict.outcome is Outcome.UNCHANGED
    words = said(dialog)
    assert "Unchanged since" in words
    assert "The plan's own record has this revision: yes" in words
    assert "byte for byte, a file that the plan keeps" in words
    assert "Signer's computer clock: " in words
    assert grouped(identity_of(signer(window.document.plan)).fingerprint) in words
    assert window.document.path == signed[0]
    dialog.reject()


def test_a_key_is_remembered_once_it_was_compared(desk, qtbot, document, signed):
    window = desk.window()
    drop(window, document)
    dialog = verdict_of(qtbot, window)
    assert dialog.parts[0].verdict.outcome is Outcome.UNKNOWN_SIGNER
    assert "The key of " in said(dialog)
    name = signer(load_plan(signed[0]))
    QTest.mouseClick(button(dialog, f"Remember this key for {name}"), LEFT)
    assert dialog.parts[0].verdict.outcome is Outcome.UNCHANGED
    assert "This key was met before, under this name." in said(dialog)
    (known,) = KnownSigners().keys
    assert (known.name, known.where) == (name, "received.pdf")
    dialog.reject()


def test_a_changed_key_is_told_loudly_and_taken_up_only_by_typing(desk, qtbot, document, signed):
    name = signer(load_plan(signed[0]))
    KnownSigners().remember(name, "ab" * 32, at=NOON, where="the kick-off")
    window = desk.window()
    drop(window, document)
    dialog = verdict_of(qtbot, window)
    assert "CHANGED KEY" in said(dialog)
    assert not [b for b in dialog.findChildren(QPushButton) if b.text().startswith("Remember this key")]
    QTest.mouseClick(button(dialog, "Take up this key…"), LEFT)
    take = button(dialog, "Remember the new key")
    line = dialog.views[0].signatures[0].typed_line
    QTest.keyClicks(line, "12345678")
    QTest.mouseClick(take, LEFT)
    assert len(KnownSigners().keys) == 1
    line.clear()
    digits = identity_of(name).fingerprint.upper()
    QTest.keyClicks(line, f"{digits[-8:-4]} {digits[-4:]}")
    QTest.mouseClick(take, LEFT)
    assert len(KnownSigners().keys) == 2
    assert dialog.parts[0].verdict.outcome is Outcome.UNCHANGED
    dialog.reject()


def test_a_document_that_was_changed_after_signing_is_called_so(desk, qtbot, signed, tmp_path):
    tampered = tmp_path / "tampered.pdf"
    at = signed[1].index(b"stream") + 40
    tampered.write_bytes(signed[1][:at] + bytes([signed[1][at] ^ 1]) + signed[1][at + 1 :])
    window = desk.window()
    drop(window, tampered)
    dialog = verdict_of(qtbot, window)
    assert dialog.parts[0].verdict.headline == "Changed after signing"
    assert "What was signed is unchanged: NO" in said(dialog)
    assert not [b for b in dialog.findChildren(QPushButton) if b.text().startswith("Remember")]
    dialog.reject()


def test_what_is_no_document_is_refused_in_plain_words(desk, qtbot, tmp_path):
    (tmp_path / "letter.pdf").write_bytes(b"Dear Sir")
    window = desk.window()
    drop(window, tmp_path / "letter.pdf")
    dialog = verdict_of(qtbot, window)
    assert "no PDF" in dialog.said
    assert not dialog.findChild(QProgressBar).isVisible()
    dialog.reject()


def test_closing_the_window_ends_the_reading(desk, qtbot, document):
    window = desk.window()
    drop(window, document)
    dialog = next(d for d in window.findChildren(VerifyDialog) if d.isVisible())
    QTest.keyClick(dialog, KEY.Key_Escape)
    qtbot.waitUntil(lambda: not desk.tasks.is_busy)
    qtbot.waitUntil(lambda: not window.findChildren(VerifyDialog))


def test_the_open_plan_itself_is_verified_with_the_document_that_it_keeps(desk, qtbot, signed):
    window = desk.window_with(signed[0])
    window.activateWindow()  # what a window manager does when another one closes
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(QApplication.focusWidget() or window, KEY.Key_F7)
    choose_file(qtbot, window, signed[0])
    dialog = verdict_of(qtbot, window)
    own, kept = dialog.parts
    assert own.verdict.holds
    assert kept.verdict.holds
    assert "by the plan's own record" in said(dialog)
    line = dialog.findChild(QLineEdit)
    QTest.keyClicks(line, short_fingerprint(own.verdict.fingerprint).lower())
    QTest.keyClick(line, KEY.Key_Return)
    assert "Revision 1" in said(dialog)
    assert "signed by all; it is the plan as it is now" in said(dialog)
    dialog.reject()


def test_a_plan_is_made_from_a_verified_document(desk, qtbot, signed, document, tmp_path):
    window = desk.window()
    drop(window, document)
    dialog = verdict_of(qtbot, window)
    QTest.mouseClick(button(dialog, "Make a plan from it…"), LEFT)
    choose_file(qtbot, window, tmp_path / "ours.tcplan")
    desk.settle(window)
    assert window.document.plan.the_brief == load_plan(signed[0]).the_brief


def test_a_known_key_is_forgotten_after_a_second_thought(desk, qtbot):
    KnownSigners().remember("Ana Lima", "ab" * 32, at=NOON, where="Plan.pdf")
    window = desk.window()
    window.perform("tools.signers")
    dialog = window.findChild(KnownSignersDialog)
    assert grouped("ab" * 32) in said(dialog)
    assert "in Plan.pdf" in said(dialog)
    QTest.mouseClick(button(dialog, "Forget…"), LEFT)
    QTest.mouseClick(button(dialog, "Keep it"), LEFT)
    assert len(KnownSigners().keys) == 1
    QTest.mouseClick(button(dialog, "Forget…"), LEFT)
    QTest.mouseClick(button(dialog, "Forget it"), LEFT)
    assert KnownSigners().keys == ()
    assert "Nobody is known yet" in said(dialog)
    dialog.reject()


def test_a_damaged_list_of_signers_is_told_and_never_looks_empty(desk, qtbot):
    KnownSigners().remember("Ana Lima", "ab" * 32, at=NOON, where="Plan.pdf")
    KnownSigners().path.write_text("{")
    window = desk.window()
    window.perform("tools.signers")
    dialog = window.findChild(KnownSignersDialog)
    assert "can't be read, so no signer is known" in dialog.problem
    assert "Nobody is known yet" not in said(dialog)
    dialog.reject()
