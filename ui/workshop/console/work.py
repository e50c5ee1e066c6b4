"""What the facilitator works with in a block: capturing, the wall, votes, what breaks the plan, decisions."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTabWidget, QWidget

from planner.language import say
from planner.model.values import Choice
from planner.model.vocabulary import BlockSort
from ui.document import PlanDocument
from ui.kit.scrolling import ScrollPage
from ui.kit.text import caption_of
from ui.workshop.breaks.panel import BreaksPanel
from ui.workshop.capture.panel import CapturePanel
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
        self.capture = CapturePanel(document, self._block_id)
        self.wall = WallView(document, groups=run.clock.state.groups, keep_groups=run.clock.keep_groups)
        self.voting = VotingDesk(document, self._block_id)
        self.breaks = BreaksPanel(document, run.game)
        self.deciding = DecidingPanel(document)
        for work, panel in self._panels().items():
            # The table of votes needs some height; the other tools scroll by themselves.
            page = ScrollPage(panel) if work is Work.VOTE else panel
            self.addTab(page, caption_of(work.label))
        self.tabBar().setAccessibleName(say("Tools of the workshop"))
        self.capture.opened.connect(self._want_entry)
        self.wall.opened.connect(self._want_entry)
        self.deciding.opened.connect(self.entry_wanted)
        self.breaks.go_wanted.connect(self.finding_wanted)
        self.deciding.go_wanted.connect(self.finding_wanted)

    @property
    def work(self) -> Work:
        """What is shown."""
        return list(Work)[self.currentIndex()]

    def show_work(self, work: Work) -> None:
        """Show one of the tools."""
        self.setCurrentIndex(list(Work).index(work))

    def take_focus(self) -> None:
        """Give the keyboard to the tool that is shown."""
        stops: dict[Work, QWidget] = {
            Work.CAPTURE: self.capture.line,
            Work.VOTE: self.voting.grid if self.voting.ballot else self.voting.new_button,
            Work.BREAKS: self.breaks.first_stop,
            Work.DECIDE: self.deciding.rows,
        }
        stops.get(self.work, self.tabBar()).setFocus(Qt.FocusReason.OtherFocusReason)

    def _panels(self) -> dict[Work, QWidget]:
        return {
            Work.CAPTURE: self.capture,
            Work.WALL: self.wall,
            Work.VOTE: self.voting,
            Work.BREAKS: self.breaks,
            Work.DECIDE: self.deciding,
        }

    def _block_id(self) -> str | None:
        return self._run.clock.state.block or None

    def _want_entry(self, record: str) -> None:
        self.entry_wanted.emit("", record)
