"""Which fields of an entry are not filled in yet."""

from collections.abc import Iterable

from msgspec import Struct


def is_blank(value: object) -> bool:
    """Whether a field's value stands for nothing: None, no text but blanks, or an empty list."""
    return value is None or value == () or (isinstance(value, str) and not value.strip())


def lacking(record: Struct, names: Iterable[str]) -> list[str]:
    """Return those of the named fields that are not filled in, in the order given."""
    return [name for name in names if is_blank(getattr(record, name))]
