"""What the truths found, what the team answered, and what it decided to let stand."""

from collections.abc import Iterator

from planner.document.blocks import Block, Cell, Column, Mark, Marked, Named, Paragraph, Table
from planner.document.chapters.common import Contents, column, quiet, section, table_or_quiet
from planner.document.chapters.verdicts import house_truths, themes
from planner.document.source import Source
from planner.document.wording import in_words, in_words_within, short_day, shown
from planner.language import say, say_count
from planner.model.format import listing, plural
from planner.model.schema import fields
from planner.model.vocabulary import Weight
from planner.truths.findings import Finding
from planner.truths.naming import subject_name
from planner.truths.of_plan import title_of
from planner.truths.thresholds import threshold_figure
from planner.truths.waivers import valid_waivers

_MARKS = {Weight.STOP: Mark.LATE, Weight.WARN: Mark.AT_RISK, Weight.ADVICE: Mark.NOT_STARTED}


def _finding_columns() -> tuple[Column, ...]:
    return (
        Column(say("Level"), whole=True),
        Column(say("Finding and remedy")),
        Column(say("Truth"), whole=True),
    )


def _dismissed_columns() -> tuple[Column, ...]:
    return (Column(say("Advice")), Column(say("Truth"), whole=True))


def _limit_columns() -> tuple[Column, ...]:
    return (
        Column(say("Threshold")),
        Column(say("Usual"), "right", whole=True),
        Column(say("In this plan"), "right", whole=True),
    )


def _exception_columns() -> tuple[Column, ...]:
    return (
        Column(say("Exception")),
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
            shown(waiver.until, missing=say("No end")),
        )
        for waiver in valid_waivers(source.plan, source.today)
    )
    return table_or_quiet(_exception_columns(), rows, say("No exception was accepted."))


def _verdict(source: Source) -> Block:
    counts = source.findings.counts
    words = (
        (counts[Weight.STOP], plural(counts[Weight.STOP], "stop")),
        (counts[Weight.WARN], plural(counts[Weight.WARN], "warning")),
        (counts[Weight.ADVICE], plural(counts[Weight.ADVICE], "piece of advice", "pieces of advice")),
    )
    day = short_day(source.today)
    found = listing(word for number, word in words if number)
    checked = (
        say_count(
            "Checked as of {day}: {found} stands against the plan.",
            "Checked as of {day}: {found} stand against the plan.",
            sum(number for number, _ in words),
            day=day,
            found=found,
        )
        if found
        else say("Checked as of {day}: nothing stands against the plan.", day=day)
    )
    ready = (
        say("The plan may be signed.") if source.findings.can_sign else say("The plan can't be signed yet.")
    )
    return Paragraph(f"{checked} {ready}")


def _findings(source: Source) -> Iterator[Block]:
    order = list(Weight)
    ordered = sorted(source.findings.standing, key=lambda finding: order.index(finding.level))
    if ordered:
        yield from section(say("Findings that stand"), Table(_finding_columns(), tuple(map(_row, ordered))))


def _exceptions(source: Source) -> Iterator[Block]:
    held = source.findings.counts["waived"]
    if held:
        yield quiet(
            say_count(
                "{count} exception was accepted; it stands with its reason above the signatures.",
                "{count} exceptions were accepted; they stand with their reasons above the signatures.",
                held,
                count=in_words(held),
            )
        )
    else:
        yield quiet(say("No exception was accepted."))


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
        yield from section(say("Changed thresholds"), Table(_limit_columns(), rows))
    else:
        yield quiet(say("All thresholds are the usual ones."))


def _dismissed(source: Source) -> Iterator[Block]:
    put_aside = [finding for finding in source.findings.findings if finding.dismissed]
    if put_aside:
        rows = tuple((finding.message, finding.citation) for finding in put_aside)
        yield from section(say("Advice put aside"), Table(_dismissed_columns(), rows))


def _finding(source: Source) -> str:
    counts = source.findings.counts
    stops, warnings, waived = counts[Weight.STOP], counts[Weight.WARN], counts["waived"]
    if stops:
        return say_count(
            "{count} stop keeps this plan from being signed",
            "{count} stops keep this plan from being signed",
            stops,
            count=in_words(stops),
        )
    if warnings:
        return say_count(
            "No stop stands, but {count} warning waits for a decision",
            "No stop stands, but {count} warnings wait for a decision",
            warnings,
            count=in_words_within(warnings),
        )
    if waived:
        return _but_accepted(waived, advice=bool(counts[Weight.ADVICE]))
    if counts[Weight.ADVICE]:
        return say("No stop and no warning stands against this plan")
    return say("Nothing stands against this plan")


def _but_accepted(waived: int, *, advice: bool) -> str:
    if advice:
        return say_count(
            "No stop and no warning stands; {count} exception was accepted",
            "No stop and no warning stands; {count} exceptions were accepted",
            waived,
            count=in_words_within(waived),
        )
    return say_count(
        "Nothing stands; {count} exception was accepted",
        "Nothing stands; {count} exceptions were accepted",
        waived,
        count=in_words_within(waived),
    )
