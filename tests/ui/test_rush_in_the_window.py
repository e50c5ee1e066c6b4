"""The rush on a channel, in the real window over a real file, by keys alone."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from planner.model.kinds import Step
from ui.kit.kind_tabs import KindTabs
from ui.kit.surge_panel import SurgePanel


def open_rush(desk, window):
    window.workbench.show_step(Step.CHANNELS)
    desk.qtbot.waitUntil(lambda: any(tabs.isVisible() for tabs in window.findChildren(KindTabs)))
    tabs = next(tabs for tabs in window.findChildren(KindTabs) if tabs.isVisible())
    bar = tabs.tabBar()
    bar.setFocus()
    while tabs.tabText(tabs.currentIndex()) != "Rush":
        QTest.keyClick(bar, Qt.Key.Key_Right)
    return bar, tabs.findChild(SurgePanel)


def test_the_slider_is_reached_and_moved_by_keys(desk, plan_path):
    window = desk.window_with(plan_path)
    bar, panel = open_rush(desk, window)
    for _ in range(12):
        if panel.slider.hasFocus():
            break
        QTest.keyClick(window.focusWidget() or bar, Qt.Key.Key_Tab)
    assert panel.slider.hasFocus()
    QTest.keyClick(panel.slider, Qt.Key.Key_Home)
    assert panel.sentence == "At today's messages the 24-hour promise holds; no backlog builds up."
    drawn = panel.view.grab().toImage()
    QTest.keyClick(panel.slider, Qt.Key.Key_End)
    assert panel.sentence.startswith("At 20 times today's messages the 24-hour promise breaks on ")
    assert panel.view.grab().toImage() != drawn


def test_page_keys_go_in_larger_steps(desk, plan_path):
    _, panel = open_rush(desk, desk.window_with(plan_path))
    panel.slider.setFocus()
    QTest.keyClick(panel.slider, Qt.Key.Key_Home)
    QTest.keyClick(panel.slider, Qt.Key.Key_PageUp)
    assert panel.slider.value() == 6
