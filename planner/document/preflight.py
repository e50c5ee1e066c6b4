"""What will not print well, told before a document is written or a plan is signed.

Only the fonts' tables of characters are asked; nothing is laid out, so that a plan of many thousand
texts is looked through at once.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from planner.document.text.fonts import missing_characters
from planner.model.kinds import KINDS, Kind
from planner.model.plan import Plan, display_name
from planner.model.schema import FieldSpec, fields
from planner.model.values import Form

_TOLD = 5
"""Characters of one field that are told by name; the rest is counted."""
_ENTRY = 80
"""Characters of an entry's name that are told."""


@dataclass(frozen=True, slots=True)
class PrintProblem:
    """One field with characters that no font on this computer has.

    Attributes:
        kind: key of the entry's kind.
        record: id of the entry.
        field: name of the field.
        characters: those that can't be printed, each once, in their order.
        message: all of it in a plain sentence.
    """

    kind: str
    record: str
    field: str
    characters: tuple[str, ...]
    message: str


def print_problems(plan: Plan, *, signed_only: bool = False) -> tuple[PrintProblem, ...]:
    """Return what of a plan can't be printed as typed, in the plan's order.

    Args:
        plan: the plan.
        signed_only: look only at what a signature covers.
    """
    return tuple(
        PrintProblem(kind.key, record.id, spec.name, lacking, _message(kind, record, spec, lacking))
        for kind in KINDS
        if kind.signed or not signed_only
        for spec in _texts(kind)
        for record in plan.records(kind).values()
        if (lacking := _lacking(getattr(record, spec.name)))
    )


def told_character(char: str) -> str:
    """Return a character by its number and its name in Unicode: "U+13000 (Egyptian hieroglyph a001)"."""
    name = unicodedata.name(char, "").capitalize()
    return f"U+{ord(char):04X}" + (f" ({name})" if name else " (a sign without a name)")


def _texts(kind: Kind) -> Iterator[FieldSpec]:
    return (spec for spec in fields(kind.key) if spec.form in {Form.LINE, Form.TEXT})


def _lacking(text: Any) -> tuple[str, ...]:  # noqa: ANN401 - a field may be empty
    if not isinstance(text, str) or text.isascii():
        return ()
    return missing_characters(text)


def _message(kind: Kind, record: Any, spec: FieldSpec, lacking: tuple[str, ...]) -> str:  # noqa: ANN401
    told = ", ".join(map(told_character, lacking[:_TOLD]))
    more = f" and {len(lacking) - _TOLD} more" if len(lacking) > _TOLD else ""
    what = "this character" if len(lacking) == 1 else "these characters"
    return f"No font on this computer has {what} of “{spec.title}” in {_place(kind, record)}: {told}{more}."


def _place(kind: Kind, record: Any) -> str:  # noqa: ANN401 - a record of any kind
    if kind.single:
        return f"the {kind.word}"
    name = display_name(record)
    shown = name if len(name) <= _ENTRY else f"{name[: _ENTRY - 1].rstrip()}…"
    return f"the {kind.word} “{shown}”"
