"""Dressing the application: style, palette, style sheet and font from the tokens."""

from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from planner.model.values import Choice
from ui.theme.fonts import load_fonts
from ui.theme.glyphs import write_glyphs
from ui.theme.palette import palette_of
from ui.theme.sheet import sheet_of
from ui.theme.state import current_tokens, set_tokens, ui_font
from ui.theme.tokens import CONTRAST, DARK, LIGHT, THEMES, Tokens
from ui.theme.wearing import wardrobe


class ThemeChoice(Choice):
    """Which theme the user wants."""

    SYSTEM = "system", "Like the system"
    LIGHT = "light", "Light"
    DARK = "dark", "Dark"
    CONTRAST = "contrast", "High contrast"


class TextSize(Choice):
    """How large the user wants text."""

    NORMAL = "100", "100 %"
    LARGE = "125", "125 %"
    LARGEST = "150", "150 %"

    @property
    def scale(self) -> float:
        """The factor of all type."""
        return int(self.value) / 100


class Wishes(Protocol):
    """The settings that the look depends on."""

    @property
    def theme(self) -> ThemeChoice:
        """The theme wanted."""

    @property
    def text_size(self) -> TextSize:
        """The size of text wanted."""


def apply_theme(app: QApplication, wishes: Wishes) -> Tokens:
    """Dress the application as wished, or as the system is where that is wished.

    Returns:
        The tokens now in use.
    """
    load_fonts()
    _tell_platform(wishes.theme)
    tokens = _theme_of(wishes.theme).at_scale(wishes.text_size.scale)
    if app.style().name() != "fusion":
        app.setStyle("Fusion")
    set_tokens(tokens)
    write_glyphs(tokens)
    wardrobe().let_fonts_through()
    app.setFont(ui_font())
    # At once: a menu bar that is made before Qt has told of it would keep the font of before.
    app.sendPostedEvents(None, QEvent.Type.ApplicationFontChange)
    app.setPalette(palette_of(tokens))
    app.sendPostedEvents(None, QEvent.Type.ApplicationPaletteChange)
    wardrobe().change(sheet_of(tokens))
    return tokens


def dress(part: QWidget) -> None:
    """Give a part of a window, and all that it holds, the style sheet of the theme in use from now on.

    Not the application: with its style sheet set there, Qt polishes a part of a page anew each time that
    it is put into another (a page then takes five times as long to make), and a change of theme polishes
    each widget once for each of its ancestors. Nor a whole window, for the reason that `wearing` tells.

    Args:
        part: is shown and hidden as a whole. It stands at its place already, or it is still empty: Qt
            polishes what it holds whenever it is put into another. Nothing happens within a part that is
            dressed.
    """
    wardrobe().take_in(part)


class ThemeFollower(QObject):
    """Dresses the application anew when the system turns dark or light while the user wants it so."""

    def __init__(self, app: QApplication, wishes: Wishes) -> None:
        super().__init__(app)
        self._app = app
        self._wishes = wishes
        app.styleHints().colorSchemeChanged.connect(self._follow)

    def _follow(self) -> None:
        wanted = _theme_of(self._wishes.theme).at_scale(self._wishes.text_size.scale)
        if wanted != current_tokens():
            apply_theme(self._app, self._wishes)


def _theme_of(choice: ThemeChoice) -> Tokens:
    if choice is not ThemeChoice.SYSTEM:
        return THEMES[choice.value]
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return CONTRAST
    return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT


def _tell_platform(choice: ThemeChoice) -> None:
    """Let native title bars and file dialogs follow where the platform can."""
    hints = QGuiApplication.styleHints()
    if choice is ThemeChoice.SYSTEM:
        hints.unsetColorScheme()
    else:
        hints.setColorScheme(Qt.ColorScheme.Light if choice is ThemeChoice.LIGHT else Qt.ColorScheme.Dark)
