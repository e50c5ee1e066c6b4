"""Where an entry of each kind keeps who follows it up, by when, and what it is about."""

from collections.abc import Mapping
from typing import Any

from msgspec.structs import replace

from planner.model.kinds import kind_of
from planner.model.links import item_for, linked_ids
from planner.model.record import Record
from planner.model.schema import field

OWNERS: Mapping[str, str] = {
    "ideas": "owner",
    "tactics": "accountable",
    "issues": "fix_owner",
    "objectives": "owner",
    "channels": "owner",
    "listening": "owner",
    "metrics": "owner",
    "changes": "owner",
}
"""The field of the one person who answers for an entry, by its kind."""

DUES: Mapping[str, str] = {
    "ideas": "due",
    "tactics": "ends_on",
    "issues": "fix_due",
    "objectives": "due",
    "metrics": "due",
    "changes": "due",
    "reviews": "on",
}
"""The field of the day by which it is done, by its kind."""

ABOUT: Mapping[str, Mapping[str, str]] = {
    "ideas": {"objectives": "concerns", "channels": "concerns", "touchpoints": "concerns"},
    "tactics": {"objectives": "objectives", "channels": "channel", "touchpoints": "touchpoints"},
    "issues": {"touchpoints": "touchpoint"},
    "metrics": {"objectives": "feeds"},
}
"""The field that links an entry of a kind to one of another kind that it is about."""


def with_owner(record: Any, person: str) -> Any:  # noqa: ANN401 - a record of any kind
    """Return a record with somebody who answers for it; None where it has no place for that, or has one."""
    return _with_one(record, OWNERS.get(kind_of(record).key), person)


def with_due(record: Any, day: object) -> Any:  # noqa: ANN401 - a record of any kind
    """Return a record with a day by which it is done; None where it has no place for that, or has one."""
    return _with_one(record, DUES.get(kind_of(record).key), day)


def with_about(record: Record, kind_key: str, target: str) -> Any:  # noqa: ANN401 - a record of any kind
    """Return a record that is about another one; None where it has no place for that, or is about one.

    Args:
        record: the record.
        kind_key: the other one's kind.
        target: the other one's id.
    """
    own = kind_of(record).key
    name = ABOUT.get(own, {}).get(kind_key)
    value = getattr(record, name) if name else None
    if name is None or not isinstance(value, tuple):
        return _with_one(record, name, target)
    spec = field(own, name)
    taken = target in linked_ids(spec, record)
    return record if taken else replace(record, **{name: (*value, item_for(spec, target))})


def targets_of(record: Record) -> tuple[str, ...]:
    """Return the ids of what a record is about, each once."""
    own = kind_of(record).key
    names = dict.fromkeys(ABOUT.get(own, {}).values())
    return tuple(dict.fromkeys(key for name in names for key in linked_ids(field(own, name), record)))


def _with_one(record: Any, name: str | None, value: object) -> Any:  # noqa: ANN401 - a record of any kind
    if name is None or getattr(record, name) not in {None, value}:
        return None
    return replace(record, **{name: value})
