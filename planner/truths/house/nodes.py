"""What a condition is made of, once it is read.

Each part knows where it stands in the text; two are the same wherever they stand.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Literal:
    """A value written out.

    Attributes:
        value: text, a number, yes or no, or None for `null`.
        at: place of its first character in the condition, from 0.
    """

    value: str | int | float | bool | None
    at: int = field(compare=False)


@dataclass(frozen=True, slots=True)
class Name:
    """A name by itself: `entry`, `plan`, `today`, or the name that a test of a list gives to its items."""

    name: str
    at: int = field(compare=False)


@dataclass(frozen=True, slots=True)
class Field:
    """A field of something: `entry.hours`."""

    of: "Node"
    name: str
    at: int = field(compare=False)


@dataclass(frozen=True, slots=True)
class Call:
    """A function, of something or by itself: `size(entry.note)`, `entry.name.contains("a")`."""

    name: str
    of: "Node | None"
    arguments: tuple["Node", ...]
    at: int = field(compare=False)


@dataclass(frozen=True, slots=True)
class Items:
    """A list written out: `["a", "b"]`."""

    items: tuple["Node", ...]
    at: int = field(compare=False)


@dataclass(frozen=True, slots=True)
class Prefix:
    """A sign before something: `!` or `-`."""

    sign: str
    of: "Node"
    at: int = field(compare=False)


@dataclass(frozen=True, slots=True)
class Pair:
    """A sign between two: `entry.hours > 5`."""

    sign: str
    left: "Node"
    right: "Node"
    at: int = field(compare=False)


@dataclass(frozen=True, slots=True)
class Either:
    """One of two by a test: `test ? one : other`."""

    test: "Node"
    one: "Node"
    other: "Node"
    at: int = field(compare=False)


Node = Literal | Name | Field | Call | Items | Prefix | Pair | Either
