import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QImage
from PySide6.QtWidgets import QApplication, QScrollArea, QToolTip

from planner.charts.capacity import capacity_chart
from planner.charts.load import load_chart
from planner.charts.scene import Role
from planner.charts.timeline import timeline
from planner.editing.verbs import change, remove
from planner.truths.example_plan import example_plan
from ui.charts.colours import scene_colours
from ui.charts.painter import SceneInk
from ui.charts.scene_view import SceneView
from ui.theme import TextSize, ThemeChoice, apply_theme, dress
from ui.theme.tokens import THEMES


def builder(plan):
    return lambda width, measure, size: timeline(plan, width, measure, size=size)


@pytest.fixture
def view(qtbot):
    view = SceneView()
    qtbot.addWidget(view)
    view.resize(800, 500)
    view.show_chart(builder(example_plan()))
    view.show()
    qtbot.waitExposed(view)
    view.setFocus()
    return view


def grabbed(widget) -> QImage:
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def test_a_click_on_a_bar_picks_its_tactic(qtbot, view):
    with qtbot.waitSignal(view.picked) as picked:
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.point_of("weekday-letter"))
    assert picked.args == ["weekday-letter"]


def test_a_click_beside_all_marks_picks_nothing(qtbot, view):
    with qtbot.assertNotEmitted(view.picked):
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))


def test_arrows_and_enter_reach_every_row(qtbot, view):
    order = [mark.record for mark in view.scene.marks]
    picked = []
    view.picked.connect(picked.append)
    qtbot.keyClick(view, Qt.Key.Key_Home)
    for _ in order:
        qtbot.keyClick(view, Qt.Key.Key_Return)
        qtbot.keyClick(view, Qt.Key.Key_Down)
    assert picked == order


def test_home_and_end_go_to_the_first_and_the_last_mark(qtbot, view):
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.focused_mark == view.scene.marks[-1]
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.focused_mark == view.scene.marks[0]


def test_left_and_right_move_within_a_row(qtbot, view):
    view.show_chart(lambda width, measure, size: load_chart(example_plan(), width, measure, size=size))
    qtbot.keyClick(view, Qt.Key.Key_Home)
    first = view.focused_mark
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.focused_mark.y == first.y
    assert view.focused_mark.x > first.x
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert view.focused_mark == first


def test_other_keys_are_left_to_the_window(qtbot, view):
    with qtbot.assertNotEmitted(view.picked):
        qtbot.keyClick(view, Qt.Key.Key_A)
    assert view.focused_mark == view.scene.marks[0]


def test_the_focused_mark_has_a_visible_ring(qtbot, view):
    qtbot.keyClick(view, Qt.Key.Key_Home)
    first = grabbed(view)
    qtbot.keyClick(view, Qt.Key.Key_End)
    last = grabbed(view)
    assert first != last
    view.clearFocus()
    assert grabbed(view) != last


def test_screen_readers_get_the_summary_and_the_focused_mark(qtbot, view):
    assert view.accessibleName() == view.scene.summary
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.accessibleDescription() == view.scene.marks[-1].text


def test_the_tooltip_shows_markup_as_it_was_typed(qtbot, view):
    plan = change(example_plan(), "weekday-letter", "name", "<b>Letter</b> & <img src=x>").plan
    view.show_chart(builder(plan))
    position = view.point_of("weekday-letter")
    QApplication.sendEvent(view, QHelpEvent(QHelpEvent.Type.ToolTip, position, view.mapToGlobal(position)))
    assert "&lt;b&gt;Letter&lt;/b&gt; &amp; &lt;img src=x&gt;" in QToolTip.text()
    QToolTip.hideText()


def test_a_narrower_view_gets_a_scene_of_its_width(view):
    before = view.scene.width
    view.resize(600, 500)
    assert view.scene.width == before - 200


def test_a_changed_plan_keeps_the_focus_on_the_same_entry(qtbot, view):
    qtbot.keyClick(view, Qt.Key.Key_End)
    record = view.focused_mark.record
    view.show_chart(builder(remove(example_plan(), ["slow-bill"]).plan))
    assert view.focused_mark.record == record


def test_a_focused_entry_that_goes_takes_the_focus_along(qtbot, view):
    qtbot.keyClick(view, Qt.Key.Key_Home)
    view.show_chart(builder(remove(example_plan(), [view.focused_mark.record]).plan))
    assert view.focused_mark is None
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.focused_mark == view.scene.marks[0]


def test_in_a_scroll_area_the_whole_chart_can_be_reached(qtbot):
    area = QScrollArea()
    area.setWidgetResizable(True)
    view = SceneView()
    view.show_chart(builder(example_plan()))
    area.setWidget(view)
    qtbot.addWidget(area)
    area.resize(500, 120)
    area.show()
    qtbot.waitUntil(lambda: view.height() >= view.scene.height)
    assert area.verticalScrollBar().maximum() > 0


def test_a_chart_without_marks_takes_keys_without_harm(qtbot, view):
    plan = change(example_plan(), "reviews", "interactive", False).plan
    view.show_chart(lambda width, measure, size: capacity_chart(plan, width, measure, size=size))
    for key in (Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_Return):
        qtbot.keyClick(view, key)
    assert view.focused_mark is None


def test_the_theme_changes_the_colours(qapp, qtbot, view, settings):
    light = grabbed(view).pixelColor(2, 2)
    settings.theme = ThemeChoice.DARK
    apply_theme(qapp, settings)
    assert grabbed(view).pixelColor(2, 2) != light
    assert grabbed(view).pixelColor(2, 2).name().upper() == THEMES["dark"].surface


def test_a_chart_that_nobody_saw_takes_on_another_size_of_text_when_it_is_shown(qapp, view, settings):
    dress(view)
    before = view.box_of(view.marks[0]).height()
    view.hide()
    settings.text_size = TextSize.LARGEST
    apply_theme(qapp, settings)
    view.show()
    assert view.box_of(view.marks[0]).height() > before


def test_painting_a_part_paints_the_same_pixels_there(qtbot, view):
    whole = grabbed(view)
    part = view.grab(view.rect().adjusted(0, 100, 0, -200)).toImage().convertToFormat(whole.format())
    assert part == whole.copy(view.rect().adjusted(0, 100, 0, -200))


@pytest.mark.parametrize("name", THEMES)
def test_every_theme_names_a_colour_for_every_role(name):
    assert set(scene_colours(THEMES[name])) == set(Role)


def test_heavier_text_is_measured_wider(qapp):
    ink = SceneInk("Inter", scene_colours(THEMES["light"]))
    assert (
        ink.measure("Reply to reviews", 13.0, "semibold")
        > ink.measure("Reply to reviews", 13.0, "regular")
        > 60
    )


def test_a_point_beside_a_mark_is_not_on_it(view):
    mark = view.scene.marks[0]
    assert view.scene.mark_at(*QPointF(mark.x - 5, mark.y).toTuple()) is None
