"""Texts that outlive the language in which they were said: the names of steps that can be undone.

Such a text is a string as any other, in the words of the moment; it remembers its message and the values
in it, by which it can be said again. A file keeps both.
"""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import TypeAlias

from msgspec import Struct

from planner.language.figures import figure
from planner.language.messages import say, say_count
from planner.language.speaking import ENGLISH, language

Part: TypeAlias = "str | int | Decimal | Wording"
"""What stands in for a name in such a text: as it is, or said again with it."""

_PLACE = re.compile(r"\{([^{}]*)\}")


class Message(Struct, frozen=True, omit_defaults=True):
    """A message with its values, as a file keeps it.

    Attributes:
        text: the English text.
        several: the English text for several; empty where it does not depend on a number.
        count: the number.
        is_small: in English it begins with a small letter, within a sentence.
        values: stand in for the names in it.
    """

    text: str
    several: str = ""
    count: int = 0
    is_small: bool = False
    values: dict[str, "str | int | Message"] = {}

    def said(self) -> str:
        """Return it in the language in use.

        Raises:
            KeyError: a name in it has no value, or it is more than a name: a file may hold anything.
        """
        names = {name for text in (self.text, self.several) for name in _PLACE.findall(text)}
        if not names <= self.values.keys() | {"count"} or "{" in _PLACE.sub("", self.text + self.several):
            raise KeyError(self.text)
        values = {name: _said(part) for name, part in self.values.items()}
        if self.several:
            return say_count(self.text, self.several, self.count, **values)
        told = say(self.text, **values)
        return told.lower() if self.is_small and language().tag == ENGLISH else told


def _said(part: str | int | Message) -> str | int:
    return part.said() if isinstance(part, Message) else part


class Wording(str):
    """A text in the words of the moment, with what it says.

    Attributes:
        message: says it again.
    """

    __slots__ = ("message",)

    message: Message

    @classmethod
    def of(cls, message: Message, words: str | None = None) -> "Wording":
        """Return a message as a text: in the language in use, or in words in which it was said before."""
        made = cls(message.said() if words is None else words)
        made.message = message
        return made


def worded(message: str, /, **values: Part) -> Wording:
    """Return a message in the language in use, so that it can be said again in another one.

    Args:
        message: the English text, as for `say`.
        **values: stand in for the `{names}` in it; those that are worded are said again as well.
    """
    return Wording.of(Message(message, values=_kept(values)))


def worded_count(one: str, many: str, count: int, /, **values: Part) -> Wording:
    """Return a message that depends on a number, likewise; see `say_count`."""
    return Wording.of(Message(one, many, count, values=_kept(values)))


def worded_small(message: str) -> Wording:
    """Return a label as it stands within a sentence, likewise."""
    return Wording.of(Message(message, is_small=True))


def said_again(text: str) -> str:
    """Return a text in the language in use; as it is, where nothing is known but its words."""
    return text.message.said() if isinstance(text, Wording) else text


def _kept(values: Mapping[str, Part]) -> dict[str, str | int | Message]:
    return {name: _part(value) for name, value in values.items()}


def _part(value: Part) -> str | int | Message:
    if isinstance(value, Wording):
        return value.message
    return value if isinstance(value, str | int) else figure(value)
