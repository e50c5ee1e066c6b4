"""The facilitator's page at the laptop: clock, block, truths, tools and the room, all in one window."""

from datetime import timedelta

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from planner.language import say, say_count
from planner.workshop.deciding import undecided
from planner.workshop.pace import hours_words
from ui.document import PlanDocument
from ui.kit.card import Card
from ui.kit.hold_bar import HoldBar
from ui.kit.keyboard import give_keyboard
from ui.messages import ask_first
from ui.theme.tokens import MEDIUM, SMALL
from ui.workshop.console.block_card import BlockCard
from ui.workshop.console.clock_bar import ClockBar
from ui.workshop.console.columns import Columns
from ui.workshop.console.lists import ParkingCard, TruthsCard
from ui.workshop.console.notice import Notice
from ui.workshop.console.room_card import RoomCard
from ui.workshop.console.work import Work, WorkTabs, work_for
from ui.workshop.running import WorkshopRun
from ui.workshop.showing import Show

_FOLLOW_AFTER_MS = 60
_TURNING = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}


class ConsolePage(QWidget):
    """Runs the workshop.

    Signals:
        left: the user wants to go back to the plan.
        entry_wanted: kind and id of an entry that the user wants to see.
        finding_wanted: the `Finding` whose field the user wants to see.
        questions_wanted: the user wants to answer the questions.
        agenda_wanted: the user wants to make the agenda.
        minutes_wanted: the user wants to write what came of it.
    """

    left = Signal()
    entry_wanted = Signal(str, str)
    finding_wanted = Signal(object)
    questions_wanted = Signal()
    agenda_wanted = Signal()
    minutes_wanted = Signal()

    def __init__(self, document: PlanDocument, run: WorkshopRun) -> None:
        super().__init__()
        self._document = document
        self._run = run
        self._unseen = timedelta()
        self._is_passing = False
        self.clock = ClockBar(run.clock, self._has_agenda)
        self.block = BlockCard()
        self.truths = TruthsCard()
        self.parking = ParkingCard()
        self.room = RoomCard(run)
        self.work = WorkTabs(document, run)
        self.notice = Notice()
        self._large = QWidget()
        self._middle = QStackedWidget()
        self.columns = Columns(
            _framed(self._middle),
            ((say("Block"), self.block), (say("Truths"), self.truths)),
            ((say("Room"), self.room), (say("Parked"), self.parking)),
        )
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.follow)
        self._build()
        self._connect()
        self._take_view()
        self._enter()
        self._tell_away()

    def follow(self) -> None:
        """Show what the plan and the clock say now."""
        plan, face = self._document.plan, self._run.clock.face
        block = face.block or face.following
        self.block.show_block(block, face)
        self.truths.show_truths(self._document.report.standing, plan, block.step if block else None)
        self.parking.show_ideas(plan)
        self.columns.count(self.truths, self.truths.lines.model().rowCount())
        self.columns.count(self.parking, self.parking.lines.model().rowCount())
        self._open_ballot()
        self.clock.show_all()

    def take_focus(self) -> None:
        """Give the keyboard to what comes next: the start, the tool of the block, what is open at the end."""
        state = self._run.clock.state
        if self._run.clock.is_on or (state.has_ended and self._undecided()):
            self.work.take_focus()
        elif state.has_ended:
            give_keyboard(self.clock.button("minutes"))
        else:
            give_keyboard(self.clock.button("start" if self._has_agenda() else "agenda"))

    def tell_return(self) -> None:
        """Say that the workshop goes on after the plan was closed for a moment, unless more is to be said."""
        if not self.notice.words:
            self._is_passing = True
            self.notice.say(say("The workshop goes on where it stood; its clock did not stop."))

    def show_large(self, on: bool) -> None:  # noqa: FBT001 - a signal's value
        """Show the room's view in place of the tools, or the tools again."""
        self._middle.setCurrentWidget(self._large if on else self.work)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn what the room sees, as a presenter's remote asks for it."""
        way = _TURNING.get(Qt.Key(event.key()), 0)
        if way:
            self._run.turn(way)
        elif event.key() == Qt.Key.Key_Escape and self._middle.currentWidget() is self._large:
            self.room.large_button.setChecked(False)
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        hosting = QVBoxLayout(self._large)
        hosting.setContentsMargins(0, 0, 0, 0)
        self._middle.addWidget(self.work)
        self._middle.addWidget(self._large)
        column = QVBoxLayout(self)
        column.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        column.setSpacing(SMALL)
        column.addWidget(HoldBar(self._document, self))
        column.addWidget(self.notice)
        column.addWidget(self.clock)
        column.addWidget(self.columns, 1)

    def _connect(self) -> None:
        run, clock = self._run, self.clock
        clock.left.connect(self.left)
        clock.start_wanted.connect(self._begin)
        clock.end_wanted.connect(self._ask_end)
        clock.agenda_wanted.connect(self.agenda_wanted)
        clock.minutes_wanted.connect(self.minutes_wanted)
        self.room.large_wanted.connect(self.show_large)
        self.truths.finding_wanted.connect(self.finding_wanted)
        self.truths.questions_wanted.connect(self.questions_wanted)
        self.parking.idea_wanted.connect(self._want_idea)
        self.work.entry_wanted.connect(self.entry_wanted)
        self.work.finding_wanted.connect(self.finding_wanted)
        self.work.currentChanged.connect(self._open_ballot)
        self.notice.left.connect(self.take_focus)
        run.clock.entered.connect(self._enter)
        run.clock.acted.connect(self._soon)
        run.clock.slept.connect(self._tell_slept)
        run.place.moved.connect(self._take_view)
        run.place.unplugged.connect(self._tell_unplugged)
        run.place.plugged.connect(self.notice.hide)
        run.place.refused.connect(self._tell_refused)
        run.place.overtaken.connect(self._tell_overtaken)
        self._document.changed.connect(self._soon)
        self._document.report_changed.connect(self._soon)

    def _has_agenda(self) -> bool:
        return bool(self._document.plan.agenda_blocks)

    def _soon(self) -> None:
        if not self._timer.isActive():
            self._timer.start(_FOLLOW_AFTER_MS)

    def _enter(self) -> None:
        """Show the tool with which a block begins."""
        block = self._run.block
        self.work.show_work(work_for(block.sort if block is not None else None))
        if self._unseen or self._is_passing:
            # What is told is of the block that is left.
            self._unseen, self._is_passing = timedelta(), False
            self.notice.hide()
        if self._run.clock.state.has_ended:
            self._tell_undecided()
        self.follow()
        if self.isVisible():
            self.take_focus()

    def _open_ballot(self) -> None:
        """Let the room's vote be the one on the desk."""
        if self._run.clock.is_on and self._run.show is Show.VOTE and self.work.voting.ballot:
            self._run.open_ballot(self.work.voting.ballot)

    def _take_view(self) -> None:
        """Take the room's view in while no other window has it."""
        layout = self._large.layout()
        if self._run.place.is_inside and layout is not None:
            layout.addWidget(self._run.view)
            self._run.view.show()

    def _tell_undecided(self) -> None:
        """Lead to what nobody has decided yet, as the room is about to leave."""
        count = self._undecided()
        if count:
            self.work.show_work(Work.DECIDE)
            self.notice.say(
                say_count(
                    "The workshop is over, and {count} thing is undecided.",
                    "The workshop is over, and {count} things are undecided.",
                    count,
                )
            )

    def _undecided(self) -> int:
        return len(undecided(self._document.plan, self._document.report))

    def _begin(self) -> None:
        """Begin; a workshop that is over is begun anew only where somebody means it."""
        if not self._run.clock.state.has_ended:
            self._run.begin()
            return
        again = ask_first(
            self.window(),
            say("Start again"),
            say("Start again with the first block? The times of the workshop that is over are forgotten."),
            doing=say("Start again"),
            leaving=say("Leave it"),
        )
        again.clicked.connect(self._run.begin)

    def _ask_end(self) -> None:
        count = self._undecided()
        ask = say("End the workshop now? Blocks that are still to come are left out.")
        if count:
            ask = say_count(
                "End the workshop now? Blocks that are still to come are left out, "
                "and {count} thing is undecided.",
                "End the workshop now? Blocks that are still to come are left out, "
                "and {count} things are undecided.",
                count,
            )
        end = ask_first(
            self.window(),
            say("End the workshop"),
            ask,
            doing=say("End it"),
            leaving=say("Go on"),
        )
        end.clicked.connect(self._run.end)

    def _want_idea(self, idea: str) -> None:
        self.entry_wanted.emit("ideas", idea)

    def _tell_unplugged(self) -> None:
        self._unseen = timedelta()
        self.notice.say(say("The projector is gone; the room’s view is here. Plugged in again, it returns."))

    def _tell_refused(self) -> None:
        self._unseen = timedelta()
        words = say("Another plan’s workshop is on the projector; this room’s view stays here.")
        self.notice.say(words, say("Take the projector over"), self._run.place.take_over)

    def _tell_overtaken(self) -> None:
        self._unseen = timedelta()
        self.notice.say(say("Another plan’s workshop has taken the projector; this room’s view is here."))

    def _tell_slept(self, unseen: timedelta) -> None:
        self._offer_leaving_out(unseen, say("The laptop slept for {time}.", time=_length(unseen)))

    def _tell_away(self) -> None:
        """Say for how long the plan was closed while its clock ran, as when it is opened the next day."""
        away = self._run.clock.away
        if away is not None:
            self._offer_leaving_out(away, say("The plan was closed for {time}.", time=_length(away)))

    def _offer_leaving_out(self, unseen: timedelta, words: str) -> None:
        self._unseen = unseen
        self.notice.say(words, say("Take this time out of the block"), self._leave_out)

    def _leave_out(self) -> None:
        self._run.clock.leave_out(self._unseen)
        self._unseen = timedelta()


def _length(time: timedelta) -> str:
    return hours_words(round(time / timedelta(minutes=1)))


def _framed(inner: QWidget) -> Card:
    card = Card()
    card.body.setContentsMargins(MEDIUM, SMALL, MEDIUM, MEDIUM)
    card.body.addWidget(inner)
    return card
