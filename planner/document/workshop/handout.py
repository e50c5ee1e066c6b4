"""A paper of a few pages under one title, as a value: what minutes and agendas are before they are drawn."""

from dataclasses import dataclass

from planner.document.blocks import Block
from planner.language import say


@dataclass(frozen=True, slots=True)
class Section:
    """A part of it.

    Attributes:
        heading: what it is about.
        blocks: its contents.
    """

    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Handout:
    """The whole paper.

    Attributes:
        organisation: whose it is; may be empty.
        title: at its top, and of the file.
        subtitle: below that.
        name: what sort of paper it is; stands on every page.
        foot: stands at the lower left of every page.
        opening: what comes before the first section.
        sections: in their order.
        small_title: what stands below the title is to be read from afar, rather than the title.
    """

    organisation: str
    title: str
    subtitle: str
    name: str
    foot: str
    opening: tuple[Block, ...]
    sections: tuple[Section, ...] = ()
    small_title: bool = False

    @property
    def file_title(self) -> str:
        """What the file is called by those who list it."""
        return say("{title}: {paper}", title=self.title, paper=self.subtitle)
