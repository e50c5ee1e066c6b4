"""Saying a message in the language in use.

A message is a whole sentence, label or heading in English, with `{named}` places for values: it is never
glued from parts, since other languages order their words otherwise. The English text is the key by which
a translation is found, so that the code reads as the window does.
"""

import unicodedata
from collections.abc import Mapping
from decimal import Decimal

from planner.language.figures import FIRST_STRONG_ISOLATE, figure, isolated
from planner.language.plurals import said_like
from planner.language.speaking import language

Value = str | int | Decimal
"""What stands in for a name in a message: text as it is, figures as the region writes them."""


def phrase(message: str) -> str:
    """Mark a message that is said later, such as a constant of a module; it is returned as it is.

    Args:
        message: a literal, so that the collection of all messages finds it.
    """
    return message


def say(message: str, /, **values: Value) -> str:
    """Return a message in the language in use.

    Args:
        message: the English text: a literal here, or one that was marked by `phrase` or declared.
        **values: stand in for the `{names}` in the message.

    Raises:
        KeyError: a name in the message has no value.
    """
    # The catalogue has its head under the empty message.
    return _said(language().translation.gettext(message), message, values) if message else ""


def say_count(one: str, many: str, count: int | Decimal, /, **values: Value) -> str:
    """Return a message that depends on a number, in the plural form that the language asks for.

    Args:
        one: the English text for one; `{count}` stands for the number.
        many: the English text for any other number.
        count: the number.
        **values: stand in for the other `{names}` in the message.
    """
    text = language().translation.ngettext(one, many, said_like(count))
    return _said(text, one if count == 1 else many, {"count": count, **values})


def _said(text: str, english: str, values: Mapping[str, Value]) -> str:
    """Return a translation with its values; in English where it has names that the English text has not."""
    try:
        return _filled(text, values)
    except (KeyError, ValueError, IndexError):
        if text == english:
            raise
        return _filled(english, values)


def _filled(text: str, values: Mapping[str, Value]) -> str:
    if not values or "{" not in text:
        return text
    figures = {name: figure(value) for name, value in values.items() if not isinstance(value, str)}
    words = {**values, **figures} if figures else values
    if language().right_to_left:
        words = {name: _kept_whole(str(value)) for name, value in words.items()}
    return text.format_map(words)


def _kept_whole(value: str) -> str:
    """Return what stands within words that run to the left so that it is not taken apart there.

    A name with a mark at its end, a fingerprint that begins with figures: without this, parts of them go
    astray, as Unicode's rules know no names. Figures alone need nothing.
    """
    runs_on = any(unicodedata.bidirectional(char) == "L" for char in value)
    return isolated(value) if runs_on and not value.startswith(FIRST_STRONG_ISOLATE) else value
