"""The clock of a running workshop: ticks whatever page is open, and is in the file after each act.

All time comes from one source that is handed in, so that nothing here has to be waited for. What a moment
means is `planner.workshop`'s; this keeps the state, lets it tick, and writes it.
"""

from collections.abc import Callable
from concurrent.futures import Future
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from planner.errors import PlanError
from planner.language import say
from planner.model.plan import Plan
from planner.workshop import clock as acts
from planner.workshop.face import Face, face
from planner.workshop.state import NOT_BEGUN, RoomState, flagged, shown
from ui.document import PlanDocument

if TYPE_CHECKING:
    from planner.store.plan_file import PlanFile

SOUND = "sound"
"""Flag of the state: a tone is wanted when the time of a block is over."""

_TICK_MS = 250
"""Often enough that no second is skipped on the screen."""
_LOOK_MS = 100
_WRITE_EVERY = timedelta(minutes=1)
"""By what is in the file one knows until when the clock was looked at, also where the program was killed."""


def local_now() -> datetime:
    """Return the present moment in the time zone of the room."""
    return datetime.now().astimezone()


class WorkshopClock(QObject):
    """Where the workshop stands, and the acts by which it goes on.

    Attributes:
        away: for how long the plan was closed while the clock ran, where that was long.

    Signals:
        ticked: the time shown is another one, or an act changed it.
        acted: an act changed where the workshop stands or what the room sees.
        entered: another block has begun.
        time_over: the time of the block has just run out.
        slept: nobody looked at the running clock for so long (a timedelta), as when a laptop sleeps.
        failed: the `PlanError` of an act that makes no sense, or that could not be written.
    """

    ticked = Signal()
    acted = Signal()
    entered = Signal()
    time_over = Signal()
    slept = Signal(object)
    failed = Signal(object)

    def __init__(
        self, document: PlanDocument, now: Callable[[], datetime] = local_now, parent: QObject | None = None
    ) -> None:
        """Go on where the plan's file says that the workshop stands.

        Args:
            document: the plan with the agenda.
            now: tells the moment, with its time zone.
            parent: owns the clock.
        """
        super().__init__(parent)
        self._document = document
        self._now = now
        stored, present = _stored(document), now()
        self.away = acts.slept(stored, present)
        self._state = acts.look(stored, present)
        self._written = present
        self._shown = ""
        self._was_over = bool(self.face.over)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.tick)
        # Asked for, not told: what the file's thread held, it could also be the last to let go of.
        self._writes: list[Future[None]] = []
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._look_at_writes)
        document.changed.connect(self._follow_plan)
        self._wind()

    @property
    def state(self) -> RoomState:
        """Where the workshop stands."""
        return self._state

    @property
    def face(self) -> Face:
        """What the clock shows now."""
        return face(self._document.plan, self._state, self._now())

    @property
    def is_on(self) -> bool:
        """Whether a workshop has begun and is not over."""
        return bool(self._state.block)

    @property
    def is_ticking(self) -> bool:
        """Whether time is being counted."""
        return self._timer.isActive()

    @property
    def sounds(self) -> bool:
        """Whether a tone is wanted when time runs out."""
        return self._state.has(SOUND)

    def tick(self) -> None:
        """Look at the time."""
        now = self._now()
        asleep = acts.slept(self._state, now)
        seen = acts.look(self._state, now)
        was_banked = seen.stretches != self._state.stretches
        self._state = seen
        if was_banked or now - self._written >= _WRITE_EVERY:
            self._write()
        if asleep is not None:
            self.slept.emit(asleep)
        self._tell_time()

    def stop(self) -> None:
        """Count and write no more, before the plan is closed; where the workshop stands is in the file."""
        self._timer.stop()
        self._look.stop()

    def start(self) -> None:
        """Begin with the first block."""
        plan = self._document.plan
        wants_sound = plan.the_workshop.sound
        self._act(lambda now: flagged(acts.start(plan, self._state, now), SOUND, on=wants_sound), begins=True)

    def go_next(self) -> None:
        """Leave this block for the next; behind the last one the workshop is over."""
        self._act(lambda now: acts.go_next(self._document.plan, self._state, now))

    def go_back(self) -> None:
        """Return to the block before; its time goes on where it stood."""
        self._act(lambda now: acts.go_back(self._document.plan, self._state, now))

    def jump(self, block: str) -> None:
        """Go to any block."""
        self._act(lambda now: acts.jump(self._document.plan, self._state, block, now))

    def toggle_pause(self) -> None:
        """Let the time stand still, or go on."""
        if self._state.is_paused:
            self._act(lambda now: acts.resume(self._state, now))
        else:
            self._act(lambda now: acts.pause(self._state, now))

    def add_minutes(self, minutes: int) -> None:
        """Give the block more time."""
        self._act(lambda _now: acts.add_minutes(self._state, minutes))

    def leave_out(self, unseen: timedelta) -> None:
        """Take back the time for which nobody was there."""
        self._act(lambda now: acts.leave_out(self._state, unseen, now))

    def finish(self) -> None:
        """End the workshop."""
        self._act(lambda now: acts.finish(self._state, now))

    def toggle_sound(self) -> None:
        """Sound when time runs out, or keep silent."""
        self._act(lambda _now: flagged(self._state, SOUND, on=not self.sounds))

    def show_room(
        self, view: str | None = None, *, ballot: str | None = None, finding: tuple[str, ...] | None = None
    ) -> None:
        """Let the room see something else; what is None stays."""
        self._act(lambda _now: shown(self._state, view=view, ballot=ballot, finding=finding))

    def keep_groups(self, names: tuple[str, ...]) -> None:
        """Remember which groups of the wall stay without a card."""
        self._act(lambda _now: shown(self._state, groups=names))

    def _act(self, act: Callable[[datetime], RoomState], *, begins: bool = False) -> None:
        before = self._state
        try:
            after = act(self._now())
        except PlanError as error:
            self.failed.emit(error)
            return
        if after == before:
            return
        self._state = after
        self._write(self._document.plan if begins else None)
        self._wind()
        if after.block != before.block:
            self._was_over = bool(self.face.over)
            self.entered.emit()
        self.acted.emit()
        self._shown = ""
        self._tell_time()

    def _write(self, beginning: Plan | None = None) -> None:
        self._written = self._now()
        writing = self._document.in_file(partial(_save, state=self._state, beginning=beginning))
        if writing is not None:
            self._writes.append(writing)
            self._look.start()

    def _look_at_writes(self) -> None:
        """Tell of a write that failed; the next act writes all of it again."""
        settled = [writing for writing in self._writes if writing.done()]
        self._writes = [writing for writing in self._writes if not writing.done()]
        if not self._writes:
            self._look.stop()
        for writing in settled:
            try:
                writing.result()
            except PlanError as error:
                hint = say("The clock goes on; the next act is written again.")
                self.failed.emit(PlanError(error.message, hint=hint))

    def _wind(self) -> None:
        if self._state.is_running:
            self._timer.start()
        else:
            self._timer.stop()

    def _follow_plan(self) -> None:
        if self.is_on:
            self._shown = ""
            self._tell_time()

    def _tell_time(self) -> None:
        now = self.face
        seconds = int(now.elapsed.total_seconds())
        shown_now = f"{seconds}/{now.length}/{now.is_paused}/{now.number}"
        if shown_now != self._shown:
            self._shown = shown_now
            self.ticked.emit()
        is_over = bool(now.block) and now.elapsed >= now.length
        if is_over and not self._was_over:
            self.time_over.emit()
        self._was_over = is_over


def _stored(document: PlanDocument) -> RoomState:
    reading = document.in_file(lambda file: file.room)
    return NOT_BEGUN if reading is None else reading.result()


def _save(file: "PlanFile", state: RoomState, beginning: Plan | None) -> None:
    file.save_room(state, beginning=beginning)
