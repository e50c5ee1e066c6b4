"""A condition as a row of a form: a field, a comparison and a value; and the way back from its text.

What rows can say is written as CEL by `condition_of`. `row_of` reads values off a condition and asks which
comparison would write just that: so a row and its text can never say different things.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import cache

from planner.language import say
from planner.model.format import in_sentence
from planner.model.schema import FieldSpec
from planner.model.values import Choice, Form
from planner.truths.house.errors import ConditionError
from planner.truths.house.nodes import Call, Either, Field, Items, Literal, Name, Node, Pair, Prefix
from planner.truths.house.reading import read_condition
from planner.truths.house.types import MANY_LINKS, fields_of
from planner.truths.house.words import quoted_text

Value = str | int | float | bool | date
_MIDNIGHT = "T00:00:00Z"


class Comparison(Choice):
    """How a row compares its field."""

    IS = "is", "is"
    IS_NOT = "is-not", "is not"
    CONTAINS = "contains", "contains"
    LACKS = "lacks", "does not contain"
    BEGINS = "begins", "begins with"
    ONE_OF = "one-of", "is one of"
    NONE_OF = "none-of", "is none of"
    MORE = "more", "is more than"
    LESS = "less", "is less than"
    AT_LEAST = "at-least", "is at least"
    AT_MOST = "at-most", "is at most"
    BEFORE = "before", "is before"
    AFTER = "after", "is after"
    PAST = "past", "is before today"
    FUTURE = "future", "is after today"
    MORE_OF = "more-of", "are more than"
    FEWER_OF = "fewer-of", "are fewer than"
    EMPTY = "empty", "is empty"
    FILLED = "filled", "is filled in"


class Takes(Choice):
    """What a comparison compares with."""

    NOTHING = "nothing"
    ONE = "one"
    SEVERAL = "several"
    COUNT = "count"


TAKES: Mapping[Comparison, Takes] = {
    **dict.fromkeys(Comparison, Takes.ONE),
    **dict.fromkeys((Comparison.PAST, Comparison.FUTURE, Comparison.EMPTY, Comparison.FILLED), Takes.NOTHING),
    **dict.fromkeys((Comparison.ONE_OF, Comparison.NONE_OF), Takes.SEVERAL),
    **dict.fromkeys((Comparison.MORE_OF, Comparison.FEWER_OF), Takes.COUNT),
}
"""With how many values each comparison compares."""

_SAME = (Comparison.IS, Comparison.IS_NOT)
_GAP = (Comparison.EMPTY, Comparison.FILLED)
_LISTED = (Comparison.ONE_OF, Comparison.NONE_OF)
_PARTS = (Comparison.CONTAINS, Comparison.LACKS)
_FIGURES = (Comparison.MORE, Comparison.LESS, Comparison.AT_LEAST, Comparison.AT_MOST)
_MOMENTS = (Comparison.BEFORE, Comparison.AFTER, Comparison.PAST, Comparison.FUTURE)
_COUNTS = (Comparison.MORE_OF, Comparison.FEWER_OF)
_TEXTS = (*_SAME, *_PARTS, Comparison.BEGINS, *_LISTED, *_GAP)

_OF_FORM: Mapping[Form, tuple[Comparison, ...]] = {
    Form.LINE: _TEXTS,
    Form.TEXT: _TEXTS,
    Form.CURRENCY: (*_SAME, *_LISTED),
    Form.CHOICE: (*_SAME, *_LISTED, *_GAP),
    Form.CHOICES: (*_PARTS, *_COUNTS, *_GAP),
    Form.YES_NO: (Comparison.IS,),
    Form.DATE: (*_SAME, *_MOMENTS, *_GAP),
    Form.MOMENT: (Comparison.PAST, Comparison.FUTURE, *_GAP),
    Form.LINK: _GAP,
    **dict.fromkeys(MANY_LINKS, (*_COUNTS, *_GAP)),
    **dict.fromkeys(
        (Form.WHOLE, Form.NUMBER, Form.HOURS, Form.PERCENT, Form.RATING, Form.MONEY),
        (*_SAME, *_FIGURES, *_GAP),
    ),
}


@dataclass(frozen=True, slots=True)
class Column:
    """A field that a row may speak of.

    Attributes:
        way: its name, or that of a link and of the linked entry's field.
        spec: the field.
        through: the link on the way, if there is one.
    """

    way: tuple[str, ...]
    spec: FieldSpec
    through: FieldSpec | None = None

    @property
    def title(self) -> str:
        """What it is called: "Hours a week", or "Owner: level"."""
        if self.through is None:
            return self.spec.title
        return say("{link}: {field}", link=self.through.title, field=in_sentence(self.spec.title))

    @property
    def comparisons(self) -> tuple[Comparison, ...]:
        """The comparisons that suit it; a choice that always has a value is never empty."""
        found = _OF_FORM[self.spec.form]
        always = self.spec.form in {Form.CHOICE, Form.WHOLE} and not self.spec.optional
        return tuple(one for one in found if not (always and one in _GAP))


@dataclass(frozen=True, slots=True)
class Row:
    """One condition as a row.

    Attributes:
        way: see `Column.way`.
        comparison: how it compares.
        values: with what; as many as the comparison takes.
    """

    way: tuple[str, ...]
    comparison: Comparison
    values: tuple[Value, ...] = ()


@cache
def columns_of(kind: str) -> Mapping[tuple[str, ...], Column]:
    """Return the fields of a kind that rows may speak of, and those of what its single links lead to."""
    own = [Column((name,), spec) for name, spec in fields_of(kind).items()]
    linked = [
        Column((link.spec.name, name), spec, through=link.spec)
        for link in own
        if link.spec.form is Form.LINK and len(link.spec.to) == 1
        for name, spec in fields_of(link.spec.to[0]).items()
        if not spec.is_link
    ]
    return {column.way: column for column in (*own, *linked)}


def condition_of(row: Row, kind: str) -> str:  # noqa: PLR0911 - one for each way to write it
    """Return a row as CEL.

    Raises:
        KeyError: the kind has no such field.
    """
    column = columns_of(kind)[row.way]
    path = f"entry.{'.'.join(row.way)}"
    values = [_written(value) for value in row.values]
    match row.comparison:
        case Comparison.EMPTY:
            return f"{_measured(column, path)} == {_nothing(column)}"
        case Comparison.FILLED:
            return f"{_measured(column, path)} != {_nothing(column)}"
        case Comparison.ONE_OF:
            return f"{path} in [{', '.join(values)}]"
        case Comparison.NONE_OF:
            return f"!({path} in [{', '.join(values)}])"
        case Comparison.CONTAINS:
            return _contains(column, path, values[0])
        case Comparison.LACKS:
            return f"!({_contains(column, path, values[0])})"
        case Comparison.BEGINS:
            return f"{path}.startsWith({values[0]})"
    return f"{_measured(column, path)} {_SIGNS[row.comparison]} {values[0] if values else 'today'}"


_SIGNS: Mapping[Comparison, str] = {
    Comparison.IS: "==",
    Comparison.IS_NOT: "!=",
    Comparison.MORE: ">",
    Comparison.LESS: "<",
    Comparison.AT_LEAST: ">=",
    Comparison.AT_MOST: "<=",
    Comparison.BEFORE: "<",
    Comparison.AFTER: ">",
    Comparison.PAST: "<",
    Comparison.FUTURE: ">",
    Comparison.MORE_OF: ">",
    Comparison.FEWER_OF: "<",
}


def row_of(condition: str, kind: str) -> Row | None:
    """Return a condition as a row; None where rows can't say it."""
    try:
        node = read_condition(condition)
    except ConditionError:
        return None
    parts = tuple(_parts(node))
    column = columns_of(kind).get(next((way for way in map(_way, parts) if way), ()))
    if column is None:
        return None
    values = tuple(value for part in parts for value in _value(part))
    rows = [row for one in reversed(column.comparisons) for row in _fitting(column.way, one, values)]
    return next((row for row in rows if read_condition(condition_of(row, kind)) == node), None)


def _fitting(way: tuple[str, ...], comparison: Comparison, values: tuple[Value, ...]) -> Iterator[Row]:
    """Yield the row that compares with some values, where so many suit the comparison."""
    takes = TAKES[comparison]
    if takes is Takes.NOTHING:
        yield Row(way, comparison)
    elif takes is Takes.SEVERAL or len(values) == 1:
        yield Row(way, comparison, values)


def _is_list(column: Column) -> bool:
    own = column.through is None
    return column.spec.form is Form.CHOICES or (own and column.spec.form in MANY_LINKS)


def _measured(column: Column, path: str) -> str:
    return f"size({path})" if _is_list(column) else path


def _nothing(column: Column) -> str:
    if _is_list(column):
        return "0"
    return '""' if column.spec.form in {Form.LINE, Form.TEXT} else "null"


def _contains(column: Column, path: str, value: str) -> str:
    return f"{value} in {path}" if _is_list(column) else f"{path}.contains({value})"


def _written(value: Value) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return quoted_text(value)
        case date():
            return f'timestamp("{value.isoformat()}{_MIDNIGHT}")'
    return str(int(value)) if value == int(value) else repr(value)


def _value(node: Node) -> Iterator[Value]:
    """Yield the value that a part stands for, if it is one."""
    match node:
        case Prefix(sign="-", of=Literal(value=int() | float() as number)):
            yield -number
        case Call(name="timestamp", of=None, arguments=(Literal(value=str() as text),)):
            with suppress(ValueError):
                yield date.fromisoformat(text.removesuffix(_MIDNIGHT))
        case Literal(value=value) if value is not None:
            yield value


def _way(node: Node) -> tuple[str, ...]:
    """Return the way from the entry to a field; empty where a part is none."""
    match node:
        case Field(of=Name(name="entry"), name=name):
            return (name,)
        case Field(of=Field() as of, name=name):
            above = _way(of)
            return (*above, name) if above else ()
    return ()


def _parts(node: Node) -> Iterator[Node]:
    """Yield a condition's parts from the outermost in; what a value is made of stays together."""
    yield node
    if tuple(_value(node)) or _way(node):
        return
    for part in _below(node):
        yield from _parts(part)


def _below(node: Node) -> Iterable[Node]:
    match node:
        case Pair(left=left, right=right):
            return (left, right)
        case Prefix(of=of):
            return (of,)
        case Items(items=items):
            return items
        case Call(of=of, arguments=arguments):
            return arguments if of is None else (of, *arguments)
        case Either(test=test, one=one, other=other):
            return (test, one, other)
    return ()
