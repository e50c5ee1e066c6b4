"""What an agenda's template is made of."""

from dataclasses import dataclass, replace

from planner.language import say
from planner.model.plan import new_id
from planner.model.records_workshop import AgendaBlock
from planner.model.vocabulary import BlockPicture, BlockSort
from planner.model.walk import Step


@dataclass(frozen=True, slots=True)
class TemplateBlock:
    """One block of a template; its texts are messages.

    Attributes:
        sort: what the room does in it.
        minutes: how long it takes.
        name: what it is called.
        output: the result on the table.
        question: the one question that the room sees.
        notes: for the facilitator.
        picture: what the room sees beside the question.
        step: the step of the walk that it fills.
    """

    sort: BlockSort
    minutes: int
    name: str
    output: str = ""
    question: str = ""
    notes: str = ""
    picture: BlockPicture = BlockPicture.NONE
    step: Step | None = None

    def lasting(self, minutes: int) -> "TemplateBlock":
        """Return it with another length."""
        return replace(self, minutes=minutes)

    def record(self) -> AgendaBlock:
        """Return a block of an agenda, its texts in the language in use: from then on they are the user's."""
        return AgendaBlock(
            id=new_id("agenda_blocks"),
            name=say(self.name),
            sort=self.sort,
            minutes=self.minutes,
            output=say(self.output),
            question=say(self.question),
            picture=self.picture,
            step=self.step,
            notes=say(self.notes),
        )


@dataclass(frozen=True, slots=True)
class AgendaTemplate:
    """An agenda to start from.

    Attributes:
        key: by which it is asked for.
        named: what it is called, as a message.
        told: whom it suits, in one line, as a message.
        blocks: its blocks in order; none where they follow from the plan alone.
        fixed: its lengths are its point, and are never fitted to the plan.
    """

    key: str
    named: str
    told: str
    blocks: tuple[TemplateBlock, ...] = ()
    fixed: bool = False

    @property
    def title(self) -> str:
        """What it is called."""
        return say(self.named)

    @property
    def summary(self) -> str:
        """Whom it suits, in one line."""
        return say(self.told)

    @property
    def minutes(self) -> int:
        """How long it takes as it stands; nothing where that follows from the plan."""
        return sum(block.minutes for block in self.blocks)
