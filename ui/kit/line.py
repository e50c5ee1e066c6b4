"""A line of a list: what it shows and what it is chosen for."""

from dataclasses import dataclass
from enum import Enum
from typing import Any


class Mark(Enum):
    """How a part of a line's detail is marked."""

    HIT = "hit"
    OLD = "old"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Marked:
    """A marked part of a text, by its characters."""

    start: int
    end: int
    mark: Mark


@dataclass(frozen=True, slots=True)
class Line:
    """One line.

    Attributes:
        key: what is picked.
        title: its name.
        detail: a second row below the name; may be empty.
        marks: marked parts of the detail.
        aside: what it is, at the right; may be empty.
        icon: name of its icon; may be empty.
        is_heading: of the lines below; can't be picked.
        is_faded: shown second; can be picked all the same.
        spoken: what a screen reader says; the texts where empty.
        title_marks: marked parts of the name.
    """

    key: Any
    title: str
    detail: str = ""
    marks: tuple[Marked, ...] = ()
    aside: str = ""
    icon: str = ""
    is_heading: bool = False
    is_faded: bool = False
    spoken: str = ""
    title_marks: tuple[Marked, ...] = ()
