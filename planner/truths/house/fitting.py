"""Which types fit each other in a condition: what may be compared and joined, and what comes out."""

from collections.abc import Mapping

from planner.language import phrase, say, say_count
from planner.model.format import OR, listing
from planner.truths.house.errors import ConditionError
from planner.truths.house.nodes import Call, Node, Pair
from planner.truths.house.types import DAY, NOTHING, NUMBER, SPAN, TEXT, WHOLE, YES_NO, Type, is_entry

NUMBERS = (WHOLE, NUMBER)
_ORDERED = (*NUMBERS, TEXT, DAY, SPAN)
_MINUS, _PLUS = "-", "+"

_NO_COMPARISON = phrase("{left} can't be compared with {right}.")
_COMPARE_NAME = phrase("{left} can't be compared with {right}; compare its name, such as entry.owner.name.")
_NO_JOINING = phrase("“{sign}” can't join {left} and {right}.")
_JOIN_NUMBERS = phrase("“{sign}” can't join {left} and {right}. Write 2.0 in place of 2.")


def type_of_value(value: object) -> Type:
    """Return the type of a value that stands in a condition."""
    of: Mapping[type, Type] = {str: TEXT, bool: YES_NO, int: WHOLE, float: NUMBER}
    return of.get(type(value), NOTHING)


def comparable(one: Type, other: Type) -> bool:
    """Whether two are alike; all numbers are."""
    return one == other or (one in NUMBERS and other in NUMBERS)


def _are_values(one: Type, other: Type) -> bool:
    """Whether two are alike and no lists, entries or the plan: those would be compared part by part."""
    return comparable(one, other) and (one in _ORDERED or one is YES_NO)


def _reckoned(sign: str, left: Type, right: Type) -> Type | None:
    """Return what a sum or the like comes out as; None where there is none."""
    if left == right and (left in NUMBERS or (left is TEXT and sign == _PLUS)):
        return left if sign != "%" or left is WHOLE else None
    if sign == _MINUS and left is right is DAY:
        return SPAN
    if sign in {_PLUS, _MINUS} and left in {DAY, SPAN} and right is SPAN:
        return left
    return None


def must_be(of: Type, wanted: tuple[Type, ...], node: Node) -> None:
    """Refuse a part that is of another type than those wanted.

    Raises:
        ConditionError: it is none of them.
    """
    if of not in wanted:
        msg = say("This must be {wanted}; it is {type}.", wanted=_one_of(wanted), type=of.word)
        raise ConditionError(msg, node.at)


def must_have(node: Call, count: int) -> None:
    """Refuse a call with another number of values in its brackets.

    Raises:
        ConditionError: there are more or fewer.
    """
    if len(node.arguments) != count:
        raise ConditionError(_wrong_count(node.name, count), node.at)


def type_of_pair(node: Pair, left: Type, right: Type) -> Type:
    """Return what two parts come out as that a sign joins.

    Args:
        node: the parts with their sign.
        left: type of the one on the left.
        right: type of the one on the right.

    Raises:
        ConditionError: the sign can't join them.
    """
    if node.sign in {"&&", "||"}:
        must_be(left, (YES_NO,), node.left)
        must_be(right, (YES_NO,), node.right)
        return YES_NO
    if node.sign == "in":
        return _is_one_of(node, left, right)
    if node.sign in {"==", "!="}:
        return _equals(node, left, right)
    if node.sign in {"<", "<=", ">", ">="}:
        return _compares(node, left, right)
    return _reckons(node, left, right)


def _is_one_of(node: Pair, left: Type, right: Type) -> Type:
    if right.item is None or not comparable(left, right.item) or is_entry(right.item):
        msg = say(
            "“in” looks for a value in a list of such values; this is {left} in {right}.",
            left=left.word,
            right=right.word,
        )
        raise ConditionError(msg, node.at)
    return YES_NO


def _equals(node: Pair, left: Type, right: Type) -> Type:
    both = (left, right)
    if NOTHING not in both and not _are_values(left, right):
        message = _COMPARE_NAME if any(map(is_entry, both)) else _NO_COMPARISON
        msg = say(message, left=_capital(left.word), right=right.word)
        raise ConditionError(msg, node.at)
    return YES_NO


def _compares(node: Pair, left: Type, right: Type) -> Type:
    must_be(left, _ORDERED, node.left)
    if not comparable(left, right):
        msg = say(_NO_COMPARISON, left=_capital(left.word), right=right.word)
        raise ConditionError(msg, node.at)
    return YES_NO


def _reckons(node: Pair, left: Type, right: Type) -> Type:
    result = _reckoned(node.sign, left, right)
    if result is None:
        message = _JOIN_NUMBERS if {left, right} == set(NUMBERS) else _NO_JOINING
        msg = say(message, sign=node.sign, left=left.word, right=right.word)
        raise ConditionError(msg, node.at)
    return result


def _one_of(types: tuple[Type, ...]) -> str:
    if types == (WHOLE,):
        return WHOLE.word
    return listing((of.word for of in types if of is not WHOLE), OR)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _wrong_count(name: str, count: int) -> str:
    if count == 0:
        return say("“{name}” takes nothing in its brackets.", name=name)
    return say_count(
        "“{name}” takes {count} value in its brackets.",
        "“{name}” takes {count} values in its brackets.",
        count,
        name=name,
    )
