"""All windows of the program: another one beside this, each plan in one only, all of them remembered."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget

from ui.settings import Settings
from ui.shell.session import place_window_of

if TYPE_CHECKING:  # windows are handed in by whoever makes them
    from ui.main_window import MainWindow

_SHIFT = QPoint(36, 36)
"""How far a new window stands from the one that it came from."""


class Windows(QObject):
    """Makes windows and knows which plan is open in which."""

    def __init__(self, settings: Settings, make: "Callable[[Windows], MainWindow]", parent: QObject) -> None:
        """Begin without a window.

        Args:
            settings: remember which plans were open.
            make: makes a window, hidden.
            parent: owns this.
        """
        super().__init__(parent)
        self._settings = settings
        self._make = make
        self._all: list[MainWindow] = []
        self._is_leaving = False

    @property
    def shown(self) -> "list[MainWindow]":
        """The windows that are open, the oldest first."""
        return [window for window in self._all if window.isVisible()]

    def open_new(self, path: Path | None = None, beside: QWidget | None = None) -> "MainWindow":
        """Show another window.

        Args:
            path: the plan to open in it; None shows the ways to begin.
            beside: the window that it came from.
        """
        window = self._make(self)
        self._all.append(window)
        is_known = path is not None and place_window_of(path, window, self._settings)
        if beside is not None and not is_known:
            window.move(beside.pos() + _SHIFT)
        window.show()
        if path is not None:
            window.open_path(path)
        return window

    def begin(self, paths: Sequence[Path]) -> None:
        """Show a window for each plan of the last session, or one that shows the ways to begin."""
        beside: MainWindow | None = None
        for path in paths or (None,):
            beside = self.open_new(path, beside)

    def forget(self, window: "MainWindow") -> None:
        """Let a window go that was closed; the plan of the last one stays remembered."""
        if window in self._all:
            self._all.remove(window)
            window.deleteLater()
        if self.shown:
            self.remember()

    def raise_other(self, path: Path, than: "MainWindow") -> bool:
        """Raise the window in which a plan is open, if that is another one.

        Returns:
            Whether there is one.
        """
        for window in self.shown:
            if window is not than and window.path == path.absolute():
                window.raise_()
                window.activateWindow()
                return True
        return False

    def remember(self) -> None:
        """Remember the plans that are open now, unless the program is being left window by window."""
        if not self._is_leaving:
            self._settings.open_plans = tuple(str(window.path) for window in self.shown if window.path)

    def leave(self) -> None:
        """Close all windows; stops at one that still asks something."""
        self.remember()
        self._is_leaving = True
        for window in self.shown:
            if not window.close():
                break
        self._is_leaving = False


def plans_of_last_session(settings: Settings) -> list[Path]:
    """Return the plans that were open when the program was left, as far as they are still there."""
    named = settings.open_plans or ((settings.last_plan,) if settings.last_plan else ())
    return [path for path in map(Path, named) if path.is_file()]
