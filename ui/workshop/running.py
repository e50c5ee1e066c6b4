"""A workshop that is run from an open plan: clock, room and the game of findings, whatever page is open."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, QSize, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from planner.charts.scene import Scene
from planner.language import say
from planner.model.plan import Plan
from planner.model.records_workshop import AgendaBlock
from ui.document import PlanDocument
from ui.workshop.breaks.game import BreaksGame
from ui.workshop.clock import WorkshopClock, local_now
from ui.workshop.clock_words import room_clock
from ui.workshop.long_list import LongList
from ui.workshop.room.pictures import picture_pages
from ui.workshop.room.place import RoomPlace
from ui.workshop.room.scene import RoomBody, RoomScene
from ui.workshop.room.view import RoomView
from ui.workshop.showing import (
    Show,
    answers_of,
    ballot_of,
    called,
    findings_of,
    first_show,
    page_words,
    picture_of,
    rest_words,
    show_of,
    shows_for,
    vote_of,
    vote_title,
)

_USUAL = QSize(1280, 720)
"""The size for which the room's view is laid out until it is shown somewhere."""
_DRAW_AFTER_MS = 30
"""Several changes within this time are drawn once."""

_LISTS = frozenset({Show.ANSWERS, Show.VOTE})
"""What may be longer than the picture."""


class WorkshopRun(QObject):
    """Holds what outlives the pages of a window while a workshop runs.

    Attributes:
        clock: where the workshop stands.
        game: which finding stands before the room.
        view: what the room sees.
        place: where that is shown.

    Signals:
        shown: the room sees something else, or could.
        at_end: the room was to turn further than there is something to be seen in this block.
    """

    shown = Signal()
    at_end = Signal()

    def __init__(
        self,
        document: PlanDocument,
        window: QWidget,
        now: Callable[[], datetime] = local_now,
        parent: QObject | None = None,
    ) -> None:
        """Take up a plan's workshop where its file says that it stands.

        Args:
            document: the plan.
            window: the window at the laptop.
            now: tells the moment, with its time zone.
            parent: owns this.
        """
        super().__init__(parent)
        self._document = document
        self._now = now
        self._page = 0
        self._pages: tuple[Scene, ...] = ()
        self._list = LongList()
        self._before: Plan | None = None
        self.clock = WorkshopClock(document, now, self)
        self.game = BreaksGame(document)
        self.game.setParent(self)
        self.view = RoomView()
        self.view.resize(_USUAL)
        self.place = RoomPlace(self.view, window, self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.draw)
        self._connect()
        if self.clock.is_on:
            self._read_beginning()

    def _connect(self) -> None:
        self.clock.ticked.connect(self._draw_clock)
        self.clock.acted.connect(self._draw_soon)
        self.clock.entered.connect(self._enter)
        self.clock.time_over.connect(self._sound)
        self.game.changed.connect(self._draw_soon)
        self.place.turned.connect(self.turn)
        self.place.moved.connect(self._draw_soon)
        self.view.resized.connect(self._draw_soon)
        self._document.changed.connect(self._draw_soon)

    @property
    def block(self) -> AgendaBlock | None:
        """The block at hand."""
        return self._document.plan.agenda_blocks.get(self.clock.state.block)

    @property
    def ballot(self) -> str:
        """Id of the vote that is open; empty where there is none."""
        return ballot_of(self._document.plan, self.block, self.clock.state.ballot)

    @property
    def show(self) -> Show:
        """What the room sees."""
        return show_of(self.clock.state.view)

    @property
    def shows(self) -> tuple[Show, ...]:
        """What the room can see in this block."""
        return shows_for(self._document.plan, self.block, self.ballot)

    @property
    def answers(self) -> tuple[str, ...]:
        """What was answered in this block, the newest first."""
        return answers_of(self._document.plan, self.block, self._before)

    def begin(self) -> None:
        """Start the workshop, and show the room on the projector where there is one."""
        self.clock.start()
        if self.clock.is_on:
            self.place.begin()

    def end(self) -> None:
        """End the workshop; the room sees that."""
        self.clock.finish()

    def let_see(self, show: Show) -> None:
        """Let the room see something else."""
        self._page = 0
        self._list.begin()
        self.clock.show_room(show.value)

    def open_ballot(self, ballot: str) -> None:
        """Take another vote to be the open one."""
        if ballot != self.clock.state.ballot:
            self.clock.show_room(ballot=ballot)

    def turn(self, way: int) -> None:
        """Turn to the next page or view of this block (1), or back (-1); the block itself stays.

        A block ends by an act at the laptop alone: its times go into the minutes.
        """
        if self._timer.isActive():
            self.draw()
        page = self._page + way
        if self.show is Show.PICTURE and 0 <= page < len(self._pages):
            self._page = page
            self.draw()
            return
        if self.show in _LISTS and self._list.turn(way, self.view.left_out()):
            self.draw()
            return
        shows = self.shows
        at = (shows.index(self.show) if self.show in shows else -way if way > 0 else 0) + way
        if not 0 <= at < len(shows):
            self.at_end.emit()
            return
        self.let_see(shows[at])
        if way < 0 and shows[at] is Show.PICTURE:
            self.draw()
            self._page = max(0, len(self._pages) - 1)
            self.draw()

    def close(self) -> None:
        """Let the room's window and view go, and the clock stand."""
        self.clock.stop()
        self.place.end()
        self.view.deleteLater()

    def draw(self) -> None:
        """Draw what the room sees now."""
        self._timer.stop()
        self.view.show_scene(self._scene())
        self.shown.emit()

    def _enter(self) -> None:
        self._page = 0
        self._list.begin()
        if self._before is None:
            self._read_beginning()
        self.clock.show_room(first_show(self.block).value, ballot="")

    def _read_beginning(self) -> None:
        reading = self._document.in_file(lambda file: file.beginning())
        self._before = self._document.plan if reading is None else reading.result()

    def _draw_soon(self) -> None:
        if not self._timer.isActive():
            self._timer.start(_DRAW_AFTER_MS)

    def _draw_clock(self) -> None:
        """Draw the clock alone: all else stays as it is until something changes."""
        if self.clock.is_on and not self._timer.isActive():
            self.view.show_clock(room_clock(self.clock.face))

    def _sound(self) -> None:
        """Sound the system's own tone, where somebody asked for one.

        A quiet tone of our own would need Qt Multimedia, which is no part of the Qt that this program stands
        on and three times as large as the rest of it. The system's tone is as loud as the user has set it;
        where it is switched off, word, shape and colour of the clock say the same.
        """
        if self.clock.sounds:
            QApplication.beep()

    def _scene(self) -> RoomScene:
        block, face = self.block, self.clock.face
        plan = self._document.plan
        if face.has_ended:
            return RoomScene(block=plan.the_brief.title, question=say("Thank you"))
        show = self.show
        if show is Show.BLANK:
            return RoomScene(blank=True)
        body, page = self._body(show)
        is_vote = show is Show.VOTE and bool(self.ballot)
        return RoomScene(
            block=block.name if block is not None else plan.the_brief.title,
            question=vote_title(plan, self.ballot) if is_vote else called(plan, block, face, self._now()),
            body=body,
            page=page,
            clock=room_clock(face) if self.clock.is_on else None,
        )

    def _body(self, show: Show) -> tuple[RoomBody, str]:
        plan = self._document.plan
        if show is Show.ANSWERS:
            answers = self.answers
            start = self._list.follow(len(answers))
            return answers[start:], rest_words(start)
        if show is Show.VOTE and self.ballot:
            vote = vote_of(plan, self.ballot)
            start = self._list.follow(len(vote.choices))
            return replace(vote, choices=vote.choices[start:]), rest_words(start)
        if show is Show.BREAKS:
            row, current = self.game.row, self.game.current
            first = () if current is None else (current, *(one for one in row if one is not current))
            return findings_of(first, is_signable=self.game.is_signable), ""
        if show is Show.PICTURE:
            return self._picture()
        return None, ""

    def _picture(self) -> tuple[RoomBody, str]:
        block = self.block
        picture = "" if block is None else picture_of(block)
        if not picture:
            return None, ""
        view = self.view
        self._pages = picture_pages(
            picture,
            self._document.plan,
            view.picture_room(),
            view.chart_ink.measure,
            view.height(),
            self._document.today(),
        )
        if not self._pages:
            return (), ""
        self._page = min(self._page, len(self._pages) - 1)
        return self._pages[self._page], page_words(self._page, len(self._pages))
