"""The names in a cell that leads to other entries.

What parts names is a semicolon or a new line, for people a slash too, and a comma where a field holds many.
“&”, “+” and “and” stand in the names of companies and departments as often as between two people
(“Blue & Co”, “Sales and Marketing”), so they part a cell only where one of its parts is known to be somebody
by itself: from the plan, from a sheet of people, or from another cell that names nobody else. “Co”, “Ltd”
and their like belong to the name before them in any case. A cell that stays whole in doubt is told.
"""

import re
from collections.abc import Callable, Iterable

from planner.exchange.spreadsheet.synonyms import COMPANY_WORDS
from planner.model.schema import FieldSpec
from planner.model.values import Form

MANY = {Form.LINKS, Form.SHARES, Form.VOICES}
"""Forms of fields that lead to several entries."""

_ALWAYS = r"[;\n]"
_PEOPLE = r"|/"
_COMMA = r"|,(?!\d)"
_MAYBE = re.compile(r"\s+(?:&|\+|and)\s+", re.IGNORECASE)


def parted(spec: FieldSpec, text: str) -> list[str]:
    """Return the names of a cell as far as its signs leave no doubt."""
    signs = _ALWAYS + (_PEOPLE if leads_to_people(spec) else "") + (_COMMA if spec.form in MANY else "")
    parts = re.split(f"({signs})", text)
    names: list[str] = []
    for sign, part in zip(["", *parts[1::2]], parts[::2], strict=True):
        name = " ".join(part.split())
        if names and is_company_word(name):
            names[-1] += f"{sign} {name}"
        elif name:
            names.append(name)
    return names


def leads_to_people(spec: FieldSpec) -> bool:
    """Say whether a field leads to people alone."""
    return spec.to == ("people",)


def may_be_several(name: str) -> bool:
    """Say whether a name has a sign in it that may stand between two people."""
    parts = _MAYBE.split(name)
    return len(parts) > 1 and not any(map(is_company_word, parts))


def parted_where_known(name: str, is_known: Callable[[str], bool]) -> list[str]:
    """Return the people in a name with “&” or the like: parted where one of them is known by themselves.

    Args:
        name: the name.
        is_known: says whether a name alone is somebody's.
    """
    parts = _MAYBE.split(name)
    return parts if any(map(is_known, parts)) else [name]


def alone(cells: Iterable[tuple[FieldSpec, str]]) -> frozenset[str]:
    """Return, casefolded, who is named in cells of people without a sign that leaves doubt."""
    named = (name for spec, text in cells if leads_to_people(spec) for name in parted(spec, text))
    return frozenset(name.casefold() for name in named if not may_be_several(name))


def is_company_word(name: str) -> bool:
    """Say whether a part of a name tells only of a company's form."""
    return name.casefold().rstrip(".").replace(".", "") in COMPANY_WORDS
