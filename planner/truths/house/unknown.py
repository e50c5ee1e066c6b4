"""What is told where a condition names what is not there, with the nearest that is."""

from difflib import get_close_matches

from planner.language import phrase, say
from planner.model.kinds import kind_of
from planner.truths.house.types import Type, field_names, plan_types

_A_UNKNOWN = phrase("A {kind} has no field called “{name}”.")
_AN_UNKNOWN = phrase("An {kind} has no field called “{name}”.")
_A_UNKNOWN_NEAR = phrase("A {kind} has no field called “{name}”; the nearest is “{nearest}”.")
_AN_UNKNOWN_NEAR = phrase("An {kind} has no field called “{name}”; the nearest is “{nearest}”.")


def no_name(name: str, known: tuple[str, ...]) -> str:
    """Return what is told of a name that means nothing."""
    nearest = _nearest(name, known)
    if not nearest:
        return say(
            "There is nothing called “{name}” here; a condition speaks of entry, plan and today.", name=name
        )
    return say(
        "There is nothing called “{name}” here; the nearest is “{nearest}”.", name=name, nearest=nearest
    )


def no_list(name: str) -> str:
    """Return what is told of something that the plan does not have."""
    nearest = _nearest(name, tuple(plan_types()))
    if not nearest:
        return say("The plan has nothing called “{name}”.", name=name)
    return say(
        "The plan has nothing called “{name}”; the nearest is “{nearest}”.", name=name, nearest=nearest
    )


def no_field(name: str, of: Type) -> str:
    """Return what is told of a field that an entry does not have."""
    kind, nearest = kind_of(of.kinds[0]), _nearest(name, tuple(field_names(of)))
    # English only: other languages have one message for both articles, or the word's own.
    an = kind.one[0] in "aeiou"
    if not nearest:
        message = _AN_UNKNOWN if an else _A_UNKNOWN
    else:
        message = _AN_UNKNOWN_NEAR if an else _A_UNKNOWN_NEAR
    return say(message, kind=kind.word, name=name, nearest=nearest)


def no_function(name: str, known: tuple[str, ...]) -> str:
    """Return what is told of a function that can't be used."""
    if name == "has":
        return say("“has” is not needed: compare with null, as in entry.hours != null.")
    nearest = _nearest(name, known)
    if not nearest:
        return say("There is no function “{name}” here.", name=name)
    return say("There is no function “{name}” here; the nearest is “{nearest}”.", name=name, nearest=nearest)


def _nearest(name: str, known: tuple[str, ...]) -> str:
    """Return which of some names is meant, as it seems; empty where none is near."""
    bare = {option.rpartition(".")[2]: option for option in known}
    found = get_close_matches(name, bare, n=1, cutoff=0.5)
    return bare[found[0]] if found else ""
