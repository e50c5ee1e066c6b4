"""The user's wishes for theme, size of text, motion and language, kept and followed."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from ui.settings import Settings
from ui.speech import Speech
from ui.theme import (
    Motion,
    TextSize,
    ThemeChoice,
    ThemeFollower,
    apply_motion,
    apply_theme,
    reduces_motion,
)


class Look(QObject):
    """Dresses the application and lets it speak.

    Attributes:
        speech: the language and region.

    Signals:
        changed: the application wears another look.
    """

    changed = Signal()

    def __init__(self, app: QApplication, settings: Settings) -> None:
        super().__init__(app)
        self._app = app
        self._settings = settings
        self.speech = Speech(app, settings)
        self._follower = ThemeFollower(app, settings)
        apply_theme(app, settings)
        apply_motion(settings.motion)

    def wear(self, theme: ThemeChoice) -> None:
        """Take another theme."""
        self._settings.theme = theme
        self._dress()

    def write(self, size: TextSize) -> None:
        """Take another size of text."""
        self._settings.text_size = size
        self._dress()

    def zoom(self, by: int) -> None:
        """Take the next larger size of text (1) or the next smaller (-1), as far as there is one."""
        sizes = list(TextSize)
        self.write(sizes[max(0, min(len(sizes) - 1, sizes.index(self._settings.text_size) + by))])

    def toggle_motion(self) -> None:
        """Let nothing move by itself, or let it again."""
        self._settings.motion = Motion.FULL if reduces_motion() else Motion.LESS
        apply_motion(self._settings.motion)
        self.changed.emit()

    def _dress(self) -> None:
        apply_theme(self._app, self._settings)
        self.changed.emit()
