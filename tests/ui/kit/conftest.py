from datetime import date

import pytest

from planner.editing.verbs import add
from planner.model.plan import empty_plan
from planner.model.records_purpose import Person
from planner.model.records_work import Objective
from planner.model.schema import field
from ui.kit.editors import make_editor

TODAY = date(2026, 11, 21)


@pytest.fixture
def today():
    return TODAY


@pytest.fixture
def document(new_document):
    return new_document()


@pytest.fixture
def people_document(new_document):
    plan = empty_plan()
    for person in (Person(id="ana", name="Ana"), Person(id="ben", name="Ben Ashe")):
        plan = add(plan, person).plan
    plan = add(plan, Objective(id="more", name="More bookings")).plan
    return new_document(add(plan, Objective(id="kept", name="Guests kept")).plan)


@pytest.fixture
def shown(qtbot, people_document):
    """Return a maker of editors that are shown, loaded and record what they say."""

    def make(kind, name, value=None):
        editor = make_editor(field(kind, name), people_document)
        qtbot.addWidget(editor)
        editor.load(field(kind, name).default if value is None else value)
        editor.said = []
        editor.edited.connect(editor.said.append)
        editor.resize(400, editor.sizeHint().height())
        with qtbot.waitActive(editor):
            editor.show()
            editor.activateWindow()
        editor.focus_target().setFocus()
        return editor

    return make
