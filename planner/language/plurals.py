"""Which form of a word a number asks for, where a translation knows whole numbers only."""

from decimal import Decimal

from planner.language.speaking import ENGLISH, Language, language

_MANY = 100
"""Said with the form of the largest numbers: 2 would not do, for which Arabic has a form without a figure."""
_TRIED = range(_MANY + 1)


def said_like(count: int | Decimal) -> int:
    """Return a whole number that is said in the same form as a number.

    Source: Unicode's CLDR, in which a form covers parts of numbers as well. Of French "1,5 jour" is in the
    form of 1, of English "1.5 days" in that of several.

    Args:
        count: any number; its sign does not matter.
    """
    number = Decimal(count).copy_abs()
    if number == int(number):
        return int(number)
    spoken = language()
    return _MANY if spoken.tag == ENGLISH else _alike(spoken, number)


def _alike(spoken: Language, part: Decimal) -> int:
    """Return the least whole number in the form of one that is no whole number."""
    form = spoken.locale.plural_form
    wanted = form(part)
    return next((whole for whole in _TRIED if form(whole) == wanted), _MANY)
