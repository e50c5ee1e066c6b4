"""Which fields of an entry are not filled in yet."""

from collections.abc import Iterable

from planner.model.record import Record
from planner.model.values import Choice

_STAND_INS = frozenset({"", "none", "no", "n/a", "na", "tbd", "tbc", "todo", "-", "–", "—", "?", "??", "…"})
"""What people put into a field that they leave for later, or that there is nothing to say in."""


def is_blank(value: object) -> bool:
    """Whether a field's value stands for nothing.

    That is None, an empty list, and a text of blanks or of a stand-in such as "none", "n/a" or "tbd":
    hours of cover of "none" cover nothing. What was chosen from a list is an answer, even where it is "no".
    """
    if isinstance(value, Choice):
        return False
    if isinstance(value, str):
        text = value.strip().rstrip(".!")
        return len(text) < 5 and text.rstrip().casefold() in _STAND_INS
    return value is None or value == ()


def lacking(record: Record, names: Iterable[str]) -> list[str]:
    """Return those of the named fields that are not filled in, in the order given."""
    return [name for name in names if is_blank(getattr(record, name))]
