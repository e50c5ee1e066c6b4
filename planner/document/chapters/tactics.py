"""What is done, by whom, when, for what, at what cost; how it is measured and when it stops."""

from collections.abc import Iterator
from datetime import date

from planner.analysis.budget import tactic_cost
from planner.document.blocks import Block, Cell, Chart, Column, Facts, Named, Subheading, Together
from planner.document.chapters.common import Contents, column, table_or_quiet
from planner.document.source import Source
from planner.document.wording import (
    NOT_SAID,
    counted,
    joined,
    lacking,
    rounded,
    short_day,
    shown,
    shown_hours,
    shown_share,
    span,
    verb,
)
from planner.model.format import hours, money, quoted
from planner.model.records_work import Tactic

_COLUMNS = (
    column("tactics", "name"),
    column("tactics", "channel"),
    column("tactics", "accountable"),
    Column("Start and end", whole=True),
    column("tactics", "hours", number=True),
    column("tactics", "cost", number=True),
)


def tactics(source: Source) -> Contents:
    """Write the chapter on the tactics."""
    ordered = sorted(source.plan.tactics.values(), key=lambda tactic: tactic.starts_on or date.max)
    table = table_or_quiet(
        _COLUMNS, (_row(source, tactic) for tactic in ordered), "The plan has no tactic yet."
    )
    cards = (_card(source, tactic) for tactic in ordered)
    return Contents(_finding(source), (*_timeline(source), table, *cards))


def _row(source: Source, tactic: Tactic) -> tuple[Cell, ...]:
    pilot = ", a pilot" if tactic.pilot else ""
    return (
        Named(source.name(tactic.id), f"{tactic.kind.label}{pilot}"),
        shown(source.name(tactic.channel)),
        shown(source.name(tactic.accountable)),
        span(tactic.starts_on, tactic.ends_on).replace("– ", "–\n"),
        shown_hours(tactic.hours),
        shown(tactic.cost),
    )


def _timeline(source: Source) -> Iterator[Block]:
    if source.plan.tactics:
        yield Chart("timeline", "Timeline")


def _card(source: Source, tactic: Tactic) -> Block:
    rows: tuple[tuple[str, Cell], ...] = (
        ("Why", _why(source, tactic)),
        ("For customers", tactic.benefit or NOT_SAID),
        ("Who", _who(source, tactic)),
        ("When", _when(source, tactic)),
        ("What it costs", _costs(source, tactic)),
        ("How it is measured", _measured(source, tactic)),
        ("When it stops", tactic.stop or NOT_SAID),
    )
    return Together((Subheading(source.name(tactic.id), listed=True), Facts(rows)))


def _why(source: Source, tactic: Tactic) -> str:
    serves = (
        source.name(item.objective) + (f" ({shown_share(item.share)})" if item.share is not None else "")
        for item in tactic.objectives
    )
    yields = joined((found.label.lower() for found in tactic.yields), missing="")
    idea = f"from the idea {quoted(source.name(tactic.idea))}" if tactic.idea else ""
    further = ", ".join(filter(None, (f"to yield {yields}" if yields else "", idea)))
    return _lines(joined(serves, missing="It serves no objective yet"), further[:1].upper() + further[1:])


def _who(source: Source, tactic: Tactic) -> str:
    accountable = source.name(tactic.accountable) or "nobody yet"
    responsible = joined(source.names_of(tactic.responsible), missing="nobody yet")
    return _lines(f"Accountable: {accountable}", f"Responsible: {responsible}")


def _when(source: Source, tactic: Tactic) -> str:
    place = f"on “{source.name(tactic.channel)}”" if tactic.channel else ""
    return ", ".join(filter(None, (span(tactic.starts_on, tactic.ends_on, missing=NOT_SAID), place)))


def _costs(source: Source, tactic: Tactic) -> str:
    if not tactic.hours and not tactic.cost:
        return NOT_SAID
    parts = [f"{hours(tactic.hours)} a week"] if tactic.hours else []
    parts += [money(tactic.cost)] if tactic.cost else []
    if tactic.hours and source.plan.the_brief.hourly_rate:
        parts.append(f"{money(rounded(tactic_cost(source.plan, tactic)))} in all, hours included")
    return "; ".join(parts)


def _measured(source: Source, tactic: Tactic) -> str:
    return _lines(joined(source.names_of(tactic.metrics), missing=""), tactic.success.strip()) or NOT_SAID


def _lines(*parts: str) -> str:
    return "\n".join(filter(None, parts))


def _finding(source: Source) -> str:
    found = source.plan.tactics.values()
    starts = [tactic.starts_on for tactic in found if tactic.starts_on]
    ends = [tactic.ends_on for tactic in found if tactic.ends_on]
    tactics = counted(len(found), "tactic")
    if not found:
        return "No tactic is planned yet"
    dated = sum(tactic.starts_on is not None and tactic.ends_on is not None for tactic in found)
    if dated < len(found):
        return f"{tactics}, {lacking(len(found) - dated, len(found), 'a start or an end')}"
    return (
        f"{tactics} {verb(len(found), 'runs', 'run')} from {short_day(min(starts))} to {short_day(max(ends))}"
    )
