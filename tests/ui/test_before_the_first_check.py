"""Until a plan that was opened is checked, the window praises nothing and promises nothing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel

from planner.model.kinds import Step
from planner.samples import load_sample
from ui.shell.workbench import Workbench

PRAISE = ("Nothing stands", "keeps every truth", "can be signed")


@pytest.fixture
def bench(qtbot, new_document):
    bench = Workbench(new_document(load_sample("what-not-to-do")))
    qtbot.addWidget(bench)
    bench.resize(1440, 800)
    bench.show()
    bench.show_step(Step.SIGN_OFF)
    return bench


def words_seen(bench):
    return [label.text() for label in bench.findChildren(QLabel) if label.isVisible() and label.text()]


def states_of_steps(bench):
    stepper = bench.findChild(QAbstractItemView, "stepper")
    model = stepper.model()
    return [model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]


def test_nothing_is_praised_before_the_first_check(bench):
    assert [text for text in words_seen(bench) if any(praise in text for praise in PRAISE)] == []
    assert "The plan is being checked." in words_seen(bench)
    assert all(state.endswith("Checking…") for state in states_of_steps(bench))


def test_the_way_to_the_approvals_opens_only_after_a_check(bench):
    assert not bench.findChild(QAbstractButton, "to-approvals").isVisible()


def test_the_first_check_takes_their_place(qtbot, bench):
    qtbot.waitUntil(lambda: "The plan can't be signed yet." in words_seen(bench))
    assert "The plan is being checked." not in words_seen(bench)
    assert not any(state.endswith("Checking…") for state in states_of_steps(bench))
