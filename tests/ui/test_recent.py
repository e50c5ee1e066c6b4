"""The plans opened last can be told apart, in the list and in the menu."""

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget

from ui.settings import RecentPlan, Settings
from ui.shell.recent import recent_choices
from ui.shell.recent_menu import RecentMenu


@pytest.fixture
def recent(tmp_path):
    """Return recent plans: two of one title in a folder, one of it in another, and one of another title."""
    names = {
        "mine/plan.tcplan": "Help",
        "mine/copy.tcplan": "Help",
        "old/plan.tcplan": "Help",
        "mine/x.tcplan": "",
    }
    for name in names:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    return tuple(RecentPlan(str(tmp_path / name), title) for name, title in names.items())


def test_plans_of_one_title_in_one_folder_are_told_apart_by_their_files(recent, tmp_path):
    assert [(choice.title, choice.detail) for choice in recent_choices(recent)] == [
        ("Help", str(tmp_path / "mine" / "plan.tcplan")),
        ("Help", str(tmp_path / "mine" / "copy.tcplan")),
        ("Help", str(tmp_path / "old")),
        ("x", str(tmp_path / "mine")),
    ]


def test_the_menu_tells_them_apart_too(qtbot, recent, tmp_path):
    settings = Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    settings.recent = recent
    owner = QWidget()
    qtbot.addWidget(owner)
    words = [action.text() for action in RecentMenu(settings, owner).actions()]
    assert len(set(words)) == len(recent)
    assert words[1] == f"Help ({tmp_path / 'mine' / 'copy.tcplan'})"
