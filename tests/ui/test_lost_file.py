"""The plan's file goes away while the plan is open: nothing that was done is lost without a question."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton

from planner.editing.verbs import change
from planner.store.plan_file import PlanFile
from ui.dialogs.unsaved import UnsavedDialog
from ui.saving import SaveState
from ui.shell.banner import Banner

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(desk, plan_path, qtbot):
    """Give a window whose plan was edited after its file had been taken away; close it by all means."""
    window = desk.window_with(plan_path)
    plan_path.rename(plan_path.with_name("elsewhere.tcplan"))
    window.document.do(change(window.document.plan, "brief", "title", "Late title"))
    qtbot.waitUntil(lambda: window.document.save_state is SaveState.FAILED)
    desk.settle(window)
    yield window
    window.close()
    for asked in window.findChildren(UnsavedDialog):
        asked.drop_wanted.emit()


def choose(window, qtbot, offer):
    banner = window.findChild(Banner)
    qtbot.mouseClick(banner.findChild(QPushButton, offer), LEFT)


def offers(window):
    return {b.objectName() for b in window.findChild(Banner).findChildren(QPushButton) if b.isVisible()}


def test_reading_a_file_again_that_is_gone_drops_nothing(window, qtbot):
    choose(window, qtbot, "reload")
    assert window.document.save_state is SaveState.FAILED
    assert window.document.plan.the_brief.title == "Late title"
    qtbot.waitUntil(lambda: {"reload", "copy"} <= offers(window))
    window.close()
    assert window.isVisible()
    assert window.findChild(UnsavedDialog).isVisible()


def test_an_offer_that_is_clicked_leaves_the_keyboard_in_its_field(window, qtbot):
    title = next(line for line in window.findChildren(QLineEdit) if line.accessibleName() == "Plan title")
    title.setFocus()
    qtbot.waitUntil(title.hasFocus)
    choose(window, qtbot, "dismiss")
    assert window.findChild(Banner).isHidden()
    assert title.hasFocus()


def test_what_was_done_can_still_be_kept_in_a_copy(window, qtbot, tmp_path):
    choose(window, qtbot, "reload")
    window.document.save_copy(tmp_path / "copy.tcplan")
    with PlanFile.open(tmp_path / "copy.tcplan") as file:
        assert file.plan.the_brief.title == "Late title"


def test_once_the_file_is_back_it_can_be_read(window, qtbot, plan_path):
    title = window.document.plan.the_brief.title
    choose(window, qtbot, "reload")
    qtbot.waitUntil(lambda: "reload" in offers(window))
    plan_path.with_name("elsewhere.tcplan").rename(plan_path)
    choose(window, qtbot, "reload")
    qtbot.waitUntil(lambda: window.document.save_state is SaveState.SAVED)
    assert window.document.plan.the_brief.title != title
    assert window.findChild(Banner).isHidden()
