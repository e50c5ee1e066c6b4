"""What of a plan can't be printed as typed, told before it is approved or written.

Only the fonts' tables of characters are asked; nothing is laid out, so that a plan of many thousand
texts is looked through at once.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from planner.language import say, say_count
from planner.model.kinds import KINDS, Kind
from planner.model.plan import Plan, display_name
from planner.model.record import Record
from planner.model.schema import FieldSpec, fields
from planner.model.values import Form
from planner.paper.text.fonts import missing_characters

_TOLD = 5
"""Characters of one field that are told by name; the rest is counted."""
_ENTRY = 80
"""Characters of an entry's name that are told."""


@dataclass(frozen=True, slots=True)
class PrintProblem:
    """One field that will not print as it is: characters that no font here has, a colour, a picture.

    Attributes:
        kind: key of the entry's kind.
        record: id of the entry.
        field: name of the field.
        characters: those that can't be printed, each once, in their order; none where it is about the look.
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
        if not kind.room and (kind.signed or not signed_only)
        for spec in _texts(kind)
        for record in plan.records(kind).values()
        if (lacking := _lacking(getattr(record, spec.name)))
    )


def told_character(char: str) -> str:
    """Return a character by its number and its name in Unicode: "U+13000 (Egyptian hieroglyph a001)"."""
    name = unicodedata.name(char, "").capitalize() or say("a sign without a name")
    return say("{number} ({name})", number=f"U+{ord(char):04X}", name=name)


def _texts(kind: Kind) -> Iterator[FieldSpec]:
    return (spec for spec in fields(kind.key) if spec.form in {Form.LINE, Form.TEXT})


def _lacking(text: Any) -> tuple[str, ...]:  # noqa: ANN401 - a field may be empty
    if not isinstance(text, str) or text.isascii():
        return ()
    return missing_characters(text)


def _message(kind: Kind, record: Record, spec: FieldSpec, lacking: tuple[str, ...]) -> str:
    told = say(", ").join(map(told_character, lacking[:_TOLD]))
    left = len(lacking) - _TOLD
    return say_count(
        "No font on this computer has this character of “{field}” in {entry}: {characters}.",
        "No font on this computer has these characters of “{field}” in {entry}: {characters}.",
        len(lacking),
        field=spec.title,
        entry=_place(kind, record),
        characters=say("{first} and {count} more", first=told, count=left) if left > 0 else told,
    )


def _place(kind: Kind, record: Record) -> str:
    if kind.single:
        return say("the {kind}", kind=kind.word)
    name = display_name(record)
    shown = name if len(name) <= _ENTRY else f"{name[: _ENTRY - 1].rstrip()}…"
    return say("the {kind} “{name}”", kind=kind.word, name=shown)
