"""What is done, by whom, when, for what, at what cost; how it is measured and when it stops."""

from collections.abc import Iterator
from datetime import date

from planner.analysis.budget import tactic_cost
from planner.document.blocks import Block, Cell, Chart, Column, Facts, Named, Subheading, Together
from planner.document.chapters.common import Contents, column, table_or_quiet
from planner.document.source import Source
from planner.document.wording import (
    NOT_SAID,
    in_words,
    in_words_within,
    joined,
    rounded,
    short_day,
    shown,
    shown_hours,
    shown_share,
    span,
    span_in_cell,
)
from planner.language import say, say_count
from planner.model.format import hours, in_sentence, money, quoted
from planner.model.records_work import Serving, Tactic


def _columns() -> tuple[Column, ...]:
    return (
        column("tactics", "name"),
        column("tactics", "channel"),
        column("tactics", "accountable"),
        Column(say("Start and end"), whole=True),
        column("tactics", "hours", number=True),
        column("tactics", "cost", number=True),
    )


def tactics(source: Source) -> Contents:
    """Write the chapter on the tactics."""
    ordered = sorted(source.plan.tactics.values(), key=lambda tactic: tactic.starts_on or date.max)
    table = table_or_quiet(
        _columns(), (_row(source, tactic) for tactic in ordered), say("The plan has no tactic yet.")
    )
    cards = (_card(source, tactic) for tactic in ordered)
    return Contents(_finding(source), (*_timeline(source), table, *cards))


def _row(source: Source, tactic: Tactic) -> tuple[Cell, ...]:
    kind = tactic.kind.label
    return (
        Named(source.name(tactic.id), say("{kind}, a pilot", kind=kind) if tactic.pilot else kind),
        shown(source.name(tactic.channel)),
        shown(source.name(tactic.accountable)),
        span_in_cell(tactic.starts_on, tactic.ends_on),
        shown_hours(tactic.hours),
        shown(tactic.cost),
    )


def _timeline(source: Source) -> Iterator[Block]:
    if source.plan.tactics:
        yield Chart("timeline", say("Timeline"))


def _card(source: Source, tactic: Tactic) -> Block:
    rows: tuple[tuple[str, Cell], ...] = (
        (say("Why"), _why(source, tactic)),
        (say("For customers"), tactic.benefit or say(NOT_SAID)),
        (say("Who"), _who(source, tactic)),
        (say("When"), _when(source, tactic)),
        (say("What it costs"), _costs(source, tactic)),
        (say("How it is measured"), _measured(source, tactic)),
        (say("When it stops"), tactic.stop or say(NOT_SAID)),
    )
    return Together((Subheading(source.name(tactic.id), listed=True), Facts(rows)))


def _why(source: Source, tactic: Tactic) -> str:
    serves = (_served(source, item) for item in tactic.objectives)
    return _lines(joined(serves, missing=say("It serves no objective yet")), _origin(source, tactic))


def _served(source: Source, item: Serving) -> str:
    name = source.name(item.objective)
    if item.share is None:
        return name
    return say("{objective} ({share})", objective=name, share=shown_share(item.share))


def _origin(source: Source, tactic: Tactic) -> str:
    """Return what a tactic is to yield and which idea it came from; empty where neither is said."""
    yields = joined((in_sentence(found.label) for found in tactic.yields), missing="")
    idea = quoted(source.name(tactic.idea)) if tactic.idea else ""
    if yields and idea:
        return say("To yield {yields}, from the idea {idea}", yields=yields, idea=idea)
    if yields:
        return say("To yield {yields}", yields=yields)
    return say("From the idea {idea}", idea=idea) if idea else ""


def _who(source: Source, tactic: Tactic) -> str:
    accountable = source.name(tactic.accountable) or say("nobody yet")
    responsible = joined(source.names_of(tactic.responsible), missing=say("nobody yet"))
    return _lines(
        say("Accountable: {accountable}", accountable=accountable),
        say("Responsible: {responsible}", responsible=responsible),
    )


def _when(source: Source, tactic: Tactic) -> str:
    days = span(tactic.starts_on, tactic.ends_on, missing=say(NOT_SAID))
    if not tactic.channel:
        return days
    return say("{days}, on “{channel}”", days=days, channel=source.name(tactic.channel))


def _costs(source: Source, tactic: Tactic) -> str:
    if not tactic.hours and not tactic.cost:
        return say(NOT_SAID)
    parts = [say("{hours} a week", hours=hours(tactic.hours))] if tactic.hours else []
    parts += [money(tactic.cost)] if tactic.cost else []
    if tactic.hours and source.plan.the_brief.hourly_rate:
        parts.append(
            say("{amount} in all, hours included", amount=money(rounded(tactic_cost(source.plan, tactic))))
        )
    return "; ".join(parts)


def _measured(source: Source, tactic: Tactic) -> str:
    return _lines(joined(source.names_of(tactic.metrics), missing=""), tactic.success.strip()) or say(
        NOT_SAID
    )


def _lines(*parts: str) -> str:
    return "\n".join(filter(None, parts))


def _finding(source: Source) -> str:
    found = source.plan.tactics.values()
    starts = [tactic.starts_on for tactic in found if tactic.starts_on]
    ends = [tactic.ends_on for tactic in found if tactic.ends_on]
    if not found:
        return say("No tactic is planned yet")
    dated = sum(tactic.starts_on is not None and tactic.ends_on is not None for tactic in found)
    if dated < len(found):
        return _undated(len(found) - dated, len(found))
    return say_count(
        "{count} tactic runs from {first} to {last}",
        "{count} tactics run from {first} to {last}",
        len(found),
        count=in_words(len(found)),
        first=short_day(min(starts)),
        last=short_day(max(ends)),
    )


def _undated(undated: int, number: int) -> str:
    if undated == number:
        return say_count(
            "{count} tactic, without a start or an end",
            "{count} tactics, all without a start or an end",
            number,
            count=in_words(number),
        )
    return say_count(
        "{count} tactic, {undated} of them without a start or an end",
        "{count} tactics, {undated} of them without a start or an end",
        number,
        count=in_words(number),
        undated=in_words_within(undated),
    )
