"""The page of ways to begin has room for all of them, at any size of text."""

import pytest
from hands import finds_nothing
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QImage, QPainter
from PySide6.QtWidgets import QListView

from ui.theme import TextSize, current_tokens, ui_font
from ui.theme.tokens import BODY

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
def test_no_list_has_to_be_scrolled(page, qtbot):
    def scrolled(page):
        return [name for name in LISTS if page.findChild(QListView, name).verticalScrollBar().maximum()]

    finds_nothing(qtbot, scrolled, page)


@pytest.mark.parametrize("page", [(TextSize.LARGEST, (1024, 720))], indirect=True)
def test_where_room_is_short_titles_stand_alone_and_the_rest_is_in_the_tip(page, qtbot):
    samples, ways = (page.findChild(QListView, name) for name in ("samples", "ways"))
    qtbot.waitUntil(lambda: (samples.is_brief, ways.is_brief) == (True, False))
    first = samples.model().index(0, 0)
    assert "pizzeria" in first.data(Qt.ItemDataRole.ToolTipRole)
    assert "pizzeria" in first.data(Qt.ItemDataRole.AccessibleTextRole)


@pytest.mark.parametrize("page", [(TextSize.NORMAL, (1440, 900))], indirect=True)
def test_where_there_is_room_each_title_has_its_words(page, qtbot):
    samples = page.findChild(QListView, "samples")
    qtbot.waitUntil(lambda: not samples.is_brief)
    assert samples.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole) is None


@pytest.mark.parametrize(
    "page", [(TextSize.NORMAL, (1024, 720)), (TextSize.LARGEST, (1024, 720))], indirect=True
)
def test_a_title_that_stands_alone_is_drawn_whole(page, qtbot):
    """The letters' feet as well: as high as the same title is on paper of its own."""
    samples = page.findChild(QListView, "samples")
    qtbot.waitUntil(lambda: samples.is_brief)
    row = samples.model().index(0, 0)
    font = ui_font(BODY, QFont.Weight.Medium)
    whole = QImage(600, 80, QImage.Format.Format_RGB32)
    whole.fill(Qt.GlobalColor.white)
    painter = QPainter(whole)
    painter.setFont(font)
    painter.drawText(10, 50, row.data())
    painter.end()

    def is_drawn_whole():
        area = samples.visualRect(row)
        drawn = samples.viewport().grab(area.adjusted(current_tokens().px(20) + 16, 3, 0, -3))
        assert rows_of_ink(on_white(drawn)) == rows_of_ink(whole)

    qtbot.waitUntil(is_drawn_whole)


def on_white(pixmap):
    """Return a picture of what is seen: the list itself is clear."""
    image = QImage(pixmap.size(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.drawPixmap(0, 0, pixmap)
    painter.end()
    return image


def rows_of_ink(image):
    """Return how many rows of pixels have something dark in them."""
    return sum(
        any(image.pixelColor(x, y).lightness() < 200 for x in range(image.width()))
        for y in range(image.height())
    )


@pytest.mark.parametrize(
    "page", [(TextSize.NORMAL, (1440, 900)), (TextSize.NORMAL, (2560, 1440))], indirect=True
)
def test_no_list_is_higher_than_what_it_holds(page, qtbot):
    def too_high(page):
        lists = [page.findChild(QListView, name) for name in LISTS]
        ends = {each: each.visualRect(each.model().index(each.model().rowCount() - 1, 0)) for each in lists}
        return [each.objectName() for each in lists if each.viewport().height() - ends[each].bottom() > BODY]

    finds_nothing(qtbot, too_high, page)
