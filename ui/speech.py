"""The language of the window and the region whose figures and days it writes: wished, spoken, told to Qt."""

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, Qt, QTranslator, Signal
from PySide6.QtGui import QGuiApplication

from planner.language import language, languages, speak
from planner.language.speaking import ENGLISH, WORLD
from ui.kit.region import current_locale
from ui.settings import Settings


class Speech(QObject):
    """Speaks as the user wishes.

    Signals:
        changed: another language or region is in use; whatever shows words or figures is to be made anew.
    """

    changed = Signal()

    def __init__(self, app: QGuiApplication, settings: Settings) -> None:
        """Begin without saying anything: what the process speaks already stays.

        Args:
            app: takes Qt's own words and its direction from here.
            settings: know what the user wishes, and remember it.
        """
        super().__init__(app)
        self._app = app
        self._settings = settings
        self._own_words = QTranslator(self)

    def speak(self) -> None:
        """Speak as the settings say, and as this computer does where they leave that open."""
        speak(
            self._settings.language or language_of(QLocale.system()),
            self._settings.region or region_of(QLocale.system()),
        )
        self.tell_qt()

    def tell_qt(self) -> None:
        """Let Qt write, read and lay out as the language in use does."""
        QLocale.setDefault(QLocale(str(current_locale())))
        self._app.removeTranslator(self._own_words)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._own_words.load(f"qtbase_{current_locale().language}", folder):
            self._app.installTranslator(self._own_words)
        # After the translator, which has a direction of its own.
        from_right = language().right_to_left
        direction = Qt.LayoutDirection.RightToLeft if from_right else Qt.LayoutDirection.LeftToRight
        self._app.setLayoutDirection(direction)

    def choose_language(self, tag: str) -> None:
        """Speak another language; empty for that of this computer."""
        self._settings.language = tag
        self._begin()

    def choose_region(self, code: str) -> None:
        """Write figures and days as another region does; empty for that of this computer."""
        self._settings.region = code
        self._begin()

    def _begin(self) -> None:
        self.speak()
        self.changed.emit()


def language_of(system: QLocale) -> str:
    """Return the first language of a computer's user that there is a translation for, else English."""
    for name in system.uiLanguages():
        for tag in (name, name.partition("-")[0]):
            if tag in languages():
                return tag
    return ENGLISH


def region_of(system: QLocale) -> str:
    """Return the code of a computer's territory, such as "DE"; that of the world where it has none."""
    return QLocale.territoryToCode(system.territory()) or WORLD
