"""Comparing revisions in a window of its own."""

import time
from itertools import pairwise

import msgspec
import pytest
from files_by_hand import choose_file
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from signed_plans import button

from planner.editing import verbs
from planner.model.records_purpose import Person
from planner.signoff.compare import Sort
from planner.signoff.compare_text import NOTHING_DIFFERS
from planner.store.plan_file import PlanFile
from planner.truths.example_plan import EXAMPLE_DAY, example_plan
from ui.dialogs.compare import CompareDialog
from ui.dialogs.compare.rows import filtered
from ui.document import PlanDocument
from ui.kit.empty_state import EmptyState

LEFT, KEY = Qt.MouseButton.LeftButton, Qt.Key


@pytest.fixture
def compared(qtbot, tmp_path):
    """Return a maker of windows that hold a plan against another file's."""
    made = []

    def make(plan, other):
        path = tmp_path / "other.tcplan"
        PlanFile.create(path, other).close()
        document = PlanDocument(plan, clock=lambda: EXAMPLE_DAY)
        parent = QWidget()
        qtbot.addWidget(parent)
        dialog = CompareDialog(document, parent)
        dialog.show()
        made.append((document, parent))
        box, _ = dialog.choosers.boxes
        box.setCurrentIndex(box.count() - 1)
        box.activated.emit(box.count() - 1)
        choose_file(qtbot, dialog, path)
        qtbot.waitUntil(lambda: "other" in box.currentText() and not dialog.is_busy)
        return dialog

    yield make
    for document, _parent in made:
        document.close()


def changed(plan):
    """Return the plan with somebody added, and the answer to its question taken away."""
    plan = verbs.add(plan, Person(id="person-new", name="Nadia Okoro")).plan
    plan = verbs.change(plan, "brief", "answer", "").plan
    return verbs.change(plan, "brief", "stands_for", "Patience.").plan


def shown(dialog):
    model = dialog.list.model()
    return [model.index(at, 0).data() for at in range(model.rowCount())]


def choose(dialog, title):
    model = dialog.list.model()
    at = shown(dialog).index(title)
    QTest.mouseClick(dialog.list.viewport(), LEFT, pos=dialog.list.visualRect(model.index(at, 0)).center())


def test_what_differs_stands_under_its_kind_with_the_findings_that_came(compared):
    dialog = compared(changed(example_plan()), example_plan())
    rows = shown(dialog)
    assert rows[rows.index("People") + 1] == "Added: Nadia Okoro"
    assert rows[rows.index("Purpose") + 1] == "Changed: Purpose"
    assert any(row.startswith("Stop: ") for row in rows[rows.index("New findings") :])
    choose(dialog, "Changed: Purpose")
    assert "Becomes: Patience." in dialog.detail.words
    assert "Becomes: nothing" in dialog.detail.words


def test_equal_states_say_that_nothing_differs(compared):
    dialog = compared(example_plan(), example_plan())
    assert dialog.said.startswith(NOTHING_DIFFERS)
    assert shown(dialog) == []
    assert not button(dialog, "Show in the plan").isEnabled()
    assert not dialog.filters.isVisible()
    assert dialog.findChild(EmptyState).isVisible()


def test_differences_are_filtered_by_words_and_by_what_happened(compared):
    dialog = compared(changed(example_plan()), example_plan())
    QTest.keyClicks(dialog.filters.line, "okoro")
    assert "Added: Nadia Okoro" in shown(dialog)
    assert "Changed: Purpose" not in shown(dialog)
    dialog.filters.line.clear()
    QTest.mouseClick(dialog.filters.switch(Sort.ADDED), LEFT)
    assert "Added: Nadia Okoro" not in shown(dialog)
    assert "Changed: Purpose" in shown(dialog)


def test_no_heading_is_left_without_rows(compared):
    dialog = compared(changed(example_plan()), example_plan())
    assert filtered(dialog._all, "no such words anywhere", frozenset(Sort)) == ()


def test_a_difference_leads_to_its_entry_and_is_copied_as_text(qtbot, compared):
    dialog = compared(changed(example_plan()), example_plan())
    choose(dialog, "Added: Nadia Okoro")
    with qtbot.waitSignal(dialog.record_wanted) as told:
        QTest.mouseClick(button(dialog, "Show in the plan"), LEFT)
    assert told.args == ["person-new"]
    QTest.mouseClick(button(dialog, "Copy as text"), LEFT)
    assert "+ Nadia Okoro (added)" in QGuiApplication.clipboard().text()


def test_the_window_follows_an_edit(qtbot, compared):
    dialog = compared(example_plan(), example_plan())
    document = dialog._document
    document.do(verbs.change(document.plan, "brief", "stands_for", "Patience."))
    qtbot.waitUntil(lambda: dialog.said.startswith("1 entry differs."))


def test_two_thousand_entries_do_not_stall_the_window(qtbot, compared):
    plan = example_plan()
    people = {f"person-{n}": Person(id=f"person-{n}", name=f"Person {n}") for n in range(2000)}
    large = msgspec.structs.replace(plan, people={**plan.people, **people})
    beats = []
    timer = QTimer()
    timer.setInterval(5)
    timer.timeout.connect(lambda: beats.append(time.thread_time()))
    timer.start()
    dialog = compared(large, plan)
    assert dialog.filters.switch(Sort.ADDED).text() == "Added 2000"
    begun = time.thread_time()
    QTest.keyClicks(dialog.filters.line, "person 1999")
    QApplication.processEvents()
    assert "Added: Person 1999" in shown(dialog)
    assert len(shown(dialog)) < 10
    assert time.thread_time() - begun < 2
    stalls = sorted(later - sooner for sooner, later in pairwise(beats))
    assert stalls[-1] < 1.5, stalls[-5:]
