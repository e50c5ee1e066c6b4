"""Drawing a signature with a real mouse."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from planner.signoff.drawing import HEIGHT, WIDTH, strokes_of
from ui.kit.drawing_pad import DrawingPad

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def pad(qtbot):
    pad = DrawingPad()
    qtbot.addWidget(pad)
    pad.resize(500, 200)
    pad.show()
    return pad


def draw(pad, *points):
    QTest.mousePress(pad, LEFT, pos=QPoint(*points[0]))
    for point in points[1:]:
        QTest.mouseMove(pad, QPoint(*point))
    QTest.mouseRelease(pad, LEFT, pos=QPoint(*points[-1]))


def test_a_stroke_is_kept_in_the_measure_of_the_field(pad, qtbot):
    with qtbot.waitSignal(pad.drawn):
        draw(pad, (1, 1), (250, 100), (499, 199))
    (stroke,) = strokes_of(pad.drawing)
    assert stroke[0] == (2, 2)
    assert stroke[1] == (WIDTH / 2, HEIGHT / 2)


def test_a_dot_is_a_stroke(pad):
    QTest.mouseClick(pad, LEFT, pos=QPoint(50, 50))
    assert strokes_of(pad.drawing) == [[(100, 100)]]


def test_moving_without_a_button_draws_nothing(pad):
    QTest.mouseMove(pad, QPoint(10, 10))
    QTest.mouseMove(pad, QPoint(90, 90))
    assert pad.drawing == ""


def test_strokes_are_taken_back_one_by_one_and_all_at_once(pad):
    draw(pad, (10, 10), (60, 60))
    draw(pad, (80, 10), (80, 60))
    QTest.keyClick(pad, Qt.Key.Key_Backspace)
    assert len(strokes_of(pad.drawing)) == 1
    pad.clear()
    assert pad.drawing == ""


def test_a_pad_of_another_size_keeps_the_same_drawing(pad):
    draw(pad, (100, 40), (200, 80))
    pad.resize(1000, 400)
    draw(pad, (200, 80), (400, 160))
    first, second = strokes_of(pad.drawing)
    assert first == second == [(200, 80), (400, 160)]
