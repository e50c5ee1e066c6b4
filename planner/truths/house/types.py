"""What a condition's parts are: text, numbers, days, lists, entries; and what each field gives."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from planner.language import phrase, say
from planner.model.kinds import KINDS
from planner.model.schema import FieldSpec, fields
from planner.model.values import Form
from planner.model.vocabulary import Subject

BRIEF = "brief"
BUDGET = "budget"


@dataclass(frozen=True, slots=True)
class Type:
    """What a part of a condition is.

    Attributes:
        message: what it is in a sentence, such as "a text" or "a number", as a message.
        item: of a list: what its items are.
        kinds: of an entry: the kinds that it may be of.
        deep: of an entry: its links lead to entries; else they give those entries' names.
        origin: of an entry: the way to it from a name, such as ("entry", "owner").
    """

    message: str
    item: "Type | None" = None
    kinds: tuple[str, ...] = ()
    deep: bool = False
    origin: tuple[str, ...] = ()

    @property
    def word(self) -> str:
        """What it is, in a sentence."""
        return say(self.message)


TEXT, YES_NO, NOTHING = Type(phrase("a text")), Type(phrase("yes or no")), Type(phrase("nothing"))
WHOLE, NUMBER = Type(phrase("a whole number")), Type(phrase("a number"))
DAY, SPAN = Type(phrase("a day")), Type(phrase("a length of time"))
PLAN = Type(phrase("the plan"))
_LIST, _ENTRY = phrase("a list"), phrase("an entry")

_OF_FORM: dict[Form, Type] = {
    Form.LINE: TEXT,
    Form.TEXT: TEXT,
    Form.CURRENCY: TEXT,
    Form.CHOICE: TEXT,
    Form.WHOLE: WHOLE,
    Form.NUMBER: NUMBER,
    Form.HOURS: NUMBER,
    Form.PERCENT: NUMBER,
    Form.RATING: NUMBER,
    Form.MONEY: NUMBER,
    Form.DATE: DAY,
    Form.MOMENT: DAY,
    Form.YES_NO: YES_NO,
}
MANY_LINKS = frozenset({Form.LINKS, Form.SHARES, Form.VOICES})


def list_of(item: Type) -> Type:
    """Return the type of a list."""
    return Type(_LIST, item=item)


def entry_of(kinds: tuple[str, ...], origin: tuple[str, ...], *, deep: bool = False) -> Type:
    """Return the type of an entry."""
    return Type(_ENTRY, kinds=kinds, deep=deep, origin=origin)


def is_list(of: Type) -> bool:
    """Whether a type is a list's."""
    return of.message == _LIST


def is_entry(of: Type) -> bool:
    """Whether a type is an entry's."""
    return of.message == _ENTRY


def kind_looked_at(subject: Subject) -> str:
    """Return the key of the kind whose records are `entry`: for the plan as a whole, its brief."""
    return BRIEF if subject is Subject.PLAN else subject.value


@cache
def plan_types() -> dict[str, Type]:
    """Return what follows `plan.`: its brief, its budget, and the list of each kind's entries."""
    singles = {key: entry_of((key,), ("plan", key)) for key in (BRIEF, BUDGET)}
    known = {subject.value for subject in Subject}
    lists = {
        kind.key: list_of(entry_of((kind.key,), ("plan", kind.key))) for kind in KINDS if kind.key in known
    }
    return {**singles, **lists}


@cache
def fields_of(kind: str) -> dict[str, FieldSpec]:
    """Return the fields of a kind by name."""
    return {spec.name: spec for spec in fields(kind)}


def field_names(of: Type) -> Iterator[str]:
    """Yield the names of the fields that an entry has."""
    yield "id"
    for kind in of.kinds:
        yield from fields_of(kind)


def field_type(of: Type, name: str) -> Type | None:
    """Return what a field of an entry is; None where there is no such field."""
    if name == "id":
        return TEXT
    for kind in of.kinds:
        spec = fields_of(kind).get(name)
        if spec is not None:
            return type_of(spec, (*of.origin, name), deep=of.deep)
    return None


def type_of(spec: FieldSpec, origin: tuple[str, ...], *, deep: bool) -> Type:
    """Return what a field is.

    Args:
        spec: the field.
        origin: the way to it.
        deep: a link leads to an entry; else it gives that entry's name.
    """
    if not spec.is_link:
        return _OF_FORM.get(spec.form, list_of(TEXT))
    target = entry_of(spec.to, origin) if deep else TEXT
    return list_of(target) if spec.form in MANY_LINKS else target
