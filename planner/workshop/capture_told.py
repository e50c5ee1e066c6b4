"""What is said of a captured line: what it makes, and what in it was not understood."""

from collections.abc import Sequence
from typing import Any

from planner.language import say
from planner.language.figures import in_a_row
from planner.model.format import OR, listing, quoted
from planner.model.format import day as in_words
from planner.model.kinds import kind_of
from planner.model.plan import Plan
from planner.model.record import Record
from planner.model.vocabulary import Decision, Origin
from planner.workshop.capture_names import Named
from planner.workshop.places import DUES, OWNERS, targets_of


def summary(plan: Plan, record: Any) -> str:  # noqa: ANN401 - a record of any kind
    """Return what a line makes: "tactic · Ana Lima · by 3 May 2027 · Reviews"."""
    key = kind_of(record).key
    parked = key == "ideas" and record.decision is Decision.PARK
    said = [say("idea for the parking lot") if parked else kind_of(key).word]
    owner = getattr(record, OWNERS.get(key, ""), None)
    due = getattr(record, DUES.get(key, ""), None)
    if owner:
        said.append(plan.name_of(owner))
    if due:
        said.append(say("by {day}", day=in_words(due)))
    said += [plan.name_of(target) for target in targets_of(record)]
    if getattr(record, "said_by", ""):
        said.append(say("said by {name}", name=record.said_by))
    if key == "ideas" and record.origin not in {None, Origin.WORKSHOP}:
        said.append(say("from: {origin}", origin=record.origin.label))
    return in_a_row(*said)


def unknown(mark: str) -> str:
    """Say that nothing in the plan is named by a mark."""
    return say("{mark} is not known; it stays in the text.", mark=quoted(mark))


def ambiguous(mark: str, found: Sequence[Named]) -> str:
    """Say what a mark could name."""
    names = listing(map(_with_kind, found), OR, 3)
    return say("{mark} could be {names}; it stays in the text.", mark=quoted(mark), names=names)


def unread_day(mark: str) -> str:
    """Say that what looks like a day is none."""
    return say("{mark} is not read as a day; it stays in the text.", mark=quoted(mark))


def one_too_many(mark: str) -> str:
    """Say that the place of a mark is taken."""
    return say("{mark} is one too many; it stays in the text.", mark=quoted(mark))


def without_place(mark: str, record: Record) -> str:
    """Say that an entry has no place for what a mark names."""
    kind = kind_of(record).word
    return say("{mark} stays in the text: there is no place for it ({kind}).", mark=quoted(mark), kind=kind)


def _with_kind(one: Named) -> str:
    name = quoted(one.name)
    return say("{kind} {name}", kind=kind_of(one.kind).word, name=name) if one.kind else name
