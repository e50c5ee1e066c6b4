from datetime import date

import pytest

TODAY = date(2026, 11, 21)


@pytest.fixture
def today():
    return TODAY


@pytest.fixture
def document(new_document):
    return new_document()
