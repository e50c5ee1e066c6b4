"""The screens as values: a `QScreen` may go at any time, and its Python half with a widget that named it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QGuiApplication, QScreen


@dataclass(frozen=True, slots=True)
class Screen:
    """A screen that is connected.

    Attributes:
        name: what the system calls it.
        area: where it lies among all screens.
    """

    name: str
    area: QRect

    @property
    def pixels(self) -> int:
        """How many it has."""
        return self.area.width() * self.area.height()


def screen_of(screen: QScreen) -> Screen:
    """Return a screen as a value."""
    return Screen(screen.name(), screen.geometry())


def connected() -> list[Screen]:
    """Return all screens, the system's first one first."""
    return [screen_of(screen) for screen in QGuiApplication.screens()]


def screen_at(screens: Sequence[Screen], point: QPoint) -> Screen:
    """Return the screen on which a point lies, or the first one."""
    return next((screen for screen in screens if screen.area.contains(point)), screens[0])


def projector_among(screens: Sequence[Screen], laptop: Screen) -> Screen | None:
    """Return the screen for the room: another one than the laptop's, the largest of several; None for one."""
    others = [screen for screen in screens if screen != laptop]
    return max(others, key=lambda screen: screen.pixels, default=None)


def qt_screen(wanted: Screen) -> QScreen | None:
    """Return Qt's object for a screen, to be used at once and not kept; None where it is gone."""
    return next((screen for screen in QGuiApplication.screens() if screen_of(screen) == wanted), None)
