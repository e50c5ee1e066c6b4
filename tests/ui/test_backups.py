"""Backups in the window: one that failed is told, and one that is there opens as a copy."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit

from planner.editing.verbs import change
from planner.store.backup import back_up, backup_folder, list_backups
from planner.store.plan_file import PlanFile
from planner.truths.example_plan import example_plan
from ui.dialogs.backups import BackupsDialog
from ui.kit.choice_list import ChoiceList
from ui.kit.text import plain_label
from ui.shell.banner import Banner

DAY = date(2027, 1, 2)


@pytest.fixture
def data_folder(monkeypatch, tmp_path):
    """Return a folder of the user's data of its own."""
    folder = tmp_path / "data"
    monkeypatch.setenv("XDG_DATA_HOME", str(folder))
    return folder


def edit(desk, window, text):
    document = window.document
    document.do(change(document.plan, "brief", "stands_for", text))
    desk.settle(window)


def test_a_backup_that_failed_is_told_once_and_stays_until_it_is_put_away(
    desk, qtbot, data_folder, plan_path
):
    data_folder.parent.mkdir(exist_ok=True)
    data_folder.write_text("a file where the folder should be")
    window = desk.window_with(plan_path)
    banner = window.findChild(Banner)
    edit(desk, window, "One.")
    qtbot.waitUntil(lambda: "backup of this plan could not be made" in banner.text)
    assert "saved in the plan's own file" in banner.text
    edit(desk, window, "Two.")
    assert "backup of this plan could not be made" in banner.text
    dismiss = next(b for b in banner._buttons if b.objectName() == "dismiss")
    qtbot.mouseClick(dismiss, Qt.MouseButton.LeftButton)
    edit(desk, window, "Three.")
    assert banner.text == ""


def test_a_backup_that_was_made_is_not_spoken_of(desk, data_folder, plan_path):
    window = desk.window_with(plan_path)
    edit(desk, window, "One.")
    assert len(list_backups(window.document.plan.plan_id)) == 1
    assert window.findChild(Banner).text == ""


def test_a_backup_opens_as_a_copy_in_a_file_of_its_own(desk, qtbot, data_folder, plan_path, tmp_path):
    with PlanFile.open(plan_path) as file:
        for days in range(2):
            back_up(file, DAY + timedelta(days=days), backup_folder())
    window = desk.window_with(plan_path)
    before = window.document.plan
    edit(desk, window, "Something that was a mistake.")
    window.perform("file.backups")
    dialog = window.findChild(BackupsDialog)
    listing = dialog.findChild(ChoiceList)
    titles = [listing.model().index(row, 0).data() for row in range(listing.model().rowCount())]
    assert titles[-1] == "2 January 2027"
    listing.setFocus()
    qtbot.keyClick(listing, Qt.Key.Key_End)
    qtbot.keyClick(listing, Qt.Key.Key_Return)
    target = tmp_path / "restored.tcplan"
    qtbot.waitUntil(lambda: any(d.isVisible() for d in window.findChildren(QFileDialog)))
    files = next(d for d in window.findChildren(QFileDialog) if d.isVisible())
    name = files.findChild(QLineEdit, "fileNameEdit")
    assert name.text().startswith(before.the_brief.title)
    name.setText(str(target))
    qtbot.keyClick(name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.document is not None and window.document.path == target)
    assert window.document.plan == before
    with PlanFile.open(plan_path) as file:
        assert file.plan.the_brief.stands_for == "Something that was a mistake."


def test_a_plan_without_backups_says_so(qtbot):
    owner = plain_label()
    qtbot.addWidget(owner)
    dialog = BackupsDialog((), owner)
    assert dialog.findChild(ChoiceList).isHidden()
    assert list_backups(example_plan().plan_id + "0") == ()
