"""What is switched on in the top bar is seen on its own ground."""

from PySide6.QtWidgets import QToolButton

from ui.theme import ThemeChoice
from ui.theme.tokens import CONTRAST

_ICON_PX = 26
"""How far the icon reaches into its button, in pixels."""


def inks_of(picture, width):
    """Return the colours in the first columns of a picture."""
    return {picture.pixelColor(x, y).name() for x in range(width) for y in range(picture.height())}


def test_the_icon_of_a_switched_on_button_is_seen_on_its_ground(desk, plan_path):
    window = desk.window_with(plan_path)
    window.resize(1440, 900)
    window._look.wear(ThemeChoice.CONTRAST)
    button = window.findChild(QToolButton, "top.view.findings")
    if not button.isChecked():
        button.click()
    inks = inks_of(button.grab().toImage(), _ICON_PX)
    window._look.wear(ThemeChoice.LIGHT)
    assert CONTRAST.on_selected.lower() in inks
    assert CONTRAST.text.lower() not in inks
