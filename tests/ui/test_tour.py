"""The start page and the tour in the real window."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton
from shiboken6 import isValid

from planner.model.plan import empty_plan
from planner.samples import load_sample
from planner.store.plan_file import PlanFile
from planner.templates import template_folder
from ui.findings.detail import FindingDetail
from ui.findings.rows import Show
from ui.kit.choice_list import ChoiceList
from ui.shell.tour_place import CardSize, place_card
from ui.shell.tour_steps import TOUR
from ui.shell.workbench import Workbench

FINDINGS = 4
"""Steps from the first stop to the one about findings."""


def walk(window, qtbot, key):
    qtbot.keyClick(QApplication.focusWidget(), key)


def touring(desk, plan_path):
    window = desk.window_with(plan_path)
    window.resize(1440, 900)
    window.perform("help.tour")
    return window, window._touring.tour


def test_the_tour_is_walked_by_keys_and_changes_nothing(desk, plan_path, qtbot):
    window, tour = touring(desk, plan_path)
    before = window.document.plan
    for number in range(1, len(TOUR) + 1):
        assert tour._place_label.text() == f"{number} of {len(TOUR)}"
        assert tour._target.isVisible()
        assert window.rect().contains(tour.geometry())
        walk(window, qtbot, Qt.Key.Key_Right)
    assert tour.isHidden()
    assert window.document.plan is before


def test_it_goes_back_and_ends_by_escape(desk, plan_path, qtbot):
    window, tour = touring(desk, plan_path)
    walk(window, qtbot, Qt.Key.Key_Right)
    walk(window, qtbot, Qt.Key.Key_Left)
    assert tour._place_label.text().startswith("1 of")
    walk(window, qtbot, Qt.Key.Key_Escape)
    assert tour.isHidden()


def test_the_window_stays_usable_below_it(desk, plan_path, qtbot):
    window, tour = touring(desk, plan_path)
    window.perform("go.tactics")
    assert window.workbench.step.value == "tactics"
    assert window.childAt(tour._target.mapTo(window, tour._target.rect().center())) not in {None, tour._light}


def test_closing_the_plan_ends_it(desk, plan_path, qtbot):
    window, tour = touring(desk, plan_path)
    window.close_plan()
    assert tour.isHidden()


def test_parts_of_an_earlier_plan_that_go_late_do_not_end_it(desk, plan_path, new_document, qtbot):
    window, tour = touring(desk, plan_path)
    earlier = window.workbench
    window.close_plan()
    later = Workbench(new_document())
    later.setParent(window)
    later.show()
    tour.begin(later)
    qtbot.waitUntil(lambda: not isValid(earlier))
    assert tour.isVisible()
    tour.end()


def test_without_a_plan_it_is_given_on_a_sample_of_its_own(desk, qtbot, monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    window = desk.window()
    ways = window.findChild(ChoiceList, "ways")
    assert ways.isVisible()
    ways.setFocus()
    qtbot.keyClick(ways, Qt.Key.Key_Return)
    desk.settle(window)
    assert window._touring.tour.isVisible()
    assert window.document.path.name == "Sample for the tour.tcplan"
    window.close_plan()
    assert not ways.isVisible()
    assert window.findChild(ChoiceList, "recent").isVisible()
    window.perform("help.tour")
    desk.settle(window)
    assert window._touring.tour.isVisible()


def test_a_plan_becomes_a_template_that_is_offered_and_started_from(
    desk, plan_path, qtbot, monkeypatch, tmp_path
):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    window = desk.window_with(plan_path)
    window.perform("file.template")
    name = window.findChild(QLineEdit, "template.name")
    name.setText("Our way")
    qtbot.mouseClick(window.findChild(QPushButton, "save"), Qt.MouseButton.LeftButton)
    assert [path.name for path in template_folder().iterdir()] == ["Our way.json"]
    window.close_plan()
    offered = window.findChild(ChoiceList, "templates")
    assert offered.choice_ids[-1] == str(template_folder() / "Our way.json")
    with qtbot.waitSignal(offered.picked):
        offered.setCurrentIndex(offered.model().index(len(offered.choice_ids) - 1, 0))
        qtbot.keyClick(offered, Qt.Key.Key_Return)
    asked = [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]
    assert [dialog.windowTitle() for dialog in asked] == ["Keep “Our way”"]
    for dialog in asked:
        dialog.reject()


def test_the_words_of_a_card_stand_above_its_buttons(desk, plan_path):
    window, tour = touring(desk, plan_path)
    for _ in TOUR:
        desk.settle(window)
        buttons = [tour._skip, tour._back, tour._next]
        assert len({button.y() for button in buttons}) == 1
        assert tour._words.geometry().bottom() < tour._next.y()
        assert tour._next.geometry().bottom() < tour.height()
        tour.go(1)


def test_findings_that_it_opened_are_closed_behind_it(desk, plan_path):
    window, tour = touring(desk, plan_path)
    tour.end()
    window.resize(1024, 720)
    desk.settle(window)
    assert not window.workbench.panel_is_open
    window.perform("help.tour")
    for _ in range(FINDINGS):
        tour.go(1)
    assert window.workbench.panel_is_open
    tour.end()
    assert not window.workbench.panel_is_open
    assert window.workbench.panel.shows is Show.STEP


@pytest.fixture(params=["new", "sample"])
def any_plan(request, tmp_path):
    path = tmp_path / "plan.tcplan"
    plan = empty_plan("New") if request.param == "new" else load_sample("pizzeria")
    PlanFile.create(path, plan).close()
    return path


@pytest.mark.parametrize("size", [(1024, 720), (1440, 900)])
def test_what_each_stop_speaks_of_is_lit_and_not_covered(desk, any_plan, size, qtbot):
    window = desk.window_with(any_plan)
    window.resize(*size)
    window.perform("help.tour")
    tour = window._touring.tour
    for _ in TOUR:
        qtbot.waitUntil(lambda: tour._light.hole == seen(window, tour._target) & window.rect())
        assert tour._target.isVisible()
        assert not tour.geometry().intersects(tour._light.hole)
        tour.go(1)


def seen(window, part):
    return QRect(part.mapTo(window, QPoint(0, 0)), part.size())


def test_the_stop_about_findings_shows_some_and_explains_one(desk, any_plan):
    window = desk.window_with(any_plan)
    window.perform("help.tour")
    for _ in range(FINDINGS):
        window._touring.tour.go(1)
    assert window.workbench.chosen_finding is not None
    assert window.workbench.panel.findChild(FindingDetail).isVisible()


def test_findings_do_not_lie_over_the_page_of_a_later_stop(desk, plan_path):
    window = desk.window_with(plan_path)
    window.resize(1024, 720)
    desk.settle(window)
    window.perform("help.tour")
    for _ in range(FINDINGS + 1):
        window._touring.tour.go(1)
    assert not window.workbench.panel_is_open


def test_where_a_part_leaves_no_room_beside_it_the_card_covers_what_matters_least():
    window, page, line = QRect(0, 0, 1024, 720), QRect(60, 90, 960, 620), QRect(60, 670, 960, 36)
    card = CardSize(500, 300, lambda _width: 200)
    place = place_card(card, page, line, window)
    assert window.contains(place)
    assert not place.intersects(line)


def test_a_card_that_points_at_nothing_stands_in_the_middle():
    place = place_card(CardSize(300, 200, lambda _width: 100), QRect(), QRect(), QRect(0, 0, 1000, 800))
    assert place.center() == QRect(0, 0, 1000, 800).center()
