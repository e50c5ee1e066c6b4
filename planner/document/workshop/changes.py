"""What the workshop changed in the plan, entry by entry."""

from collections.abc import Iterator, Mapping

from planner.document.blocks import Block, Cell, Column, Facts, Mark, Marked, Named, Table
from planner.document.chapters.common import quiet
from planner.document.wording import NOTHING, few_words, shortened
from planner.document.workshop.source import Source
from planner.language import phrase, say, say_count
from planner.model.kinds import kind_of
from planner.signoff.compare import Comparison, EntryChange, FieldChange, Sort
from planner.truths.findings import Report

_WORDS: Mapping[Sort, str] = {
    Sort.ADDED: phrase("Added"),
    Sort.CHANGED: phrase("Changed"),
    Sort.REMOVED: phrase("Removed"),
}
"""What is told; that an entry stands at another place in its list is not."""
_MARKS: Mapping[Sort, Mark] = {
    Sort.ADDED: Mark.DONE,
    Sort.CHANGED: Mark.ON_TRACK,
    Sort.REMOVED: Mark.NOT_STARTED,
}
_NAME = 16
"""Words of an entry's name."""
_VALUE = 80
"""Characters of a value before and after a change."""
_TOLD_ABOVE = frozenset({"ideas", "waivers"})
"""Kinds whose new entries stand among the decisions."""


def plan_changes(source: Source) -> Iterator[Block]:
    """Yield what changed; a sentence where nothing did, or where nobody knows."""
    found = source.comparison
    if found is None:
        yield quiet(say("The workshop was not started in Truecourse, so what it changed is not known."))
        return
    entries = [one for one in found.entries if one.kind not in _TOLD_ABOVE and one.sort in _WORDS]
    yield _in_short(found, entries, source.reports[1])
    if entries:
        columns = (Column(say("Entry")), Column(say("What happened")), Column(say("Before and now")))
        yield Table(columns, tuple(map(_row, entries)))


def _in_short(found: Comparison, entries: list[EntryChange], now: Report) -> Facts:
    counts = {sort: sum(entry.sort is sort for entry in entries) for sort in Sort}
    told = say(
        "{added} added, {changed} changed, {removed} removed",
        added=counts[Sort.ADDED],
        changed=counts[Sort.CHANGED],
        removed=counts[Sort.REMOVED],
    )
    findings = say("{mended} mended, {arisen} new", mended=len(found.mended), arisen=len(found.arisen))
    return Facts(((say("Entries"), told), (say("Findings"), findings), (say("The plan"), _standing(now))))


def _standing(now: Report) -> Marked:
    stops, warnings = now.counts["stop"], now.counts["warn"]
    if stops:
        text = say_count(
            "Can't be signed: {count} stop stands", "Can't be signed: {count} stops stand", stops
        )
        return Marked(text, Mark.LATE)
    if warnings:
        text = say_count(
            "Can be signed once {count} warning is mended or accepted",
            "Can be signed once {count} warnings are mended or accepted",
            warnings,
        )
        return Marked(text, Mark.AT_RISK)
    return Marked(say("Can be signed"), Mark.DONE)


def _row(entry: EntryChange) -> tuple[Cell, ...]:
    kind = kind_of(entry.kind)
    name = Named(few_words(entry.name, _NAME), "" if kind.single else kind.word.capitalize())
    details = "\n".join(map(_difference, entry.fields)) if entry.sort is Sort.CHANGED else ""
    return name, Marked(say(_WORDS[entry.sort]), _MARKS[entry.sort]), details


def _difference(change: FieldChange) -> str:
    return say(
        "{field}: {before} → {after}",
        field=change.title,
        before=shortened(change.before, _VALUE) or NOTHING,
        after=shortened(change.after, _VALUE) or NOTHING,
    )
