from datetime import date

import pytest

from planner.truths.example_plan import example_plan
from ui.document import PlanDocument

TODAY = date(2026, 11, 21)


@pytest.fixture
def new_document(qtbot):
    """Return a maker of documents in memory, closed after the test."""
    made = []

    def make(plan=None, **more):
        made.append(PlanDocument(plan or example_plan(), clock=lambda: TODAY, **more))
        return made[-1]

    yield make
    for document in made:
        document.close()


@pytest.fixture
def document(new_document):
    return new_document()
