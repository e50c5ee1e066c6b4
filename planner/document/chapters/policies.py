"""The rules that the organisation gives itself."""

from planner.document.blocks import Cell, Column, Mark, Marked, Named
from planner.document.chapters.common import Contents, column, table_or_quiet
from planner.document.source import Source
from planner.document.wording import in_words, joined, shown, span_in_cell
from planner.language import say, say_count
from planner.model.records_experience import Policy
from planner.model.vocabulary import PolicyStatus


def _columns() -> tuple[Column, ...]:
    return (
        column("policies", "name"),
        column("policies", "kind"),
        column("policies", "owner"),
        column("policies", "status", whole=True),
        column("policies", "in_force_from", whole=True),
        column("policies", "channels"),
    )


_MARKS = {
    PolicyStatus.DRAFT: Mark.NOT_STARTED,
    PolicyStatus.APPROVED: Mark.DONE,
    PolicyStatus.WITHDRAWN: Mark.NOT_STARTED,
}


def policies(source: Source) -> Contents:
    """Write the chapter on the policies."""
    rows = (_row(source, policy) for policy in source.plan.policies.values())
    return Contents(
        _finding(source), (table_or_quiet(_columns(), rows, say("The plan names no policy yet.")),)
    )


def _row(source: Source, policy: Policy) -> tuple[Cell, ...]:
    return (
        Named(source.name(policy.id), policy.content),
        shown(policy.kind),
        shown(source.name(policy.owner)),
        Marked(policy.status.label, _MARKS[policy.status]),
        _in_force(policy),
        joined(source.names_of(policy.channels), missing=say("All")),
    )


def _in_force(policy: Policy) -> str:
    """Return from when to when a policy is in force; the column's title says "from" by itself."""
    if policy.in_force_until is None:
        return shown(policy.in_force_from)
    return span_in_cell(policy.in_force_from, policy.in_force_until)


def _finding(source: Source) -> str:
    found = [p for p in source.plan.policies.values() if p.status is not PolicyStatus.WITHDRAWN]
    drafts = sum(policy.status is PolicyStatus.DRAFT for policy in found)
    if not found:
        return (
            say("No policy is in sight yet") if not source.plan.policies else say("Every policy is withdrawn")
        )
    if drafts:
        return say_count(
            "{count} policy waits for approval",
            "{count} policies wait for approval",
            drafts,
            count=in_words(drafts),
        )
    return say_count(
        "{count} policy is approved", "{count} policies are approved", len(found), count=in_words(len(found))
    )
