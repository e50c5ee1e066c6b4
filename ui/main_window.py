"""The window: assembles its parts and says who answers to which action."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from planner.errors import PlanError
from planner.language import say
from ui.action_spec import Situation
from ui.document import PlanDocument
from ui.kit.letting_go import let_go
from ui.kit.weak import weakly
from ui.messages import tell_error
from ui.settings import Settings
from ui.shell.dropping import dropped_file, take_file
from ui.shell.frame import Frame
from ui.shell.importing import Importing
from ui.shell.keyboard_keeper import KeyboardKeeper
from ui.shell.look import Look
from ui.shell.open_plan import OpenPlan
from ui.shell.place import go_to
from ui.shell.plans import Plans
from ui.shell.readying import Readying
from ui.shell.saying_again import SayingAgain
from ui.shell.session import place_window
from ui.shell.unfinished import go_on, unfinished
from ui.shell.verifying import Verifying
from ui.shell.window_doings import Handlers, look_handlers, plan_handlers, window_handlers
from ui.shell.windows import Windows
from ui.shell.workbench import Workbench
from ui.tasks import Tasks
from ui.theme import dress, reduces_motion


class MainWindow(QMainWindow):
    """Shows one plan, or the ways to begin one."""

    def __init__(
        self,
        settings: Settings,
        tasks: Tasks,
        look: Look,
        clock: Callable[[], date] = date.today,
        windows: Windows | None = None,
    ) -> None:
        """Make the window, still without a plan.

        Args:
            settings: what is remembered.
            tasks: workers; closed by whoever made them, after the window.
            look: theme and size of text.
            clock: tells the day.
            windows: all windows; None where this is the only one.
        """
        super().__init__()
        self._settings = settings
        self._tasks = tasks
        self._look = look
        self._windows = windows
        self._open: OpenPlan | None = None
        self._plans = Plans(self, settings, tasks, clock, weakly(self._raise_elsewhere))
        self._verifying = Verifying(self, settings, tasks)
        self._importing = Importing(self, settings, tasks, clock)
        self._readying = Readying(self)
        self._keeper = KeyboardKeeper(self)
        self._connect_helpers()
        self.setObjectName("main")
        self.setAcceptDrops(True)
        self._furnish()
        place_window(self, settings)
        self._show_start()

    def _furnish(self) -> None:
        """Make all parts that show words, in the language in use."""
        self._frame = frame = Frame(self, self._settings, self._look, self._plans)
        self._actions, self._touring = frame.actions, frame.touring
        frame.action_wanted.connect(self.perform)
        frame.plan_wanted.connect(self._open_recent)
        frame.entry_wanted.connect(self._lead_to_entry)
        self._handlers = self._own_handlers()

    @property
    def document(self) -> PlanDocument | None:
        """The open plan."""
        return self._open.document if self._open else None

    @property
    def path(self) -> Path | None:
        """The file of the open plan."""
        return self.document.path if self.document else None

    @property
    def workbench(self) -> Workbench | None:
        """The parts that show the open plan."""
        return self._open.workbench if self._open else None

    @property
    def plans(self) -> Plans:
        """Opens and makes plans."""
        return self._plans

    def _connect_helpers(self) -> None:
        SayingAgain(self, self._look.speech).due.connect(self._say_again)
        self._plans.opened.connect(self._take_document)
        self._plans.failed.connect(self._tell_error)
        self._plans.busy_changed.connect(self._show_busy)
        self._verifying.plan_wanted.connect(self._open_recent)
        self._importing.plan_wanted.connect(self._plans.keep_new)
        self._importing.failed.connect(self._tell_error)
        self._look.changed.connect(self._situate)

    def _own_handlers(self) -> Handlers:
        return {
            **plan_handlers(self._plans, self._importing, self._verifying),
            **look_handlers(self._look),
            **window_handlers(self, self._windows),
            "file.close": self.close_plan,
            "go.palette": self._open_palette,
            "help.tour": self._touring.start,
        }

    def open_path(self, path: Path) -> None:
        """Open a plan file, or import a plan in JSON; does nothing where it is open here already."""
        if self.document is None or self.document.path != path.absolute():
            self._plans.open(path)

    def close_plan(self) -> bool:
        """Close the open plan and show the ways to begin.

        Returns:
            Whether no plan is open; where edits could not be saved, the user is asked first.
        """
        if self._open is not None and not self._open.finish():
            return False
        self._settings.last_plan = ""
        self._drop()
        self._remember_windows()
        return True

    def closeEvent(self, event: QCloseEvent) -> None:
        """Wait for the file, and remember where everything was."""
        self._settings.geometry = self.saveGeometry()
        if self._open is not None and not self._open.finish():
            event.ignore()
            return
        if self._open is not None:
            self._open.close()
            self._open = None
        super().closeEvent(event)
        if self._windows is not None:
            self._windows.forget(self)

    def changeEvent(self, event: QEvent) -> None:
        """Look whether another program was at the file while the user was elsewhere."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow() and self.document:
            self.document.look_around()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept a plan's file or document."""
        if dropped_file(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open a plan's file, read a spreadsheet, or verify a document."""
        path = dropped_file(event)
        if path is not None:
            event.acceptProposedAction()
            take_file(
                path,
                verify=self._verifying.verify,
                read_spreadsheet=self._importing.read,
                open_plan=self.open_path,
            )

    def perform(self, action_id: str) -> None:
        """Do what an action asks for, whoever asks."""
        self._handlers[action_id]()
        self._situate()

    def _situate(self) -> None:
        """Let actions and titles follow what is open."""
        now = Situation(
            theme=self._settings.theme, text_size=self._settings.text_size, is_still=reduces_motion()
        )
        title = "Truecourse"
        if self._open is not None:
            now = self._open.situated(now)
            title = say("{plan} — {program}", plan=self._open.title, program="Truecourse")
        self._frame.situate(now, self._open.title if self._open else "")
        self.setWindowTitle(title)

    def _show_start(self) -> None:
        self._frame.show_start()
        self._situate()

    def _take_document(self, document: PlanDocument) -> None:
        if self._open is not None and not self._open.finish():
            document.close()
            document.deleteLater()
            return
        self._drop()
        opened = self._show_plan(document)
        opened.begin()
        opened.workbench.focus_page()
        self._touring.follow(opened.workbench)
        self._remember_windows()
        self._situate()

    def _say_again(self) -> None:
        """Make all parts anew in the language in use now, over the same plan at the same place."""
        workshop = self._open.workshop.place if self._open is not None else None
        handed = self._open.hand_over() if self._open is not None else None
        was = unfinished(self)
        self._open = None
        self._frame.dismantle()
        self._furnish()
        if handed is None:
            self._show_start()
        else:
            document, place = handed
            opened = self._show_plan(document)
            self._touring.follow(opened.workbench)
            self._lay_out()
            go_to(place, opened.workbench, document.plan)
            document.say_again()
            if workshop is not None:
                opened.workshop.go_to(workshop)
        self._lay_out()
        go_on(was, self)
        self._situate()

    def _show_page(self, page: QWidget) -> None:
        """Show the plan's own pages, or one of the workshop's in their place."""
        self._frame.show_page(page)
        if page is not self.workbench:
            dress(page)
        self._situate()

    def _lay_out(self) -> None:
        """Give new parts their sizes now: what they do depends on the room that they have."""
        layout = self.layout()
        if layout is not None:
            layout.activate()

    def _show_plan(self, document: PlanDocument) -> OpenPlan:
        """Make the parts that show a plan."""
        self._open = opened = OpenPlan(document, self._settings, self._tasks, self._frame.banner, self)
        opened.moved.connect(self._situate)
        opened.let_go.connect(self._drop)
        opened.copy_wanted.connect(self._plans.keep_copy_of)
        opened.page_wanted.connect(self._show_page)
        opened.workbench.plan_wanted.connect(self._plans.keep_new)
        self._handlers |= opened.handlers()
        self._verifying.follow(document)
        self._importing.follow(document)
        self._frame.follow(document, opened.workbench)
        opened.workshop.begin()
        return opened

    def _drop(self) -> None:
        if self._open is None:
            return
        self._open.close()
        let_go(self._open.workbench, as_a_whole=True)
        self._open = None
        self._verifying.follow(None)
        self._importing.follow(None)
        self._touring.follow(None)
        self._handlers = self._own_handlers()
        self._show_start()

    def _open_recent(self, path: str) -> None:
        self.open_path(Path(path))

    def _raise_elsewhere(self, path: Path) -> bool:
        return self._windows is not None and self._windows.raise_other(path, self)

    def _remember_windows(self) -> None:
        if self._windows is not None:
            self._windows.remember()

    def _show_busy(self, busy: bool) -> None:  # noqa: FBT001 - a signal's value
        if busy:
            QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        else:
            QApplication.restoreOverrideCursor()

    def _open_palette(self) -> None:
        self._frame.open_palette(self.document.plan if self.document else None)

    def _lead_to_entry(self, kind_key: str, record_id: str) -> None:
        if self.workbench is not None:
            self._show_page(self.workbench)
            self.workbench.lead_to_entry(kind_key, record_id)

    def _tell_error(self, error: PlanError) -> None:
        tell_error(self, error)
