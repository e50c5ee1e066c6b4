"""The facilitator's page uses the room that it has, makes what is looked at, and is quiet as time passes."""

import pytest
from facilitator import KEY
from hands import tab_to
from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtWidgets import QApplication, QLabel, QTabBar, QWidget

from ui.kit.scrolling import ScrollPage
from ui.theme import TextSize, apply_theme
from ui.workshop.console.work import Work
from ui.workshop.showing import Show

SMALL, LARGE = QSize(1024, 720), QSize(1440, 900)


class Layouts(QObject):
    """Notes which parts of the page are laid out anew."""

    def __init__(self, page):
        super().__init__()
        self.page, self.parts = page, []

    def eventFilter(self, watched, event):  # noqa: N802 - Qt's name
        if event.type() is QEvent.Type.LayoutRequest and watched in (
            self.page,
            *self.page.findChildren(QWidget),
        ):
            self.parts.append(type(watched).__name__)
        return False


@pytest.fixture
def small(running):
    running.window.resize(SMALL)
    running.qtbot.waitUntil(lambda: running.console.columns.is_narrow)
    return running


def cards(console):
    return console.block, console.truths, console.room, console.parking


def write_large(running):
    class Large:
        theme = running.desk.settings.theme
        text_size = TextSize.LARGEST

    apply_theme(QApplication.instance(), Large())
    running.settle()


def cut_labels(console):
    labels = (one for one in console.findChildren(QLabel) if one.isVisible() and not one.wordWrap())
    return [label.text() for label in labels if label.width() < label.sizeHint().width()]


def test_in_a_small_window_what_is_kept_in_sight_stands_in_tabs_beside_the_tool(small):
    tabs = small.console.columns.tabs
    assert tabs.isVisible()
    for at, card in enumerate(cards(small.console)):
        tabs.setCurrentIndex(at)
        assert card.isVisible()
        assert sum(one.isVisible() for one in cards(small.console)) == 1
    assert small.console.work.width() > small.console.width() / 2


def test_in_a_large_window_everything_is_seen_at_once_again(small):
    small.console.columns.tabs.setCurrentIndex(2)
    small.window.resize(LARGE)
    small.qtbot.waitUntil(lambda: not small.console.columns.is_narrow)
    assert all(card.isVisible() for card in cards(small.console))
    assert not small.console.columns.tabs.isVisible()


def test_what_the_room_sees_is_switched_by_keys_in_a_small_window(small):
    bar = small.console.columns.tabs.findChild(QTabBar)
    tab_to(bar, lambda: small.press(KEY.Key_Tab))
    small.press(KEY.Key_Right)
    small.press(KEY.Key_Right)
    small.let_see(Show.BLANK)
    assert small.run.show is Show.BLANK


def test_tabs_say_how_much_there_is(small):
    small.type("park: a second oven")
    small.press(KEY.Key_Return)
    small.settle()
    small.qtbot.waitUntil(lambda: small.console.columns.tabs.tabText(3) == "Parked (1)")


def test_no_label_of_a_small_window_with_large_letters_is_cut(small):
    write_large(small)
    for at in range(4):
        small.console.columns.tabs.setCurrentIndex(at)
        small.qtbot.waitUntil(lambda: cut_labels(small.console) == [])


def test_the_form_of_a_decision_is_as_wide_as_what_it_shows(small):
    write_large(small)
    small.type("Lunch to go")
    small.press(KEY.Key_Return)
    small.console.work.show_work(Work.DECIDE)
    small.console.work.take_focus()
    small.press(KEY.Key_A)
    page = small.console.work.deciding.findChild(ScrollPage)
    small.qtbot.waitUntil(lambda: page.widget().minimumSizeHint().width() <= page.viewport().width())


def test_only_the_tool_at_hand_is_made(running):
    made = {work for work in Work if work.value in vars(running.console.work)}
    assert made == {Work.CAPTURE}
    running.console.work.show_work(Work.DECIDE)
    assert running.console.work.deciding.isVisible()


def test_seconds_that_pass_ask_for_no_new_layout(running):
    running.let_pass(seconds=61)
    running.settle()
    running.qtbot.waitUntil(lambda: not running.console._timer.isActive())
    for _ in range(3):
        QApplication.processEvents()
    layouts = Layouts(running.console)
    QApplication.instance().installEventFilter(layouts)
    for _ in range(10):
        before = running.console.clock.words[0]
        running.let_pass(seconds=1)
        QApplication.processEvents()
        assert running.console.clock.words[0] != before
    QApplication.instance().removeEventFilter(layouts)
    assert len(layouts.parts) < 10  # where each second asked for one, each part would be there ten times


def test_before_the_start_the_clock_says_in_one_line_what_is_missing(facilitator):
    facilitator.press(KEY.Key_F5)
    label = next(
        one
        for one in facilitator.console.clock.findChildren(QLabel)
        if one.text() == "There is no agenda yet."
    )
    facilitator.qtbot.waitUntil(lambda: label.width() > label.fontMetrics().horizontalAdvance(label.text()))
    assert label.height() < 2 * label.fontMetrics().height()
