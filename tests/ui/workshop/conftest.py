"""Documents in memory for the parts of the workshop."""

import pytest
from facilitator import Facilitator

from planner.model.records_workshop import Participant
from planner.store.plan_file import PlanFile
from planner.truths.example_plan import example_plan
from ui.kit.edits import add_all


@pytest.fixture
def checked(qtbot):
    """Return a waiter for the check of a document."""

    def wait(document):
        qtbot.waitUntil(lambda: not document.is_checking)

    return wait


@pytest.fixture
def show(qtbot):
    """Show a part in a window of its own that has the keyboard."""

    def shown(widget, width=1000, height=700):
        widget.resize(width, height)
        qtbot.addWidget(widget)
        widget.show()
        qtbot.waitUntil(widget.isActiveWindow)
        return widget

    return shown


@pytest.fixture
def facilitator(qtbot, desk, tmp_path, monkeypatch):
    path = tmp_path / "Weekday guests.tcplan"
    people = [Participant(id="ana", name="Ana"), Participant(id="ben", name="Ben")]
    PlanFile.create(path, add_all(example_plan(), people, "Room").plan).close()
    return Facilitator(qtbot, desk, path, monkeypatch)


@pytest.fixture
def running(facilitator):
    facilitator.plan_the_agenda()
    facilitator.start()
    return facilitator
