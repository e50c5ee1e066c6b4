"""How the clock is told: time left or over, and how the block stands by word, shape and colour."""

from dataclasses import dataclass

from planner.language import phrase, say
from planner.workshop.face import Face
from planner.workshop.pace import Pace, clock_words
from ui.workshop.room.scene import RoomClock


@dataclass(frozen=True, slots=True)
class PaceLook:
    """A shape and a colour, so that neither has to be seen to know the other.

    Attributes:
        symbol: name of the icon.
        tone: token of the colour.
    """

    symbol: str
    tone: str


PACE_LOOKS = {
    Pace.ON_TIME: PaceLook("circle-check", "ok"),
    Pace.NEARLY_OVER: PaceLook("triangle-alert", "warn"),
    Pace.OVER_TIME: PaceLook("octagon-x", "bad"),
}
_PAUSED = PaceLook("circle-pause", "muted")
_PAUSED_WORD = phrase("Paused")


def time_left(face: Face) -> str:
    """Return the time that is left, or with a plus the time by which the block is over."""
    return say("+{time}", time=clock_words(face.over)) if face.over else clock_words(face.left)


def pace_word(face: Face) -> str:
    """Return how the block stands, in a word or two."""
    return say(_PAUSED_WORD) if face.is_paused else face.pace.label


def pace_look(face: Face) -> PaceLook:
    """Return how the block stands, as shape and colour."""
    return _PAUSED if face.is_paused else PACE_LOOKS[face.pace]


def room_clock(face: Face) -> RoomClock:
    """Return the clock as the room sees it."""
    look = pace_look(face)
    return RoomClock(pace_word(face), look.symbol, look.tone, time_left(face), face.share)
