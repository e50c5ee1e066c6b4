"""The ladder from activity to business result, and what was read so far."""

from datetime import date

from planner.document.blocks import Block, Cell, Chart, Column, Named
from planner.document.chapters.common import Contents, column, section, table_or_quiet
from planner.document.source import Source
from planner.document.wording import NOTHING, in_words, in_words_within, shown
from planner.language import say, say_count
from planner.model.records_work import Metric, Reading
from planner.model.vocabulary import Level

_LEVELS = list(Level)


def _figure_columns() -> tuple[Column, ...]:
    return (
        column("metrics", "name"),
        column("metrics", "level", whole=True),
        column("metrics", "baseline", number=True),
        Column(say("Latest"), "right", whole=True),
        column("metrics", "target", number=True),
        column("metrics", "due", whole=True),
        column("metrics", "owner"),
    )


def _link_columns() -> tuple[Column, ...]:
    return (
        column("metrics", "name"),
        column("metrics", "feeds"),
        column("metrics", "rate", number=True),
        Column(say("Evidence"), whole=True),
        column("metrics", "leak"),
    )


def _reading_columns() -> tuple[Column, ...]:
    return (
        column("readings", "metric"),
        column("readings", "on", whole=True),
        column("readings", "figure", number=True),
        column("readings", "note"),
    )


def metrics(source: Source) -> Contents:
    """Write the chapter on the metrics."""
    ordered = sorted(source.plan.metrics.values(), key=lambda metric: _LEVELS.index(metric.level))
    figures = table_or_quiet(
        _figure_columns(),
        (_figures(source, metric) for metric in ordered),
        say("The plan has no metric yet."),
    )
    if not ordered:
        return Contents(say("Nothing is measured yet"), (figures,))
    links = table_or_quiet(_link_columns(), (_link(source, metric) for metric in ordered), "")
    blocks = (
        Chart("ladder", say("Ladder")),
        *section(say("Figures"), figures),
        *section(say("What leads to what"), links),
        *_readings(source),
    )
    return Contents(_finding(source), blocks)


def _figures(source: Source, metric: Metric) -> tuple[Cell, ...]:
    latest = _latest(source, metric)
    where = (shown(metric.cadence, missing=""), metric.source)
    detail = "; ".join(filter(None, (metric.unit, *where)))
    return (
        Named(source.name(metric.id), detail),
        shown(metric.level),
        shown(metric.baseline),
        NOTHING if latest is None else shown(latest.figure),
        shown(metric.target),
        shown(metric.due),
        shown(source.name(metric.owner)),
    )


def _latest(source: Source, metric: Metric) -> Reading | None:
    read = [reading for reading in source.plan.readings.values() if reading.metric == metric.id]
    return max(read, key=lambda reading: reading.on or date.min, default=None)


def _link(source: Source, metric: Metric) -> tuple[Cell, ...]:
    return (
        Named(source.name(metric.id)),
        shown(source.name(metric.feeds)),
        shown(metric.rate),
        shown(metric.evidence) if metric.feeds else NOTHING,
        shown(metric.leak),
    )


def _readings(source: Source) -> tuple[Block, ...]:
    ordered = sorted(source.plan.readings.values(), key=lambda reading: reading.on or date.max)
    rows = (
        (
            Named(source.name(reading.metric)),
            shown(reading.on),
            shown(reading.figure),
            shown(reading.note),
        )
        for reading in ordered
    )
    return section(say("Readings"), table_or_quiet(_reading_columns(), rows, say("No figure was read yet.")))


def _finding(source: Source) -> str:
    found = list(source.plan.metrics)
    leading = sum(_reaches_objective(source, metric) for metric in found)
    if not leading:
        return say("No metric leads to an objective yet")
    if leading == len(found):
        return say_count("The one metric leads to an objective", "All metrics lead to an objective", leading)
    return say_count(
        "{count} of {all} metrics leads to an objective",
        "{count} of {all} metrics lead to an objective",
        leading,
        count=in_words(leading),
        all=in_words_within(len(found)),
    )


def _reaches_objective(source: Source, metric_id: str) -> bool:
    seen: set[str] = set()
    here: str | None = metric_id
    while here is not None and here in source.plan.metrics and here not in seen:
        seen.add(here)
        here = source.plan.metrics[here].feeds
    return here in source.plan.objectives
