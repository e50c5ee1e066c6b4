"""Saying a message in the language in use.

A message is a whole sentence, label or heading in English, with `{named}` places for values: it is never
glued from parts, since other languages order their words otherwise. The English text is the key by which
a translation is found, so that the code reads as the window does.
"""

from decimal import Decimal

from planner.language.figures import figure
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
    if not message:
        return ""
    return _filled(language().translation.gettext(message), values)


def say_count(one: str, many: str, count: int | Decimal, /, **values: Value) -> str:
    """Return a message that depends on a number, in the plural form that the language asks for.

    Args:
        one: the English text for one; `{count}` stands for the number.
        many: the English text for any other number.
        count: the number.
        **values: stand in for the other `{names}` in the message.
    """
    # A translation knows whole numbers only; what is no whole number is said as several are.
    whole = int(count) if count == int(count) else 2
    return _filled(language().translation.ngettext(one, many, whole), {"count": count, **values})


def _filled(text: str, values: dict[str, Value]) -> str:
    if not values:
        return text
    return text.format_map({name: _shown(value) for name, value in values.items()})


def _shown(value: Value) -> str:
    return value if isinstance(value, str) else figure(value)
