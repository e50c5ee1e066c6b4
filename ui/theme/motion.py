"""Motion: whether anything may fade, slide or blink by itself; whatever would move asks here first."""

from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from planner.model.values import Choice

_EFFECTS = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
    Qt.UIEffect.UI_AnimateToolBox,
)


class Motion(Choice):
    """How much motion the user wants."""

    SYSTEM = "system", "Like the system"
    LESS = "less", "Reduced"
    FULL = "full", "As it comes"


class _Now:
    """Holds what is in use."""

    is_reduced = False


def reduces_motion() -> bool:
    """Whether nothing may move by itself now."""
    return _Now.is_reduced


def apply_motion(wish: Motion) -> None:
    """Let menus, lists, tool tips and the text cursor move as wished, or as the system has it."""
    usual = _usual()
    _Now.is_reduced = wish is Motion.LESS or (wish is Motion.SYSTEM and system_reduces_motion())
    for effect, is_on in usual.items():
        QApplication.setEffectEnabled(effect, is_on and not _Now.is_reduced)
    if _Now.is_reduced:
        QApplication.setCursorFlashTime(0)
    elif QApplication.cursorFlashTime() == 0:
        QApplication.setCursorFlashTime(_usual_blink())


def system_reduces_motion() -> bool:
    """Whether the system asks for less motion; Qt tells from version 6.12 on."""
    ask = getattr(QGuiApplication.styleHints().accessibility(), "motionPreference", None)
    return ask is not None and ask().name == "ReducedMotion"


@cache
def _usual() -> dict[Qt.UIEffect, bool]:
    """Return the effects as the platform has them; asked before the first one is turned off."""
    _usual_blink()
    return {effect: QApplication.isEffectEnabled(effect) for effect in _EFFECTS}


@cache
def _usual_blink() -> int:
    return QApplication.cursorFlashTime()
