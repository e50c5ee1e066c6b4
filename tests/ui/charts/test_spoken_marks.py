"""What a screen reader finds of a painted chart; it asks through the same interfaces as these tests."""

import gc

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QScrollArea

from planner.charts.timeline import timeline
from planner.editing.verbs import remove
from planner.truths.example_plan import example_plan
from ui.charts.scene_view import SceneView

NAME = QAccessible.Text.Name


def shown(qtbot, view: SceneView) -> SceneView:
    plan = example_plan()
    view.show_chart(lambda width, measure, size: timeline(plan, width, measure, size=size))
    view.resize(800, 500)
    view.show()
    qtbot.waitExposed(view)
    view.setFocus()
    return view


@pytest.fixture
def view(qtbot):
    view = SceneView()
    qtbot.addWidget(view)
    return shown(qtbot, view)


def face(view: SceneView):
    return QAccessible.queryAccessibleInterface(view)


def spoken(view: SceneView) -> list[str]:
    chart = face(view)
    return [chart.child(place).text(NAME) for place in range(chart.childCount())]


def test_every_mark_is_a_child_that_says_what_its_tooltip_says(view):
    assert spoken(view) == [", ".join(mark.text.split("\n")) for mark in view.marks]
    assert face(view).child(0).role() is QAccessible.Role.Button
    assert face(view).child(0).parent() is face(view)


def test_a_child_lies_where_its_mark_is_painted(view):
    chart = face(view)
    for place in range(chart.childCount()):
        middle = chart.child(place).rect().center()
        assert chart.childAt(middle.x(), middle.y()) is chart.child(place)
        assert chart.indexOfChild(chart.child(place)) == place


def test_pressing_a_child_leads_to_its_entry(qtbot, view):
    last = len(view.marks) - 1
    with qtbot.waitSignal(view.picked) as picked:
        face(view).child(last).actionInterface().doAction("Press")
    assert picked.args == [view.marks[last].record]


def test_the_mark_that_has_the_keyboard_is_the_focused_child(qtbot, view):
    qtbot.keyClick(view, Qt.Key.Key_End)
    chart = face(view)
    states = [bool(chart.child(place).state().focused) for place in range(chart.childCount())]
    assert states == [False] * (len(states) - 1) + [True]
    assert chart.focusChild() is chart.child(len(states) - 1)
    chart.child(0).actionInterface().doAction("SetFocus")
    assert view.focused_mark == view.marks[0]


def test_the_children_follow_the_plan(view):
    last = face(view).child(len(view.marks) - 1)
    fewer = remove(example_plan(), [view.marks[0].record]).plan
    view.show_chart(lambda width, measure, size: timeline(fewer, width, measure, size=size))
    assert spoken(view) == [", ".join(mark.text.split("\n")) for mark in view.marks]
    assert not last.isValid()
    assert last.text(NAME) == ""
    assert face(view).child(len(view.marks)) is None


def test_a_mark_that_is_scrolled_away_is_said_to_be(qtbot):
    area, view = QScrollArea(), SceneView()
    area.setWidgetResizable(True)
    area.setWidget(view)
    area.resize(500, 90)
    qtbot.addWidget(area)
    area.show()
    plan = example_plan()
    view.show_chart(lambda width, measure, size: timeline(plan, width, measure, size=size))
    qtbot.waitUntil(lambda: view.height() >= view.scene.height)
    last = face(view).child(len(view.marks) - 1)
    assert last.state().offscreen
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    assert not last.state().offscreen


def test_children_go_with_their_chart(qtbot):
    view = shown(qtbot, SceneView())
    numbers = [QAccessible.uniqueId(face(view).child(place)) for place in range(len(view.marks))]
    assert all(QAccessible.accessibleInterface(number) for number in numbers)
    drop(view)
    assert not any(QAccessible.accessibleInterface(number) for number in numbers)


def test_charts_come_and_go_while_a_screen_reader_holds_on(qtbot):
    for _ in range(20):
        view = shown(qtbot, SceneView())
        assert len(spoken(view)) == len(view.marks)
        drop(view)


def drop(view: SceneView) -> None:
    view.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
