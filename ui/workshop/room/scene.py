"""What the room sees now, as a value: made from plan and clock, drawn by `ui.workshop.room.view`."""

from dataclasses import dataclass

from planner.charts.scene import Scene
from planner.model.vocabulary import Weight


@dataclass(frozen=True, slots=True)
class RoomClock:
    """The time of the block, as the room reads it.

    Attributes:
        word: how the block stands.
        symbol: the same as a shape: name of its icon.
        tone: the same as a colour: name of its token.
        left: the time left or over, as "12:04" or "+1:30".
        spent: part of the block's time that is gone, 0 to 1.
    """

    word: str
    symbol: str
    tone: str
    left: str
    spent: float


@dataclass(frozen=True, slots=True)
class RoomChoice:
    """What can be voted for.

    Attributes:
        name: what it is.
        result: what came out for it, in words; empty until that is revealed.
        share: of the best result, 0 to 1.
    """

    name: str
    result: str = ""
    share: float = 0.0


@dataclass(frozen=True, slots=True)
class RoomVote:
    """What a vote is about, and what came out once it is revealed.

    Attributes:
        choices: what can be voted for; the best first where `revealed`.
        cast: how far the voting is, in a sentence.
        revealed: the results may be seen.
    """

    choices: tuple[RoomChoice, ...] = ()
    cast: str = ""
    revealed: bool = False


@dataclass(frozen=True, slots=True)
class RoomFinding:
    """A finding as the room reads it.

    Attributes:
        level: how heavy it weighs.
        subject: what it is about.
        message: what is wrong.
    """

    level: Weight
    subject: str
    message: str


@dataclass(frozen=True, slots=True)
class RoomFindings:
    """The findings that are to be mended, one at the front.

    Attributes:
        verdict: whether the plan can be signed, in a sentence.
        is_signable: whether it can.
        findings: those that stand, the one at the front first.
    """

    verdict: str = ""
    is_signable: bool = False
    findings: tuple[RoomFinding, ...] = ()


RoomBody = tuple[str, ...] | Scene | RoomVote | RoomFindings | None
"""What stands below the question: answers, a picture, a vote, findings or nothing."""


@dataclass(frozen=True, slots=True)
class RoomScene:
    """Everything that the room sees at one moment.

    Attributes:
        blank: it sees nothing at all.
        block: name of the block.
        question: what is asked.
        body: what stands below the question.
        page: which of several pages of a picture it is, in words; may be empty.
        clock: the time; None where no clock runs.
    """

    blank: bool = False
    block: str = ""
    question: str = ""
    body: RoomBody = None
    page: str = ""
    clock: RoomClock | None = None
