"""What stands around a plan, and in its place while none is open: actions, menus, bars, pages beside it."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QMenuBar, QStackedWidget, QVBoxLayout, QWidget

from planner.model.plan import Plan
from ui.action_spec import Situation
from ui.document import PlanDocument
from ui.kit.letting_go import let_go
from ui.menus import RECENT
from ui.palette.palette import Palette
from ui.settings import Settings
from ui.shell.banner import Banner
from ui.shell.look import Look
from ui.shell.plans import Plans
from ui.shell.recent_menu import RecentMenu
from ui.shell.saying_again import is_of
from ui.shell.speech_menus import speech_menus
from ui.shell.start_page import StartPage
from ui.shell.top_bar import TopBar
from ui.shell.touring import Touring
from ui.shell.window_actions import Actions
from ui.theme import dress


class Frame(QObject):
    """All parts of a window that show words, but for those of a plan; made anew for another language.

    Attributes:
        actions: the window's actions.
        touring: gives the tour.
        banner: the strip under the top bar.

    Signals:
        action_wanted: the id of an action.
        plan_wanted: the path of a plan that was open before.
        entry_wanted: the key of a kind and the id of an entry.
    """

    action_wanted = Signal(str)
    plan_wanted = Signal(str)
    entry_wanted = Signal(str, str)

    def __init__(self, window: QMainWindow, settings: Settings, look: Look, plans: Plans) -> None:
        """Furnish a window in the language in use.

        Args:
            window: the window.
            settings: remember recent plans, language and region.
            look: knows the language.
            plans: makes plans from samples and templates.
        """
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._plans = plans
        self.actions = Actions(window)
        self.touring = Touring(window, plans)
        self.banner = Banner()
        self._top = TopBar(self.actions)
        self._stack = QStackedWidget()
        self._start: StartPage | None = None
        self._recent = RecentMenu(settings, window)
        self._palette = Palette(window, settings)
        self._build(look)
        self._connect()

    def situate(self, now: Situation, plan_title: str) -> None:
        """Let actions and the top bar follow what is open."""
        self.actions.update(now)
        self._top.show_title(plan_title)

    def show_start(self) -> None:
        """Show the ways to begin."""
        if self._start is None:
            self._start = self._made_start()
        self._start.show_recent(self._settings.recent)
        self._start.show_templates()
        self._stack.setCurrentWidget(self._start)
        self._top.hide()

    def follow(self, document: PlanDocument, page: QWidget) -> None:
        """Show an open plan.

        Args:
            document: the plan; the top bar tells whether it is saved.
            page: its parts.
        """
        document.save_state_changed.connect(self._top.show_save_state)
        self.show_page(page)
        self._top.show_save_state(document.save_state)
        self._top.show()

    def show_page(self, page: QWidget) -> None:
        """Show one of a plan's pages in the place of the others."""
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)

    def open_palette(self, plan: Plan | None) -> None:
        """Show the line that finds actions, steps and the entries of a plan."""
        self._palette.open(self.actions.situation, plan)

    def dismantle(self) -> None:
        """Let all parts go, and the windows that lie over this one."""
        for other in QApplication.topLevelWidgets():
            if other.isVisible() and other is not self._window and is_of(other, self._window):
                other.close()
        for action in self._window.actions():
            self._window.removeAction(action)
        self._window.menuBar().deleteLater()
        self._window.setMenuBar(QMenuBar())
        let_go(self._middle)
        self.touring.dismantle()
        for part in (self._recent, self._palette, self.actions):
            part.deleteLater()
        self.deleteLater()

    def _build(self, look: Look) -> None:
        bar = self._window.menuBar()
        self.actions.fill(bar, self._submenus(look, bar))
        self._middle = middle = QWidget()
        layout = QVBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._top)
        layout.addWidget(self.banner)
        layout.addWidget(self._stack, 1)
        self._window.setCentralWidget(middle)
        for part in (bar, self._top, self.banner, self._palette, self._recent):
            dress(part)
        middle.show()

    def _submenus(self, look: Look, bar: QMenuBar) -> dict[str, QMenu]:
        return {RECENT: self._recent, **speech_menus(self._settings, look.speech, bar)}

    def _connect(self) -> None:
        self.actions.chosen.connect(self.action_wanted)
        self._recent.picked.connect(self.plan_wanted)
        self._palette.action_wanted.connect(self.action_wanted)
        self._palette.entry_wanted.connect(self.entry_wanted)

    def _made_start(self) -> StartPage:
        start = StartPage(self.actions)
        start.recent_wanted.connect(self.plan_wanted)
        start.sample_wanted.connect(self._plans.keep_sample)
        start.template_wanted.connect(self._plans.keep_template)
        self._stack.addWidget(start)
        dress(start)
        return start
