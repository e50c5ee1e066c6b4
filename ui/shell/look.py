"""The user's wishes for theme, size of text and language, kept and followed."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from ui.settings import Settings
from ui.speech import Speech
from ui.theme import TextSize, ThemeChoice, ThemeFollower, apply_theme


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

    def _dress(self) -> None:
        apply_theme(self._app, self._settings)
        self.changed.emit()
