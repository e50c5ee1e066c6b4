"""Where the room's view is: on the projector, or in the console while there is none.

Several plans may be open, each in a window of its own, and more than one of them may run a workshop. A
projector shows one room: the second one stays in its console and says so, and takes the projector over only
where somebody wants that; the first one's room then goes back into its own console.
"""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication, QWidget

from ui.workshop.room.screens import Screen, connected, projector_among, screen_at, screen_of
from ui.workshop.room.view import RoomView
from ui.workshop.room.window import RoomWindow


class RoomPlace(QObject):
    """Moves one view between the projector and the console; the view itself never changes by that.

    Signals:
        moved: the view is somewhere else now; see `is_inside`.
        turned: see `RoomWindow`.
        unplugged: the projector went away while the room was on it.
        plugged: a screen came, and the room is on it.
        refused: another plan's room is on the projector, so this one stays inside.
        overtaken: another plan's room has taken the projector from this one.
    """

    moved = Signal()
    turned = Signal(int)
    unplugged = Signal()
    plugged = Signal()
    refused = Signal()
    overtaken = Signal()

    def __init__(self, view: RoomView, console: QWidget, parent: QObject | None = None) -> None:
        """Begin in the console.

        Args:
            view: the room's view.
            console: a widget of the window at the laptop.
            parent: owns this.
        """
        super().__init__(parent)
        self._view = view
        self._console = console
        self._window: RoomWindow | None = None
        self._screen: Screen | None = None
        self._wants_projector = False
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self.take_screen)
            app.screenRemoved.connect(self.lose_screen)

    @property
    def is_inside(self) -> bool:
        """Whether the view belongs into the console."""
        return self._window is None or self._window.isHidden()

    @property
    def window(self) -> RoomWindow | None:
        """The window for the projector, once it was shown."""
        return self._window

    @property
    def screen(self) -> Screen | None:
        """The screen on which the room's own window is; None while the view is in the console."""
        return None if self.is_inside else self._screen

    @property
    def laptop(self) -> Screen:
        """The screen on which the console is."""
        return screen_at(connected(), self._console.window().frameGeometry().center())

    @property
    def projector(self) -> Screen | None:
        """The screen that the room would get now."""
        return projector_among(connected(), self.laptop)

    def begin(self) -> None:
        """Show the room on the projector where there is one."""
        self._wants_projector = True
        projector = self.projector
        if projector is not None:
            self._fill_if_free(projector)

    def toggle_outside(self) -> None:
        """Fill a screen with the room, the laptop's own where there is no other; or bring it back."""
        if self.is_inside:
            self._wants_projector = True
            self._fill_if_free(self.projector or self.laptop)
        else:
            self.bring_inside()

    def take_over(self) -> None:
        """Show the room on the projector in place of another plan's."""
        screen = self.projector or self.laptop
        other = self._other_on(screen)
        if other is not None:
            other.overtaken.emit()
        self._wants_projector = True
        self._fill(screen)

    def bring_inside(self) -> None:
        """Bring the view back into the console because the user wants it there."""
        self._wants_projector = False
        self._leave()

    def end(self) -> None:
        """Let the window for the projector go."""
        self._wants_projector = False
        self._leave()
        if self._window is not None:
            self._window.deleteLater()
            self._window = None

    def take_screen(self, screen: QScreen) -> None:
        """Show the room on a screen that was plugged in, where it is wanted on a projector and is on none."""
        is_free_to_go = self.is_inside or self._screen == self.laptop
        if self._wants_projector and is_free_to_go and self._fill_if_free(screen_of(screen)):
            self.plugged.emit()

    def lose_screen(self, screen: QScreen) -> None:
        """Bring the view back when its screen is unplugged; plugged in again, it returns there."""
        if screen_of(screen) == self._screen and not self.is_inside:
            self._leave()
            self.unplugged.emit()

    def _other_on(self, screen: Screen) -> RoomWindow | None:
        """Return another plan's room that a screen shows."""
        rooms = (one for one in QApplication.topLevelWidgets() if isinstance(one, RoomWindow))
        return next((room for room in rooms if room is not self._window and room.shows(screen)), None)

    def _fill_if_free(self, screen: Screen) -> bool:
        """Show the room on a screen; where another plan's room is there, stay inside and tell so."""
        if self._other_on(screen) is None:
            self._fill(screen)
            return True
        self._wants_projector = False
        self.refused.emit()
        return False

    def _give_way(self) -> None:
        self.bring_inside()
        self.overtaken.emit()

    def _fill(self, screen: Screen) -> None:
        if self._window is None:
            self._window = RoomWindow()
            self._window.turned.connect(self.turned)
            self._window.left.connect(self.bring_inside)
            self._window.overtaken.connect(self._give_way)
            self._window.intruded.connect(self._keep_keyboard)
        self._screen = screen
        self._window.hold(self._view)
        self._window.fill(screen)
        self._keep_keyboard()
        self.moved.emit()

    def _keep_keyboard(self) -> None:
        """Leave the keyboard at the laptop, unless the room covers it."""
        if self._screen != self.laptop:
            self._console.activateWindow()

    def _leave(self) -> None:
        if self._window is None or self.is_inside:
            return
        self._screen = None
        self._window.hide()
        self.moved.emit()
