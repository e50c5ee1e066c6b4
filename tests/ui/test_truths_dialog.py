"""The manual of the truths in the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QPushButton

from planner.truths.catalogue import rules
from planner.truths.coverage import POINTS
from planner.truths.example_plan import example_plan
from planner.truths.questions import QUESTIONS
from ui.dialogs.truth_entries import entries_for
from ui.dialogs.truths import TruthsDialog
from ui.theme import colour


@pytest.fixture
def manual(desk, qtbot, plan_path):
    """Return the manual, opened by its key."""
    window = desk.window_with(plan_path)
    qtbot.keyClick(window, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    dialog = window.findChild(TruthsDialog)
    qtbot.waitUntil(dialog.isVisible)
    return dialog


def words(dialog):
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def titles(dialog):
    listing = dialog.findChild(QListWidget)
    return [listing.item(row).text() for row in range(listing.count())]


def test_it_lists_every_rule_question_and_point():
    ids = [entry.id for entry in entries_for(example_plan())]
    expected = [*rules(), *(question.id for question in QUESTIONS), *(point.key for point in POINTS)]
    assert sorted(ids) == sorted(expected)


def test_each_rule_tells_reason_examples_sources_and_fixes():
    entries = {entry.id: dict(entry.texts) for entry in entries_for(example_plan())}
    for rule, _ in rules().values():
        texts = entries[rule.id]
        assert texts["Why it matters"] == rule.why
        assert texts["It is broken when, for example"] == rule.breaks.text
        assert ("Sources" in texts) == bool(rule.sources)
        assert ("Fixes by machine" in texts) == bool(rule.fixes)


def test_it_is_searched_while_one_types_and_the_first_hit_is_told(manual, qtbot):
    qtbot.keyClicks(manual.findChild(QLineEdit, "search"), "secret formula")
    assert "No partner promises a miracle" not in titles(manual)
    manual.findChild(QLineEdit, "search").clear()
    qtbot.keyClicks(manual.findChild(QLineEdit, "search"), "MIRACLE partner")
    assert "No partner promises a miracle" in titles(manual)
    assert "selling to you, not advising you" in words(manual)


def test_what_nobody_wrote_is_not_found(manual, qtbot):
    qtbot.keyClicks(manual.findChild(QLineEdit, "search"), "zyxw")
    assert titles(manual) == []
    assert any(text.startswith("0 of ") for text in words(manual).splitlines())


def test_it_begins_with_the_chosen_finding(qtbot):
    owner = QLabel()
    qtbot.addWidget(owner)
    dialog = TruthsDialog(example_plan(), owner, "listen.none")
    assert dialog.findChild(QListWidget).currentItem().text() == "The plan listens somewhere"
    assert "A plan without a place to hear it is built on guesses." in words(dialog)


def test_it_closes_by_its_button(manual, qtbot):
    qtbot.mouseClick(manual.findChild(QPushButton, "close"), Qt.MouseButton.LeftButton)
    assert not manual.isVisible()


def test_headings_are_as_easy_to_read_as_quiet_words(manual):
    listing = manual.findChild(QListWidget)
    headings = [listing.item(row) for row in range(listing.count()) if not listing.item(row).flags()]
    assert len(headings) > 5
    assert all(item.foreground().color() == colour("muted") for item in headings)
