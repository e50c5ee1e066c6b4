"""Charts in a window that is laid out from right to left: mouse and keys go by what is seen."""

from datetime import timedelta

import pytest
from mouse import drag
from pseudo_language import MIRRORED
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QImage, QPainter
from PySide6.QtTest import QTest

from planner.charts.scene import Anchor, Scene, Text
from planner.charts.timeline import timeline_axis
from planner.model.kinds import Step
from ui.charts.colours import scene_colours
from ui.charts.painter import SceneInk
from ui.kit.timeline_view import TimelineView
from ui.speech import Speech
from ui.theme.state import FAMILY, current_tokens
from ui.theme.tokens import BODY, MEDIUM

TACTIC = "weekday-letter"


pytestmark = pytest.mark.usefixtures("english_again")


@pytest.fixture
def window(desk, plan_path):
    desk.settings.language = MIRRORED
    Speech(desk.app, desk.settings).speak()
    window = desk.window_with(plan_path)
    window.resize(1440, 900)
    return window


@pytest.fixture
def view(window, qtbot):
    window.workbench.show_step(Step.TACTICS)
    tabs = window.workbench.page.tabs
    qtbot.waitUntil(lambda: tabs.count() > 0)
    for place in range(tabs.count()):
        tabs.setCurrentIndex(place)
        found = tabs.currentWidget().findChild(TimelineView)
        if found is not None:
            break
    qtbot.waitUntil(lambda: found.isVisible() and bool(found.marks))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    found.setFocus()
    return found


def days(window):
    tactic = window.document.plan.tactics[TACTIC]
    return tactic.starts_on, tactic.ends_on


def row(view):
    return next(mark for mark in view.marks if mark.record == TACTIC)


def axis(view, window):
    size = float(current_tokens().px(BODY - 1))
    return timeline_axis(window.document.plan, view.scene.width, view._ink.measure, size)


def place_of(view, window, day):
    """Return where a day lies in the row, seen from the left."""
    x = view.scene.width - axis(view, window).x(day)
    return QPoint(round(x) + MEDIUM, round(row(view).centre[1]) + MEDIUM)


def test_a_bar_dragged_to_the_left_goes_on_in_time(window, view):
    first, last = days(window)
    middle = place_of(view, window, first + (last - first) / 2)
    weeks = round(axis(view, window).day_width * 14)
    drag(view, middle, middle - QPoint(weeks, 0))
    assert days(window) == (first + timedelta(14), last + timedelta(14))


def test_the_end_of_a_bar_is_its_left_side(window, view):
    first, last = days(window)
    end = place_of(view, window, last + timedelta(1)) + QPoint(2, 0)
    drag(view, end, end - QPoint(round(axis(view, window).day_width * 14), 0))
    assert days(window) == (first, last + timedelta(14))


def test_arrow_keys_move_a_bar_to_the_side_that_they_show(window, view):
    first, last = days(window)
    QTest.keyClick(view, Qt.Key.Key_Home)
    for _ in view.marks:
        if view.focused_mark.record == TACTIC:
            break
        QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.moving.first == first + timedelta(1)
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert days(window) == (first - timedelta(1), last - timedelta(1))


def test_a_mark_is_spoken_and_pressed_where_it_is_seen(window, view):
    spoken = QAccessible.queryAccessibleInterface(view)
    place = next(i for i, mark in enumerate(view.marks) if mark.record == TACTIC)
    box = spoken.child(place).rect()
    assert box.center().x() == pytest.approx(
        view.mapToGlobal(QPoint(round(row(view).centre[0]) + MEDIUM, 0)).x(), abs=2
    )
    first, last = days(window)
    bar = view.mapToGlobal(place_of(view, window, first + (last - first) / 2))
    assert spoken.childAt(bar.x(), bar.y()).rect() == box


def test_arrow_keys_walk_the_board_as_it_is_seen(window, qtbot):
    window.perform("go.board")
    from ui.board.view import BoardView  # noqa: PLC0415 - as the program, only where it is shown

    qtbot.waitUntil(
        lambda: window.findChild(BoardView) is not None and bool(window.findChild(BoardView).marks)
    )
    board = window.findChild(BoardView)
    board.setFocus()
    QTest.keyClick(board, Qt.Key.Key_Home)
    board.act_on(
        next(i for i, m in enumerate(board.marks) if m.record in window.document.plan.objectives),
        presses=False,
    )
    before = board.focused_mark.centre[0]
    QTest.keyClick(board, Qt.Key.Key_Left)
    assert board.focused_mark.centre[0] < before
    assert board.focused_mark.record not in window.document.plan.objectives


def painted(text):
    image = QImage(300, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setLayoutDirection(QGuiApplication.layoutDirection())
    ink = SceneInk(FAMILY, scene_colours(current_tokens()))
    ink.paint(painter, Scene(300, 40, (Text(290, 25, text, 13, anchor=Anchor.END),), (), ""))
    painter.end()
    return image


@pytest.mark.parametrize("text", ["A name that was cut off…", "What is this?", "שלום!", "(2) Owner · 31"])
def test_a_text_looks_alike_in_either_layout(dressed_app, text):
    from_left = painted(text)
    dressed_app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert painted(text) == from_left
