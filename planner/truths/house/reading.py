"""Reading a condition: the part of the Common Expression Language (CEL) that house truths may use.

The library `cel` runs conditions but shows no parts of them. We read them as well, before it does: to tell
an unknown field or a wrong comparison at its place, to know which fields are needed, to bound what running
costs, and to show a condition as a row of a form. Grammar: the CEL specification, “Syntax”
(github.com/google/cel-spec/blob/master/doc/langdef.md), without maps, indexes, bytes and messages.
"""

from functools import lru_cache

from planner.language import say
from planner.truths.house.errors import ConditionError
from planner.truths.house.nodes import Call, Either, Field, Items, Literal, Name, Node, Pair, Prefix
from planner.truths.house.words import Sort, Word, text_value, words_of

MAX_LENGTH = 1000
"""Characters of one condition."""

MAX_WORDS = 200
MAX_DEPTH = 24
"""Brackets and signs within each other."""

MAX_DIGITS = 15
"""As many digits as every number keeps exactly."""

_STRENGTH = {
    "||": 1, "&&": 2, "==": 3, "!=": 3, "<": 3, "<=": 3, ">": 3, ">=": 3, "in": 3,
    "+": 4, "-": 4, "*": 5, "/": 5, "%": 5,
}  # fmt: skip
"""How tightly each sign between two binds; all bind to the left."""

_FIXED = {"true": True, "false": False, "null": None}


@lru_cache(maxsize=4096)
def read_condition(condition: str) -> Node:
    """Return what a condition is made of.

    Raises:
        ConditionError: it is too long or nested too deeply, or a part is missing or out of place.
    """
    if len(condition) > MAX_LENGTH:
        msg = say("This condition is too long; it can have up to {most} characters.", most=MAX_LENGTH)
        raise ConditionError(msg)
    words = words_of(condition)
    if len(words) > MAX_WORDS:
        msg = say("This condition has too many parts; it can have up to {most}.", most=MAX_WORDS)
        raise ConditionError(msg, words[MAX_WORDS].at)
    return _Reader(words).whole()


class _Reader:
    """Reads words from left to right."""

    def __init__(self, words: tuple[Word, ...]) -> None:
        self._words = words
        self._place = 0
        self._depth = 0

    def whole(self) -> Node:
        """Read all of it."""
        node = self._expression()
        if self._next.sort is not Sort.END:
            msg = say("“{word}” is out of place here.", word=self._next.text)
            raise ConditionError(msg, self._next.at)
        return node

    @property
    def _next(self) -> Word:
        return self._words[self._place]

    def _take(self) -> Word:
        word = self._next
        self._place += word.sort is not Sort.END
        return word

    def _is_next(self, sign: str) -> bool:
        return self._next.text == sign and self._next.sort is Sort.SIGN

    def _took(self, sign: str) -> bool:
        if not self._is_next(sign):
            return False
        self._take()
        return True

    def _must_take(self, sign: str) -> None:
        if not self._took(sign):
            msg = say("“{sign}” is missing here.", sign=sign)
            raise ConditionError(msg, self._next.at)

    def _deeper(self) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            msg = say("This condition is nested too deeply; up to {most} levels can be read.", most=MAX_DEPTH)
            raise ConditionError(msg, self._next.at)

    def _expression(self) -> Node:
        self._deeper()
        test = self._pairs(1)
        if self._is_next("?"):
            at = self._take().at
            one = self._expression()
            self._must_take(":")
            test = Either(test, one, self._expression(), at)
        self._depth -= 1
        return test

    def _pairs(self, weakest: int) -> Node:
        left = self._signed()
        while (strength := _STRENGTH.get(self._next.text, 0)) >= weakest and self._next.sort is not Sort.TEXT:
            sign = self._take()
            left = Pair(sign.text, left, self._pairs(strength + 1), sign.at)
        return left

    def _signed(self) -> Node:
        if not (self._is_next("!") or self._is_next("-")):
            return self._member()
        self._deeper()
        sign = self._take()
        node = Prefix(sign.text, self._signed(), sign.at)
        self._depth -= 1
        return node

    def _member(self) -> Node:
        node = self._first()
        while self._took("."):
            word = self._take()
            if word.sort is not Sort.NAME:
                msg = say("The name of a field or function is missing after “.”.")
                raise ConditionError(msg, word.at)
            if self._took("("):
                node = Call(word.text, node, self._until(")"), word.at)
            else:
                node = Field(node, word.text, word.at)
        return node

    def _until(self, end: str) -> tuple[Node, ...]:
        found: list[Node] = []
        while not self._took(end):
            if found:
                self._must_take(",")
            found.append(self._expression())
        return tuple(found)

    def _first(self) -> Node:
        word = self._take()
        match word.sort:
            case Sort.NUMBER:
                return _number(word)
            case Sort.TEXT:
                return Literal(text_value(word), word.at)
            case Sort.NAME if word.text in _FIXED:
                return Literal(_FIXED[word.text], word.at)
            case Sort.NAME:
                named = self._took("(")
                return Call(word.text, None, self._until(")"), word.at) if named else Name(word.text, word.at)
        return self._bracket(word)

    def _bracket(self, word: Word) -> Node:
        if word.text == "(":
            node = self._expression()
            self._must_take(")")
            return node
        if word.text == "[":
            return Items(self._until("]"), word.at)
        if word.text:
            msg = say("Something is missing before “{word}”.", word=word.text)
        else:
            msg = say("The condition ends too early.")
        raise ConditionError(msg, word.at)


def _number(word: Word) -> Literal:
    if sum(letter.isdigit() for letter in word.text) > MAX_DIGITS:
        msg = say("This number has too many digits; it can have up to {most}.", most=MAX_DIGITS)
        raise ConditionError(msg, word.at)
    is_whole = word.text.isdigit()
    return Literal(int(word.text) if is_whole else float(word.text), word.at)
