"""The workshop of the plan that is open: made when it is asked for, or at once where one is running."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from planner.errors import PlanError
from planner.model.kinds import Step, kind_of
from planner.truths.findings import Finding
from ui.document import PlanDocument
from ui.messages import tell_error
from ui.shell.workbench import Workbench
from ui.workshop.clock import local_now

if TYPE_CHECKING:
    from ui.workshop.capture.panel import HalfSaid
    from ui.workshop.console.page import ConsolePage
    from ui.workshop.planning import AgendaPage
    from ui.workshop.running import WorkshopRun

Handler = Callable[[], object]
_LEADS_TO_PLAN = ("go.", "view.findings", "edit.find")
"""Beginnings of the actions that are about the plan's own pages."""
_STAYS = {"go.palette", "go.pane"}


@dataclass(frozen=True, slots=True)
class WorkshopPlace:
    """Which of the workshop's parts one sees.

    Attributes:
        on_console: the facilitator's page is shown.
        on_agenda: the agenda is shown.
        outside: the room has a screen.
        half_said: what is typed for capturing and was not entered yet.
    """

    on_console: bool
    on_agenda: bool
    outside: bool
    half_said: "HalfSaid | None"


class WorkshopHost(QObject):
    """Holds the parts of the workshop that were asked for; nothing of it is loaded before.

    Attributes:
        now: tells the moment, with its time zone.

    Signals:
        page_wanted: the widget that is to be shown in the window.
        moved: whether a workshop runs, or how, is something else now.
        paper_wanted: the key of what is to be exported: agenda, agenda for the calendar, or minutes.
    """

    page_wanted = Signal(object)
    moved = Signal()
    paper_wanted = Signal(str)
    now = staticmethod(local_now)

    def __init__(self, document: PlanDocument, workbench: Workbench, window: QWidget) -> None:
        super().__init__(window)
        self._document = document
        self._workbench = workbench
        self._window = window
        self._run: WorkshopRun | None = None
        self._console: ConsolePage | None = None
        self._agenda: AgendaPage | None = None

    @property
    def is_on(self) -> bool:
        """Whether a workshop has begun and is not over."""
        return self._run is not None and self._run.clock.is_on

    @property
    def run(self) -> "WorkshopRun | None":
        """The workshop; None while nobody asked for it."""
        return self._run

    @property
    def console(self) -> "ConsolePage | None":
        """The facilitator's page, once it was shown."""
        return self._console

    @property
    def agenda(self) -> "AgendaPage | None":
        """The page of the agenda, once it was shown."""
        return self._agenda

    def begin(self) -> None:
        """Go on with a workshop that was running when the program ended."""
        reading = self._document.in_file(lambda file: file.room.block)
        if reading is not None and reading.result():
            self._running()

    def return_soon(self) -> None:
        """Show the console once the window stands, where the workshop ran until a moment ago.

        So it is where the program was killed, or the plan closed by mistake. After a longer time, or a pause,
        somebody may have opened the plan for something else: a strip above its pages leads back then.
        """
        clock = self._run.clock if self._run is not None else None
        if clock is not None and clock.is_ticking and clock.away is None:
            QTimer.singleShot(0, self, self._return)

    def handlers(self, others: Mapping[str, Handler]) -> dict[str, Handler]:
        """Return who answers to the actions of the workshop.

        Args:
            others: those of the plan; such as lead to one of its pages leave the console first.
        """
        led = {
            action: partial(self._in_plan, handler)
            for action, handler in others.items()
            if action.startswith(_LEADS_TO_PLAN) and action not in _STAYS
        }
        return {
            **led,
            "workshop.agenda": self.show_agenda,
            "workshop.run": self.show_console,
            "workshop.next": self._on_clock("go_next"),
            "workshop.back": self._on_clock("go_back"),
            "workshop.pause": self._on_clock("toggle_pause"),
            "workshop.more": self._on_clock("add_minutes", 5),
            "workshop.sound": self._on_clock("toggle_sound"),
        }

    def show_agenda(self) -> None:
        """Show the agenda in the window."""
        if self._agenda is None:
            from ui.workshop.planning import AgendaPage  # noqa: PLC0415 - only where it is asked for

            self._agenda = AgendaPage(self._document)
            self._agenda.left.connect(self.show_plan)
            self._agenda.run_wanted.connect(self.show_console)
            self._agenda.print_wanted.connect(partial(self.paper_wanted.emit, "agenda"))
            self._agenda.export_wanted.connect(partial(self.paper_wanted.emit, "agenda-calendar"))
        self.page_wanted.emit(self._agenda)
        self._agenda.take_focus()

    def show_console(self) -> None:
        """Show the facilitator's page in the window."""
        console = self._ready_console()
        console.follow()
        self.page_wanted.emit(console)
        console.take_focus()

    @property
    def place(self) -> WorkshopPlace:
        """What is shown now, for `go_to`."""
        pages = (self._console, self._agenda)
        on_console, on_agenda = (page is not None and not page.isHidden() for page in pages)
        outside = self._run is not None and not self._run.place.is_inside
        half_said = self._console.work.half_said if self._console is not None else None
        return WorkshopPlace(on_console, on_agenda, outside, half_said)

    def go_to(self, place: WorkshopPlace) -> None:
        """Show what was shown before all parts were made anew, as in another language."""
        if place.outside:
            self._running().place.begin()
        if place.half_said is not None:
            self._ready_console().work.capture.go_on(place.half_said)
        if place.on_console:
            self.show_console()
        elif place.on_agenda:
            self.show_agenda()

    def show_plan(self) -> None:
        """Show the plan's own pages; what is still typed for the workshop changes nothing there."""
        is_there = self._workbench.isVisible()
        self.page_wanted.emit(self._workbench)
        if not is_there:
            self._workbench.focus_steps()

    def close(self) -> None:
        """Let all parts go; where the workshop stands is in the file."""
        if self._run is not None:
            self._run.close()
        for page in (self._console, self._agenda):
            if page is not None:
                page.deleteLater()
        self.deleteLater()

    def _return(self) -> None:
        self.show_console()
        if self._console is not None:
            self._console.tell_return()

    def _running(self) -> "WorkshopRun":
        """Return the workshop, with its strip above the plan's pages."""
        if self._run is None:
            from ui.workshop.running import WorkshopRun  # noqa: PLC0415 - see the class
            from ui.workshop.strip import WorkshopStrip  # noqa: PLC0415 - see the class

            self._run = WorkshopRun(self._document, self._window, self.now, self)
            strip = WorkshopStrip(self._run.clock)
            strip.go_wanted.connect(self.show_console)
            self._workbench.add_strip(strip)
            self._run.clock.acted.connect(self.moved)
            self._run.clock.failed.connect(self._tell_error)
            self.moved.emit()
        return self._run

    def _ready_console(self) -> "ConsolePage":
        """Return the facilitator's page, made when it is first needed."""
        if self._console is None:
            self._console = self._made_console()
            if self.is_on:
                self._running().place.begin()
        return self._console

    def _made_console(self) -> "ConsolePage":
        from ui.workshop.console.page import ConsolePage  # noqa: PLC0415 - see the class

        console = ConsolePage(self._document, self._running())
        console.left.connect(self.show_plan)
        console.agenda_wanted.connect(self.show_agenda)
        console.minutes_wanted.connect(partial(self.paper_wanted.emit, "minutes"))
        console.finding_wanted.connect(self._lead_to)
        console.entry_wanted.connect(self._lead_to_entry)
        console.questions_wanted.connect(self._lead_to_questions)
        return console

    def _on_clock(self, act: str, *args: int) -> Handler:
        return partial(self._act, act, *args)

    def _act(self, act: str, *args: int) -> None:
        if self._run is not None:
            getattr(self._run.clock, act)(*args)

    def _in_plan(self, handler: Handler) -> None:
        self.show_plan()
        handler()

    def _lead_to(self, finding: Finding) -> None:
        self.show_plan()
        self._workbench.lead_to(finding)

    def _lead_to_entry(self, kind: str, record: str) -> None:
        key = kind or kind_of(self._document.plan.find(record)).key
        self.show_plan()
        self._workbench.lead_to_entry(key, record)

    def _lead_to_questions(self) -> None:
        self.show_plan()
        self._workbench.show_step(Step.SIGN_OFF)

    def _tell_error(self, error: PlanError) -> None:
        tell_error(self._window, error)
