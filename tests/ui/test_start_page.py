"""The page of ways to begin has room for all of them, at any size of text."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView

from ui.theme import TextSize

LISTS = ("ways", "templates", "samples")


@pytest.fixture
def page(desk, qtbot, request):
    size, (width, height) = request.param
    window = desk.window()
    window.resize(width, height)
    window.perform(f"text.{size.value}")
    qtbot.waitUntil(lambda: window.width() == width)
    qtbot.wait(30)
    return window


@pytest.mark.parametrize(
    "page",
    [(TextSize.LARGEST, (1024, 720)), (TextSize.NORMAL, (1024, 720)), (TextSize.NORMAL, (1440, 900))],
    indirect=True,
)
def test_no_list_has_to_be_scrolled(page):
    for name in LISTS:
        assert page.findChild(QListView, name).verticalScrollBar().maximum() == 0, name


@pytest.mark.parametrize("page", [(TextSize.LARGEST, (1024, 720))], indirect=True)
def test_where_room_is_short_titles_stand_alone_and_the_rest_is_in_the_tip(page):
    samples, ways = (page.findChild(QListView, name) for name in ("samples", "ways"))
    assert (samples.is_brief, ways.is_brief) == (True, False)
    first = samples.model().index(0, 0)
    assert "pizzeria" in first.data(Qt.ItemDataRole.ToolTipRole)
    assert "pizzeria" in first.data(Qt.ItemDataRole.AccessibleTextRole)


@pytest.mark.parametrize("page", [(TextSize.NORMAL, (1440, 900))], indirect=True)
def test_where_there_is_room_each_title_has_its_words(page):
    samples = page.findChild(QListView, "samples")
    assert not samples.is_brief
    assert samples.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole) is None
