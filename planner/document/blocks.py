"""What a report is made of: values without any layout, so that they can be tested and drawn anywhere."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal, Self

from planner.language import phrase, say


class Mark(StrEnum):
    """A mark beside a word; each has its own shape, so that colour never stands alone."""

    DONE = "done"
    ON_TRACK = "on-track"
    AT_RISK = "at-risk"
    LATE = "late"
    NOT_STARTED = "not-started"


class Tone(StrEnum):
    """How a paragraph is set."""

    LEAD = "lead"
    BODY = "body"
    QUIET = "quiet"


class Status(StrEnum):
    """Where the plan as a whole stands."""

    message: str

    def __new__(cls, value: str, word: str) -> Self:
        """Make a member from its key and the word shown for it."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.message = word
        return member

    @property
    def word(self) -> str:
        """The word shown for it."""
        return say(self.message)

    DRAFT = "draft", phrase("DRAFT")
    FOR_SIGN_OFF = "for-sign-off", phrase("For sign-off")
    SIGNED = "signed", phrase("Signed")


@dataclass(frozen=True, slots=True)
class Marked:
    """A word with a mark before it."""

    text: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Gauge:
    """A figure with a bar that shows its part of the whole.

    Attributes:
        text: the figure as printed.
        part: 0 to 1.
        mark: how the figure is to be taken.
    """

    text: str
    part: float
    mark: Mark


@dataclass(frozen=True, slots=True)
class Bar(Gauge):
    """A figure with a bar beside the bars of other figures; long is neither good nor bad."""

    mark: Mark = Mark.DONE


@dataclass(frozen=True, slots=True)
class Named:
    """What names a row, with more about it below in regular type.

    Attributes:
        name: in the heavier weight, or in that of text where it is a whole sentence.
        detail: below it; empty where there is nothing to add.
        sentence: the name is one.
    """

    name: str
    detail: str = ""
    sentence: bool = False


Cell = str | Marked | Gauge | Named
"""What stands in one cell of a table."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    Attributes:
        title: its head.
        align: numbers stand right, words left, single letters in the centre.
        whole: its cells are short and are not broken over lines.
        turned: its head runs upwards, so that many columns of single letters stand side by side.
    """

    title: str
    align: Literal["left", "right", "centre"] = "left"
    whole: bool = False
    turned: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a head.

    Attributes:
        columns: the columns.
        rows: as many cells as there are columns, each.
        total: the last row is a sum.
        note: a sentence in grey below the last row, never parted from it.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; line breaks in it are kept."""

    text: str
    tone: Tone = Tone.BODY


@dataclass(frozen=True, slots=True)
class Subheading:
    """A heading within a chapter.

    Attributes:
        text: the heading.
        listed: also stands among the bookmarks.
        minor: one of many; set no larger than the text below it.
    """

    text: str
    listed: bool = False
    minor: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels with their texts, one below the other.

    Attributes:
        rows: label and text.
        targets: key of the chapter that each row leads to; empty where none leads anywhere.
    """

    rows: tuple[tuple[str, Cell], ...]
    targets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """One key figure.

    Attributes:
        value: the figure as printed.
        label: what it counts.
    """

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Figures:
    """Key figures in a grid."""

    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart, drawn from the plan by its name; a long one goes over several pages.

    Attributes:
        name: which one.
        heading: stands above it, on each of its pages.
    """

    name: Literal["timeline", "ladder", "load", "budget", "capacity", "sequence"]
    heading: str


@dataclass(frozen=True, slots=True)
class Points:
    """Short points under a heading, each with a mark; without one where it is empty."""

    title: str
    points: tuple[Marked, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """Two lists of points side by side."""

    left: Points
    right: Points


@dataclass(frozen=True, slots=True)
class Signature:
    """One approver's place on the sign-off page.

    Attributes:
        role: in which role the approver signs.
        name: who it is.
        decision: what was decided, or that nothing was yet.
        when: the moment by the clock of the computer that was used; empty without a decision.
        reason: the reason or the conditions; empty where there are none.
        signed_as: the name that was typed, and how it was signed; empty without a decision.
        drawing: the strokes of a drawn signature (`planner.signoff.drawing`); empty where there is none.
        approver: id of the approver who signs digitally, which names the field; empty for all others.
    """

    role: str
    name: str
    decision: Marked
    when: str = ""
    reason: str = ""
    signed_as: str = ""
    drawing: str = ""
    approver: str = ""


@dataclass(frozen=True, slots=True)
class Together:
    """Blocks that stay on one page where they fit on one."""

    blocks: tuple["Block", ...]


Block = Paragraph | Subheading | Facts | Figures | Table | Chart | Points | Beside | Signature | Together


@dataclass(frozen=True, slots=True)
class Chapter:
    """One chapter.

    Attributes:
        key: names it for life, for choosing what to print.
        title: the plain heading.
        finding: what the plan's figures say, in one short sentence; empty where they say nothing.
        blocks: its contents.
    """

    key: str
    title: str
    finding: str
    blocks: tuple[Block, ...]

    @property
    def heading(self) -> str:
        """The finding, or the plain heading where there is none."""
        return self.finding or self.title


@dataclass(frozen=True, slots=True)
class FirstPage:
    """What the first page says.

    Attributes:
        organisation: whose plan it is; may be empty.
        title: the plan's title.
        subtitle: sort of document.
        status: revision and where the plan stands.
        blocks: the answer, key figures, what is decided and what is open.
    """

    organisation: str
    title: str
    subtitle: str
    status: Marked
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class PlanReport:
    """A plan's whole document, before it is laid out.

    Attributes:
        title: the plan's title.
        organisation: whose plan it is; may be empty.
        revision: number of the revision.
        status: where the plan stands.
        fingerprint: of the plan, 64 hexadecimal digits.
        first: the first page.
        chapters: in the order of the document.
        control: which document this is, who decides about it, and how a copy of it is verified.
    """

    title: str
    organisation: str
    revision: int
    status: Status
    fingerprint: str
    first: FirstPage
    chapters: tuple[Chapter, ...] = field(default=())
    control: Chapter | None = None

    @property
    def is_draft(self) -> bool:
        """Whether every page says so."""
        return self.status is Status.DRAFT
