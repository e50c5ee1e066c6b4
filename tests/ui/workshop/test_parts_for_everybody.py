"""Every part of the workshop can be used by keyboard and screen reader, and shows text as text."""

import pytest
from hands import finds_nothing
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from planner.editing.verbs import change
from planner.workshop.agenda import make_agenda
from tests.ui.controls import controls, described
from tests.ui.test_everybody import NASTY, too_small, unnamed
from tests.workshop_pictures import room_plan
from ui.workshop.agenda.editor import AgendaEditor
from ui.workshop.breaks.game import BreaksGame
from ui.workshop.breaks.panel import BreaksPanel
from ui.workshop.capture.panel import CapturePanel
from ui.workshop.deciding.panel import DecidingPanel
from ui.workshop.voting.desk import VotingDesk
from ui.workshop.wall.wall import WallView

PARTS = {
    "agenda": AgendaEditor,
    "capture": CapturePanel,
    "wall": WallView,
    "votes": VotingDesk,
    "deciding": DecidingPanel,
    "breaks": lambda document: BreaksPanel(document, BreaksGame(document)),
}


@pytest.fixture(params=PARTS)
def part(request, new_document, show, checked):
    document = new_document(room_plan())
    document.do(make_agenda(document.plan, "half-day", document.report))
    checked(document)
    return show(PARTS[request.param](document), 1024, 640)


def reached_by_tab(part):
    """Return what has the keyboard while Tab goes around once."""
    found = []
    part.setFocus()
    QTest.keyClick(part, Qt.Key.Key_Tab)
    for _ in range(80):
        widget = QApplication.focusWidget()
        if widget in found:
            # A table keeps the keyboard while Tab goes from person to person.
            if widget.objectName() != "votes":
                break
        else:
            found.append(widget)
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    return found


def test_every_control_has_a_name_and_can_be_hit(part, qtbot):
    assert unnamed(part) == []
    finds_nothing(qtbot, too_small, part)


def test_every_control_is_reached_by_tab(part):
    reached = reached_by_tab(part)
    missed = [
        described(control) for control in controls(part) if control.isEnabled() and control not in reached
    ]
    assert missed == []


def test_every_part_fits_a_small_projector(part):
    assert part.minimumSizeHint().width() <= 1024
    assert part.minimumSizeHint().height() <= 640


@pytest.mark.parametrize("make", PARTS.values(), ids=PARTS)
def test_what_people_say_is_shown_as_they_said_it(make, new_document, show, checked):
    plan = room_plan()
    document = new_document(plan)
    document.do(make_agenda(plan, "half-day", document.report))
    for name in ("name", "group", "said_by"):
        document.do(change(document.plan, "idea-0", name, NASTY))
    for one in list(document.plan.participants) + list(document.plan.agenda_blocks):
        document.do(change(document.plan, one, "name", NASTY))
    checked(document)
    part = show(make(document))
    rich = [label for label in part.findChildren(QLabel) if label.textFormat() is not Qt.TextFormat.PlainText]
    assert [label.text() for label in rich if label.text()] == []
    part.grab()
