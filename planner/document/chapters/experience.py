"""How good the customer's experience is today, and what is fixed first."""

from collections.abc import Iterator
from datetime import date

from planner.document.blocks import Block, Cell, Chart, Column, Gauge, Mark, Named
from planner.document.chapters.common import (
    Contents,
    column,
    due_mark,
    late_or,
    section,
    table_or_quiet,
)
from planner.document.source import Source
from planner.document.wording import NOTHING, few_words, in_words, shown
from planner.language import say, say_count
from planner.model.format import format_number, money, quoted
from planner.model.records_experience import ExperienceIssue, Touchpoint
from planner.model.vocabulary import PUSH_KINDS, FixStatus, Severity


def _touchpoint_columns() -> tuple[Column, ...]:
    return (
        column("touchpoints", "name"),
        column("touchpoints", "stage"),
        column("touchpoints", "rating", whole=True),
        column("touchpoints", "rated_on", whole=True),
    )


def _issue_columns() -> tuple[Column, ...]:
    return (
        column("issues", "name"),
        column("issues", "touchpoint"),
        column("issues", "severity", whole=True),
        column("issues", "fix_owner"),
        column("issues", "fix_due", whole=True),
        column("issues", "status", whole=True),
    )


_SEVERITIES = list(Severity)


def experience(source: Source) -> Contents:
    """Write the chapter on the experience and its fixes."""
    plan = source.plan
    touchpoints = table_or_quiet(
        _touchpoint_columns(),
        (_touchpoint(source, touchpoint) for touchpoint in plan.touchpoints.values()),
        say("No touchpoint is named yet."),
        _floor(source),
    )
    issues = table_or_quiet(
        _issue_columns(), (_issue(source, issue) for issue in _by_weight(source)), say("No issue is named.")
    )
    fixes = section(say("Issues and fixes"), issues)
    return Contents(_finding(source), (*section(say("Touchpoints"), touchpoints), *fixes, *_sequence(source)))


def still_critical(issues: int) -> str:
    """Return the danger that critical issues are still open when the first campaign starts."""
    return say_count(
        "{count} critical issue is still open when the first campaign starts",
        "{count} critical issues are still open when the first campaign starts",
        issues,
        count=in_words(issues),
    )


def _sequence(source: Source) -> Iterator[Block]:
    """Yield the picture of which push waits for which fix, where there are both."""
    pushes = any(tactic.kind in PUSH_KINDS for tactic in source.plan.tactics.values())
    if pushes and source.plan.issues:
        yield Chart("sequence", say("Fixes, and the pushes that wait for them"))


def _touchpoint(source: Source, touchpoint: Touchpoint) -> tuple[Cell, ...]:
    return (
        Named(source.name(touchpoint.id), touchpoint.evidence),
        shown(touchpoint.stage),
        _rating(source, touchpoint),
        shown(touchpoint.rated_on),
    )


def _rating(source: Source, touchpoint: Touchpoint) -> Cell:
    rating = touchpoint.rating
    if rating is None:
        return NOTHING
    low = rating < source.plan.the_limits.rating_floor
    return Gauge(format_number(rating, 1), float(rating / 10), Mark.LATE if low else Mark.DONE)


def _floor(source: Source) -> str:
    floor = format_number(source.plan.the_limits.rating_floor, 1)
    return say(
        "Ratings run from 0 to 10; one below {floor} needs a fix with an owner and a date.", floor=floor
    )


def _by_weight(source: Source) -> list[ExperienceIssue]:
    issues = source.plan.issues.values()
    return sorted(issues, key=lambda i: (_SEVERITIES.index(i.severity), i.fix_due or date.max))


def _issue(source: Source, issue: ExperienceIssue) -> tuple[Cell, ...]:
    mark = due_mark(
        done=issue.status is FixStatus.DONE,
        begun=issue.status is FixStatus.IN_PROGRESS,
        due=issue.fix_due,
        today=source.today,
    )
    cost = say("Costs {cost}.", cost=money(issue.cost)) if issue.cost else ""
    return (
        Named(source.name(issue.id), "\n".join(filter(None, (issue.fix, cost)))),
        shown(source.name(issue.touchpoint)),
        shown(issue.severity),
        shown(source.name(issue.fix_owner)),
        shown(issue.fix_due),
        late_or(issue.status.label, mark),
    )


def _finding(source: Source) -> str:
    if source.first_push:
        early = {issue.id for issue in source.early_fixes}
        behind = sum(i.severity is Severity.CRITICAL and i.id not in early for i in source.open_issues)
        if behind:
            return still_critical(behind)
        if early:
            return say_count(
                "{count} fix comes before the first campaign",
                "{count} fixes come before the first campaign",
                len(early),
                count=in_words(len(early)),
            )
    rated = [t for t in source.plan.touchpoints.values() if t.rating is not None]
    if not rated:
        return say("Nobody has rated yet what customers experience")
    worst = min(rated, key=lambda touchpoint: touchpoint.rating or 0)
    return say("The weakest touchpoint is {touchpoint}", touchpoint=quoted(few_words(source.name(worst.id))))
