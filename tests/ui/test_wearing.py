"""Each part of a window wears the style sheet by itself: at once where one sees it, else before one does."""

import gc
import re

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFrame, QLabel, QTabBar, QVBoxLayout, QWidget

from planner.errors import PlanError
from planner.model.kinds import Step
from ui.dialogs.truths import TruthsDialog
from ui.kit.record_view import RecordView
from ui.messages import tell_error
from ui.shell.plain_splitter import PlainSplitter
from ui.theme import TextSize, ThemeChoice, apply_theme, current_tokens, dress
from ui.theme.sheet import sheet_of
from ui.theme.tokens import DARK, LIGHT
from ui.theme.wearing import wardrobe

OURS = "QMenuBar"
STYLED = set(re.findall(r"\bQ[A-Z][A-Za-z]+", sheet_of(LIGHT))) - {"QWidget", "QFrame", "QTabWidget"}
"""Classes that look otherwise without the style sheet. Tabs have no frame anyhow; their bar is a part."""


class Wishes:
    theme = ThemeChoice.LIGHT
    text_size = TextSize.NORMAL


def wear(app, theme):
    wishes = Wishes()
    wishes.theme = theme
    apply_theme(app, wishes)


def sheets_over(widget):
    """Return the style sheets that Qt reads for a widget, its own first."""
    found = []
    while widget is not None:
        if OURS in widget.styleSheet():
            found.append(widget.styleSheet())
        widget = widget.parentWidget()
    return found


def is_styled(widget):
    """Whether the style sheet has a word about a widget."""
    if type(widget) is QFrame or (isinstance(widget, QFrame) and widget.inherits("QStackedWidget")):
        return bool(widget.property("role"))
    names, at = set(), widget.metaObject()
    while at is not None:
        names.add(at.className())
        at = at.superClass()
    return bool(names & STYLED) or bool(widget.property("role"))


def wrongly_dressed(window):
    """Return the visible widgets of a window that wear no sheet, two, or not that of the look in use."""
    wanted = [sheet_of(current_tokens())]
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or isinstance(widget, PlainSplitter):
            continue
        worn = sheets_over(widget)
        if worn != wanted and (worn or is_styled(widget)):
            found.append((type(widget).__name__, widget.objectName(), len(worn)))
    return found


def tabs_of(window, step):
    """Show each tab of a step's page in turn."""
    window.workbench.show_step(step)
    tabs = getattr(window.workbench.page, "tabs", None)
    for at in range(tabs.count() if tabs else 1):
        window.workbench.show_tab(at)
        yield f"{step.value} {at}"


@pytest.fixture
def window(desk, plan_path):
    window = desk.window_with(plan_path)
    window.resize(1440, 900)
    return window


def test_everything_that_can_be_seen_wears_one_sheet(window, desk):
    for step in Step:
        for tab in tabs_of(window, step):
            assert (tab, wrongly_dressed(window)) == (tab, [])
    for action in ("go.board", "go.board", "edit.find", "go.palette", "help.tour", "workshop.agenda"):
        window.perform(action)
        assert (action, wrongly_dressed(window)) == (action, [])
    tell_error(window, PlanError("It did not work."))
    TruthsDialog(window.document.plan, window).open()
    assert wrongly_dressed(window) == []
    for dialog in window.findChildren(QDialog):
        dialog.close()
    window.close_plan()
    assert wrongly_dressed(window) == []


def test_after_another_look_every_page_has_it_from_its_first_sight_on(window, desk):
    for step in Step:
        for _ in tabs_of(window, step):
            pass
    window.workbench.show_step(Step.TACTICS)
    for choice in (ThemeChoice.DARK, ThemeChoice.CONTRAST, ThemeChoice.LIGHT):
        window.perform(f"theme.{choice.value}")
        assert (choice, wrongly_dressed(window)) == (choice, [])
        for step in Step:
            for tab in tabs_of(window, step):
                assert (choice, tab, wrongly_dressed(window)) == (choice, tab, [])


def test_tabs_follow_the_size_of_text_though_they_were_made_at_another(desk, plan_path, qtbot):
    window = desk.window_with(plan_path)
    window.perform("text.150")
    window.workbench.show_step(Step.SIGN_OFF)
    bar = next(bar for bar in window.findChildren(QTabBar) if bar.isVisible())
    qtbot.waitUntil(lambda: bar.font().pixelSize() == current_tokens().px(14))
    large = bar.font().pixelSize()
    qtbot.wait(20)  # until it was painted: Qt marks it then
    window.perform("text.100")
    qtbot.waitUntil(lambda: bar.font().pixelSize() == current_tokens().px(14) < large)


def test_what_nobody_sees_is_left_alone_at_first_and_dressed_in_idle_moments(qtbot, qapp):
    wear(qapp, ThemeChoice.LIGHT)
    window, seen, unseen = QWidget(), QLabel("seen"), QLabel("unseen")
    column = QVBoxLayout(window)
    for part in (seen, unseen):
        column.addWidget(part)
        dress(part)
    unseen.hide()
    with qtbot.waitExposed(window):
        qtbot.addWidget(window)
        window.setStyleSheet("")
        window.show()
    wear(qapp, ThemeChoice.DARK)
    assert DARK.surface in seen.styleSheet()
    assert LIGHT.surface in unseen.styleSheet()
    assert not wardrobe().is_done
    qtbot.waitUntil(lambda: wardrobe().is_done)
    assert DARK.surface in unseen.styleSheet()


def test_a_part_is_dressed_when_it_is_shown(qtbot, qapp):
    wear(qapp, ThemeChoice.LIGHT)
    label = QLabel("Plan")
    qtbot.addWidget(label)
    wear(qapp, ThemeChoice.DARK)
    assert LIGHT.surface in label.styleSheet()
    label.show()
    assert DARK.surface in label.styleSheet()


def test_a_part_within_another_wears_no_second_sheet(qtbot, qapp):
    outer = QWidget()
    qtbot.addWidget(outer)
    inner = QLabel("within", outer)
    dress(inner)
    assert inner.styleSheet() == ""


def test_a_part_that_goes_is_forgotten(qtbot, qapp):
    label = QLabel("Plan")
    dress(label)
    label.deleteLater()
    del label
    QApplication.sendPostedEvents(None, 52)
    wear(qapp, ThemeChoice.CONTRAST)
    qtbot.waitUntil(lambda: wardrobe().is_done)


def test_columns_are_measured_for_another_size_of_text_but_not_for_another_theme(window, monkeypatch):
    window.workbench.show_step(Step.TACTICS)
    view = next(view for view in window.findChildren(RecordView) if view.isVisible())
    width = view.horizontalHeader().sectionSize(2)
    measured = []
    monkeypatch.setattr(RecordView, "_natural_width", lambda view, column: measured.append(column) or 80)
    window.perform("theme.dark")
    QApplication.processEvents()
    assert measured == []
    monkeypatch.undo()
    window.perform("text.150")
    QApplication.processEvents()
    assert view.horizontalHeader().sectionSize(2) > width


def test_the_gap_beside_the_page_shows_itself_under_the_mouse(window):
    splitter = window.findChild(PlainSplitter)
    handle = splitter.handle(1)
    before = handle.grab().toImage().pixelColor(handle.rect().center())
    QTest.mouseMove(handle, handle.rect().center())
    handle.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    assert handle.grab().toImage().pixelColor(handle.rect().center()) != before


def test_the_ground_between_the_parts_turns_with_them(window):
    window.workbench.show_step(Step.TACTICS)
    window.perform("theme.dark")
    picture = window.grab().toImage()
    assert picture.pixelColor(window.workbench.mapTo(window, QPoint(3, 3))).name().upper() == DARK.bg


def test_the_menu_bar_turns_though_no_code_has_held_it_for_a_while(desk, plan_path):
    window = desk.window_with(plan_path)
    window.perform("file.export")
    for dialog in window.findChildren(QDialog):
        dialog.reject()
    window.close_plan()
    gc.collect()
    window.open_path(plan_path)
    desk.settle(window)
    gc.collect()
    window.perform("theme.dark")
    assert wrongly_dressed(window) == []
