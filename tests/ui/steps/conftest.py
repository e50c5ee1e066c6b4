from datetime import date
from functools import cache
from importlib.resources import files

import pytest

from planner.exchange.plan_json import read_json
from planner.truths.engine import check_plan
from ui.steps import make_page

TODAY = date(2026, 11, 21)


@cache
def _sample(name):
    return read_json((files("resources") / "samples" / f"{name}.json").read_bytes())


@pytest.fixture
def sample_plan():
    """Return a reader of the sample plans."""
    return _sample


@pytest.fixture
def today():
    return TODAY


@pytest.fixture
def signable(new_document, sample_plan, today):
    """Return the document of a plan that only needs its approvals."""
    plan = sample_plan("pizzeria")
    assert check_plan(plan, today).can_sign
    return new_document(plan)


@pytest.fixture
def open_page(qtbot, new_document):
    """Return a maker of pages that are shown."""
    opened = []

    def make(step, document=None, size=(900, 640)):
        page = make_page(step, document or new_document())
        qtbot.addWidget(page)
        page.resize(*size)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        opened.append(page)
        return page

    return make
