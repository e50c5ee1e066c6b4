"""What does not fit in a file of ours, told in plain words: msgspec's own are for programmers."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import msgspec

from planner.language import phrase, say
from planner.model.kinds import KINDS
from planner.model.schema import fields
from planner.model.text import clean_text

_MOST_TOLD = 80
"""Characters of a name or value that is quoted from the file."""

_SORTS = {
    "str": phrase("text"),
    "int": phrase("a whole number"),
    "float": phrase("a number"),
    "decimal": phrase("a number"),
    "bool": phrase("true or false"),
    "array": phrase("a list"),
    "object": phrase("an object"),
    "null": phrase("null"),
}
"""msgspec's names for the sorts of values, as people who read JSON call them."""


_AT = re.compile(r" - at `\$([\w.\[\]]*)`\Z")
"""The place at the end of a message of msgspec; what stands before it can quote the file."""


@dataclass(frozen=True, slots=True)
class Misfit:
    """A value in a file that its field can't hold.

    Attributes:
        problem: what is wrong, as one sentence.
        place: where it stands in the JSON, such as `tactics[0].name`; empty at its top.
    """

    problem: str
    place: str

    @property
    def hint(self) -> str:
        """Where to look, as one sentence."""
        return say("Look at “{place}” in the file.", place=self.place) if self.place else ""


def told_misfit(error: msgspec.ValidationError, root: str = "") -> Misfit:
    """Tell in plain words what msgspec found.

    Args:
        error: msgspec's, whose message alone says what does not fit and where (`… - at `$.tactics[0].name``).
        root: path of what was converted, from the top of the file; starts with a kind's key.
    """
    told = str(error)
    at = _AT.search(told)
    detail, inner = (told[: at.start()], at[1]) if at else (told, "")
    place = f"{root}{inner}".removeprefix(".")
    return Misfit(_problem(detail, _titled(place)), place)


def _problem(detail: str, name: str) -> str:
    for pattern, tell in _PROBLEMS:
        found = pattern.fullmatch(detail)
        if found is not None:
            return tell(found, name)
    return say("“{field}” has a value that it can't have.", field=name)


def _unknown(found: re.Match[str], _name: str) -> str:
    return say("A part of it is called “{name}”, which Truecourse does not know.", name=quoted(found[1]))


def _missing(found: re.Match[str], _name: str) -> str:
    return say("A part called “{name}” is missing.", name=found[1])


def _no_choice(found: re.Match[str], name: str) -> str:
    return say("“{field}” can't be “{value}”.", field=name, value=quoted(found[1]))


def _too_long(found: re.Match[str], name: str) -> str:
    return say(
        "“{field}” is too long; it can have up to {limit} characters.", field=name, limit=int(found[1])
    )


def _other_sort(found: re.Match[str], name: str) -> str:
    return say(
        "“{field}” has to be {wanted}, but it is {found}.",
        field=name,
        wanted=say(_SORTS[found[1]]),
        found=say(_SORTS[found[2]]),
    )


_SORT = "|".join(_SORTS)
_PROBLEMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], str], str]], ...] = (
    (re.compile(r"Object contains unknown field `(.*)`", re.DOTALL), _unknown),
    (re.compile(r"Object missing required field `(\w+)`"), _missing),
    (re.compile(r"Invalid enum value '?(.*?)'?", re.DOTALL), _no_choice),
    (re.compile(r"Expected `str` of length <= (\d+)"), _too_long),
    (re.compile(rf"Expected `({_SORT})[^`]*`, got `({_SORT})`"), _other_sort),
)
"""What msgspec says, and how it is told."""


def _titled(place: str) -> str:
    """Return what the window calls the field at a place of a plan; its name in the file where it has none."""
    kind_key, _, rest = re.sub(r"\[[^\]]*\]", "", place).partition(".")
    name = rest.partition(".")[0]
    kind = next((kind for kind in KINDS if kind.key == kind_key), None)
    if kind is None or not name:
        return place
    return next((spec.title for spec in fields(kind.key) if spec.name == name), name)


def quoted(told: str) -> str:
    """Return a name or value from a file as it may be told: clean, and not too long."""
    told = clean_text(told, lines=False)
    return told if len(told) <= _MOST_TOLD else told[:_MOST_TOLD] + "…"
