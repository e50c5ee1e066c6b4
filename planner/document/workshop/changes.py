"""What the workshop changed in the plan, entry by entry."""

from collections.abc import Iterable, Iterator, Mapping

from planner.document.blocks import Block, Cell, Column, Facts, Mark, Marked, Named, Table
from planner.document.chapters.common import quiet
from planner.document.wording import NOTHING, few_words, joined, shortened
from planner.document.workshop.source import Source
from planner.language import phrase, say, say_count
from planner.model.kinds import kind_of
from planner.model.plan import Plan
from planner.signoff.compare import Comparison, EntryChange, FieldChange, Sort
from planner.truths.findings import Finding, Report
from planner.truths.of_plan import title_of
from planner.truths.questions import question_of

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
_MOST = 12
"""Truths that are named; more are only counted."""
_TOLD_ABOVE = frozenset({"ideas", "waivers"})
"""Kinds whose new entries stand among the decisions."""


def plan_changes(source: Source) -> Iterator[Block]:
    """Yield what changed; a sentence where nothing did, or where nobody knows."""
    found = source.comparison
    if found is None:
        yield quiet(say("The workshop was not started in Truecourse, so what it changed is not known."))
        return
    entries = [one for one in found.entries if one.kind not in _TOLD_ABOVE and one.sort in _WORDS]
    yield _in_short(source.plan, found, entries, source.reports[1])
    if entries:
        columns = (Column(say("Entry")), Column(say("What happened")), Column(say("Before and now")))
        yield Table(columns, tuple(_row(source.plan, entry) for entry in entries))


def _in_short(plan: Plan, found: Comparison, entries: list[EntryChange], now: Report) -> Facts:
    counts = {sort: sum(entry.sort is sort for entry in entries) for sort in Sort}
    told = say(
        "{added} added, {changed} changed, {removed} removed",
        added=counts[Sort.ADDED],
        changed=counts[Sort.CHANGED],
        removed=counts[Sort.REMOVED],
    )
    findings = say("{mended} mended, {arisen} new", mended=len(found.mended), arisen=len(found.arisen))
    rows = ((say("Entries"), told), (say("Findings"), findings))
    named = _truths(plan, found.mended)
    mended = ((say("Mended or accepted"), named),) if named else ()
    return Facts((*rows, *mended, (say("The plan"), _standing(now))))


def _truths(plan: Plan, found: Iterable[Finding]) -> str:
    """Return the truths that findings speak of, each once, for as many as are told."""
    titles = dict.fromkeys(title_of(plan, one.rule) for one in found)
    return joined(list(titles), missing="") if len(titles) <= _MOST else ""


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


def _row(plan: Plan, entry: EntryChange) -> tuple[Cell, ...]:
    kind = kind_of(entry.kind)
    name = Named(few_words(_name(plan, entry), _NAME), "" if kind.single else kind.word.capitalize())
    details = "\n".join(map(_difference, entry.fields)) if entry.sort is Sort.CHANGED else ""
    return name, Marked(say(_WORDS[entry.sort]), _MARKS[entry.sort]), details


def _name(plan: Plan, entry: EntryChange) -> str:
    """Return what an entry is called; an answer by its question, having no name of its own."""
    answer = plan.answers.get(entry.id)
    question = question_of(plan, answer.question) if answer is not None else None
    return entry.name if question is None else question.text


def _difference(change: FieldChange) -> str:
    return say(
        "{field}: {before} → {after}",
        field=change.title,
        before=shortened(change.before, _VALUE) or NOTHING,
        after=shortened(change.after, _VALUE) or NOTHING,
    )
