"""What is still to be done or decided, by whom and by when."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from planner.document.blocks import Cell, Column, Named
from planner.document.chapters.common import Contents, table_or_quiet
from planner.document.source import Source
from planner.document.wording import in_words, shown
from planner.language import phrase, say, say_count
from planner.model.format import in_sentence
from planner.model.vocabulary import PolicyStatus, Verdict, Weight, WorkStatus


def _columns() -> tuple[Column, ...]:
    return (Column(say("Open item")), Column(say("Owner")), Column(say("Due"), whole=True))


_NOTE = phrase("What mends a finding stands beside it in the chapter on the truths.")


@dataclass(frozen=True, slots=True)
class Item:
    """One open item.

    Attributes:
        name: what it is about.
        what: what is to be done; empty for a finding, whose remedy stands beside it among the truths.
        owner: id of who does it; None where nobody is named.
        due: the day by which; None where none is set.
    """

    name: str
    what: str
    owner: str | None = None
    due: date | None = None


def open_items(source: Source) -> Contents:
    """Write the list of open items, the earliest first."""
    items = sorted(every_item(source), key=lambda item: item.due or date.max)
    rows: Iterator[tuple[Cell, ...]] = (
        (
            Named(item.name, item.what, sentence=True),
            shown(source.name(item.owner), missing=say("Nobody yet")),
            shown(item.due),
        )
        for item in items
    )
    open_ones = say_count(
        "{count} item is still open", "{count} items are still open", len(items), count=in_words(len(items))
    )
    finding = open_ones if items else say("Nothing is open any more")
    note = "" if all(item.what for item in items) else say(_NOTE)
    return Contents(finding, (table_or_quiet(_columns(), rows, say("Nothing is open."), note),))


def every_item(source: Source) -> Iterator[Item]:
    """Yield what the truths ask for, and what is open in entries that they say nothing about."""
    told: set[str] = set()
    for finding in source.findings.standing:
        if finding.level is not Weight.ADVICE:
            told.add(finding.subject)
            yield Item(finding.message, "", _answering(source, finding.subject))
    yield from (item for record, item in (*_work(source), *_decisions(source)) if record not in told)


def _answering(source: Source, subject: str) -> str | None:
    """Return the id of who answers for an entry; for what nobody owns it is the sponsor."""
    if subject in source.plan.people:
        return subject
    record = source.plan.find(subject)
    owners = (getattr(record, name, None) for name in ("owner", "accountable", "fix_owner", "person"))
    return next(filter(None, owners), source.plan.the_brief.sponsor)


def _work(source: Source) -> Iterator[tuple[str, Item]]:
    for issue in source.open_issues:
        what = issue.fix or say("Fix the issue.")
        yield issue.id, Item(source.name(issue.id), what, issue.fix_owner, issue.fix_due)
    for change in source.plan.changes.values():
        if change.status is not WorkStatus.DONE:
            yield (
                change.id,
                Item(source.name(change.id), say("Change how people work."), change.owner, change.due),
            )


def _decisions(source: Source) -> Iterator[tuple[str, Item]]:
    for policy in source.plan.policies.values():
        if policy.status is PolicyStatus.DRAFT:
            name = source.name(policy.id)
            yield policy.id, Item(name, say("Approve the policy."), policy.owner, policy.in_force_from)
    for idea in source.plan.ideas.values():
        if idea.decision is None:
            yield idea.id, Item(source.name(idea.id), say("Decide about the idea."), idea.decided_by)
    for approver in source.plan.approvers.values():
        approval = source.approval(approver.id)
        if approval is None or approval.verdict is Verdict.REJECT:
            name = say("Approval as {role}", role=in_sentence(approver.role.label))
            yield approver.id, Item(name, say("Decide about this revision."), approver.person)
