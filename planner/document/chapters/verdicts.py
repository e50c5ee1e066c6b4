"""The truths with their verdicts: by theme, and each of those that the house adds."""

from collections.abc import Iterable, Iterator
from functools import partial

from planner.document.blocks import Block, Cell, Column, Mark, Marked, Named, Table
from planner.document.chapters.common import column, section
from planner.document.source import Source
from planner.document.wording import shown
from planner.language import phrase, say
from planner.model.format import listing, plural
from planner.model.records_house import HouseTruth
from planner.model.vocabulary import TruthSort, Weight
from planner.truths.findings import Finding
from planner.truths.house.ids import truth_id
from planner.truths.manual import by_theme


def _theme_columns() -> tuple[Column, ...]:
    return (
        Column(say("Theme")),
        Column(say("Truths checked"), "right", whole=True),
        Column(say("Verdict")),
    )


def _house_columns() -> tuple[Column, ...]:
    return (
        column("house_truths", "name"),
        column("house_truths", "sort", whole=True),
        column("house_truths", "looks_at"),
        column("house_truths", "level", whole=True),
        Column(say("Verdict")),
    )


_NOTE = phrase("Every truth with its reason and its source stands in the manual, under “truths”.")


def themes(source: Source) -> Iterator[Block]:
    """Yield how the plan stands up to the truths of each theme."""
    rows = tuple(
        (Named(heading), shown(len(declared)), _verdict(source, {rule.id for rule in declared}))
        for heading, declared in by_theme().items()
    )
    yield from section(say("Verdict by theme"), Table(_theme_columns(), rows, note=say(_NOTE)))


def house_truths(source: Source) -> Iterator[Block]:
    """Yield the truths that the organisation adds, with their verdicts; nothing where there are none."""
    rows = tuple(map(partial(_house_row, source), source.plan.house_truths.values()))
    if rows:
        yield from section(say("Truths of the house"), Table(_house_columns(), rows))


def _house_row(source: Source, truth: HouseTruth) -> tuple[Cell, ...]:
    name, sort = Named(source.name(truth.id), truth.why), shown(truth.sort)
    if truth.sort is TruthSort.QUESTION:
        # What a question looks at and how heavy it weighs is not the house's to say.
        return (name, sort, shown(None), shown(None), Marked(say("Asked of the team"), Mark.NOT_STARTED))
    return (name, sort, shown(truth.looks_at), shown(truth.level), _verdict(source, {truth_id(truth)}))


def _verdict(source: Source, rules: set[str]) -> Marked:
    return _judged(finding for finding in source.findings.findings if finding.rule in rules)


def _judged(findings: Iterable[Finding]) -> Marked:
    """Return a verdict in words, with the mark of the heaviest finding that stands."""
    found = list(findings)
    stops, warnings, advice = (
        sum(finding.stands and finding.level is level for finding in found)
        for level in (Weight.STOP, Weight.WARN, Weight.ADVICE)
    )
    accepted = sum(finding.waived for finding in found)
    words = listing(
        words
        for number, words in (
            (stops, plural(stops, "stop")),
            (warnings, plural(warnings, "warning")),
            (advice, plural(advice, "piece of advice", "pieces of advice")),
            (accepted, plural(accepted, "accepted exception")),
        )
        if number
    )
    mark = Mark.LATE if stops else Mark.AT_RISK if warnings else Mark.DONE
    return Marked(words or say("Holds"), mark)
