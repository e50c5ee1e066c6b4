"""Two screens: the room is on the projector, and comes back and returns as that is unplugged and plugged in.

The offscreen platform can't take a screen away and give it back while the program runs, so the slots that
Qt's signals call are called with the real screen; where the windows then are is real. A screen that is
really taken away, once, is in test_workshop_unplugged.
"""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.workshop.room import place, window
from ui.workshop.room.place import RoomPlace
from ui.workshop.room.scene import RoomScene
from ui.workshop.room.screens import connected, projector_among, qt_screen
from ui.workshop.room.view import RoomView


class Console(QWidget):
    """A window at the laptop that takes the view in while no other has it."""

    def __init__(self):
        super().__init__()
        self.view = RoomView()
        QVBoxLayout(self).addWidget(self.view)
        self.place = RoomPlace(self.view, self, self)
        self.place.moved.connect(self.take)

    def take(self):
        if self.place.is_inside:
            self.layout().addWidget(self.view)
            self.view.show()


def named(name):
    return next(screen for screen in connected() if screen.name == name)


@pytest.fixture
def laptop(dressed_app):
    return named("Laptop")


@pytest.fixture
def projector(dressed_app):
    return named("Projector")


@pytest.fixture
def new_console(qtbot, laptop):
    made = []

    def new():
        console = Console()
        made.append(console)
        qtbot.addWidget(console)
        console.move(100, 100)
        console.resize(800, 600)
        console.show()
        qtbot.waitUntil(console.isActiveWindow)
        return console

    yield new
    for console in made:
        console.place.end()


@pytest.fixture
def console(new_console):
    return new_console()


def test_the_room_is_on_the_other_screen_and_fills_it(console, projector):
    console.place.begin()
    window = console.place.window
    assert console.place.screen == projector
    assert window.isFullScreen()
    assert window.geometry() == projector.area
    assert console.view.window() is window
    assert console.view.size() == projector.area.size()


def test_the_keyboard_stays_at_the_laptop(console, qtbot):
    console.place.begin()
    qtbot.waitUntil(console.isActiveWindow)


def test_a_desktop_that_gives_the_room_the_keyboard_as_it_comes_gets_it_taken_back(
    console, qtbot, monkeypatch
):
    monkeypatch.setattr(window, "ARRIVAL_MS", 60_000)
    console.place.begin()
    qtbot.waitUntil(console.isActiveWindow)
    with qtbot.waitSignal(console.place.window.intruded):
        console.place.window.activateWindow()
    qtbot.waitUntil(console.isActiveWindow)


def test_a_user_who_later_chooses_the_room_keeps_the_keyboard_there(console, qtbot, monkeypatch):
    monkeypatch.setattr(window, "ARRIVAL_MS", 0)
    console.place.begin()
    qtbot.waitUntil(lambda: console.isActiveWindow() and not console.place.window.is_arriving)
    console.place.window.activateWindow()
    qtbot.waitUntil(console.place.window.isActiveWindow)


def test_unplugging_the_projector_brings_the_view_back_with_what_it_shows(console, projector, qtbot):
    scene = RoomScene(question="What must be better?")
    console.view.show_scene(scene)
    console.place.begin()
    with qtbot.waitSignal(console.place.unplugged):
        console.place.lose_screen(qt_screen(projector))
    assert console.place.is_inside
    assert console.view.window() is console
    assert console.view.isVisible()
    assert console.view.scene == scene
    assert console.place.window.isHidden()


def test_plugged_in_again_the_room_returns_there(console, projector, qtbot):
    console.place.begin()
    console.place.lose_screen(qt_screen(projector))
    with qtbot.waitSignal(console.place.plugged):
        console.place.take_screen(qt_screen(projector))
    assert console.place.screen == projector
    assert console.view.window() is console.place.window


def test_another_screen_that_goes_changes_nothing(console, laptop, projector):
    console.place.begin()
    console.place.lose_screen(qt_screen(laptop))
    assert console.place.screen == projector


def test_a_room_taken_back_by_hand_stays_where_a_screen_is_plugged_in(console, projector):
    console.place.begin()
    console.place.bring_inside()
    console.place.take_screen(qt_screen(projector))
    assert console.place.is_inside


def test_with_one_screen_the_room_can_fill_that(console, laptop, monkeypatch):
    monkeypatch.setattr(place, "connected", lambda: [laptop])
    console.place.begin()
    assert console.place.is_inside
    console.place.toggle_outside()
    assert console.place.screen == laptop
    assert console.place.window.isFullScreen()
    QTest.keyClick(console.place.window, Qt.Key.Key_Escape)
    assert console.place.is_inside


def test_a_projector_that_comes_gets_the_room_from_the_laptops_own_screen(
    console, laptop, projector, monkeypatch
):
    monkeypatch.setattr(place, "connected", lambda: [laptop])
    console.place.toggle_outside()
    monkeypatch.undo()
    console.place.take_screen(qt_screen(projector))
    assert console.place.screen == projector


def test_keys_in_the_rooms_window_turn_and_do_no_harm(console, qtbot):
    console.place.begin()
    window = console.place.window
    turned = []
    console.place.turned.connect(turned.append)
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_PageUp, Qt.Key.Key_Left, Qt.Key.Key_Space):
        QTest.keyClick(window, key)
    assert turned == [1, 1, -1, -1, 1]
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Z, Qt.Key.Key_Q):
        QTest.keyClick(window, key)
        QTest.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    assert turned == [1, 1, -1, -1, 1]
    assert window.isFullScreen()
    QTest.keyClick(window, Qt.Key.Key_F11)
    assert not window.isFullScreen()
    assert not console.place.is_inside


def test_closing_the_rooms_window_brings_the_view_back(console):
    console.place.begin()
    console.place.window.close()
    assert console.place.is_inside
    assert console.view.isVisible()


def test_the_largest_of_several_screens_is_the_projector(laptop, projector):
    assert projector_among([laptop, projector], laptop) == projector
    assert projector_among([laptop, projector], projector) == laptop
    assert projector_among([laptop], laptop) is None


def test_the_view_draws_itself_for_the_size_of_each_place(console, projector, qtbot):
    sizes = []
    console.view.resized.connect(lambda: sizes.append(console.view.size()))
    console.place.begin()
    console.place.bring_inside()
    qtbot.waitUntil(lambda: console.view.width() < 900)
    assert QSize(1280, 720) in sizes


def test_a_second_room_stays_inside_while_another_plans_is_on_the_projector(console, new_console, qtbot):
    console.place.begin()
    second = new_console()
    with qtbot.waitSignal(second.place.refused):
        second.place.begin()
    assert second.place.is_inside
    assert second.view.window() is second
    assert console.view.window() is console.place.window
    assert console.place.window.isVisible()


def test_a_second_room_takes_the_projector_over_and_the_first_goes_home(
    console, new_console, projector, qtbot
):
    scene = RoomScene(question="What must be better?")
    console.view.show_scene(scene)
    console.place.begin()
    second = new_console()
    second.place.begin()
    with qtbot.waitSignal(console.place.overtaken):
        second.place.take_over()
    assert second.place.screen == projector
    assert console.place.is_inside
    assert console.view.window() is console
    assert console.view.isVisible()
    assert console.view.scene == scene
    console.place.take_screen(qt_screen(projector))
    assert console.place.is_inside


def test_the_projector_is_free_again_once_the_first_room_has_left_it(console, new_console, projector):
    console.place.begin()
    console.place.bring_inside()
    second = new_console()
    second.place.begin()
    assert second.place.screen == projector


def test_plugged_in_again_the_projector_is_the_first_rooms(console, new_console, projector):
    console.place.begin()
    second = new_console()
    second.place.begin()
    for one in (console, second):
        one.place.lose_screen(qt_screen(projector))
    for one in (second, console):
        one.place.take_screen(qt_screen(projector))
    assert console.place.screen == projector
    assert second.place.is_inside
