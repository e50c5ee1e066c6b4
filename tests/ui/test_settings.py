import pytest
from PySide6.QtCore import QByteArray, QSettings

from ui.settings import RECENT_PLANS, RecentPlan, Settings
from ui.theme import TextSize, ThemeChoice


def again(settings):
    """Return the same settings as the next session reads them."""
    settings.store.sync()
    return Settings(QSettings(settings.store.fileName(), QSettings.Format.IniFormat))


def test_a_first_session_has_the_defaults(settings):
    assert settings.theme is ThemeChoice.SYSTEM
    assert settings.text_size is TextSize.NORMAL
    assert settings.recent == ()
    assert settings.geometry.isEmpty()
    assert settings.last_plan == ""


def test_values_keep_their_types_in_the_next_session(settings):
    settings.theme = ThemeChoice.DARK
    settings.text_size = TextSize.LARGEST
    settings.geometry = QByteArray(b"\x00\xff geometry")
    settings.last_plan = "/plans/a, b.tcplan"
    settings.recent = (RecentPlan("/plans/one.tcplan", "One, “two”", "2 stops"),)
    found = again(settings)
    assert found.theme is ThemeChoice.DARK
    assert found.text_size is TextSize.LARGEST
    assert found.geometry == QByteArray(b"\x00\xff geometry")
    assert found.last_plan == "/plans/a, b.tcplan"
    assert found.recent == (RecentPlan("/plans/one.tcplan", "One, “two”", "2 stops"),)


@pytest.mark.parametrize("damage", ["", "mauve", "[1]", '{"a": 1}', '[{"place": "x"}]', "[["])
def test_damaged_values_are_the_defaults(settings, damage):
    for name in ("look/theme", "look/text-size", "files/recent"):
        settings.store.setValue(name, damage)
    assert settings.theme is ThemeChoice.SYSTEM
    assert settings.text_size is TextSize.NORMAL
    assert settings.recent == ()


def test_a_value_of_another_type_is_the_default(settings):
    settings.store.setValue("look/theme", ["dark"])
    assert settings.theme is ThemeChoice.SYSTEM


def test_the_plan_opened_last_comes_first_and_once(settings):
    for number in range(RECENT_PLANS + 3):
        settings.remember_plan(RecentPlan(f"/{number}.tcplan"))
    settings.remember_plan(RecentPlan("/5.tcplan", "Five"))
    assert len(settings.recent) == RECENT_PLANS
    assert settings.recent[0] == RecentPlan("/5.tcplan", "Five")
    assert [plan.path for plan in settings.recent].count("/5.tcplan") == 1
