import dataclasses
import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo, QIcon
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QMainWindow, QMenuBar, QSpinBox

from ui.kit.buttons import WordButton
from ui.theme import TextSize, ThemeChoice, ThemeFollower, apply_theme, current_tokens, dress, icon, ui_font
from ui.theme.sheet import sheet_of
from ui.theme.tokens import CONTRAST, DARK, LIGHT, THEMES, contrast_ratio

READ = [
    ("text", "bg"),
    ("text", "surface"),
    ("text", "raised"),
    ("muted", "bg"),
    ("muted", "surface"),
    ("muted", "raised"),
    ("text", "ok_tint"),
    ("text", "note_tint"),
    ("accent", "surface"),
    ("on_accent", "accent"),
    ("on_selected", "selected"),
    ("ok", "surface"),
    ("warn", "surface"),
    ("bad", "surface"),
    ("note", "surface"),
    ("ok", "ok_tint"),
    ("warn", "warn_tint"),
    ("bad", "bad_tint"),
    ("note", "note_tint"),
    ("text", "warn_tint"),
    ("text", "bad_tint"),
    ("muted", "warn_tint"),
    ("muted", "bad_tint"),
    ("muted", "note_tint"),
]
SEEN = [
    ("field", "surface"),
    ("field", "bg"),
    ("focus", "surface"),
    ("focus", "bg"),
    ("accent", "bg"),
    ("ok", "bg"),
    ("warn", "bg"),
    ("bad", "bg"),
    ("note", "bg"),
    ("warn", "warn_tint"),
    ("bad", "bad_tint"),
]
DECORATION = {"line"}
"""Hairlines, which nobody has to see."""
UNUSABLE = {"disabled"}
"""Text of what can't be used now, which WCAG 2.2 leaves out (1.4.3, "inactive")."""
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_COLOUR = re.compile(r"(?:^|[;\s])(color|selection-color|background|selection-background-color): (#\w+)")


class Wishes:
    def __init__(self, theme, text_size=TextSize.NORMAL):
        self.theme, self.text_size = theme, text_size


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("ink", "ground"), READ)
def test_text_has_a_contrast_of_4_5(name, ink, ground):
    tokens = THEMES[name]
    assert contrast_ratio(getattr(tokens, ink), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("mark", "ground"), SEEN)
def test_borders_and_rings_have_a_contrast_of_3(name, mark, ground):
    tokens = THEMES[name]
    assert contrast_ratio(getattr(tokens, mark), getattr(tokens, ground)) >= 3


def test_every_colour_is_held_against_what_it_stands_on():
    told = {name for pair in (*READ, *SEEN) for name in pair} | DECORATION | UNUSABLE
    colours = {field.name for field in dataclasses.fields(LIGHT)} - {"name", "scale"}
    assert colours - told == set()


def written_together(sheet):
    """Yield where a style sheet sets a text and its ground in one rule, with both colours."""
    for names, body in _RULE.findall(sheet):
        colours = dict(_COLOUR.findall(body))
        for ink, ground in (("color", "background"), ("selection-color", "selection-background-color")):
            if ink in colours and ground in colours and "disabled" not in names:
                yield names.strip(), colours[ink], colours[ground]


@pytest.mark.parametrize("name", THEMES)
def test_what_the_style_sheet_writes_can_be_read_on_its_ground(name):
    found = list(written_together(sheet_of(THEMES[name])))
    assert len(found) > 8
    assert [rule for rule, ink, ground in found if contrast_ratio(ink, ground) < 4.5] == []


def test_a_pale_text_in_the_style_sheet_is_noticed():
    sheet = "QLabel { color: #999999; background: #FFFFFF; }"
    assert [contrast_ratio(ink, ground) < 4.5 for _, ink, ground in written_together(sheet)] == [True]


def test_contrast_follows_the_formula():
    assert contrast_ratio("#000000", "#FFFFFF") == pytest.approx(21)
    assert round(contrast_ratio("#4C5868", "#FFFFFF"), 2) == 7.23


def test_high_contrast_text_has_a_contrast_of_7():
    assert all(contrast_ratio(getattr(CONTRAST, ink), getattr(CONTRAST, ground)) >= 7 for ink, ground in READ)


def test_dark_and_light_know_what_they_are():
    assert DARK.is_dark
    assert not LIGHT.is_dark


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK, ThemeChoice.CONTRAST])
def test_the_theme_set_is_worn(qtbot, qapp, choice):
    apply_theme(qapp, Wishes(choice))
    assert current_tokens().name == choice.value
    assert qapp.palette().window().color().name().upper() == current_tokens().bg


def test_the_theme_follows_when_the_system_turns(qtbot, qapp):
    wishes = Wishes(ThemeChoice.LIGHT)
    apply_theme(qapp, wishes)
    follower = ThemeFollower(qapp, wishes)
    wishes.theme = ThemeChoice.DARK
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert current_tokens().name == "dark"
    follower.deleteLater()


def test_text_grows_with_its_size(qtbot, qapp):
    apply_theme(qapp, Wishes(ThemeChoice.LIGHT, TextSize.LARGEST))
    label = QLabel("Plan")
    label.setProperty("role", "h1")
    qtbot.addWidget(label)
    dress(label)
    label.ensurePolished()
    assert label.font().pixelSize() == 39


def test_what_is_made_right_after_a_change_of_size_has_that_size(qtbot, qapp):
    apply_theme(qapp, Wishes(ThemeChoice.LIGHT))
    window = QMainWindow()
    with qtbot.waitExposed(window):
        window.show()
    apply_theme(qapp, Wishes(ThemeChoice.LIGHT, TextSize.LARGEST))
    window.setMenuBar(QMenuBar())
    dress(window.menuBar())
    QApplication.processEvents()
    assert window.menuBar().font().pixelSize() == 21
    window.deleteLater()


def test_the_bundled_font_is_used_in_its_own_weight(qtbot):
    info = QFontInfo(ui_font(14, ui_font().Weight.DemiBold))
    assert info.family() == "Inter"
    assert info.weight() == 600


def test_an_icon_takes_the_colour_of_the_theme_when_it_is_painted(qtbot, qapp):
    apply_theme(qapp, Wishes(ThemeChoice.LIGHT))
    symbol = icon("circle-check", "text")
    light = inks(symbol)
    apply_theme(qapp, Wishes(ThemeChoice.DARK))
    dark = inks(symbol)
    assert LIGHT.text.lower() in light
    assert DARK.text.lower() in dark


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK, ThemeChoice.CONTRAST])
def test_the_ring_of_a_main_button_is_seen_on_its_own_ground(qtbot, qapp, choice):
    tokens = apply_theme(qapp, Wishes(choice))
    button = WordButton("Next", role="primary")
    qtbot.addWidget(button)
    dress(button)
    with qtbot.waitActive(button):
        button.show()
        button.activateWindow()
    button.clearFocus()
    before, room = column_of(button), button.sizeHint()
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    assert tokens.on_accent.lower() in column_of(button)
    assert tokens.on_accent.lower() not in before
    button.setText("Back")
    button.setText("Next")  # its size is worked out anew, now that it has the keyboard
    assert button.sizeHint() == room


def column_of(button):
    """Return the colours down a button, left of its word."""
    picture = button.grab().toImage()
    return {picture.pixelColor(9, y).name() for y in range(1, picture.height() - 1)}


def test_a_disabled_icon_is_pale(qtbot, qapp):
    apply_theme(qapp, Wishes(ThemeChoice.LIGHT))
    assert LIGHT.disabled.lower() in inks(icon("circle-check"), QIcon.Mode.Disabled)


def test_the_arrow_of_a_choice_box_is_drawn(qtbot, qapp):
    apply_theme(qapp, Wishes(ThemeChoice.LIGHT))
    box = QComboBox()
    qtbot.addWidget(box)
    box.resize(200, 32)
    dress(box)
    picture = box.grab().toImage()
    arrow = {picture.pixelColor(x, y).name() for x in range(170, 195) for y in range(8, 24)}
    assert LIGHT.muted.lower() in arrow


def inks(symbol, mode=QIcon.Mode.Normal):
    picture = symbol.pixmap(48, 48, mode).toImage()
    return {picture.pixelColor(x, y).name() for x in range(48) for y in range(48)}


@pytest.mark.parametrize("theme", [ThemeChoice.LIGHT, ThemeChoice.DARK, ThemeChoice.CONTRAST])
def test_a_field_for_a_figure_has_an_edge_and_arrows_as_other_fields_have(
    qtbot, dressed_app, settings, theme
):
    settings.theme = theme
    apply_theme(dressed_app, settings)
    spin = QSpinBox()
    qtbot.addWidget(spin)
    dress(spin)
    spin.setFixedSize(96, 32)
    spin.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    spin.show()
    QApplication.processEvents()
    image = spin.grab().toImage()
    tokens = current_tokens()
    middle = image.height() // 2
    assert image.pixelColor(0, middle).name() == tokens.field.lower()
    assert image.pixelColor(image.width() - 1, middle).name() == tokens.field.lower()
    for rows in (range(3, middle - 1), range(middle + 1, image.height() - 3)):
        arrow = {
            image.pixelColor(x, y).name() for y in rows for x in range(image.width() - 20, image.width() - 4)
        }
        assert len(arrow) > 2
