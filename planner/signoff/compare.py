"""What differs between two revisions of a plan, in the plan's words, and what that did to the findings."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from planner.model.kinds import KINDS, Kind
from planner.model.plan import Plan, display_name
from planner.model.record import Record
from planner.model.saying import said
from planner.model.schema import FieldSpec, signed_fields
from planner.model.values import Choice
from planner.truths.findings import Finding, Report


class Sort(Choice):
    """What happened to an entry."""

    ADDED = "added", "added"
    REMOVED = "removed", "removed"
    CHANGED = "changed", "changed"
    MOVED = "moved", "moved"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of an entry that differs.

    Attributes:
        name: of the field.
        title: what the field is called everywhere.
        before: its earlier value in words; empty where it was not filled in.
        after: its later value in words.
    """

    name: str
    title: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class EntryChange:
    """One entry that differs.

    Attributes:
        kind: key of its kind.
        id: of the entry.
        name: what it is called; where it was renamed, by its later name.
        sort: what happened to it.
        fields: what differs; for an entry that came or went, all that is filled in.
    """

    kind: str
    id: str
    name: str
    sort: Sort
    fields: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two states of a plan, one held against the other.

    Attributes:
        before: number of the earlier revision.
        after: number of the later one.
        entries: what differs, by kind in the order of the walk.
        mended: findings that stood before and stand no more; empty where no reports were given.
        arisen: findings that stand only now.
    """

    before: int
    after: int
    entries: tuple[EntryChange, ...]
    mended: tuple[Finding, ...] = field(default=())
    arisen: tuple[Finding, ...] = field(default=())

    @property
    def is_empty(self) -> bool:
        """Whether nothing that a signature covers differs."""
        return not self.entries

    def count(self, sort: Sort) -> int:
        """Return how many entries something happened to."""
        return sum(entry.sort is sort for entry in self.entries)


def compare(before: Plan, after: Plan, reports: tuple[Report, Report] | None = None) -> Comparison:
    """Hold two states of a plan against each other.

    Only what a signature covers is compared: not the approvals, nor the document's look.

    Args:
        before: the earlier state.
        after: the later state.
        reports: what the truths find in either, on the same day.

    Returns:
        The entries that came, went, changed or moved among their kind, and what became of findings.
    """
    entries = tuple(entry for kind in KINDS if kind.signed for entry in _of_kind(kind, before, after))
    old, new = reports or (Report(), Report())
    return Comparison(
        before.revision, after.revision, entries, _standing_only_in(old, new), _standing_only_in(new, old)
    )


def _standing_only_in(one: Report, other: Report) -> tuple[Finding, ...]:
    known = {finding.key for finding in other.standing}
    return tuple(finding for finding in one.standing if finding.key not in known)


def _of_kind(kind: Kind, before: Plan, after: Plan) -> Iterator[EntryChange]:
    old, new = before.records(kind), after.records(kind)
    moved = _moved([key for key in old if key in new], [key for key in new if key in old])
    for key, record in new.items():
        if key not in old:
            yield _entry(kind, record, Sort.ADDED, _all_filled(kind, after, record, came=True))
        elif old[key] != record and (changes := _differing(kind, (before, old[key]), (after, record))):
            yield _entry(kind, record, Sort.CHANGED, changes)
        elif key in moved:
            yield _entry(kind, record, Sort.MOVED)
    for key, record in old.items():
        if key not in new:
            yield _entry(kind, record, Sort.REMOVED, _all_filled(kind, before, record, came=False))


def _entry(kind: Kind, record: Record, sort: Sort, changes: tuple[FieldChange, ...] = ()) -> EntryChange:
    name = kind.words if kind.single else display_name(record)
    return EntryChange(kind.key, record.id, name, sort, changes)


def _differing(
    kind: Kind, before: tuple[Plan, Record], after: tuple[Plan, Record]
) -> tuple[FieldChange, ...]:
    specs = (s for s in signed_fields(kind.key) if getattr(before[1], s.name) != getattr(after[1], s.name))
    return tuple(FieldChange(s.name, s.title, _words(*before, s), _words(*after, s)) for s in specs)


def _all_filled(kind: Kind, plan: Plan, record: Record, *, came: bool) -> tuple[FieldChange, ...]:
    told = ((spec, _words(plan, record, spec)) for spec in signed_fields(kind.key))
    return tuple(
        FieldChange(spec.name, spec.title, "" if came else words, words if came else "")
        for spec, words in told
        if words and getattr(record, spec.name) != spec.default
    )


def _words(plan: Plan, record: Record, spec: FieldSpec) -> str:
    return said(plan, spec, getattr(record, spec.name))


def _moved(old: list[str], new: list[str]) -> frozenset[str]:
    """Return the fewest ids that must have moved to lead from one order to the other.

    The others are a longest rising run of old places in the new order (patience sorting).
    """
    place = {key: number for number, key in enumerate(old)}
    tops: list[int] = []
    top_keys: list[str] = []
    before: dict[str, str | None] = {}
    for key in new:
        at = bisect_left(tops, place[key])
        before[key] = top_keys[at - 1] if at else None
        tops[at : at + 1] = [place[key]]
        top_keys[at : at + 1] = [key]
    return frozenset(new) - _chain(top_keys[-1] if top_keys else None, before)


def _chain(last: str | None, before: dict[str, str | None]) -> frozenset[str]:
    kept = set()
    while last is not None:
        kept.add(last)
        last = before[last]
    return frozenset(kept)
