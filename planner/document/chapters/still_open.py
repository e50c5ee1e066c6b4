"""What is still open, for the first page: findings, fixes, decisions and approvals."""

from collections.abc import Iterator
from datetime import date

from planner.document.blocks import Mark, Marked, Points
from planner.document.source import Source
from planner.document.wording import in_words, short_day
from planner.language import say, say_count
from planner.model.plan import Plan
from planner.model.vocabulary import PolicyStatus, Verdict, Weight


def open_points(source: Source) -> Points:
    """Return what is still to be done before the plan can be signed and worked by."""
    points = tuple(_still_open(source))
    return Points(say("Still open"), points or (Marked(say("Nothing"), Mark.DONE),))


def _still_open(source: Source) -> Iterator[Marked]:
    yield from _findings(source)
    yield from _fixes(source)
    yield from _undecided(source.plan)
    yield from _approvals(source)


def _findings(source: Source) -> Iterator[Marked]:
    counts = source.findings.counts
    if counts[Weight.STOP]:
        stops = counts[Weight.STOP]
        yield Marked(
            say_count(
                "{count} stop stands against the plan",
                "{count} stops stand against the plan",
                stops,
                count=in_words(stops),
            ),
            Mark.LATE,
        )
    if counts[Weight.WARN]:
        warnings = counts[Weight.WARN]
        yield Marked(
            say_count(
                "{count} warning to mend or to accept",
                "{count} warnings to mend or to accept",
                warnings,
                count=in_words(warnings),
            ),
            Mark.AT_RISK,
        )


def _fixes(source: Source) -> Iterator[Marked]:
    fixes = source.open_issues
    if fixes:
        due = [issue.fix_due for issue in fixes if issue.fix_due]
        yield Marked(_fixes_by(len(fixes), max(due, default=None)), Mark.NOT_STARTED)


def _fixes_by(fixes: int, last: date | None) -> str:
    count = in_words(fixes)
    if last is None:
        return say_count("{count} fix to be made", "{count} fixes to be made", fixes, count=count)
    return say_count(
        "{count} fix to be made by {day}",
        "{count} fixes to be made by {day}",
        fixes,
        count=count,
        day=short_day(last),
    )


def _undecided(plan: Plan) -> Iterator[Marked]:
    drafts = sum(policy.status is PolicyStatus.DRAFT for policy in plan.policies.values())
    if drafts:
        yield Marked(
            say_count(
                "{count} policy to be approved",
                "{count} policies to be approved",
                drafts,
                count=in_words(drafts),
            ),
            Mark.NOT_STARTED,
        )
    waiting = sum(idea.decision is None for idea in plan.ideas.values())
    if waiting:
        yield Marked(
            say_count(
                "{count} idea without a decision",
                "{count} ideas without a decision",
                waiting,
                count=in_words(waiting),
            ),
            Mark.NOT_STARTED,
        )


def _approvals(source: Source) -> Iterator[Marked]:
    decisions = [source.approval(approver) for approver in source.plan.approvers]
    rejected = sum(d is not None and d.verdict is Verdict.REJECT for d in decisions)
    missing = sum(decision is None for decision in decisions)
    if rejected:
        yield Marked(
            say_count(
                "{count} approver rejected this revision",
                "{count} approvers rejected this revision",
                rejected,
                count=in_words(rejected),
            ),
            Mark.LATE,
        )
    if missing:
        yield Marked(
            say_count(
                "{count} approval to be given",
                "{count} approvals to be given",
                missing,
                count=in_words(missing),
            ),
            Mark.NOT_STARTED,
        )
    elif not decisions:
        yield Marked(say("Nobody is named to approve it"), Mark.NOT_STARTED)
