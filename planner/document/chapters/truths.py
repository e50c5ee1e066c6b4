"""What the truths found, what the team answered, and what it decided to let stand."""

from collections.abc import Iterator

from planner.document.blocks import Block, Cell, Column, Mark, Marked, Named, Paragraph, Table
from planner.document.chapters.common import Contents, column, quiet, section, table_or_quiet
from planner.document.chapters.verdicts import house_truths, themes
from planner.document.source import Source
from planner.document.wording import counted, short_day, shown, then_counted, verb
from planner.model.format import listing, plural
from planner.model.schema import fields
from planner.model.vocabulary import Weight
from planner.truths.findings import Finding
from planner.truths.naming import subject_name
from planner.truths.of_plan import title_of
from planner.truths.thresholds import threshold_figure
from planner.truths.waivers import valid_waivers

_MARKS = {Weight.STOP: Mark.LATE, Weight.WARN: Mark.AT_RISK, Weight.ADVICE: Mark.NOT_STARTED}
_FINDING_COLUMNS = (Column("Level", whole=True), Column("Finding and remedy"), Column("Truth", whole=True))
_DISMISSED_COLUMNS = (Column("Advice"), Column("Truth", whole=True))
_LIMIT_COLUMNS = (
    Column("Threshold"),
    Column("Usual", "right", whole=True),
    Column("In this plan", "right", whole=True),
)
_EXCEPTION_COLUMNS = (
    Column("Exception"),
    column("waivers", "reason"),
    column("waivers", "by"),
    column("waivers", "until", whole=True),
)


def truths(source: Source) -> Contents:
    """Write the chapter on the truths."""
    blocks = (
        _verdict(source),
        *themes(source),
        *_findings(source),
        *house_truths(source),
        *_exceptions(source),
        *_limits(source),
        *_dismissed(source),
    )
    return Contents(_finding(source), blocks)


def exceptions(source: Source) -> Block:
    """Return the accepted exceptions that hold, as a table or a sentence that there are none."""
    rows = (
        (
            Named(title_of(source.plan, waiver.rule), subject_name(source.plan, waiver.subject)),
            shown(waiver.reason),
            shown(source.name(waiver.by)),
            shown(waiver.until, missing="No end"),
        )
        for waiver in valid_waivers(source.plan, source.today)
    )
    return table_or_quiet(_EXCEPTION_COLUMNS, rows, "No exception was accepted.")


def _verdict(source: Source) -> Block:
    counts = source.findings.counts
    words = (
        (counts[Weight.STOP], plural(counts[Weight.STOP], "stop")),
        (counts[Weight.WARN], plural(counts[Weight.WARN], "warning")),
        (counts[Weight.ADVICE], plural(counts[Weight.ADVICE], "piece of advice", "pieces of advice")),
    )
    found = listing(word for number, word in words if number) or "nothing"
    stands = verb(sum(number for number, _ in words) or 1, "stands", "stand")
    ready = "The plan may be signed." if source.findings.can_sign else "The plan can't be signed yet."
    return Paragraph(f"Checked as of {short_day(source.today)}: {found} {stands} against the plan. {ready}")


def _findings(source: Source) -> Iterator[Block]:
    order = list(Weight)
    ordered = sorted(source.findings.standing, key=lambda finding: order.index(finding.level))
    if ordered:
        yield from section("Findings that stand", Table(_FINDING_COLUMNS, tuple(map(_row, ordered))))


def _exceptions(source: Source) -> Iterator[Block]:
    held = source.findings.counts["waived"]
    if held:
        accepted = f"{counted(held, 'exception')} {verb(held, 'was', 'were')} accepted"
        it = verb(held, "it stands with its reason", "they stand with their reasons")
        yield quiet(f"{accepted}; {it} above the signatures.")
    else:
        yield quiet("No exception was accepted.")


def _row(finding: Finding) -> tuple[Cell, ...]:
    return (
        Marked(finding.level.label, _MARKS[finding.level]),
        Named(finding.message, finding.remedy, sentence=True),
        finding.citation,
    )


def _limits(source: Source) -> Iterator[Block]:
    limits = source.plan.the_limits
    rows = tuple(
        (
            Named(spec.title),
            threshold_figure(spec, spec.default),
            threshold_figure(spec, getattr(limits, spec.name)),
        )
        for spec in fields("limits")
        if getattr(limits, spec.name) != spec.default
    )
    if rows:
        yield from section("Changed thresholds", Table(_LIMIT_COLUMNS, rows))
    else:
        yield quiet("All thresholds are the usual ones.")


def _dismissed(source: Source) -> Iterator[Block]:
    put_aside = [finding for finding in source.findings.findings if finding.dismissed]
    if put_aside:
        rows = tuple((finding.message, finding.citation) for finding in put_aside)
        yield from section("Advice put aside", Table(_DISMISSED_COLUMNS, rows))


def _finding(source: Source) -> str:
    counts = source.findings.counts
    stops, warnings, waived = counts[Weight.STOP], counts[Weight.WARN], counts["waived"]
    if stops:
        return f"{counted(stops, 'stop')} {verb(stops, 'keeps', 'keep')} this plan from being signed"
    if warnings:
        waiting = then_counted(warnings, "warning")
        return f"No stop stands, but {waiting} {verb(warnings, 'waits', 'wait')} for a decision"
    nothing = "No stop and no warning stands" if counts[Weight.ADVICE] else "Nothing stands"
    if waived:
        return f"{nothing}; {then_counted(waived, 'exception')} {verb(waived, 'was', 'were')} accepted"
    return f"{nothing} against this plan"
