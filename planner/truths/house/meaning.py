"""Whether a condition makes sense: its names are known, and its comparisons fit what they compare.

Told before anything runs, at the place of the mistake. Only what is named here can be used: no function
that costs without bound (`matches` compiles a pattern anew for each entry, `map` can double its list at
each step), and no test of a list within another.
"""

import re
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache

from planner.language import say
from planner.truths.house.errors import ConditionError
from planner.truths.house.fitting import NUMBERS, comparable, must_be, must_have, type_of_pair, type_of_value
from planner.truths.house.nodes import Call, Either, Field, Items, Literal, Name, Node, Pair, Prefix
from planner.truths.house.reading import read_condition
from planner.truths.house.types import (
    DAY,
    PLAN,
    SPAN,
    TEXT,
    WHOLE,
    YES_NO,
    Type,
    entry_of,
    field_names,
    field_type,
    is_entry,
    is_list,
    list_of,
    plan_types,
)
from planner.truths.house.unknown import no_field, no_function, no_list, no_name

TESTS = ("all", "exists", "exists_one", "filter")
_OF_TEXT = ("contains", "startsWith", "endsWith")
_OF_DAY = ("getFullYear", "getMonth", "getDayOfMonth", "getDayOfWeek")
_ALONE = ("size", "timestamp", "duration")
FUNCTIONS = (*_ALONE, *_OF_TEXT, *_OF_DAY, *TESTS)
"""Every function that a condition may use."""

_NAMES = ("entry", "plan", "today")

_DAY_TEXT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")
_SPAN_TEXT = re.compile(r"-?[0-9]{1,6}(\.[0-9]{1,3})?[hms]")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What is known of a condition that makes sense.

    Attributes:
        node: its parts.
        uses: the ways to every field that it reads, such as ("entry", "owner", "level") or ("today",), in
            the order in which they stand.
        tested: the ways to the lists whose items it tests one by one.
        filtered: of those, the ways to the lists of which it keeps some items.
        size: number of its parts.
    """

    node: Node
    uses: tuple[tuple[str, ...], ...]
    tested: tuple[tuple[str, ...], ...]
    filtered: tuple[tuple[str, ...], ...]
    size: int


@lru_cache(maxsize=4096)
def meaning_of(condition: str, kind: str) -> Meaning:
    """Return what is known of a condition on entries of a kind.

    Args:
        condition: one condition.
        kind: key of the kind.

    Raises:
        ConditionError: it can't be read, or makes no sense for that kind.
    """
    node = read_condition(condition)
    checker = _Checker(kind)
    result = checker.type_of(node)
    if result is not YES_NO:
        msg = say("A condition must come out as yes or no; this one is {type}.", type=result.word)
        raise ConditionError(msg)
    return Meaning(node, tuple(checker.uses), tuple(checker.tested), tuple(checker.filtered), checker.size)


@dataclass(slots=True)
class _Checker:
    """Finds out what each part is, and notes which fields are read."""

    kind: str
    uses: dict[tuple[str, ...], None] = field(default_factory=dict)
    tested: list[tuple[str, ...]] = field(default_factory=list)
    filtered: list[tuple[str, ...]] = field(default_factory=list)
    size: int = 0
    names: dict[str, Type] = field(default_factory=dict)

    def type_of(self, node: Node) -> Type:  # noqa: PLR0911 - one for each sort of part
        self.size += 1
        match node:
            case Literal(value=value):
                return type_of_value(value)
            case Name():
                return self._name(node)
            case Field():
                return self._field(node)
            case Call():
                return self._call(node)
            case Items(items=items):
                return self._items(items)
            case Prefix():
                return self._prefix(node)
            case Pair():
                return self._pair(node)
            case Either():
                return self._either(node)

    def _name(self, node: Name) -> Type:
        if node.name in self.names:
            return self.names[node.name]
        match node.name:
            case "entry":
                return entry_of((self.kind,), ("entry",), deep=True)
            case "plan":
                return PLAN
            case "today":
                self.uses[("today",)] = None
                return DAY
        own = (f"entry.{name}" for name in self._own_names())
        raise ConditionError(no_name(node.name, (*_NAMES, *self.names, *own)), node.at)

    def _own_names(self) -> tuple[str, ...]:
        return tuple(field_names(entry_of((self.kind,), ("entry",))))

    def _field(self, node: Field) -> Type:
        of = self.type_of(node.of)
        if of is PLAN:
            found = plan_types().get(node.name)
            if found is None:
                raise ConditionError(no_list(node.name), node.at)
            self.uses[("plan", node.name)] = None
            return found
        if not is_entry(of):
            msg = say("Only an entry has fields; this is {type}.", type=of.word)
            raise ConditionError(msg, node.at)
        found = field_type(of, node.name)
        if found is None:
            raise ConditionError(no_field(node.name, of), node.at)
        self.uses[(*of.origin, node.name)] = None
        return found

    def _items(self, items: tuple[Node, ...]) -> Type:
        types = [self.type_of(item) for item in items]
        for item, known in zip(items, types, strict=True):
            if not comparable(types[0], known):
                msg = say(
                    "The items of a list must be alike; this is {type}, and the first {first}.",
                    type=known.word,
                    first=types[0].word,
                )
                raise ConditionError(msg, item.at)
        return list_of(types[0] if types else TEXT)

    def _prefix(self, node: Prefix) -> Type:
        of = self.type_of(node.of)
        wanted = (YES_NO,) if node.sign == "!" else NUMBERS
        must_be(of, wanted, node)
        return of

    def _either(self, node: Either) -> Type:
        must_be(self.type_of(node.test), (YES_NO,), node.test)
        one, other = self.type_of(node.one), self.type_of(node.other)
        must_be(other, (one,), node.other)
        return one

    def _pair(self, node: Pair) -> Type:
        return type_of_pair(node, self.type_of(node.left), self.type_of(node.right))

    def _call(self, node: Call) -> Type:
        if node.name in TESTS and node.of is not None:
            return self._test(node)
        if node.name not in FUNCTIONS or (node.of is None) != (node.name in _ALONE):
            if node.name == "size" and node.of is not None and not node.arguments:
                return self._call(Call("size", None, (node.of,), node.at))
            raise ConditionError(no_function(node.name, FUNCTIONS), node.at)
        if node.of is not None:
            return self._method(node, self.type_of(node.of))
        return self._alone(node)

    def _method(self, node: Call, of: Type) -> Type:
        if node.name in _OF_DAY:
            must_be(of, (DAY,), node)
            must_have(node, 0)
            return WHOLE
        must_be(of, (TEXT,), node)
        must_have(node, 1)
        must_be(self.type_of(node.arguments[0]), (TEXT,), node.arguments[0])
        return YES_NO

    def _alone(self, node: Call) -> Type:
        must_have(node, 1)
        (argument,) = node.arguments
        of = self.type_of(argument)
        if node.name == "size":
            if of is not TEXT and not is_list(of):
                msg = say(
                    "“size” counts the items of a list or the letters of a text; this is {type}.",
                    type=of.word,
                )
                raise ConditionError(msg, node.at)
            return WHOLE
        fits = _is_day if node.name == "timestamp" else _SPAN_TEXT.fullmatch
        if not (isinstance(argument, Literal) and isinstance(argument.value, str) and fits(argument.value)):
            example = "2027-05-03T00:00:00Z" if node.name == "timestamp" else "720h"
            msg = say("“{name}” needs a text such as “{example}”.", name=node.name, example=example)
            raise ConditionError(msg, argument.at)
        return DAY if node.name == "timestamp" else SPAN

    def _test(self, node: Call) -> Type:
        must_have(node, 2)
        if node.of is None or self.names:
            msg = say("A test of a list can't stand within another one.")
            raise ConditionError(msg, node.at)
        of = self.type_of(node.of)
        named, test = node.arguments
        if of.item is None or not isinstance(named, Name):
            msg = say(
                "“{name}” tests the items of a list: "
                'entry.responsible.{name}(person, person.level == "intern").',
                name=node.name,
            )
            raise ConditionError(msg, node.at)
        if named.name in _NAMES:
            msg = say("“{name}” has its meaning already; call the items something else.", name=named.name)
            raise ConditionError(msg, named.at)
        self.tested.append(of.item.origin or ("list",))
        if node.name == "filter":
            self.filtered.append(self.tested[-1])
        self.names = {named.name: of.item}
        must_be(self.type_of(test), (YES_NO,), test)
        self.names = {}
        return of if node.name == "filter" else YES_NO


def _is_day(text: str) -> bool:
    try:
        return _DAY_TEXT.fullmatch(text) is not None and bool(datetime.fromisoformat(text))
    except ValueError:
        return False
