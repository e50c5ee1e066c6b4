"""Nothing moves by itself where the user wants it so."""

import pytest
from hands import said
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QProgressBar

from ui.kit.busy import Busy
from ui.settings import Settings
from ui.shell.look import Look
from ui.theme import Motion, apply_motion, reduces_motion
from ui.theme.motion import system_reduces_motion

FADES = (Qt.UIEffect.UI_FadeMenu, Qt.UIEffect.UI_AnimateCombo, Qt.UIEffect.UI_FadeTooltip)


@pytest.fixture(autouse=True)
def _usual_motion(dressed_app):
    """Let everything move as usual before and after."""
    apply_motion(Motion.FULL)
    yield
    apply_motion(Motion.FULL)


def test_the_switch_stills_effects_and_the_text_cursor_and_is_remembered(desk):
    blink = QApplication.cursorFlashTime()
    assert blink > 0
    window = desk.window()
    window.perform("view.still")
    assert reduces_motion()
    assert QApplication.cursorFlashTime() == 0
    assert not any(map(QApplication.isEffectEnabled, FADES))
    assert Settings(desk.settings.store).motion is Motion.LESS
    window.perform("view.still")
    assert not reduces_motion()
    assert QApplication.cursorFlashTime() == blink


def test_the_wish_holds_from_the_start(dressed_app, settings):
    settings.motion = Motion.LESS
    Look(dressed_app, settings)
    assert reduces_motion()


def test_where_the_system_tells_nothing_things_move_as_usual():
    apply_motion(Motion.SYSTEM)
    assert reduces_motion() == system_reduces_motion()


@pytest.mark.parametrize(("motion", "moves"), [(Motion.FULL, True), (Motion.LESS, False)])
def test_waiting_is_said_in_words_and_moves_only_where_it_may(qtbot, dressed_app, motion, moves):
    apply_motion(motion)
    busy = Busy("Signing…")
    qtbot.addWidget(busy)
    busy.show()
    assert said(busy) == "Signing…"
    assert busy.findChild(QProgressBar).isVisible() is moves
