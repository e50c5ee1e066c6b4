"""What the facilitator works with in a block: capturing, the wall, votes, what breaks the plan, decisions."""

from functools import cached_property, partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QWidget

from planner.language import say
from planner.model.values import Choice
from planner.model.vocabulary import BlockSort
from ui.document import PlanDocument
from ui.kit.keyboard import give_keyboard
from ui.kit.lazy_tab import LazyTab
from ui.kit.scrolling import ScrollPage
from ui.kit.text import caption_of
from ui.workshop.breaks.panel import BreaksPanel
from ui.workshop.capture.panel import CapturePanel, HalfSaid
from ui.workshop.deciding.panel import DecidingPanel
from ui.workshop.running import WorkshopRun
from ui.workshop.voting.desk import VotingDesk
from ui.workshop.wall.wall import WallView


class Work(Choice):
    """The tabs of the work."""

    CAPTURE = "capture", "Capture"
    WALL = "wall", "Group"
    VOTE = "vote", "Vote"
    BREAKS = "breaks", "What breaks it"
    DECIDE = "decide", "Decide"


_FIRST = {
    BlockSort.VOTE: Work.VOTE,
    BlockSort.BREAKS: Work.BREAKS,
    BlockSort.CLOSING: Work.DECIDE,
}


def work_for(sort: BlockSort | None) -> Work:
    """Return with what a block of a sort begins."""
    return Work.CAPTURE if sort is None else _FIRST.get(sort, Work.CAPTURE)


class WorkTabs(QTabWidget):
    """The facilitator's tools, each made when it is first shown.

    Signals:
        entry_wanted: kind and id of an entry that the user wants to see; the kind may be empty.
        finding_wanted: the `Finding` whose field the user wants to see.
    """

    entry_wanted = Signal(str, str)
    finding_wanted = Signal(object)

    def __init__(self, document: PlanDocument, run: WorkshopRun) -> None:
        super().__init__()
        self._document = document
        self._run = run
        self.setDocumentMode(True)
        for work in Work:
            self.addTab(LazyTab(partial(self._page, work)), caption_of(work.label))
        self.tabBar().setAccessibleName(say("Tools of the workshop"))

    @cached_property
    def capture(self) -> CapturePanel:
        """Takes what is said."""
        panel = CapturePanel(self._document, self._block_id)
        panel.opened.connect(self._want_entry)
        return panel

    @property
    def half_said(self) -> HalfSaid | None:
        """What is typed for capturing and was not entered yet; None where nobody captured anything."""
        return self.capture.half_said if "capture" in vars(self) else None

    @cached_property
    def wall(self) -> WallView:
        """Groups what was said."""
        clock = self._run.clock
        panel = WallView(self._document, groups=clock.state.groups, keep_groups=clock.keep_groups)
        panel.opened.connect(self._want_entry)
        return panel

    @cached_property
    def voting(self) -> VotingDesk:
        """Takes the votes."""
        return VotingDesk(self._document, self._block_id)

    @cached_property
    def breaks(self) -> BreaksPanel:
        """Goes through what breaks the plan."""
        panel = BreaksPanel(self._document, self._run.game)
        panel.go_wanted.connect(self.finding_wanted)
        return panel

    @cached_property
    def deciding(self) -> DecidingPanel:
        """Lists what is undecided."""
        panel = DecidingPanel(self._document)
        panel.opened.connect(self.entry_wanted)
        panel.go_wanted.connect(self.finding_wanted)
        return panel

    @property
    def work(self) -> Work:
        """What is shown."""
        return list(Work)[self.currentIndex()]

    def show_work(self, work: Work) -> None:
        """Show one of the tools."""
        self.setCurrentIndex(list(Work).index(work))
        tab = self.currentWidget()
        if isinstance(tab, LazyTab):
            tab.content()

    def take_focus(self) -> None:
        """Give the keyboard to the tool that is shown."""
        give_keyboard(self._stop(), self.tabBar())

    def _stop(self) -> QWidget:
        match self.work:
            case Work.CAPTURE:
                return self.capture.line
            case Work.VOTE:
                return self.voting.grid if self.voting.ballot else self.voting.new_button
            case Work.BREAKS:
                return self.breaks.first_stop
            case Work.DECIDE:
                return self.deciding.rows
            case Work.WALL:
                return self.tabBar()

    def _page(self, work: Work) -> QWidget:
        """Return a tool, made when it is first needed."""
        # The table of votes needs some height; the other tools scroll by themselves.
        return ScrollPage(self.voting) if work is Work.VOTE else self._panel(work)

    def _panel(self, work: Work) -> QWidget:
        match work:
            case Work.CAPTURE:
                return self.capture
            case Work.WALL:
                return self.wall
            case Work.VOTE:
                return self.voting
            case Work.BREAKS:
                return self.breaks
            case Work.DECIDE:
                return self.deciding

    def _block_id(self) -> str | None:
        return self._run.clock.state.block or None

    def _want_entry(self, record: str) -> None:
        self.entry_wanted.emit("", record)
